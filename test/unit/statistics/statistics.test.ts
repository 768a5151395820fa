import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSize } from '../../../src/random/stream';
import { ChunkMoments } from '../../../src/statistics/chunk-moments';
import { meanInterval, shareInterval } from '../../../src/statistics/estimate';
import { studentQuantile } from '../../../src/statistics/student-t';
import { histogramQuantiles, ValueHistogram } from '../../../src/statistics/value-histogram';
import { weightedQuantiles } from '../../../src/statistics/weighted-quantiles';

const seed = 6021;

/** By sorting: the smallest value at which the weighted share of values at or below it reaches p. */
function bySorting(columns: readonly { values: Float64Array; weight: number }[], probabilities: readonly number[]): number[] {
  const whole = columns.reduce((sum, { weight, values }) => sum + (values.length === 0 ? 0 : weight), 0);
  const all = columns
    .flatMap(({ values, weight }) => Array.from(values, (value) => ({ value, weight: weight / whole / values.length })))
    .sort((a, b) => a.value - b.value);
  return probabilities.map((p) => {
    let reached = 0;
    for (const { value, weight } of all) {
      reached += weight;
      if (reached >= p - 1e-9) return value;
    }
    return all.at(-1)!.value;
  });
}

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, 1e11, 1e-9));
const column = fc.record({
  values: fc.array(value, { minLength: 1, maxLength: 60 }),
  weight: fc.integer({ min: 1, max: 9 }),
  times: fc.constantFrom(1, 1, 90),
});

describe(`weighted quantiles (seed ${seed})`, () => {
  it('are those of the sorted mixture, in small and in many bins', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        // Repeating a column keeps its quantiles and takes the way through bins.
        const made = columns.map(({ values, weight, times }) => ({
          values: Float64Array.from(Array.from({ length: times }, () => values).flat()),
          weight,
        }));
        expect(weightedQuantiles(made, levels)).toEqual(bySorting(made, levels));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('of four equal shares: the first that reaches each', () => {
    const values = Float64Array.of(4, 1, 3, 2);
    expect(weightedQuantiles([{ values, weight: 1 }], levels)).toEqual([1, 1, 2, 3, 4]);
  });

  it('weigh columns, not customers', () => {
    // one customer at 0 with weight 0.7, a hundred at 1 with 0.3
    const columns = [
      { values: Float64Array.of(0), weight: 0.7 },
      { values: new Float64Array(100).fill(1), weight: 0.3 },
    ];
    expect(weightedQuantiles(columns, [0.5, 0.7, 0.71])).toEqual([0, 0, 1]);
  });
});

describe('quantiles from a histogram', () => {
  it('lie within a bin, 0.2 %, of the exact ones, also below zero', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, k) => (k % 5 === 0 ? -1 : 1) * Math.exp(((k * 7919) % 20_000) / 2000));
    const histogram = new ValueHistogram();
    for (const one of values) histogram.add(one);
    const exact = weightedQuantiles([{ values, weight: 1 }], levels);
    histogramQuantiles([{ histogram, weight: 1 }], levels).forEach((found, index) => {
      expect(Math.abs(found - exact[index]!)).toBeLessThanOrEqual(0.002 * Math.abs(exact[index]!));
    });
  });
});

describe(`moments by chunks (seed ${seed})`, () => {
  const long = fc.record({
    count: fc.integer({ min: 1, max: 3 * chunkSize + 5 }),
    offset: fc.constantFrom(0, 1e6, -1e9),
    size: fc.constantFrom(1, 1e-3, 1e4),
  });
  it('are those of two passes over all values', () => {
    fc.assert(
      fc.property(long, fc.nat(), ({ count, offset, size }, mix) => {
        const values = Float64Array.from({ length: count }, (_, k) => offset + size * Math.sin(k * (1 + (mix % 97))));
        const leaves = new ChunkMoments();
        for (let first = 0; first < count; first += chunkSize)
          leaves.add(values.subarray(first), Math.min(chunkSize, count - first), first);
        const { count: found, mean, spread } = leaves.merged();
        const exactMean = offset + Array.from(values, (one) => one - offset).reduce((sum, one) => sum + one, 0) / count;
        const exactSpread = values.reduce((sum, one) => sum + (one - exactMean) ** 2, 0);
        // Rounding of the values themselves: 2^−52 of the offset, against their own size.
        const rounding = Math.abs(offset) * 2.3e-16;
        expect(found).toBe(count);
        expect(Math.abs(mean - exactMean)).toBeLessThanOrEqual(4 * rounding + 1e-12 * size);
        expect(Math.abs(spread - exactSpread)).toBeLessThanOrEqual(1e-9 * exactSpread + count * rounding * size * 8);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('of a constant are that constant and no spread at all', () => {
    const values = new Float64Array(5000).fill(0.1);
    const leaves = new ChunkMoments();
    leaves.add(values, 5000, 0);
    expect(leaves.merged()).toEqual({ count: 5000, mean: 0.1, spread: 0, low: 0.1, high: 0.1 });
  });

  it('over some only, are those of the some; empty chunks count nothing', () => {
    const values = Float64Array.from({ length: 5000 }, (_, k) => k);
    const lived = Float64Array.from(values, (k) => ((k >= 2048 && k < 4096) || k % 2 === 1 ? -1 : 0));
    const leaves = new ChunkMoments();
    leaves.addLived(values, lived, 5000, 0);
    const some = values.filter((_, k) => lived[k]! >= 0);
    const mean = some.reduce((sum, one) => sum + one, 0) / some.length;
    const found = leaves.merged();
    expect(found.count).toBe(some.length);
    expect(found.mean).toBeCloseTo(mean, 9);
    expect(found.spread).toBeCloseTo(
      some.reduce((sum, one) => sum + (one - mean) ** 2, 0),
      3,
    );
    expect(new ChunkMoments().merged()).toEqual({ count: 0, mean: 0, spread: 0, low: 0, high: 0 });
  });

  it('do not depend on how many chunks come at once', () => {
    const values = Float64Array.from({ length: 9000 }, (_, k) => Math.sin(k));
    const by = (block: number) => {
      const leaves = new ChunkMoments();
      for (let first = 0; first < 9000; first += block) leaves.add(values.subarray(first), Math.min(block, 9000 - first), first);
      return leaves.merged();
    };
    expect(by(4096)).toEqual(by(2048));
    expect(by(16_384)).toEqual(by(2048));
  });
});

describe("Student's t", () => {
  // Printed tables, two-sided 95 % and 99 %.
  it.each([
    [1, 0.975, 12.7062047362],
    [2, 0.975, 4.3026527297],
    [5, 0.975, 2.5705818356],
    [10, 0.975, 2.228138852],
    [30, 0.975, 2.0422724563],
    [100, 0.975, 1.9839715185],
    [1, 0.995, 63.6567411629],
    [4, 0.995, 4.6040948714],
    [99, 0.995, 2.6264054573],
    [5, 0.025, -2.5705818356],
  ])('%s degrees of freedom at %s', (degrees, probability, expected) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(expected, 8);
  });

  it('with many degrees is the normal one, without a jump', () => {
    expect(studentQuantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 12);
    expect(studentQuantile(0.975, 999_999)).toBeCloseTo(studentQuantile(0.975, 1_000_001), 5);
    expect(studentQuantile(0.5, 3)).toBe(0);
  });
});

describe('intervals', () => {
  it('Wilson: 10 of 100, none and all of 10', () => {
    const ten = shareInterval(0.1, 100, 0.95);
    expect(ten.low).toBeCloseTo(0.05522914, 7);
    expect(ten.high).toBeCloseTo(0.17436566, 7);
    const none = shareInterval(0, 10, 0.95);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(0.2775328, 6);
    const all = shareInterval(1, 10, 0.95);
    expect(all.low).toBeCloseTo(1 - 0.2775328, 6);
    expect(all.high).toBe(1);
  });

  it('a mean: ± t·error', () => {
    const { low, high, level } = meanInterval(10, 2, 0.95, 5);
    expect([low, high]).toEqual([expect.closeTo(10 - 2 * 2.5705818356, 8), expect.closeTo(10 + 2 * 2.5705818356, 8)]);
    expect(level).toBe(0.95);
    expect(meanInterval(10, 0, 0.95, Infinity)).toEqual({ low: 10, high: 10, level: 0.95 });
  });
});
