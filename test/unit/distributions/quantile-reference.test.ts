import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import exponentialQuantile from '@stdlib/stats-base-dists-exponential-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import lognormalQuantile from '@stdlib/stats-base-dists-lognormal-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import triangularQuantile from '@stdlib/stats-base-dists-triangular-quantile';
import weibullQuantile from '@stdlib/stats-base-dists-weibull-quantile';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/distributions/mathematics';
import { distributionTypes, type Distribution } from '../../../src/distributions/families';

const shares = [1e-6, 1e-5, 0.001, 0.025, 0.05, 0.1, 0.25, 0.4, 0.5, 0.61, 0.75, 0.9, 0.95, 0.975, 0.999, 0.99999, 1 - 1e-6];

type Reference = (p: number) => number;
const cases: readonly (readonly [string, Distribution, Reference])[] = [
  ['normal', { type: 'normal', mean: -2, sd: 1.5 }, (p) => normalQuantile(p, -2, 1.5)],
  ['lognormal', { type: 'lognormal', median: 600, sigma: 0.7 }, (p) => lognormalQuantile(p, Math.log(600), 0.7)],
  ['gamma', { type: 'gamma', shape: 2.5, scale: 60 }, (p) => gammaQuantile(p, 2.5, 1 / 60)],
  ['gamma of shape 0.4', { type: 'gamma', shape: 0.4, scale: 60 }, (p) => gammaQuantile(p, 0.4, 1 / 60)],
  ['gamma of shape 300', { type: 'gamma', shape: 300, scale: 2 }, (p) => gammaQuantile(p, 300, 0.5)],
  ['weibull', { type: 'weibull', shape: 1.7, scale: 600 }, (p) => weibullQuantile(p, 1.7, 600)],
  ['exponential', { type: 'exponential', mean: 600 }, (p) => exponentialQuantile(p, 1 / 600)],
  ['triangular', { type: 'triangular', min: 60, mode: 120, max: 900 }, (p) => triangularQuantile(p, 60, 900, 120)],
  ['beta', { type: 'beta', alpha: 2, beta: 5, min: 0, max: 1 }, (p) => betaQuantile(p, 2, 5)],
  ['beta of small shapes', { type: 'beta', alpha: 0.7, beta: 1.4, min: 0, max: 1 }, (p) => betaQuantile(p, 0.7, 1.4)],
  ['beta on 100 … 300', { type: 'beta', alpha: 30, beta: 12, min: 100, max: 300 }, (p) => 100 + 200 * betaQuantile(p, 30, 12)],
  ['pert', { type: 'pert', min: 2, mode: 3, max: 10 }, (p) => 2 + 8 * betaQuantile(p, 1.5, 4.5)],
];

/** Without a curve of their own, or known by another check below. */
const checkedElsewhere = ['constant', 'uniform', 'truncatedNormal', 'empirical', 'discrete', 'mixture', 'scaled'];

it('every family has a reference for its quantiles', () => {
  const checked = new Set([...cases.map(([, { type }]) => type), ...checkedElsewhere]);
  expect(distributionTypes.filter((type) => !checked.has(type))).toEqual([]);
});

describe('quantile, against stdlib', () => {
  it.each(cases)('%s within 1e-9 of itself from 1e-6 to 1 − 1e-6', (_, distribution, reference) => {
    const worst = Math.max(...shares.map((p) => Math.abs(quantile(distribution, p) / reference(p) - 1)));
    expect(worst).toBeLessThan(1e-9);
  });

  it('truncates a normal on either side of its mean, and far from it', () => {
    const upper = (p: number, mean: number, sd: number, min: number): number => {
      const above = 1 - cumulative((min - mean) / sd);
      return mean - sd * normalQuantile((1 - p) * above, 0, 1);
    };
    for (const p of [0.001, 0.3, 0.5, 0.9]) {
      const cut: Distribution = { type: 'truncatedNormal', mean: 600, sd: 300, min: 0 };
      expect(quantile(cut, p)).toBeCloseTo(upper(p, 600, 300, 0), 6);
      // Mills: far out the tail is exponential with rate z, to 1/z² of itself.
      const far = quantile({ type: 'truncatedNormal', mean: 0, sd: 1, min: 15 }, p) - 15;
      expect(Math.abs(far / (-Math.log(1 - p) / 15) - 1)).toBeLessThan(4 / 225 + 4 / 225);
    }
    const both: Distribution = { type: 'truncatedNormal', mean: 3, sd: 1, min: 1, max: 5 };
    expect(quantile(both, 0.5)).toBeCloseTo(3, 12);
  });
});

/** From mpmath with 40 digits, by bisection on the logarithm of the tail; stdlib and scipy are wrong at some of them. */
const farTails: readonly (readonly [Distribution, p: number, value: number])[] = [
  [{ type: 'normal', mean: 0, sd: 1 }, 1e-300, -37.0470962993612],
  [{ type: 'normal', mean: 0, sd: 1 }, 1e-30, -11.464024688443615],
  [{ type: 'gamma', shape: 400, scale: 1 }, 1e-300, 28.3615225213978],
  [{ type: 'gamma', shape: 400, scale: 60 }, 1e-200, 60 * 53.727096346056086],
  [{ type: 'gamma', shape: 1000, scale: 1 }, 1e-307, 229.07509340667855],
  [{ type: 'gamma', shape: 1000, scale: 1 }, 1e-250, 272.8843579606786],
  [{ type: 'gamma', shape: 10_000, scale: 1 }, 1e-300, 6737.687191590329],
  [{ type: 'gamma', shape: 50, scale: 1 }, 1e-300, 1.948326167006778e-5],
  [{ type: 'beta', alpha: 400, beta: 400, min: 0, max: 1 }, 1e-300, 0.04714468570473114],
  [{ type: 'beta', alpha: 400, beta: 2, min: 0, max: 1 }, 1e-300, 0.17526725332246984],
  [{ type: 'beta', alpha: 3000, beta: 3, min: 0, max: 1 }, 1e-200, 0.8544227876910302],
  [{ type: 'beta', alpha: 1e6, beta: 1, min: 0, max: 1 }, 1e-300, 0.9993094630025899],
  [{ type: 'beta', alpha: 1e6, beta: 1, min: 0, max: 1 }, 1e-100, 0.9997697679981566],
];

describe('quantile in the far tails', () => {
  it.each(farTails)('%o at %s', (distribution, p, value) => {
    expect(Math.abs(quantile(distribution, p) / value - 1)).toBeLessThan(1e-11);
  });

  it('of the families with a closed form follow it', () => {
    for (const p of [1e-300, 1e-200, 1e-100, 1e-30, 1e-15, 1 - 1e-12, 1 - 2 ** -53]) {
      const hazard = -Math.log1p(-p);
      const forms: readonly (readonly [Distribution, number])[] = [
        [{ type: 'exponential', mean: 600 }, 600 * hazard],
        [{ type: 'weibull', shape: 1.7, scale: 600 }, 600 * hazard ** (1 / 1.7)],
        [{ type: 'gamma', shape: 1, scale: 600 }, 600 * hazard],
        [{ type: 'uniform', min: 0, max: 9 }, 9 * p],
        [{ type: 'beta', alpha: 5, beta: 1, min: 0, max: 1 }, p ** (1 / 5)],
      ];
      for (const [distribution, value] of forms) expect(Math.abs(quantile(distribution, p) / value - 1)).toBeLessThan(1e-11);
    }
  });

  it('rises with the share, in every tail', () => {
    const shares = [5e-324, 1e-320, 1e-310, 1e-300, 1e-250, 1e-150, 1e-50, 1e-9, 0.5, 1 - 1e-9, 1 - 2 ** -53];
    for (const shape of [0.05, 0.31, 1, 7, 50, 333, 5000, 1e6]) {
      const gamma: Distribution = { type: 'gamma', shape, scale: 1 };
      const values = shares.map((p) => quantile(gamma, p));
      // Below the smallest number with all its digits nothing can be told apart.
      for (let i = 1; i < values.length; i++) expect(values[i]! - values[i - 1]!).toBeGreaterThan(-1e-307);
    }
  });
});

function cumulative(z: number): number {
  // Simpson's rule on the density from 0 to z.
  const steps = 2000;
  const h = z / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-(i * h) * (i * h)) / 2);
  return 0.5 + ((h / 3) * sum) / Math.sqrt(2 * Math.PI);
}
