import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { normalQuantile } from '../numerics/normal';
import type { Conclusion, Difference } from '../results/types';
import { combinedDoubt, doubtInterval, isExact, reachOf, type Doubt } from '../statistics/doubt';
import type { Interval } from '../statistics/interval';
import type { Balance } from './difference-tally';

/** The paired differences of one segment, or of several with their weights. */
export interface WeightedDifferences {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly spread: number;
  readonly doubt: Doubt;
  readonly balance: Balance;
  readonly weight: number;
}

export interface Deciding {
  readonly name: OutcomeName;
  readonly level: number;
  /** Over how many differences the conclusions have to hold at once. */
  readonly family: number;
  readonly margin: number;
  readonly baselineSd: number;
  /** Simulated in each segment; the differences may be of some of them only. */
  readonly customers: number;
}

export type Decided = { -readonly [Key in keyof Omit<Difference, 'sentence' | 'quantiles' | 'people'>]: Difference[Key] };

/** From paired differences to a verdict. */
export function decide(parts: readonly WeightedDifferences[], deciding: Deciding): Decided {
  const { name, level, family, margin } = deciding;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let difference = 0;
  for (const part of parts) difference += (part.weight / whole) * part.mean;
  let plainSquared = 0;
  for (const { weight, count, spread } of parts) {
    if (count > 1) plainSquared += ((weight / whole) * (weight / whole) * spread) / (count - 1) / count;
  }
  const share = (count: (part: WeightedDifferences) => number): number =>
    parts.reduce((sum, part) => sum + ((part.weight / whole) * count(part)) / part.count, 0);
  const doubt = combinedDoubt(parts.map((part) => ({ weight: part.weight / whole, doubt: part.doubt })));
  const [lowest, highest] = outcomeDescriptions[name].scale;
  const width = highest - lowest;
  const simultaneousLevel = 1 - (1 - level) / family;
  const simultaneous = { ...doubtInterval(difference, doubt, simultaneousLevel, [-width, width]), level };
  const conclusion = conclude(name, simultaneous, margin);
  const needed = conclusion === 'undecided' ? moreCustomers(difference, doubt, simultaneousLevel, margin, deciding.customers) : undefined;
  // Key after key, and not by spreading, which takes longer than all the rest.
  const decided: Omit<Decided, 'conclusion'> & Partial<Decided> = {
    difference,
    standardError: Math.sqrt(plainSquared),
    interval: doubtInterval(difference, doubt, level, [-width, width]),
    simultaneous,
    doubt,
    better: share(({ balance }) => balance.better),
    same: share(({ balance, count }) => count - balance.better - balance.worse),
    worse: share(({ balance }) => balance.worse),
    superiority: share(({ balance, count }) => balance.gained + (count - balance.gained - balance.lost) / 2),
  };
  if (deciding.baselineSd > 0) decided.effectSize = difference / deciding.baselineSd;
  decided.conclusion = conclusion;
  if (needed !== undefined) decided.customersNeeded = needed;
  return decided as Decided;
}

function conclude(name: OutcomeName, interval: Interval, margin: number): Conclusion {
  if (interval.low >= -margin && interval.high <= margin) return 'practically the same';
  const higher = outcomeDescriptions[name].better === 'higher';
  if (interval.low > 0) return higher ? 'better' : 'worse';
  if (interval.high < 0) return higher ? 'worse' : 'better';
  return 'undecided';
}

/**
 * How many more customers in each segment until the interval leaves 0, or fits within the margin, if the difference is what it seems: luck
 * shrinks with the root of their number, what nobody showed with the number itself.
 */
function moreCustomers(difference: number, doubt: Doubt, level: number, margin: number, customers: number): number | undefined {
  const size = Math.abs(difference);
  const target = Math.max(size, margin - size);
  if (!(target > 0) || isExact(doubt)) return undefined;
  const luck = (normalQuantile(0.5 + level / 2) * doubt.error) / target;
  const hidden = reachOf({ ...doubt, error: 0, degrees: 0 }, level) / target;
  const needed = customers * Math.max(luck * luck, hidden);
  const more = Math.ceil(Math.max(needed - customers, customers / 10));
  return more <= 1e9 ? more : undefined;
}
