import { mean, variance } from '../distributions/mathematics';
import type { OutcomeName } from '../experience/outcomes';
import type { Segment } from '../journey/types';
import type { Parameter } from '../model/types';
import type { StudyRecord } from '../results/types';

/** How the points of satisfaction turn into each answer's scale. */
const scales: { readonly [Name in OutcomeName]?: number } = { satisfaction: 1, csat: 0.04, recommendation: 0.1 };

/** Whether people are asked for it; everything else is measured, or taken as if it were. */
export function isAsked(outcome: OutcomeName): boolean {
  return outcome in scales || outcome === 'nps' || outcome === 'satisfied' || outcome === 'delighted';
}

/**
 * Variance that one answer adds to what a person feels, on the answer's scale; undefined where noise and answer cannot be told apart (NPS and
 * shares, where it decides which side of a threshold an answer falls on).
 */
export function answerVariance(outcome: OutcomeName, study: StudyRecord, segments: readonly Segment[]): number | undefined {
  if (!isAsked(outcome)) return 0;
  const scale = scales[outcome];
  if (scale === undefined) return undefined;
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  return segments.reduce((sum, { share, model }) => {
    const sd: Parameter = model?.response?.sd ?? study.model.response.sd;
    const squared = typeof sd === 'number' ? sd * sd : mean(sd) * mean(sd) + variance(sd);
    return sum + (share / whole) * scale * scale * squared;
  }, 0);
}
