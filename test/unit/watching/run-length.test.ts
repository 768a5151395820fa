import { describe, expect, it } from 'vitest';
import { limitFor, runLength, type Chart } from '../../../src/watching/run-length';

const cusum = (setting: number): Chart => ({ method: 'cusum', setting, isTwoSided: false });
const ewma = (setting: number): Chart => ({ method: 'ewma', setting, isTwoSided: true });

describe('the run length of a chart', () => {
  // Hawkins & Olwell 1998 and Siegmund's table: one-sided, k = ½.
  it.each([
    [4, 0, 336],
    [5, 0, 931],
    [4, 1, 8.38],
    [5, 1, 10.4],
    [4, 0.5, 26.6],
    [5, 0.5, 38],
  ])('of a CUSUM with limit %s and a drift of %s is the published %s', (limit, drift, published) => {
    expect(runLength(cusum(0.5), limit, drift) / published).toBeCloseTo(1, 1.5);
  });

  // Lucas & Saccucci 1990, two-sided, limits in standard deviations of the statistic.
  it.each([
    [0.25, 2.998, 0, 500],
    [0.1, 2.814, 0, 500],
    [0.25, 2.998, 1, 11.1],
    [0.1, 2.814, 1, 10.3],
  ])('of an EWMA with λ %s, limit %s and a drift of %s is the published %s', (lambda, limit, drift, published) => {
    expect(runLength(ewma(lambda), limit * Math.sqrt(lambda / (2 - lambda)), drift) / published).toBeCloseTo(1, 1.5);
  });

  it.each([10, 370, 5000, 4e6])('is what its limit was sought for: %s periods', (periods) => {
    const charts: Chart[] = [
      cusum(0.5),
      cusum(0.05),
      ...(periods > 1000 ? [cusum(3)] : []),
      ewma(0.2),
      { method: 'ewma', setting: 0.2, isTwoSided: false },
    ];
    for (const chart of charts) expect(runLength(chart, limitFor(chart, periods), 0) / periods).toBeCloseTo(1, 3);
  });

  it('of one side is that of both where the other is never reached', () => {
    const far = limitFor(ewma(0.2), 1000);
    const both = runLength(ewma(0.2), far, 0);
    const one = runLength({ method: 'ewma', setting: 0.2, isTwoSided: false }, far, 0);
    expect(one / both).toBeGreaterThan(1.9);
    expect(one / both).toBeLessThan(2.1);
  });
});
