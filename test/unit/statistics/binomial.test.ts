import { describe, expect, it } from 'vitest';
import { countInterval } from '../../../src/statistics/binomial';

/** Probabilities of 0 to n, one after the other. */
function probabilities(share: number, n: number): number[] {
  const all: number[] = [];
  let one = (1 - share) ** n;
  for (let count = 0; count <= n; count++) {
    all.push(one);
    one *= (((n - count) / (count + 1)) * share) / (1 - share);
  }
  return all;
}

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

describe('counts of the binomial', () => {
  for (const share of [0.01, 0.02, 0.05, 0.1, 0.5, 0.97])
    for (const n of [1, 20, 50, 100])
      for (const level of [0.8, 0.95, 0.99]) {
        it(`hold ${level} of studies of ${n} with a share of ${share}, and with an end less would not`, () => {
          const { low, high, of } = countInterval(share, n, level);
          const all = probabilities(share, n);
          const beyond = (1 - level) / 2 + 1e-12;
          expect(of).toBe(n);
          expect(sum(all.slice(low, high + 1))).toBeGreaterThanOrEqual(level - 1e-12);
          expect(sum(all.slice(0, low))).toBeLessThanOrEqual(beyond);
          expect(sum(all.slice(high + 1))).toBeLessThanOrEqual(beyond);
          expect(sum(all.slice(0, low + 1))).toBeGreaterThan(beyond - 2e-12);
          if (high > 0) expect(sum(all.slice(high))).toBeGreaterThan(beyond - 2e-12);
        });
      }

  it('are 0 to 3 of 50 where 2 of 100 are one', () => {
    expect(countInterval(0.02, 50, 0.95)).toEqual({ low: 0, high: 3, of: 50 });
  });

  it('are exact where nobody or everybody is one', () => {
    expect(countInterval(0, 50, 0.95)).toEqual({ low: 0, high: 0, of: 50 });
    expect(countInterval(1, 50, 0.95)).toEqual({ low: 50, high: 50, of: 50 });
  });

  it('pass into the normal without a jump, and are finite for any number of people', () => {
    const [counted, normal] = [countInterval(0.3, 1_000_000, 0.95), countInterval(0.3, 1_000_001, 0.95)];
    expect(Math.abs(counted.low - normal.low)).toBeLessThan(2);
    expect(Math.abs(counted.high - normal.high)).toBeLessThan(2);
    const { low, high, of } = countInterval(0.3, 1e15, 0.95);
    expect(low / of).toBeCloseTo(0.3, 6);
    expect(high / of).toBeCloseTo(0.3, 6);
  });
});
