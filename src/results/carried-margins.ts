import type { OutcomeName } from '../experience/outcomes';
import { mean } from '../distributions/mathematics';
import type { ExperienceModel } from '../model/types';

type Margins = { readonly [Name in OutcomeName]?: number };

/**
 * A margin on satisfaction is one on all that is made of satisfaction, or measured in the same points, where they name none of their own: else
 * one table would call the same change practically the same and worse. CSAT is satisfaction on 1…5, recommendation on 0…10; emotion and the
 * index stand on the same 0…100 (judgement); loyalty moves by at most a quarter of its slope, which is per 10 points. Shares and NPS count
 * people over a threshold: no margin on points is one on them.
 */
export function carriedMargins(margins: Margins, model: ExperienceModel): Margins {
  const { satisfaction } = margins;
  if (satisfaction === undefined || satisfaction === 0) return margins;
  const { slope } = model.loyalty;
  return {
    csat: satisfaction * 0.04,
    recommendation: satisfaction * 0.1,
    emotion: satisfaction,
    index: satisfaction,
    loyalty: (satisfaction * mean(slope)) / 40,
    ...margins,
  };
}

/** The margin that somebody wrote; 0 where there is none, or where it came of the one on satisfaction and has digits that nobody wrote. */
export function writtenMargin(name: OutcomeName, margins: Margins, model: ExperienceModel): number {
  const { satisfaction } = margins;
  const carried = name === 'satisfaction' || satisfaction === undefined ? undefined : carriedMargins({ satisfaction }, model)[name];
  return margins[name] === carried ? 0 : (margins[name] ?? 0);
}
