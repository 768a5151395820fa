import { doubleBits, doubleWords, highWord } from './double-bits';
import { logStart, logTable } from './log-table';
import { powersOfTwo } from './powers-of-two';

const ln2High = 0.6931471805598903; // 42 bits: its product with an exponent is exact
const ln2Low = 5.497923018708371e-14;
const largest = 1.7976931348623157e308;
const smallestNormal = 2.2250738585072014e-308;

/** The natural logarithm, to 0.75 units in the last place, with the same bits on every engine. 0 gives −Infinity, a negative x NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x > largest) return x;
  const subnormal = x < smallestNormal;
  const scaled = subnormal ? x * 18014398509481984 : x; // 2^54
  doubleBits[0] = scaled;
  const offset = doubleWords[highWord]! - logStart;
  const exponent = offset >> 20;
  const entry = (offset >> 11) & 508;
  // scaled = 2^exponent · z, and z times the reciprocal of its interval's middle is 1 + r with |r| < 1/200, here in two exact parts.
  const z = scaled * powersOfTwo[1074 - exponent]!;
  const reciprocal = logTable[entry]!;
  const zHigh = Math.fround(z);
  const rHigh = zHigh * reciprocal - 1;
  const rLow = (z - zHigh) * reciprocal;
  const r = rHigh + rLow;
  const square = r * r;
  const e = subnormal ? exponent - 54 : exponent;
  const table = e * ln2High + logTable[entry + 1]!;
  const high = table + rHigh;
  const low = table - high + rHigh + (rLow + (e * ln2Low + logTable[entry + 2]!));
  return (
    high +
    (low +
      square * (-0.5 + r * 0.3333333333333333 + square * (-0.25 + r * 0.2 + square * (-0.16666666666666666 + r * 0.14285714285714285))))
  );
}

/** The natural logarithm of 1 + x without losing the digits of a small x; to about 1.5 units in the last place. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1 || !(sum > 0) || sum > largest) return sum === 1 ? x : log(sum);
  const lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1);
  return log(sum) + lost / sum;
}

/** The logarithm to base 2, to about 1.5 units in the last place and exact at powers of two. */
export function log2(x: number): number {
  if (!(x > 0) || x > largest) return log(x);
  const subnormal = x < smallestNormal;
  const scaled = subnormal ? x * 18014398509481984 : x;
  doubleBits[0] = scaled;
  const exponent = (doubleWords[highWord]! - logStart) >> 20;
  const natural = log(scaled * powersOfTwo[1074 - exponent]!);
  const e = subnormal ? exponent - 54 : exponent;
  const naturalHigh = Math.fround(natural);
  const fraction = naturalHigh * 1.4426950216293335; // 1/ln 2 rounded to 24 bits: an exact product
  const rest = (natural - naturalHigh) * 1.4426950216293335 + natural * 1.9259629911266175e-8;
  const sum = e + fraction;
  return sum + ((e === 0 ? 0 : e - sum + fraction) + rest);
}
