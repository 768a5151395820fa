import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { combinedDoubt, doubtInterval } from '../statistics/doubt';
import { atomBetween, type Coefficients } from './coefficients';
import type { Added, SegmentTally } from './segment-tally';
import type { Contribution } from './types';

/** What a change adds for one segment, with the segment's share of those spoken of. */
export interface WeighedAdded extends Added {
  readonly weight: number;
}

/** One segment's tally, weighed alike. */
export interface WeighedTally {
  readonly tally: SegmentTally;
  readonly weight: number;
}

/** The mean difference over some segments, weights summing to 1. `more`: squared error from elsewhere. */
export function contributionOf(parts: readonly WeighedAdded[], level: number, outcome: OutcomeName, more = 0): Contribution {
  let difference = 0;
  let errorSquared = more;
  for (const { moments, weight } of parts) {
    const { count, mean, spread } = moments;
    difference += weight * mean;
    if (count > 1) errorSquared += (weight * weight * spread) / (count - 1) / count;
  }
  const own = combinedDoubt(parts);
  const doubt = { ...own, error: Math.sqrt(own.error * own.error + more), degrees: own.degrees > 0 ? own.degrees : Infinity };
  const [low, high] = outcomeDescriptions[outcome].scale;
  return {
    difference,
    standardError: Math.sqrt(errorSquared),
    interval: doubtInterval(difference, doubt, level, [low - high, high - low]),
  };
}

/** What some atoms add, by what each segment's tally says of them. */
export function weighed(
  parts: readonly WeighedTally[],
  of: (tally: SegmentTally) => Added,
  level: number,
  outcome: OutcomeName,
  more = 0,
): Contribution {
  return contributionOf(
    parts.map(({ tally, weight }) => ({ ...of(tally), weight })),
    level,
    outcome,
    more,
  );
}

/** What an atom adds on average over orders. */
export function shapleyOf(
  parts: readonly WeighedTally[],
  shapley: Coefficients,
  atom: number,
  level: number,
  outcome: OutcomeName,
): Contribution {
  return weighed(parts, (tally) => tally.of('shapley', atom), level, outcome, orderVariance(parts, shapley, atom));
}

/** Squared error that comes from having drawn some orders instead of counting all. */
function orderVariance(parts: readonly WeighedTally[], { orders }: Coefficients, atom: number): number {
  if (orders === undefined || orders.length < 2) return 0;
  const mean = (set: number): number => parts.reduce((sum, { tally, weight }) => sum + weight * tally.meanOf(set), 0);
  const added = orders.map((sets) => {
    const step = sets.findIndex((set, index) => index > 0 && atomBetween(sets[index - 1]!, set) === atom);
    return mean(sets[step]!) - mean(sets[step - 1]!);
  });
  const middle = added.reduce((sum, one) => sum + one, 0) / added.length;
  let spread = 0;
  for (const one of added) spread += (one - middle) * (one - middle);
  return spread / (added.length - 1) / added.length;
}
