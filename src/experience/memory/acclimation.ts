import { exp, expm1 } from '../../numerics/exp';
import type { Curve } from '../living/curve';

/**
 * Das Gupta, Karmarkar & Roels 2016: the reference level follows what is lived (rate α), what is felt is the distance from it, and what was
 * felt fades (rate γ). R = r₀ + γ·S/(1 − e^(−γT)), r₀ the expectation. Closed form per line. `mean` where no time passes.
 */
export function acclimationOf(curve: Curve, acclimation: number, decay: number, base: number, mean: number): number {
  const { count, totalSeconds } = curve;
  if (!(totalSeconds > 0)) return mean;
  let reference = base;
  let felt = 0;
  for (let m = 0; m < count; m++) {
    const time = curve.seconds(m);
    if (!(time > 0)) continue;
    const slope = (curve.end(m) - curve.start(m)) / time;
    const gap = curve.start(m) - reference;
    // u(s) = slope·A(s) + gap·e^(−αs), A(s) = (1 − e^(−αs))/α
    felt = felt * exp(-decay * time) + gap * kernel(acclimation, decay, time) + slope * ramp(acclimation, decay, time);
    reference = curve.end(m) - slope * grown(acclimation, time) - gap * exp(-acclimation * time);
  }
  return base + felt / grown(decay, totalSeconds);
}

/** (1 − e^(−kt))/k, and t for k = 0. */
export function grown(rate: number, t: number): number {
  const x = rate * t;
  return x < 1e-8 ? t * (1 - x / 2) : -expm1(-x) / rate;
}

/** ∫ e^(−αs)·e^(−γ(t−s)) ds over 0…t. */
export function kernel(alpha: number, gamma: number, t: number): number {
  return exp(-Math.min(alpha, gamma) * t) * grown(Math.abs(gamma - alpha), t);
}

/** ∫ A(s)·e^(−γ(t−s)) ds over 0…t, A(s) = (1 − e^(−αs))/α. */
export function ramp(alpha: number, gamma: number, t: number): number {
  if (alpha * t > 1e-4) return (grown(gamma, t) - kernel(alpha, gamma, t)) / alpha;
  // A(s) = s − αs²/2 + α²s³/6 − …
  const square = alpha * alpha;
  return powerKernel(1, gamma, t) - (alpha * powerKernel(2, gamma, t)) / 2 + (square * powerKernel(3, gamma, t)) / 6;
}

/** ∫ sⁿ·e^(−γ(t−s)) ds over 0…t, by its series where γt is small. */
function powerKernel(n: number, gamma: number, t: number): number {
  const x = gamma * t;
  let tn = t;
  for (let k = 0; k < n; k++) tn *= t;
  if (x < 0.5) {
    // tⁿ⁺¹ · Σ (−x)ʲ · n!/(n+1+j)!
    let term = 1 / (n + 1);
    let sum = term;
    for (let j = 1; j < 24; j++) {
      term *= -x / (n + 1 + j);
      sum += term;
    }
    return tn * sum;
  }
  let value = grown(gamma, t);
  let power = 1;
  for (let k = 1; k <= n; k++) {
    power *= t;
    value = (power - k * value) / gamma;
  }
  return value;
}
