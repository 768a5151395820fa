import betaQuantileReference from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantileReference from '@stdlib/stats-base-dists-gamma-quantile';
import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '../../../src/numerics/beta';
import { gammaCdf, gammaQuantile } from '../../../src/numerics/gamma';
import { deviance, logGamma, stirlingError } from '../../../src/numerics/log-gamma';
import { normalQuantile } from '../../../src/numerics/normal';
import { logGammaValues, gammaCdfValues, betaCdfValues } from './reference-values';
import { sweep } from './units-apart';

const near = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThanOrEqual(relative);
const shapes = [0.01, 0.3, 0.5, 1, 1.5, 3.7, 10, 50, 300, 5000];

describe('logGamma', () => {
  test.each(logGammaValues)('at %d', (x, expected) => near(logGamma(x), expected, 1.5e-15));
  test('edges', () => expect([0, 1, 2, Infinity, -1, NaN].map(logGamma)).toEqual([Infinity, 0, 0, Infinity, NaN, NaN]));
  test('its parts fit together: Stirling plus its error', () => {
    for (const x of [0.1, 1, 5, 11.5, 12.5, 200]) {
      const stirling = (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI);
      expect(Math.abs(stirling + stirlingError(x) - logGamma(x + 1))).toBeLessThan(1e-14 * (1 + Math.abs(stirling)));
    }
  });
  test('deviance: both ways of computing it meet, and it is 0 at m', () => {
    expect(deviance(7, 7)).toBe(0);
    expect(deviance(0, 3)).toBe(3);
    for (const x of [8, 9.5, 10.5, 12.2, 12.3]) expect(Math.abs(deviance(x, 10) - (x * Math.log(x / 10) + 10 - x))).toBeLessThan(1e-14);
  });
});

describe('gamma', () => {
  test.each(gammaCdfValues)('gammaCdf(%d, %d)', (shape, x, p) => near(gammaCdf(shape, x), p, 1e-13));
  test('edges', () => {
    expect([-1, 0, Infinity, NaN].map((x) => gammaCdf(2, x))).toEqual([0, 0, 1, NaN]);
    expect([0, 1, -0.1, 1.1, NaN].map((p) => gammaQuantile(2, p))).toEqual([0, Infinity, NaN, NaN, NaN]);
  });
  test.each(shapes)('shape %d: the quantile inverts the probability', (shape) => {
    for (const u of sweep(60)) near(gammaCdf(shape, gammaQuantile(shape, u)), u, 1e-12);
    const far = shape < 0.1 ? [1 - 1e-6] : [1e-12, 1e-6, 1 - 1e-6]; // below, the quantile of a tiny shape is smaller than any double
    for (const p of far) near(gammaCdf(shape, gammaQuantile(shape, p)), p, 1e-12);
  });
  test('shape 1 is the exponential distribution', () => {
    for (const u of sweep(100)) near(gammaQuantile(1, u), -Math.log1p(-u), 1e-13);
  });
  test('shape ½ is half a squared normal number', () => {
    for (const u of sweep(100)) near(gammaQuantile(0.5, u), normalQuantile((1 - u) / 2) ** 2 / 2, 1e-11);
  });
  test('agrees with another implementation', () => {
    for (const shape of [0.3, 1.5, 10, 50])
      for (const u of sweep(20)) near(gammaQuantile(shape, u), gammaQuantileReference(u, shape, 1), 1e-10);
  });
});

describe('beta', () => {
  test.each(betaCdfValues)('betaCdf(%d, %d, %d)', (a, b, x, p) => near(betaCdf(a, b, x), p, 1e-12));
  test('edges', () => {
    expect([-1, 0, 1, 2, NaN].map((x) => betaCdf(2, 3, x))).toEqual([0, 0, 1, 1, NaN]);
    expect([0, 1, -0.1, 1.1, NaN].map((p) => betaQuantile(2, 3, p))).toEqual([0, 1, NaN, NaN, NaN]);
  });
  test.each(shapes)('a = %d: the quantile inverts the probability', (a) => {
    for (const b of [0.5, 1, 2, 30, 400])
      for (const u of sweep(20)) {
        const x = betaQuantile(a, b, u);
        // Where x lies so near 1 that its own rounding moves the probability, inversion through a double cannot do better.
        const granularity = Math.abs(betaCdf(a, b, x * (1 + 2.3e-16)) - betaCdf(a, b, x));
        expect(Math.abs(betaCdf(a, b, x) - u)).toBeLessThanOrEqual(1e-12 * u + 2 * granularity);
      }
  });
  test('uniform, power and arcsine laws', () => {
    for (const u of sweep(100)) {
      near(betaQuantile(1, 1, u), u, 1e-13);
      near(betaQuantile(4, 1, u), u ** 0.25, 1e-13);
      near(betaQuantile(0.5, 0.5, u), Math.sin((Math.PI * u) / 2) ** 2, 1e-12);
    }
  });
  test('agrees with another implementation', () => {
    for (const [a, b] of [
      [2, 3],
      [0.7, 4],
      [20, 7],
    ] as const)
      for (const u of sweep(20)) near(betaQuantile(a, b, u), betaQuantileReference(u, a, b), 1e-9);
  });
});

test('quantiles never fall from one word to a later one', () => {
  const laws: ((p: number) => number)[] = [
    ...shapes.map((shape) => (p: number) => gammaQuantile(shape, p)),
    (p) => betaQuantile(0.5, 0.5, p),
    (p) => betaQuantile(0.1, 4, p),
    (p) => betaQuantile(200, 300, p),
  ];
  for (const quantile of laws) {
    let before = 0;
    for (let k = 0; k < 500; k++)
      for (const word of [k * 8_589_934, k * 8_589_934 + 1]) {
        const x = quantile((word + 0.5) / 4294967296);
        expect(x).toBeGreaterThanOrEqual(before);
        before = x;
      }
  }
});
