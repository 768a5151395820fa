import { highWord } from './double-bits';
import { exp } from './exp';
import { expTable } from './exp-table';
import { logStart, logTable } from './log-table';
import { normalCdf } from './normal';
import { normalOfWord, normalTable } from './normal-from-word';
import { power } from './power';
import { powersOfTwo } from './powers-of-two';

// Every loop gives, value by value, the bits of the function of one number it is named for. Each does one thing and calls one small function,
// which engines take in whole; `out` may be the input itself.

/** Standard normal numbers of the first `count` words: {@link normalFromWord}. */
export function normalColumn(words: Int32Array, count: number, out: Float64Array): void {
  const table = normalTable();
  for (let i = 0; i < count; i++) out[i] = normalOfWord(table, words[i]!);
}

/** `exp(logMedian + sigma · z)`: log-normal numbers from standard normal ones. */
export function lognormalColumn(z: Float64Array, count: number, logMedian: number, sigma: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) out[i] = exp(logMedian + sigma * z[i]!);
}

/**
 * `factor · x^exponent` of the first `count` numbers, with the bits of `factor * power(x, exponent)`. A negative x marks something that was not
 * lived: it gives 0. `out` may be `x` itself.
 *
 * The body of {@link power} stands here a second time, without its branches: called per value it takes half as long again. A test holds the two
 * together bit by bit.
 */
export function powerColumn(x: Float64Array, count: number, exponent: number, factor: number, out: Float64Array): void {
  // Within these bounds neither x nor the result comes near the ends of the double range. NaN, Infinity and 0 as exponents leave no such x.
  const size = exponent < 0 ? -exponent : exponent;
  const reach = size > 1 ? Math.floor(1000 / size) : 1000;
  const plain = size > 0 && size <= 1000;
  const least = plain ? powersOfTwo[1074 - reach]! : Infinity;
  const most = plain ? powersOfTwo[1074 + reach]! : -Infinity;
  const exponentHigh = Math.fround(exponent);
  const exponentLow = exponent - exponentHigh;
  const words = new Int32Array(x.buffer, x.byteOffset, 2 * count);
  for (let i = 0; i < count; i++) {
    const value = x[i]!;
    if (!(value >= least && value <= most)) {
      out[i] = value < 0 ? 0 : factor * power(value, exponent);
      continue;
    }
    const offset = words[2 * i + highWord]! - logStart;
    const place = (offset >> 11) & 508;
    const e = offset >> 20;
    const z = value * powersOfTwo[1074 - e]!;
    const reciprocal = logTable[place]!;
    const zHigh = Math.fround(z);
    const rHigh = zHigh * reciprocal - 1;
    const rLow = (z - zHigh) * reciprocal;
    const r = rHigh + rLow;
    const square = r * r;
    const table = e * 0.6931471805598903 + logTable[place + 1]!;
    const sum = table + rHigh;
    const low =
      table -
      sum +
      rHigh +
      (rLow + (e * 5.497923018708371e-14 + logTable[place + 2]!)) +
      square *
        (-0.5 +
          r * 0.3333333333333333 +
          square * (-0.25 + r * 0.2 + square * (-0.16666666666666666 + r * 0.14285714285714285 - square * 0.125)));
    const sumHigh = Math.fround(sum);
    const product = exponentHigh * sumHigh;
    const productLow = exponentLow * sumHigh + exponent * (sum - sumHigh + low);
    const steps = (product + productLow) * 184.6649652337873 + 6755399441055744 - 6755399441055744;
    const n = steps | 0;
    const t = product - steps * 0.005415212347998022 + (productLow - steps * 1.2655086083325438e-13);
    const tSquare = t * t;
    const growth = t + tSquare * (0.5 + t * 0.16666666666666666 + tSquare * (0.041666666666666664 + t * 0.008333333333333333));
    const entry = (n & 127) << 1;
    const base = expTable[entry]!;
    out[i] = factor * ((base + (base * growth + expTable[entry + 1]!)) * powersOfTwo[(n >> 7) + 1074]!);
  }
}

/** Standard normal probabilities of the first `count` numbers. */
export function normalCdfColumn(z: Float64Array, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) out[i] = normalCdf(z[i]!);
}
