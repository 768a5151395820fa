import { describe, expect, it } from 'vitest';
import { acclimationDecay, averaging, peakEnd, recency, total } from '../../../src/model/memory';
import type { MemoryModelInput } from '../../../src/model/types';
import { outcomesOf } from './one-customer';

/* 900 s at 2: every memory remembers 2, if it is one of what was lived. */
const steps = [{ duration: 900, affect: 2 }];
const hour = 3600;
const remembered = (memory: MemoryModelInput, segment: object = {}): number =>
  outcomesOf({ steps, model: { memory }, segment: { priorBelief: 0, ...segment } }).rememberedUtility;

describe('how long a memory lasts', () => {
  const kept = Math.pow(2, -0.13);

  it('halves what is kept where its lifetime is over, and leaves a seventeenth at twice of it', () => {
    const after4Hours = { ...averaging, recallDelay: 4 * hour };
    expect(remembered({ ...after4Hours, lifetime: 4 * hour })).toBeCloseTo((2 * kept) / 2, 12);
    expect(remembered({ ...after4Hours, lifetime: 2 * hour })).toBeCloseTo((2 * kept) / 17, 12);
    expect(remembered({ ...after4Hours, lifetime: 8 * hour })).toBeCloseTo((2 * kept) / (1 + 1 / 16), 12);
  });

  it('fades to the prior belief', () => {
    expect(remembered({ ...averaging, recallDelay: 4 * hour, lifetime: 4 * hour }, { priorBelief: -4 })).toBeCloseTo(-4 + 3 * kept, 12);
  });

  it('is for ever unless said otherwise, and no matter where nobody waits before asking', () => {
    expect(remembered({ ...averaging, recallDelay: 4 * hour })).toBeCloseTo(2 * kept, 12);
    expect(remembered({ ...averaging, lifetime: 1 })).toBe(2);
  });

  it.each([
    ['peakEnd', peakEnd],
    ['recency', recency()],
    ['acclimationDecay', acclimationDecay({ acclimation: 0, decay: 0.001 })],
    ['total', total],
    ['a function', { kind: 'custom', remember: () => 2 }],
  ] satisfies [string, MemoryModelInput][])('holds for every memory: %s', (_, memory) => {
    const faded = { ...memory, recallDelay: 4 * hour, lifetime: 4 * hour };
    expect(remembered(faded)).toBeCloseTo((remembered(memory) * kept) / 2, 10);
  });
});
