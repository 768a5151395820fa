import type { OutcomeName } from '../experience/outcomes';
import type { ExperienceModel } from '../model/types';
import type { Comparison } from './types';

/**
 * What a margin on satisfaction is on all that is made of it. CSAT is satisfaction on 1…5, recommendation on 0…10; emotion and the index stand on
 * the same 0…100 (judgement); loyalty moves by at most a quarter of its slope, which is per 10 points.
 */
export function ofSatisfaction(satisfaction: number, slope: number): { readonly [Name in OutcomeName]?: number } {
  return {
    csat: satisfaction * 0.04,
    recommendation: satisfaction * 0.1,
    emotion: satisfaction,
    index: satisfaction,
    loyalty: (satisfaction * slope) / 40,
  };
}

/** The margins of a comparison, and the model it was made under. */
interface Asked extends Pick<Comparison, 'margin'> {
  readonly study: { readonly model: ExperienceModel };
}

/** The margin that somebody wrote; 0 where there is none, or where it came of the one on satisfaction and has digits that nobody wrote. */
export function writtenMargin(name: OutcomeName, { margin, study }: Asked): number {
  const { slope } = study.model.loyalty;
  const carried = margin.satisfaction === undefined ? {} : ofSatisfaction(margin.satisfaction, typeof slope === 'number' ? slope : NaN);
  return margin[name] === carried[name] ? 0 : (margin[name] ?? 0);
}
