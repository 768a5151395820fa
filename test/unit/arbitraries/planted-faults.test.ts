import { describe, expect, it } from 'vitest';
import { findCounterexample } from '../../../src/arbitraries';
import { compare } from '../../../src/comparison/compare';
import { checkStandards } from '../../../src/standards/check-standards';
import { plantedFaults } from './planted-faults';

const seed = 11;
const longestSeconds = 60;

describe(`planted faults are found and shrunk (seed ${seed})`, () => {
  it('there are at least ten', () => expect(plantedFaults.length).toBeGreaterThanOrEqual(10));

  it.each(plantedFaults)('$name', { timeout: longestSeconds * 1000 }, ({ name: _, because, ...input }) => {
    const found = findCounterexample({ ...input, seed });
    expect(found.kind).toBe('counterexample');
    if (found.kind !== 'counterexample') return;
    expect(found.case.baseline.interactions.length).toBeLessThanOrEqual(3);
    expect(found.case.variants.redesign.interactions.length).toBeLessThanOrEqual(because === 'steps' ? 4 : 3);
    expect(found.case.segments).toHaveLength(1);
    expect(found.reasons.map((reason) => reason.because)).toContain(because);
    expect(found.words).toContain('because');

    // The case is all there is to it: whoever simulates it sees the standard break.
    const again = compare(found.case);
    expect(checkStandards(again, input.standard).verdict).toBe('fails');
  });
});
