import { exp } from '../../numerics/exp';
import { clamped } from '../clamped';
import type { Curve } from '../living/curve';

const ln2 = 0.6931471805599453;

/** Every moment weighs less the further it lies from the end: half for each `halfLife` share of the curve. `mean` where no time passes. */
export function recencyOf(curve: Curve, halfLife: number, mean: number): number {
  const { count, totalSeconds } = curve;
  const rate = ln2 / (halfLife * totalSeconds);
  let later = 1;
  let weighted = 0;
  let weights = 0;
  let before = totalSeconds;
  for (let m = count - 1; m >= 0; m--) {
    const time = curve.seconds(m);
    if (!(time > 0)) continue;
    before -= time;
    const earlier = exp(-rate * (totalSeconds - before));
    const weight = later - earlier;
    const last = curve.end(m);
    // ∫ of the line under the kernel: its last value, less what the slope takes off towards the past.
    weighted += last * weight - later * (last - curve.start(m)) * lag(rate * time);
    weights += weight;
    later = earlier;
  }
  return weights > 0 ? clamped(weighted / weights) : mean;
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
