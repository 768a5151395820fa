import { exp } from '../../numerics/exp';
import type { Column } from '../../sampling/column';
import { clamped } from '../column-loops';
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
      weighted[i]! += b * weight - later[i]! * (b - a) * lag(rate * t);
      weights[i]! += weight;
      later[i] = earlier;
    }
  }
  for (let i = 0; i < count; i++) weighted[i] = weights[i]! > 0 ? clamped(weighted[i]! / weights[i]!) : mean[i]!;
  return weighted;
}

/** (1 − (1 + x)·e^(−x))/x: how far back the weight of a line lies, by its series where x is small. */
export function lag(x: number): number {
  if (x > 0.5) return (1 - (1 + x) * exp(-x)) / x;
  let power = 1;
  let sum = 0;
  for (let n = 2; n < 16; n++) {
    power *= x / n;
    sum += n % 2 === 0 ? (n - 1) * power : (1 - n) * power;
  }
  return sum;
}
