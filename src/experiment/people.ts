import { differenceDoubt } from '../comparison/difference-doubt';
import type { PlanDoubts } from '../experience/plan-doubts';
import { momentsOf, type Moments } from '../statistics/chunk-moments';
import { combinedDoubt, doubtOf, type Doubt } from '../statistics/doubt';
import type { Scaled } from './outcome-range';

/** One number for every simulated person, segment by segment. */
export interface People {
  /** Segment ids with their shares, as text: two conditions with the same cast were lived by the same people. */
  readonly cast: string;
  readonly shares: readonly number[];
  readonly values: readonly Float64Array[];
  readonly behind: Behind;
}

/** What the numbers are made from: the outcome of one journey, segment by segment, or choices between the episodes of several. */
export type Behind =
  | { readonly kind: 'mean'; readonly measure: Scaled; readonly plans: readonly PlanDoubts[] }
  | { readonly kind: 'choice'; readonly outcome: Scaled['outcome']; readonly episodes: readonly (readonly PlanDoubts[])[] };

/** A mean, or what two of them make, and how far it may be from that of infinitely many people. */
export interface Uncertain {
  readonly standardError: number;
  readonly doubt: Doubt;
}

export interface MeanOfPeople extends Uncertain {
  readonly mean: number;
  /** Between people, all segments together. */
  readonly variance: number;
}

/** Mean over segments by share, its error, and how people differ. Sums run in a fixed order. */
export function meanOfPeople(people: People): MeanOfPeople {
  const { shares, values, behind } = people;
  const moments = values.map(momentsOf);
  const { mean, variance } = spreadOf(shares, moments);
  return { mean, variance, ...uncertain(shares, moments, (index) => doubtBehind(behind, index, moments[index]!)) };
}

/** Mean over segments by share, and the variance between people. */
export function spreadOf(shares: readonly number[], moments: readonly Moments[]): { readonly mean: number; readonly variance: number } {
  const mean = moments.reduce((sum, segment, index) => sum + shares[index]! * segment.mean, 0);
  let variance = 0;
  moments.forEach((segment, index) => {
    const distance = segment.mean - mean;
    variance += shares[index]! * ((segment.count > 1 ? segment.spread / (segment.count - 1) : 0) + distance * distance);
  });
  return { mean, variance };
}

/** Of the mean of `a·x + b·y`: person by person where the same people lived both, else as of two groups. */
export function together(x: People, a: number, y: People, b: number): Uncertain {
  const paired = x.cast === y.cast && x.values.every((column, index) => column.length === y.values[index]!.length);
  if (!paired) {
    return ofTwoGroups(meanOfPeople(x), a, meanOfPeople(y), b);
  }
  const moments = x.values.map((column, index) => {
    const other = y.values[index]!;
    return momentsOf(column.map((value, i) => a * value + b * other[i]!));
  });
  return uncertain(x.shares, moments, (index) => {
    const own = moments[index]!;
    if (x.behind.kind === 'mean' && y.behind.kind === 'mean' && a * b < 0) {
      const { outcome, factor } = x.behind.measure;
      const doubt = differenceDoubt(own, outcome, [[y.behind.plans[index]!, x.behind.plans[index]!]]);
      return stretched(doubt, Math.max(Math.abs(a), Math.abs(b)) * Math.abs(factor));
    }
    const first = doubtBehind(x.behind, index, momentsOf(x.values[index]!));
    const second = doubtBehind(y.behind, index, momentsOf(y.values[index]!));
    const [wide, other] = [Math.abs(a), Math.abs(b)];
    return doubtOf(own, wide * first.rare + other * second.rare, wide * first.unseen + other * second.unseen);
  });
}

/** Of `a·x + b·y`, found from different people. */
export function ofTwoGroups(x: Uncertain, a: number, y: Uncertain, b: number): Uncertain {
  const first = a * x.standardError;
  const second = b * y.standardError;
  return {
    standardError: Math.sqrt(first * first + second * second),
    doubt: combinedDoubt([
      { weight: Math.abs(a), doubt: x.doubt },
      { weight: Math.abs(b), doubt: y.doubt },
    ]),
  };
}

function uncertain(shares: readonly number[], moments: readonly Moments[], doubt: (segment: number) => Doubt): Uncertain {
  let error = 0;
  moments.forEach(({ count, spread }, index) => {
    const share = shares[index]!;
    if (count > 1) error += (share * share * spread) / (count * (count - 1));
  });
  return {
    standardError: Math.sqrt(error),
    doubt: combinedDoubt(shares.map((weight, index) => ({ weight, doubt: doubt(index) }))),
  };
}

function doubtBehind(behind: Behind, segment: number, moments: Moments): Doubt {
  if (behind.kind === 'mean') {
    const { outcome, factor } = behind.measure;
    return stretched(behind.plans[segment]!.doubt(outcome, moments), Math.abs(factor));
  }
  const plans = behind.episodes.map((episode) => episode[segment]!);
  const bases = plans.map((plan) => plan.basis(behind.outcome));
  const alike = bases.every(({ certain }) => certain) || bases.every(({ key }) => key === bases[0]!.key);
  if (alike && moments.spread === 0) return doubtOf(moments, 0, 0);
  // Who meets a chance in one of the episodes may choose otherwise, from never to always.
  const rare = plans.reduce((sum, plan) => sum + plan.rare(behind.outcome, moments.count, 'all') / plan.reach(behind.outcome), 0);
  return doubtOf(moments, Math.min(1, rare), moments.spread === 0 ? 1 / moments.count : 0);
}

/** What no sample shows is told by the plan in the unit of the outcome; errors are those of the numbers as they are. */
function stretched(doubt: Doubt, factor: number): Doubt {
  return { ...doubt, rare: factor * doubt.rare, unseen: factor * doubt.unseen };
}
