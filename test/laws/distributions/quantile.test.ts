import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf } from '../../../src/distributions/mathematics';
import { checkDistribution } from '../../../src/distributions/check-distribution';
import { mean, variance } from '../../../src/distributions/mathematics';
import { quantile } from '../../../src/distributions/mathematics';
import { support } from '../../../src/distributions/mathematics';
import type { Distribution } from '../../../src/distributions/families';
import { normalCdf } from '../../../src/numerics/normal';
import { anyDistribution, anyShare, bounded, mixed, perhapsScaled, separate, unbounded } from './any-distribution';

const seed = 20240229;

describe(`laws of quantile and cdf (seed ${seed})`, () => {
  it('the quantile is the smallest value at which the cdf reaches p', () => {
    fc.assert(
      fc.property(anyDistribution, anyShare, (distribution, p) => {
        const x = quantile(distribution, p);
        const step = 1e-9 * Math.max(Math.abs(x), Math.sqrt(variance(distribution)));
        // Rounding of the cdf itself: sums and complements of numbers near 1.
        expect(cdf(distribution, x + step)).toBeGreaterThanOrEqual(p - 1e-14);
        expect(cdf(distribution, x - step)).toBeLessThanOrEqual(p + 1e-14);
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('the quantile rises with p and stays in the support', () => {
    fc.assert(
      fc.property(anyDistribution, anyShare, anyShare, (distribution, p, q) => {
        const [low, high] = [quantile(distribution, Math.min(p, q)), quantile(distribution, Math.max(p, q))];
        const { min, max } = support(distribution);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(min);
        expect(high).toBeLessThanOrEqual(max);
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('the ends are the ends of the support, and the cdf is 0 below and 1 at the top', () => {
    fc.assert(
      fc.property(anyDistribution, (distribution) => {
        const { min, max } = support(distribution);
        expect(quantile(distribution, 0)).toBe(min);
        expect(quantile(distribution, 1)).toBe(max);
        expect(cdf(distribution, -Infinity)).toBe(0);
        expect(cdf(distribution, max)).toBeGreaterThanOrEqual(1 - 1e-15);
        if (min > -Infinity) expect(cdf(distribution, min - 1)).toBe(0);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('scaling scales the quantile, and mirrors it', () => {
    fc.assert(
      fc.property(unbounded, anyShare, (distribution, p) => {
        const turned: Distribution = { type: 'scaled', distribution, scale: -2, shift: 3 };
        const x = 3 - 2 * quantile(distribution, 1 - p);
        expect(Math.abs(quantile(turned, p) - x)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(x), 3, Math.sqrt(variance(turned))));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('canonical data passes the check unchanged', () => {
    fc.assert(
      fc.property(anyDistribution, (distribution) => {
        const copy: unknown = JSON.parse(JSON.stringify(distribution));
        expect(checkDistribution(copy, '', [])).toEqual(copy);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe(`mean and variance are those of the quantile (seed ${seed})`, () => {
  // The midpoint rule on n steps misses a monotone function by at most its range / 2n, and one that falls and then rises by twice that.
  const n = 1000;
  it('with both ends', () => {
    const withEnds = fc.oneof(perhapsScaled(bounded), separate, mixed(fc.oneof(bounded, separate)));
    fc.assert(
      fc.property(withEnds, (distribution) => {
        const { min, max } = support(distribution);
        const centre = mean(distribution);
        const average = (of: (x: number) => number): number => {
          let sum = 0;
          for (let i = 0; i < n; i++) sum += of(quantile(distribution, (i + 0.5) / n));
          return sum / n;
        };
        const rounding = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
        expect(Math.abs(average((x) => x) - centre)).toBeLessThanOrEqual((max - min) / (2 * n) + rounding);
        const widest = Math.max(max - centre, centre - min) ** 2;
        expect(Math.abs(average((x) => (x - centre) * (x - centre)) - variance(distribution))).toBeLessThanOrEqual(
          (2 * widest) / (2 * n) + rounding * rounding,
        );
      }),
      { seed, numRuns: 40 },
    );
  });

  it('with open ends', () => {
    // ∫ q(Φ(z)) φ(z) dz over |z| ≤ 8 by the trapezoid rule, whose error on a smooth function that dies out at both ends is far below 1e-7;
    // beyond z = 8 lies 1e-15 of the customers, and above 7 the probability has lost eight digits.
    const h = 1 / 16;
    fc.assert(
      fc.property(perhapsScaled(unbounded), (distribution) => {
        const centre = mean(distribution);
        const average = (of: (x: number) => number): number => {
          let sum = 0;
          for (let z = -8; z <= 8; z += h) sum += of(quantile(distribution, normalCdf(z))) * Math.exp((-z * z) / 2);
          return (sum * h) / Math.sqrt(2 * Math.PI);
        };
        const spread = variance(distribution);
        expect(Math.abs(average((x) => x) - centre)).toBeLessThanOrEqual(1e-7 * Math.max(Math.abs(centre), Math.sqrt(spread)));
        expect(Math.abs(average((x) => (x - centre) * (x - centre)) / spread - 1)).toBeLessThanOrEqual(1e-7);
      }),
      { seed, numRuns: 60 },
    );
  });
});
