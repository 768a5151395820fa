import { exp } from '../../numerics/exp';
import type { Column } from '../../sampling/column';
import type { CurveBlock } from './curve';

const ln2 = 0.6931471805599453;

/** Every moment weighs less the further it lies from the end: half for each `halfLife` share of the curve. `mean` where no time passes. */
export function recencyColumn(curve: CurveBlock, halfLife: Column, mean: Float64Array): Float64Array {
  const { count, arena, clock } = curve;
  const later = arena.take().fill(1, 0, count);
  const weighted = arena.take().fill(0, 0, count);
  const weights = arena.take().fill(0, 0, count);
  const before = arena.take();
  for (let i = 0; i < count; i++) before[i] = clock[i]!;
  for (let m = curve.moments.length - 1; m >= 0; m--) {
    const { seconds, start, end } = curve.moments[m]!;
    for (let i = 0; i < count; i++) {
      const t = seconds.values[i & seconds.mask]!;
      if (!(t > 0)) continue;
      before[i]! -= t;
      const rate = ln2 / (halfLife.values[i & halfLife.mask]! * clock[i]!);
      const earlier = exp(-rate * (clock[i]! - before[i]!));
      const weight = later[i]! - earlier;
      const a = start.values[i & start.mask]!;
      const b = end.values[i & end.mask]!;
      // ∫ of the line under the kernel: its last value, less what the slope takes off towards the past.
      const x = rate * t;
      const slope = b - a;
      const inside = slope === 0 || !(weight > 0) ? b * weight : later[i]! * b - earlier * a - (slope / x) * weight;
      weighted[i]! += inside;
      weights[i]! += weight;
      later[i] = earlier;
    }
  }
  for (let i = 0; i < count; i++) weighted[i] = weights[i]! > 0 ? weighted[i]! / weights[i]! : mean[i]!;
  return weighted;
}
