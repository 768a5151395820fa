import { describe, expect, it } from 'vitest';
import { acclimationDecay, averaging, classicPeakEnd, recency, total } from '../../../src/model/memory';
import type { MemoryModelInput } from '../../../src/model/types';
import { outcomesOf, type Given } from './one-customer';

/*
 * 100 s each at efforts of 1, 1 and 9. Over 30 s the hardest is 9, the easiest 1, the end 9 or 1, the mean 11/3:
 * .15·9 + .1·1 + .25·end + .5·11/3.
 */
const at = (...efforts: number[]) => efforts.map((effort) => ({ duration: 100, effort }));
const effortOf = (steps: Given['steps'], memory: MemoryModelInput = {}, rest: Omit<Given, 'steps'> = {}): number =>
  (100 - outcomesOf({ steps, model: { memory: { ...memory, effort: 'remembered' } as MemoryModelInput }, ...rest }).ease) / 10;
const mean = 11 / 3;

describe('effort as it is remembered', () => {
  it('hangs on where the hard step stands, not so its mean', () => {
    expect(effortOf(at(1, 1, 9))).toBeCloseTo(1.45 + 0.25 * 9 + 0.5 * mean, 12);
    expect(effortOf(at(9, 1, 1))).toBeCloseTo(1.45 + 0.25 * 1 + 0.5 * mean, 12);
    const easeByMean = (steps: Given['steps']) => outcomesOf({ steps, model: { memory: { effort: 'mean' } } }).ease;
    expect(easeByMean(at(1, 1, 9))).toBeCloseTo(100 - 10 * mean, 12);
    expect(easeByMean(at(9, 1, 1))).toBeCloseTo(100 - 10 * mean, 12);
    expect(outcomesOf({ steps: at(9, 1, 1) }).ease).toBe(easeByMean(at(9, 1, 1)));
  });

  it('is remembered by the memory that affect has', () => {
    expect(effortOf(at(1, 1, 9), averaging)).toBeCloseTo(mean, 12);
    expect(effortOf(at(9, 1, 3), classicPeakEnd)).toBeCloseTo(6, 12);
    // Half a weight for each third: 4 : 2 : 1
    expect(effortOf(at(1, 1, 8), recency({ halfLife: 1 / 3 }))).toBeCloseTo((4 * 8 + 2 + 1) / 7, 12);
    // The level of a moment is minus its effort
    expect(effortOf(at(1, 1, 7), { kind: 'custom', remember: ({ affectEnd, count }) => affectEnd[count - 1]! })).toBe(7);
  });

  it('stays by its mean where affect is added up, or got used to', () => {
    for (const memory of [total, acclimationDecay()]) expect(effortOf(at(1, 1, 9), memory)).toBeCloseTo(mean, 12);
  });

  it('is of the steps that take any, each for as long as it lasts', () => {
    expect(effortOf([{ duration: 5000 }, ...at(1, 1), { duration: 5000 }, ...at(9), { duration: 5000 }])).toBe(effortOf(at(1, 1, 9)));
    expect(effortOf([{ duration: 200, effort: 1 }, ...at(9)])).toBeCloseTo(effortOf(at(1, 1, 9)), 12);
    expect(effortOf([{ ...at(9)[0]!, skip: 1 }, { duration: 100 }])).toBe(0);
  });

  it('is the mean where the parts do not cohere', () => {
    expect(effortOf(at(1, 1, 9), {}, { cohesion: 0 })).toBeCloseTo(mean, 12);
  });

  it('does not fade', () => {
    expect(effortOf(at(1, 1, 9), { recallDelay: 1e6, lifetime: 1000 })).toBe(effortOf(at(1, 1, 9)));
  });

  it('stays between 0 and 10', () => {
    expect(effortOf(at(9), { kind: 'custom', remember: () => -25 })).toBe(10);
    expect(effortOf(at(9), { kind: 'custom', remember: () => 3 })).toBe(0);
  });
});
