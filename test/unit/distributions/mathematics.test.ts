import { describe, expect, it } from 'vitest';
import { cdf } from '../../../src/distributions/mathematics';
import { mean, variance } from '../../../src/distributions/mathematics';
import { quantile } from '../../../src/distributions/mathematics';
import { shareOutside } from '../../../src/distributions/mathematics';
import { support } from '../../../src/distributions/mathematics';
import type { Distribution } from '../../../src/distributions/families';

const zeroInflated: Distribution = {
  type: 'mixture',
  components: [
    { weight: 0.3, distribution: { type: 'constant', value: 0 } },
    { weight: 0.7, distribution: { type: 'exponential', mean: 60 } },
  ],
};
const withGap: Distribution = {
  type: 'mixture',
  components: [
    { weight: 0.5, distribution: { type: 'uniform', min: 0, max: 1 } },
    { weight: 0.5, distribution: { type: 'uniform', min: 10, max: 11 } },
  ],
};
const coin: Distribution = { type: 'discrete', values: [0, 1], probabilities: [0.3, 0.7] };

describe('mixtures', () => {
  it('keep a mass at zero and go on above it', () => {
    expect(quantile(zeroInflated, 0.1)).toBe(0);
    expect(quantile(zeroInflated, 0.3)).toBe(0);
    expect(quantile(zeroInflated, 0.65)).toBeCloseTo(60 * Math.log(2), 10);
    expect(cdf(zeroInflated, 0)).toBe(0.3);
    expect(cdf(zeroInflated, -1e-9)).toBe(0);
  });

  it('take the smallest value that reaches p, also at a gap', () => {
    expect(quantile(withGap, 0.5)).toBe(1);
    expect(quantile(withGap, 0.25)).toBeCloseTo(0.5, 14);
    expect(quantile(withGap, 0.75)).toBeCloseTo(10.5, 13);
    expect(cdf(withGap, 5)).toBe(0.5);
  });

  it('know their mean and variance', () => {
    expect(mean(withGap)).toBe(5.5);
    expect(variance(withGap)).toBeCloseTo(25 + 1 / 12, 12);
  });

  it('of separate values only are exact', () => {
    const both: Distribution = {
      type: 'mixture',
      components: [
        { weight: 0.5, distribution: coin },
        { weight: 0.5, distribution: { type: 'empirical', values: [1, 2] } },
      ],
    };
    expect([0.1, 0.15, 0.16, 0.75, 0.76].map((p) => quantile(both, p))).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('separate values', () => {
  it('weigh observations by their counts', () => {
    const seen: Distribution = { type: 'empirical', values: [-5, 0, 5], weights: [7, 1, 92] };
    expect([0.01, 0.07, 0.071, 0.08, 0.0801, 1].map((p) => quantile(seen, p))).toEqual([-5, -5, 0, 0, 5, 5]);
  });

  it('forgive what decimal probabilities lose in binary', () => {
    const tenths: Distribution = { type: 'discrete', values: [1, 2, 3, 4], probabilities: [0.7, 0.1, 0.1, 0.1] };
    expect(quantile(tenths, 0.9)).toBe(3);
    expect(quantile(tenths, 0.8)).toBe(2);
  });

  it('turn round under a negative scale', () => {
    const turned: Distribution = { type: 'scaled', distribution: coin, scale: -2, shift: 1 };
    expect(quantile(turned, 0.7)).toBe(-1);
    expect(quantile(turned, 0.71)).toBe(1);
    expect(cdf(turned, -1)).toBeCloseTo(0.7, 15);
    expect(support(turned)).toEqual({ min: -1, max: 1 });
  });
});

describe('scaled', () => {
  it('mirrors and shifts a half-line', () => {
    const turned: Distribution = { type: 'scaled', distribution: { type: 'exponential', mean: 60 }, scale: -1, shift: 10 };
    expect(support(turned)).toEqual({ min: -Infinity, max: 10 });
    expect(quantile(turned, 0.25)).toBeCloseTo(10 - 60 * Math.log(4), 11);
    expect(mean(turned)).toBe(-50);
    expect(variance(turned)).toBe(3600);
  });
});

describe('a truncated normal', () => {
  const cut = (max: number): Distribution => ({ type: 'truncatedNormal', mean: 0, sd: 1, min: 0, max });

  it('in a narrow range is nearly uniform', () => {
    // The density falls by max²/2 over the range: that much of the moments at most.
    expect(Math.abs(variance(cut(1e-4)) / (1e-8 / 12) - 1)).toBeLessThan(1e-8);
    expect(Math.abs(mean(cut(1e-4)) / 5e-5 - 1)).toBeLessThan(1e-8);
  });

  it('has moments that pass smoothly from the one formula to the other', () => {
    const change = variance(cut(0.5 + 1e-9)) / variance(cut(0.5 - 1e-9));
    // A variance that goes with the square of the width grows by a share of 8e-9 here.
    expect(Math.abs(change - 1)).toBeLessThan(1e-8);
  });

  it('cut in the middle is a half-normal', () => {
    const half: Distribution = { type: 'truncatedNormal', mean: 0, sd: 1, min: 0 };
    expect(mean(half)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
    expect(variance(half)).toBeCloseTo(1 - 2 / Math.PI, 14);
  });
});

describe('ends', () => {
  it('are the ends of the support', () => {
    expect(quantile({ type: 'normal', mean: 0, sd: 1 }, 0)).toBe(-Infinity);
    expect(quantile({ type: 'gamma', shape: 2, scale: 1 }, 1)).toBe(Infinity);
    expect(quantile(zeroInflated, 0)).toBe(0);
    expect(quantile(zeroInflated, 1)).toBe(Infinity);
    expect(quantile({ type: 'truncatedNormal', mean: 0, sd: 1, max: 2 }, 1)).toBe(2);
  });

  it.each([-0.1, 1.1, NaN])('refuse a share of %s', (p) => {
    expect(() => quantile(coin, p)).toThrowError(
      expect.objectContaining({ code: 'out-of-range', issues: [expect.objectContaining({ path: 'p' })] }),
    );
  });
});

it('tells how much clamping would move', () => {
  expect(shareOutside({ type: 'uniform', min: -20, max: 20 }, -10, 10)).toBe(0.5);
  expect(shareOutside({ type: 'discrete', values: [-10, 10], probabilities: [0.5, 0.5] }, -10, 10)).toBe(0);
});
