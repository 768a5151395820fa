import { doubleBits, doubleWords, highWord } from './double-bits';
import { expTable } from './exp-table';
import { logStart, logTable } from './log-table';
import { powersOfTwo } from './powers-of-two';

const largest = 1.7976931348623157e308;
const smallestNormal = 2.2250738585072014e-308;

/**
 * x^y for x ≥ 0, to 0.7 units in the last place, with the same bits on every engine (some units more where an x within 1e-6 of 1 meets a y above
 * 1e7). A negative x gives NaN, also for whole y; the edges (0, 1, Infinity, NaN, and x^0 = 1) are those of `Math.pow`.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (!(x > 0 && x <= largest) || x === 1 || !(y - y === 0)) return powerAtEdge(x, y);
  // Beyond 1e30 the result is 0 or Infinity for every x but 1, and the split below would overflow.
  const exponent = y > 1e30 ? 1e30 : y < -1e30 ? -1e30 : y;
  return powerOfPositive(x, exponent, Math.fround(exponent));
}

/** {@link power} where x or y is 1, infinite, negative or NaN or x is 0, and y is not 0. */
function powerAtEdge(x: number, y: number): number {
  if (!(x >= 0) || Number.isNaN(y)) return NaN;
  if (x === 1) return y - y === 0 ? 1 : NaN;
  const grows = x > 1 ? y > 0 : y < 0;
  return grows ? Infinity : 0;
}

/**
 * x^y for a positive finite x and |y| ≤ 1e30, given y and y rounded to 24 bits. Logarithm and exponential in one: the logarithm stays in two
 * parts, so that a large y does not magnify its rounding.
 */
function powerOfPositive(x: number, y: number, yHigh: number): number {
  const subnormal = x < smallestNormal;
  const scaled = subnormal ? x * 18014398509481984 : x;
  doubleBits[0] = scaled;
  const offset = doubleWords[highWord]! - logStart;
  const place = (offset >> 11) & 508;
  const z = scaled * powersOfTwo[1074 - (offset >> 20)]!;
  const reciprocal = logTable[place]!;
  const zHigh = Math.fround(z);
  const rHigh = zHigh * reciprocal - 1;
  const rLow = (z - zHigh) * reciprocal;
  const r = rHigh + rLow;
  const square = r * r;
  const e = subnormal ? (offset >> 20) - 54 : offset >> 20;
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

  // y · (sum + low): the first product is exact, the second about 2^-24 of it.
  const sumHigh = Math.fround(sum);
  const product = yHigh * sumHigh;
  const productLow = (y - yHigh) * sumHigh + y * (sum - sumHigh + low);
  return expOfSum(product, productLow);
}

/** e^(high + low) for a short high (48 bits) and a low below 2^-20 of it. Apart from {@link powerOfPositive} so that loops can take both in. */
function expOfSum(high: number, low: number): number {
  const whole = high + low;
  if (whole > 710) return Infinity;
  if (whole < -746) return 0;
  const steps = whole * 184.6649652337873 + 6755399441055744 - 6755399441055744;
  const n = steps | 0;
  const t = high - steps * 0.005415212347998022 + (low - steps * 1.2655086083325438e-13);
  const square = t * t;
  const growth = t + square * (0.5 + t * 0.16666666666666666 + square * (0.041666666666666664 + t * 0.008333333333333333));
  const entry = (n & 127) << 1;
  const base = expTable[entry]!;
  const half = n >> 8;
  return (base + (base * growth + expTable[entry + 1]!)) * powersOfTwo[half + 1074]! * powersOfTwo[(n >> 7) - half + 1074]!;
}
