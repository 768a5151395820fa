import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taperedRanges } from '../../../src/simulation/ranges';

describe('ranges that are shorter towards the end', () => {
  it('hold every customer once, in order, from chunk to chunk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 1, max: 12 }), (customers, chunks) => {
        const size = 2048 * chunks;
        const ranges = taperedRanges(customers, size);
        let next = 0;
        for (const { first, count } of ranges) {
          expect(first).toBe(next);
          expect(first % 2048).toBe(0);
          expect(count).toBeLessThanOrEqual(size);
          next += count;
        }
        expect(next).toBe(customers);
      }),
      { seed: 1730 },
    );
  });

  it('the last of them are at most a quarter, in whole chunks', () => {
    expect(taperedRanges(40_000, 8192).map(({ count }) => count)).toEqual([
      8192, 8192, 8192, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 1088,
    ]);
    expect(taperedRanges(5000, 8192).map(({ count }) => count)).toEqual([2048, 2048, 904]);
  });
});
