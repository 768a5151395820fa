import { outcomeDescriptions, signOf, type OutcomeName } from '../experience/outcomes';
import type { Standard } from '../standards/types';
import { statisticLevel } from '../standards/statistic-level';
import type { DoubtPair } from '../comparison/difference-doubt';
import type { Segment } from '../journey/types';
import { log } from '../numerics/log';
import { expectedToBeSeen } from '../statistics/doubt';
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
  /** Whether it is asked of the change from the journey as it is. */
  readonly compares: boolean;
  /** Whether people are counted: each answer is one of two. */
  readonly counts: boolean;
  of(design: number, today: number): number;
}

/** Judgement: half of the last digit that is usually written. */
const unseen = { seconds: 0.5, affect: 0.05, points: 0.05, rating: 0.005, share: 0.0005, count: 0.005, money: 0.005 } as const;

export function objectiveQuestion(
  { outcome, segment }: StatedObjective,
  segments: readonly Segment[],
  margins: { readonly [Name in OutcomeName]?: number },
): Question {
  const margin = margins[outcome] ?? unseen[outcomeDescriptions[outcome].unit];
  return { outcome, margin, weights: placesOf(segment, segments)[0]!, compares: true, counts: false, of: betterBy(outcome, 0) };
}

/** One question for each place in which the standard has to hold; `margins` are those of the comparison that is to say so. */
export function standardQuestions(
  standard: Standard,
  segments: readonly Segment[],
  margins: { readonly [Name in OutcomeName]?: number },
): Question[] {
  const [outcome, of] = asked(standard, margins);
  const places = placesOf('noSegmentWorse' in standard ? 'each' : standard.segment, segments);
  const compares = !('outcome' in standard);
  const counts = 'fewWorse' in standard || ('outcome' in standard && statisticLevel(standard.statistic) !== undefined);
  return places.map((weights) => ({ outcome, margin: 0, weights, compares, counts, of }));
}

/**
 * How many customers of a kind there have to be for one at least to be shown, in all of so many statements at once: where a chance is expected less often,
 * nobody may have shown it.
 */
export function hiddenFor(confidence: number, statements: number): number {
  return -log((1 - confidence) / Math.max(1, statements));
}

/**
 * How far chances of the journeys may move the mean answer that so many customers may not have shown at all: the chance is what the journey says it is.
 * Where people are counted, whoever was not seen is all there is to it.
 */
export function rareIn({ outcome, compares, counts }: Question, [before, after]: DoubtPair, customers: number, hidden: number): number {
  return counts ? 0 : after.rare(outcome, (customers * expectedToBeSeen) / hidden, 'all', compares ? before : undefined);
}

/** How far a customer of a kind that nobody showed may lie from the rest; `alike`: what all customers answered. 0 where nobody can differ. */
export function unseenIn({ outcome, compares, counts, of }: Question, [before, after]: DoubtPair, alike: number | undefined): number {
  if (alike === undefined && !counts) return 0;
  const [one, other] = [before.basis(outcome), after.basis(outcome)];
  if (other.certain && (one.certain || !compares)) return 0;
  if (compares && alike === of(0, 0) && one.key === other.key) return 0;
  return counts ? 1 : Math.max(after.reach(outcome), compares ? before.reach(outcome) : 0);
}

function asked(standard: Standard, margins: { readonly [Name in OutcomeName]?: number }): readonly [OutcomeName, Question['of']] {
  if ('noSegmentWorse' in standard) {
    const { noSegmentWorse: outcome, margin } = standard;
    return [outcome, betterBy(outcome, -margin)];
  }
  if ('improves' in standard) return [standard.improves, betterBy(standard.improves, standard.by)];
  if ('fewWorse' in standard) {
    const sign = signOf(standard.fewWorse);
    const margin = margins[standard.fewWorse] ?? 0;
    return [standard.fewWorse, (design, today) => standard.atMost - (sign * (design - today) < -margin ? 1 : 0)];
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

/** The weights of all segments in each place that a segment's name stands for; none where it is nobody's. */
export function placesOf(name: string, segments: readonly Segment[]): number[][] {
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  if (name === 'overall') return [segments.map(({ share }) => share / whole)];
  return segments.flatMap(({ id }, own) => (name === 'each' || id === name ? [segments.map((_, index) => (index === own ? 1 : 0))] : []));
}
