import { describe, expect, it } from 'vitest';
import { findCounterexample } from '../../../src/arbitraries';
import { harmlessRedesigns } from '../../unit/arbitraries/harmless-redesigns';

/** 200 searches at one false alarm in a thousand: none in five of six such tests if every standard hung in the balance; here the seeds are fixed. */
const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const runs = 40;

describe(`no false alarm for harmless redesigns (seeds ${seeds[0]!} to ${seeds.at(-1)!})`, () => {
  it('there are ten', () => expect(harmlessRedesigns).toHaveLength(10));

  it.each(harmlessRedesigns)('$name', ({ name: _, ...input }) => {
    for (const seed of seeds) {
      const result = findCounterexample({ ...input, seed, runs });
      expect([seed, result.kind === 'counterexample' ? result.words : 'none']).toEqual([seed, 'none']);
      expect(result.searched.cases).toBe(runs);
    }
  });
});
