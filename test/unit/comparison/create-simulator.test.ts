import { describe, expect, it } from 'vitest';
import { compare, createSimulator, lognormal, move, normal, redesign, simulate } from 'peakend';

const journey = {
  name: 'Visit',
  interactions: Array.from({ length: 5 }, (_, index) => ({
    id: `step${index}`,
    duration: lognormal({ median: 60 + 30 * index, sigma: 0.4 }),
    affect: normal({ mean: index - 2, sd: 2 }),
  })),
};
const study = {
  segments: [
    { id: 'a', share: 0.5, dependence: { affect: 0.3, duration: 0.2 } },
    { id: 'b', share: 0.5, expectation: normal({ mean: 1, sd: 1 }) },
  ],
  customers: 5000,
  seed: 'editor',
} as const;
const moved = redesign(journey, [move('step0', { to: 'end' })]);

describe('createSimulator', () => {
  for (const maxBytes of [0, 200_000, 64 * 1024 * 1024]) {
    it(`answers what simulate and compare answer, byte for byte, within ${maxBytes} bytes`, () => {
      const editor = createSimulator(study, { maxBytes });
      for (const version of [journey, moved, journey]) {
        expect(JSON.stringify(editor.simulate(version))).toBe(JSON.stringify(simulate({ ...study, journey: version })));
        expect(editor.bytes).toBeLessThanOrEqual(maxBytes);
      }
      expect(JSON.stringify(editor.compare({ baseline: journey, variants: { moved } }))).toBe(
        JSON.stringify(compare({ ...study, baseline: journey, variants: { moved } })),
      );
    });
  }
  it('keeps no byte more than it may, whatever a column is made from', () => {
    // Felt time is made from clock time: keeping the one keeps the other.
    const few = { customers: 100, seed: 1, outcomes: ['perceivedDuration'] as const };
    for (const maxBytes of [0, 799, 800, 801, 1599, 1600, 2400, 4000]) {
      const editor = createSimulator(few, { maxBytes });
      for (const version of [journey, moved, journey]) {
        expect(JSON.stringify(editor.simulate(version))).toBe(JSON.stringify(simulate({ ...few, journey: version })));
        expect(editor.bytes).toBeLessThanOrEqual(maxBytes);
      }
      expect(editor.bytes).toBe(800 * Math.min(Math.floor(maxBytes / 800), 10));
    }
  });
  it('refuses a faulty study at once and a faulty journey when it comes', () => {
    expect(() => createSimulator({ ...study, customers: 0 })).toThrow(expect.objectContaining({ code: 'out-of-range' }) as Error);
    expect(() => createSimulator(study, { maxBytes: -1 })).toThrow(expect.objectContaining({ code: 'out-of-range' }) as Error);
    expect(() => createSimulator(study).simulate({ name: 'x', interactions: [] })).toThrow(
      expect.objectContaining({ issues: expect.any(Array) as unknown }) as Error,
    );
  });
});
