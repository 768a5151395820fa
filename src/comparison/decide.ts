import { outcomeDescriptions, isShare, type OutcomeName } from '../experience/outcomes';
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
  let errorSquared = 0;
  let freedom = 0;
  const share = (count: (balance: Balance) => number): number =>
    parts.reduce((sum, part) => sum + ((part.weight / whole) * count(part.balance)) / part.count, 0);
  for (const part of parts) {
    const error = errorSquaredOf(name, part) * (part.weight / whole) * (part.weight / whole);
    errorSquared += error;
    if (part.count > 1) freedom += (error * error) / (part.count - 1);
  }
  const standardError = Math.sqrt(errorSquared);
  const degrees = freedom > 0 ? (errorSquared * errorSquared) / freedom : Infinity;
  const simultaneousLevel = 1 - (1 - level) / family;
  const simultaneous = { ...meanInterval(difference, standardError, simultaneousLevel, degrees), level };
  const conclusion = conclude(name, simultaneous, margin);
  const needed =
    conclusion === 'undecided'
      ? moreCustomers(difference, simultaneous, standardError, simultaneousLevel, margin, parts[0]!.count)
      : undefined;
  const better = share((balance) => balance.better);
  const worse = share((balance) => balance.worse);
  const gained = share((balance) => balance.gained);
  const lost = share((balance) => balance.lost);
  return {
    difference,
    standardError,
    interval: meanInterval(difference, standardError, level, degrees),
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
 * Squared error of a paired mean. For a share that few customers change, the plain error is too small (and 0 when all change alike): half a
 * customer is added to each cell (Bonett & Price 2012). No customer changing at all stays exactly zero.
 */
function errorSquaredOf(name: OutcomeName, part: WeightedDifferences): number {
  const { count, spread, balance } = part;
  if (count <= 1) return 0;
  if (isShare(name) && balance.gained + balance.lost > 0) {
    const up = (balance.gained + 1) / (count + 2);
    const down = (balance.lost + 1) / (count + 2);
    return (up + down - (up - down) * (up - down)) / (count + 2);
  }
  return spread / (count - 1) / count;
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
