import { describe, expect, test } from 'vitest';
import { exp, expm1 } from '../../../src/numerics/exp';
import { log, log1p, log2 } from '../../../src/numerics/log';
import { logistic } from '../../../src/numerics/logistic';
import { power } from '../../../src/numerics/power';
import { tanh } from '../../../src/numerics/tanh';
import { expm1Values, expValues, log1pValues, log2Values, logisticValues, logValues, powerValues, tanhValues } from './reference-values';
import { sweep, unitsApart } from './units-apart';

// Beside each: the number of doubles it may be off: the stated error, rounded up.
const references: [string, (x: number) => number, number, [number, number][]][] = [
  ['exp', exp, 1, expValues],
  ['expm1', expm1, 2, expm1Values],
  ['log', log, 1, logValues],
  ['log1p', log1p, 2, log1pValues],
  ['log2', log2, 2, log2Values],
  ['tanh', tanh, 3, tanhValues],
  ['logistic', logistic, 2, logisticValues],
];

describe('against high-precision values', () => {
  for (const [name, f, within, rows] of references)
    test.each(rows)(`${name}(%d)`, (x, expected) => expect(unitsApart(f(x), expected)).toBeLessThanOrEqual(within));
  test.each(powerValues)('power(%d, %d)', (x, y, expected) => expect(unitsApart(power(x, y), expected)).toBeLessThanOrEqual(1));
});

describe('against Math, itself within a unit or so', () => {
  const points = sweep(4000);
  const worst = (ours: (u: number) => number, theirs: (u: number) => number) =>
    Math.max(...points.map((u) => unitsApart(ours(u), theirs(u))));
  const wide = (u: number) => (u - 0.5) * 1480;
  const spread = (u: number) => 2 ** ((u - 0.5) * 2040);
  test('exp', () =>
    expect(
      worst(
        (u) => exp(wide(u)),
        (u) => Math.exp(wide(u)),
      ),
    ).toBeLessThanOrEqual(2));
  test('log', () =>
    expect(
      worst(
        (u) => log(spread(u)),
        (u) => Math.log(spread(u)),
      ),
    ).toBeLessThanOrEqual(2));
  test('log near 1', () =>
    expect(
      worst(
        (u) => log(u + 0.5),
        (u) => Math.log(u + 0.5),
      ),
    ).toBeLessThanOrEqual(2));
  test('log2', () =>
    expect(
      worst(
        (u) => log2(u * 4),
        (u) => Math.log2(u * 4),
      ),
    ).toBeLessThanOrEqual(3));
  test('log1p', () =>
    expect(
      worst(
        (u) => log1p(u * 3 - 0.99),
        (u) => Math.log1p(u * 3 - 0.99),
      ),
    ).toBeLessThanOrEqual(3));
  test('expm1', () =>
    expect(
      worst(
        (u) => expm1(u * 6 - 3),
        (u) => Math.expm1(u * 6 - 3),
      ),
    ).toBeLessThanOrEqual(3));
  test('tanh', () =>
    expect(
      worst(
        (u) => tanh(u * 6 - 3),
        (u) => Math.tanh(u * 6 - 3),
      ),
    ).toBeLessThanOrEqual(4));
  test('power of a duration', () =>
    expect(
      worst(
        (u) => power(u * 1e5, 0.9),
        (u) => Math.pow(u * 1e5, 0.9),
      ),
    ).toBeLessThanOrEqual(2));
});

describe('at the edges', () => {
  test('exp', () => {
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(710), exp(-746), exp(NaN)]).toEqual([1, 1, Infinity, 0, Infinity, 0, NaN]);
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect([exp(-745.1332191019411), exp(-745.1332191019412)]).toEqual([5e-324, 0]);
  });
  test('expm1', () => {
    expect([expm1(0), expm1(-0), expm1(Infinity), expm1(-Infinity), expm1(NaN), expm1(5e-324)]).toEqual([0, -0, Infinity, -1, NaN, 5e-324]);
  });
  test('logarithms', () => {
    expect([log(0), log(-0), log(1), log(Infinity), log(-1), log(NaN)]).toEqual([-Infinity, -Infinity, 0, Infinity, NaN, NaN]);
    expect([log1p(-1), log1p(0), log1p(-0), log1p(Infinity), log1p(-2), log1p(NaN)]).toEqual([-Infinity, 0, -0, Infinity, NaN, NaN]);
    expect([log2(0), log2(Infinity), log2(-1), log2(NaN)]).toEqual([-Infinity, Infinity, NaN, NaN]);
  });
  test('log2 is exact at every power of two', () => {
    for (let e = -1074; e < 1024; e++) expect(log2(2 ** e)).toBe(e);
  });
  test('tanh and logistic', () => {
    expect([tanh(0), tanh(-0), tanh(Infinity), tanh(-Infinity), tanh(NaN)]).toEqual([0, -0, 1, -1, NaN]);
    expect([logistic(Infinity), logistic(-Infinity), logistic(NaN), logistic(-744)]).toEqual([1, 0, NaN, Math.exp(-744)]);
  });
  test('power has the edges of Math.pow for x ≥ 0, and NaN for a negative x', () => {
    const edges = [0, 5e-324, 1e-310, 0.5, 1, 2, 1.7976931348623157e308, Infinity, NaN];
    const exponents = [0, 5e-324, 0.5, 1, 2, 1e300, Infinity, NaN];
    for (const x of edges)
      for (const y of [...exponents, ...exponents.map((e) => -e)])
        expect(unitsApart(power(x, y), Math.pow(x, y)), `${x}^${y}`).toBeLessThanOrEqual(1);
    expect([power(-2, 2), power(-2, 0), power(-Infinity, 1)]).toEqual([NaN, 1, NaN]);
  });
});

test('exp and log rise with their argument', () => {
  let before = -Infinity;
  for (let k = -3000; k <= 3000; k++) {
    const x = (k * 0.6931471805599453) / 256; // every half step: on and between the edges of the table
    for (const near of [x - 1e-13 * Math.abs(x), x, x + 1e-13 * Math.abs(x)]) {
      const here = exp(near);
      expect(here).toBeGreaterThanOrEqual(before);
      before = here;
    }
  }
  before = -Infinity;
  for (let k = 0; k <= 4096; k++) {
    const x = 0.7 + k / 4096;
    const here = log(x);
    expect(here).toBeGreaterThan(before);
    before = here;
  }
});
