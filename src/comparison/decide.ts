import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { normalQuantile } from '../numerics/normal';
import type { Conclusion, Difference } from '../results/types';
import { meanInterval, namedQuantiles, quantileLevels, type Interval } from '../statistics/estimate';
import { storeQuantiles, type ValueStore } from '../statistics/value-store';
import type { Balance } from './difference-tally';

/** The paired differences of one segment, or of several with their weights. */
export interface WeightedDifferences {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly spread: number;
  readonly balance: Balance;
  readonly range: { readonly low: number; readonly high: number };
  readonly store: ValueStore;
  readonly weight: number;
}

export interface Deciding {
  readonly name: OutcomeName;
  readonly level: number;
  /** Over how many differences the conclusions have to hold at once. */
  readonly family: number;
  readonly margin: number;
  readonly baselineSd: number;
  readonly population: number | undefined;
}

/** From paired differences to a verdict. */
export function decide(parts: readonly WeightedDifferences[], deciding: Deciding): Omit<Difference, 'sentence'> {
  const { name, level, family, margin } = deciding;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let difference = 0;
  for (const part of parts) difference += (part.weight / whole) * part.mean;
  let plainSquared = 0;
  let errorSquared = 0;
  let freedom = 0;
  const share = (count: (balance: Balance) => number): number =>
    parts.reduce((sum, part) => sum + ((part.weight / whole) * count(part.balance)) / part.count, 0);
  for (const part of parts) {
    const weightSquared = (part.weight / whole) * (part.weight / whole);
    const error = cautiousErrorSquared(part) * weightSquared;
    errorSquared += error;
    if (part.count > 1) plainSquared += (weightSquared * part.spread) / (part.count - 1) / part.count;
    if (part.count > 1) freedom += (error * error) / (part.count - 1);
  }
  const cautiousError = Math.sqrt(errorSquared);
  const degrees = freedom > 0 ? (errorSquared * errorSquared) / freedom : Infinity;
  const simultaneousLevel = 1 - (1 - level) / family;
  const simultaneous = { ...meanInterval(difference, cautiousError, simultaneousLevel, degrees), level };
  const conclusion = conclude(name, simultaneous, margin);
  const needed =
    conclusion === 'undecided'
      ? moreCustomers(difference, simultaneous, cautiousError, simultaneousLevel, margin, parts[0]!.count)
      : undefined;
  const better = share((balance) => balance.better);
  const worse = share((balance) => balance.worse);
  const gained = share((balance) => balance.gained);
  const lost = share((balance) => balance.lost);
  return {
    difference,
    standardError: Math.sqrt(plainSquared),
    interval: meanInterval(difference, cautiousError, level, degrees),
    simultaneous,
    better,
    same: Math.max(0, 1 - better - worse),
    worse,
    superiority: gained + Math.max(0, 1 - gained - lost) / 2,
    effectSize: difference === 0 || deciding.baselineSd === 0 ? 0 : difference / deciding.baselineSd,
    conclusion,
    ...(needed === undefined ? {} : { customersNeeded: needed }),
    quantiles: namedQuantiles(storeQuantiles(parts, quantileLevels)),
    ...(deciding.population === undefined ? {} : { people: { better: better * deciding.population, worse: worse * deciding.population } }),
  };
}

/**
 * What the intervals are made from: the squared error of a paired mean as if two more customers had been seen, one on either side, as far
 * from the mean as the one furthest from it. Where everybody changes it adds next to nothing; where few do, the plain error is too small
 * (for shares this is the rule of Bonett & Price 2012). When all change alike, or nobody does, it stays exactly zero.
 */
function cautiousErrorSquared({ count, mean, spread, range }: WeightedDifferences): number {
  if (count <= 1) return 0;
  const furthest = Math.max(range.high - mean, mean - range.low);
  return (spread + 2 * furthest * furthest) / (count - 1) / count;
}

function conclude(name: OutcomeName, interval: Interval, margin: number): Conclusion {
  if (interval.low >= -margin && interval.high <= margin) return 'practically the same';
  const higher = outcomeDescriptions[name].better === 'higher';
  if (interval.low > 0) return higher ? 'better' : 'worse';
  if (interval.high < 0) return higher ? 'worse' : 'better';
  return 'undecided';
}

/** How many more customers in each segment until the interval leaves 0, or fits within the margin, if the difference is what it seems. */
function moreCustomers(
  difference: number,
  interval: Interval,
  standardError: number,
  level: number,
  margin: number,
  customers: number,
): number | undefined {
  const size = Math.abs(difference);
  const reach = (interval.high - interval.low) / 2;
  const target = Math.max(size, margin - size);
  if (!(target > 0) || !(reach > 0)) return undefined;
  const z = normalQuantile(0.5 + level / 2);
  const needed = customers * ((z * standardError) / target) * ((z * standardError) / target);
  const more = Math.ceil(Math.max(needed - customers, customers / 10));
  return more <= 1e9 ? more : undefined;
}
