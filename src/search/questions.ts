import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import type { Standard } from '../standards/types';
import { statisticLevel } from '../standards/statistic-level';
import type { Segment } from '../journey/types';
import type { StatedObjective } from './types';

/**
 * What is asked of a design: a number for each customer, from what they have in the design and in the journey as it is, whose mean in a place is
 * the answer. For an objective it is how much better the design is; for a standard it is 0 or more where the standard holds there.
 */
export interface Question {
  readonly outcome: OutcomeName;
  /** Answers no further apart are practically the same, in the outcome's unit. */
  readonly margin: number;
  /** The weight of each segment in the place; they sum to 1. */
  readonly weights: readonly number[];
  of(design: number, today: number): number;
}

/** Judgement: half of the last digit that is usually written. */
const unseen = { seconds: 0.5, affect: 0.05, points: 0.05, rating: 0.005, share: 0.0005, count: 0.005, money: 0.005 } as const;

export function objectiveQuestion(
  { outcome, segment }: StatedObjective,
  segments: readonly Segment[],
  margins: { readonly [Name in OutcomeName]?: number },
): Question {
  const sign = signOf(outcome);
  const margin = margins[outcome] ?? unseen[outcomeDescriptions[outcome].unit];
  return { outcome, margin, weights: placesOf(segment, segments)[0]!, of: (design, today) => sign * (design - today) };
}

/** One question for each place in which the standard has to hold. */
export function standardQuestions(standard: Standard, segments: readonly Segment[]): Question[] {
  const [outcome, of] = asked(standard);
  const places = placesOf('noSegmentWorse' in standard ? 'each' : standard.segment, segments);
  return places.map((weights) => ({ outcome, margin: 0, weights, of }));
}

function asked(standard: Standard): readonly [OutcomeName, Question['of']] {
  if ('noSegmentWorse' in standard) {
    const { noSegmentWorse: outcome, margin } = standard;
    return [outcome, betterBy(outcome, -margin)];
  }
  if ('improves' in standard) return [standard.improves, betterBy(standard.improves, standard.by)];
  if ('fewWorse' in standard) {
    const sign = signOf(standard.fewWorse);
    return [standard.fewWorse, (design, today) => standard.atMost - (sign * (design - today) < 0 ? 1 : 0)];
  }
  const { outcome } = standard;
  const p = statisticLevel(standard.statistic);
  if ('atLeast' in standard) {
    const { atLeast } = standard;
    return [outcome, p === undefined ? (design) => design - atLeast : (design) => p - (design < atLeast ? 1 : 0)];
  }
  const { atMost } = standard;
  return [outcome, p === undefined ? (design) => atMost - design : (design) => (design <= atMost ? 1 : 0) - p];
}

function betterBy(outcome: OutcomeName, least: number): Question['of'] {
  const sign = signOf(outcome);
  return (design, today) => sign * (design - today) - least;
}

export function signOf(outcome: OutcomeName): 1 | -1 {
  return outcomeDescriptions[outcome].better === 'higher' ? 1 : -1;
}

/** The weights of all segments in each place that a segment's name stands for; none where it is nobody's. */
export function placesOf(name: string, segments: readonly Segment[]): number[][] {
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  if (name === 'overall') return [segments.map(({ share }) => share / whole)];
  return segments.flatMap(({ id }, own) => (name === 'each' || id === name ? [segments.map((_, index) => (index === own ? 1 : 0))] : []));
}
