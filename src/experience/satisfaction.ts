import { expm1 } from '../numerics/exp';
import { log2 } from '../numerics/log';
import { logistic } from '../numerics/logistic';
import type { Column } from '../sampling/column';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { Arena } from '../sampling/arena';
import type { JourneyPlan } from './journey-plan';
import { clamped } from './clamped';

/** What satisfaction is made from. Clock and felt time are those charged: whoever left is charged for the whole. */
export interface Judged {
  readonly utility: Float64Array;
  readonly clock: Float64Array;
  readonly felt: Float64Array;
}

/** Satisfaction 0…100 = 100·logistic(Q/s + base), Q = ω·R + (1−ω)·(D⁺ − λ·D⁻) − time terms, D = R − X. */
export function satisfactionColumn(plan: JourneyPlan, columns: SegmentColumns, arena: Arena, count: number, judged: Judged): Float64Array {
  const quality = arena.take();
  const expectation = columns.column(plan.expectation);
  const balance = columns.column(plan.satisfaction.balance);
  const aversion = columns.column(plan.satisfaction.lossAversion);
  for (let i = 0; i < count; i++) {
    const utility = clamped(judged.utility[i]!);
    const gap = utility - expectation.values[i & expectation.mask]!;
    const weight = balance.values[i & balance.mask]!;
    quality[i] = weight * utility + (1 - weight) * counted(gap, aversion.values[i & aversion.mask]!);
  }
  if (plan.promiseSeconds !== undefined) chargeLateness(plan, columns, count, judged.clock, plan.promiseSeconds, quality);
  if (plan.expectedFelt !== undefined) chargeSlowness(plan, columns, count, judged.felt, columns.column(plan.expectedFelt), quality);
  const scale = columns.column(plan.satisfaction.scale);
  const base = columns.column(plan.satisfaction.base);
  for (let i = 0; i < count; i++) quality[i] = 100 * logistic(quality[i]! / scale.values[i & scale.mask]! + base.values[i & base.mask]!);
  return quality;
}

/** What fell short of the expectation counts λ times. */
export function counted(gap: number, lossAversion: number): number {
  return gap >= 0 ? gap : lossAversion * gap;
}

/** late·s·(1 − e^(−x/lateScale)), x the share by which the promise was overrun. `most`: late·s. */
export function latenessCost(over: number, most: number, lateScale: number): number {
  return over > 0 ? -most * expm1(-over / lateScale) : 0;
}

/** Per doubling of felt time over what the time expected would feel like. */
export function slownessCost(ratio: number, slow: number): number {
  return ratio > 1 ? slow * log2(ratio) : 0;
}

function chargeLateness(
  plan: JourneyPlan,
  columns: SegmentColumns,
  count: number,
  clock: Float64Array,
  promise: number,
  quality: Float64Array,
): void {
  const late: Column = columns.column(plan.satisfaction.late);
  const lateScale = columns.column(plan.satisfaction.lateScale);
  const scale = columns.column(plan.satisfaction.scale);
  for (let i = 0; i < count; i++) {
    const over = (clock[i]! - promise) / promise;
    const most = late.values[i & late.mask]! * scale.values[i & scale.mask]!;
    quality[i]! -= latenessCost(over, most, lateScale.values[i & lateScale.mask]!);
  }
}

function chargeSlowness(
  plan: JourneyPlan,
  columns: SegmentColumns,
  count: number,
  felt: Float64Array,
  expected: Column,
  quality: Float64Array,
): void {
  const slow = columns.column(plan.satisfaction.slow);
  for (let i = 0; i < count; i++) {
    const ratio = felt[i]! / expected.values[i & expected.mask]!;
    quality[i]! -= slownessCost(ratio, slow.values[i & slow.mask]!);
  }
}
