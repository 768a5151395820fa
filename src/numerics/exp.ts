import { expTable } from './exp-table';
import { powersOfTwo } from './powers-of-two';

// x = n·ln2/128 + r with |r| ≤ ln2/256, so e^x = 2^(n >> 7) · 2^((n & 127)/128) · e^r. Adding and subtracting 1.5·2^52 rounds to an integer.
const stepsPerUnit = 184.6649652337873;
const stepHigh = 0.005415212347998022; // 34 bits: n times it is exact
const stepLow = 1.2655086083325438e-13;
const rounder = 6755399441055744;

/**
 * e^x, to about 0.51 units in the last place, with the same bits on every engine. Above 709.78 it is Infinity; below −745.13 it is 0;
 * between −745.13 and −708.4 the result is subnormal and correctly rounded to about one unit.
 */
export function exp(x: number): number {
  // No early ways out: the column loops take this function in whole, and one path keeps them fast. NaN passes both comparisons.
  const clamped = x > 710 ? 710 : x < -746 ? -746 : x;
  const steps = clamped * stepsPerUnit + rounder - rounder;
  const n = steps | 0;
  const r = clamped - steps * stepHigh - steps * stepLow;
  const square = r * r;
  const growth = r + square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
  const entry = (n & 127) << 1;
  const base = expTable[entry]!;
  // Two factors, because one alone can overflow or go subnormal too early.
  const half = n >> 8;
  return (base + (base * growth + expTable[entry + 1]!)) * powersOfTwo[half + 1074]! * powersOfTwo[(n >> 7) - half + 1074]!;
}

/** e^x − 1 without losing the digits of a small x; to about two units in the last place. */
export function expm1(x: number): number {
  if (x > 56) return exp(x);
  if (x < -38) return -1;
  const steps = x * stepsPerUnit + rounder - rounder;
  const n = steps | 0;
  const r = x - steps * stepHigh - steps * stepLow;
  const square = r * r;
  const rest =
    square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333 + square * 0.001388888888888889));
  if (n === 0) return x === 0 ? x : r + rest;
  const entry = (n & 127) << 1;
  const scale = powersOfTwo[(n >> 7) + 1074]!;
  const base = expTable[entry]! * scale;
  const whole = base - 1;
  const lost = base >= 1 ? whole - base + 1 : base - (whole + 1);
  return whole + ((base >= 1 ? -lost : lost) + (base * r + (base * rest + expTable[entry + 1]! * scale)));
}
