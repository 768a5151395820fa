import type { OutcomeName } from '../experience/outcomes';
import type { Among, PlanDoubts } from '../experience/plan-doubts';
import type { Moments } from '../statistics/chunk-moments';
import { doubtOf, type Doubt } from '../statistics/doubt';

/** What two journeys tell of their outcomes before they are lived. */
export type DoubtPair = readonly [before: PlanDoubts, after: PlanDoubts];

/**
 * The doubt of a mean of paired differences, or of a weighed sum of several. Customers who all show the same difference are no proof that all
 * have it: that is exact only where both plans make the outcome from the very same columns, or from no draws at all.
 */
export function differenceDoubt(
  moments: Moments,
  name: OutcomeName,
  pairs: readonly DoubtPair[],
  { nobodyLeft = false, among = 'all' }: { readonly nobodyLeft?: boolean; readonly among?: Among } = {},
): Doubt {
  const { count, mean, spread } = moments;
  const still = spread === 0;
  if (still && pairs.every((pair) => isExact(name, mean, pair, among))) return doubtOf(moments, 0, 0);
  const most = (of: (pair: DoubtPair) => number): number => pairs.reduce((largest, pair) => Math.max(largest, of(pair)), 0);
  const unseen = still || nobodyLeft ? most(([before, after]) => Math.max(before.reach(name), after.reach(name))) / count : 0;
  return doubtOf(
    moments,
    most(([before, after]) => after.rare(name, count, among, before)),
    unseen,
  );
}

function isExact(name: OutcomeName, mean: number, [before, after]: DoubtPair, among: Among): boolean {
  if (before.plan === after.plan) return true;
  const [one, other] = [before.basis(name, among), after.basis(name, among)];
  return (one.certain && other.certain) || (mean === 0 && one.key === other.key);
}
