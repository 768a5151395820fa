import { log, log1p } from './log';

const halfLogTwoPi = 0.9189385332046728;

// (−1)^k (ζ(k) − 1)/k for k = 2 …: the Taylor series of log Γ(2 + z), after its first term z(1 − γ).
const aroundTwo = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234, -0.001192753911703261,
  0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6,
  4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7,
  4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9,
  -1.1921401405860912e-9, 5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/** The natural logarithm of Γ(x) for x > 0, to about 1e-15 of itself, also near its zeros 1 and 2; Infinity at 0, NaN below. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x < 0.5) return logGammaNearTwo(x) - log(x) - log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log(x);
  if (x <= 2.5) return logGammaNearTwo(x - 2);
  if (x < 12) {
    let product = 1;
    let rest = x;
    while (rest > 2.5) {
      rest -= 1;
      product *= rest;
    }
    return logGammaNearTwo(rest - 2) + log(product);
  }
  return x > 1e305 ? (x === Infinity ? x : x * (log(x) - 1)) : (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingSeries(x);
}

/** log Γ(2 + z) for |z| ≤ ½. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let k = aroundTwo.length - 1; k >= 0; k--) sum = sum * z + aroundTwo[k]!;
  return z * (0.42278433509846713 + z * sum);
}

/** What Stirling's formula leaves over: log Γ(x + 1) − (x + ½) log x + x − ½ log 2π, to about 2e-15, for x > 0. */
export function stirlingError(x: number): number {
  let correction = 0;
  let shifted = x;
  while (shifted < 12) {
    correction += (shifted + 0.5) * log1p(1 / shifted) - 1;
    shifted += 1;
  }
  return correction + stirlingSeries(shifted);
}

function stirlingSeries(x: number): number {
  const w = 1 / (x * x);
  return (
    (0.08333333333333333 -
      w *
        (0.002777777777777778 -
          w *
            (7.936507936507937e-4 -
              w * (5.952380952380953e-4 - w * (8.417508417508417e-4 - w * (0.0019175269175269176 - w * 0.00641025641025641)))))) /
    x
  );
}

/**
 * x log(x/m) + m − x: how far x lies from m, in units of information, without the cancellation of the plain formula near m (Loader 2000).
 * For x ≥ 0 and m > 0.
 */
export function deviance(x: number, m: number): number {
  const difference = x - m;
  const sum = x + m;
  if (difference >= -0.1 * sum && difference <= 0.1 * sum) {
    const v = difference / sum;
    const square = v * v;
    let total = difference * v;
    let term = 2 * x * v;
    for (let k = 3; k < 60; k += 2) {
      term *= square;
      const next = total + term / k;
      if (next === total) break;
      total = next;
    }
    return total;
  }
  return (x === 0 ? 0 : x * log(x / m)) + m - x;
}
