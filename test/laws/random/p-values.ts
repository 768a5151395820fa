import { expect } from 'vitest';
import { gammaCdf } from '../../../src/numerics/gamma';
import { normalCdf } from '../../../src/numerics/normal';

/**
 * The least p-value, on either side, that passes. The battery makes fewer than 250 such checks, so a perfect generator would fail any of them with a
 * chance below 250 · 2 · 1e-7 = 5e-5 (Bonferroni). All seeds are literals: the outcome is the same every time.
 */
export const leastP = 1e-7;

export function expectPlausible(p: number, what: string): void {
  expect(p, `${what}: chance of a smaller value`).toBeGreaterThan(leastP);
  expect(1 - p, `${what}: chance of a larger value`).toBeGreaterThan(leastP);
}

/** χ² of counts against equal expectations, `expected` each (at least 10, so that the law is close). */
export function expectEven(counts: ArrayLike<number>, expected: number, what: string): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected) ** 2 / expected;
  expect(expected).toBeGreaterThanOrEqual(10);
  expectChiSquare(sum, counts.length - 1, what);
}

export function expectChiSquare(sum: number, freedom: number, what: string): void {
  expectPlausible(gammaCdf(freedom / 2, sum / 2), `${what}: chi-square ${sum.toFixed(1)} of ${freedom}`);
}

export function expectNormal(z: number, what: string): void {
  expectPlausible(normalCdf(z), `${what}: z ${z.toFixed(2)}`);
}

/** A count that should be Poisson with this mean. Half of the point's own probability goes to either side. */
export function expectPoisson(count: number, mean: number, what: string): void {
  const atMost = (k: number) => 1 - gammaCdf(k + 1, mean);
  const p = count === 0 ? atMost(0) / 2 : (atMost(count) + atMost(count - 1)) / 2;
  expectPlausible(p, `${what}: ${count} for ${mean}`);
}
