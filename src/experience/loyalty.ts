import { logistic } from '../numerics/logistic';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { Arena } from '../sampling/arena';
import type { JourneyPlan } from './journey-plan';

/** Recovery lifts satisfaction, not loyalty: it follows the lower of satisfaction with and without the failures. */
export function lowerOf(arena: Arena, count: number, one: Float64Array, other: Float64Array | undefined): Float64Array {
  if (other === undefined) return one;
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = other[i]! < one[i]! ? other[i]! : one[i]!;
  return out;
}

export function loyaltyColumn(
  plan: JourneyPlan,
  columns: SegmentColumns,
  arena: Arena,
  count: number,
  satisfaction: Float64Array,
): Float64Array {
  const slope = columns.column(plan.loyalty.slope);
  const base = columns.column(plan.loyalty.base);
  const out = arena.take();
  for (let i = 0; i < count; i++) {
    out[i] = logistic(base.values[i & base.mask]! + (slope.values[i & slope.mask]! * (satisfaction[i]! - 50)) / 10);
  }
  return out;
}
