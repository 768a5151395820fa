import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraries, distributionLaws } from '../../../src/arbitraries';
import { isJourneyError } from '../../../src/errors/journey-error';

/** The kinds of laws that a distribution does not keep. */
function broken(distribution: Parameters<typeof distributionLaws>[0]): string[] {
  return distributionLaws(distribution).flatMap(({ kind, check }) => {
    try {
      check();
      return [];
    } catch (error) {
      expect(isJourneyError(error) && error.code).toBe('conflict');
      return [kind];
    }
  });
}

it('every distribution of the library keeps the laws (seed 7)', () => {
  fc.assert(
    fc.property(arbitraries(fc).distributions({ depth: 1 }), (distribution) => {
      expect(broken(distribution)).toEqual([]);
    }),
    { seed: 7, numRuns: 40 },
  );
});
