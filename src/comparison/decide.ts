import type { Hidden } from '../experience/plan-doubts';
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
  /** What `rare` in the doubt is the sum of. Default: nothing. */
  readonly hidden?: () => readonly Hidden[];
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
  const needed = conclusion === 'undecided' ? moreCustomers(difference, doubt, simultaneousLevel, deciding, parts) : undefined;
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
 * shrinks with the root of their number, what nobody showed with the number itself, and a rare chance not before there are enough to show it.
 */
function moreCustomers(
  difference: number,
  doubt: Doubt,
  level: number,
  { margin, customers }: Deciding,
  parts: readonly WeightedDifferences[],
): number | undefined {
  const size = Math.abs(difference);
  const target = Math.max(size, margin - size);
  if (!(target > 0) || isExact(doubt)) return undefined;
  const luck = normalQuantile(0.5 + level / 2) * doubt.error;
  const unseen = reachOf({ ...doubt, error: 0, degrees: 0, rare: 0 }, level);
  /** As many times the customers leave so much room: luck·x + unseen·x² = room, where x² is 1 by that many. */
  const timesFor = (room: number): number => {
    if (!(room > 0)) return Infinity;
    const x = (2 * room) / (luck + Math.sqrt(luck * luck + 4 * unseen * room));
    return 1 / (x * x);
  };
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const chances = parts.flatMap(({ weight, count, hidden }) =>
    (hidden?.() ?? []).map(({ seenFrom, moves }) => ({ times: seenFrom / count, moves: (weight / whole) * moves })),
  );
  let needed = timesFor(target);
  let rare = 0;
  // Those that take most customers first: as long as one is hidden, so are all before it.
  for (const { times, moves } of chances.sort((a, b) => b.times - a.times)) {
    rare += moves;
    needed = Math.max(needed, Math.min(times, timesFor(target - rare)));
  }
  const more = Math.ceil(Math.max((needed - 1) * customers, customers / 10));
  return more <= 1e9 ? more : undefined;
}
