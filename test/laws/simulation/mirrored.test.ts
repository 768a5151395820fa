import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyWithRedesign } from '../../../src/arbitraries/edits';
import { compare } from '../../../src/comparison/compare';
import type { JourneyInput } from '../../../src/journey/types';

/*
 * Which of two journeys is called the baseline decides the sign of a difference, and nothing else of what is known about it.
 */

const seed = 2711;
const outcomes = ['satisfaction', 'clockDuration', 'perceivedDuration', 'waitingDuration', 'failures', 'completed'] as const;

describe(`which is the baseline (seed ${seed})`, () => {
  it('turns every interval round', () => {
    fc.assert(
      fc.property(journeyWithRedesign(fc, { maxInteractions: 4 }), ({ journey, redesigned }) => {
        const there = compare({ baseline: journey, variants: { other: redesigned }, customers: 20, seed: 1, outcomes });
        const back = compare({ baseline: redesigned, variants: { other: journey }, customers: 20, seed: 1, outcomes });
        for (const name of outcomes) {
          const one = there.variants.other.overall[name];
          const two = back.variants.other.overall[name];
          const close = 1e-9 * (1 + Math.abs(one.interval.low) + Math.abs(one.interval.high));
          expect(Math.abs(one.interval.low + two.interval.high), name).toBeLessThan(close);
          expect(Math.abs(one.interval.high + two.interval.low), name).toBeLessThan(close);
          expect([one.better, one.worse], name).toEqual([two.worse, two.better]);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('leaves in doubt what a rare failure that none of 300 met costs in one of them', () => {
    const visit = (walk: number, repair: number): JourneyInput => ({
      name: 'Visit',
      interactions: [
        { id: 'walk', duration: { type: 'uniform', min: walk, max: walk + walk / 6 } },
        { id: 'pay', duration: 60, failure: { probability: 0.001, duration: repair, affect: -3 } },
      ],
    });
    const [slow, quick] = [visit(60, 7200), visit(61, 60)];
    const told = { customers: 300, seed: 0, outcomes: ['clockDuration', 'failures'] as const };
    const truth = 0.001 * (60 - 7200) + 1 + 1 / 12;
    for (const [baseline, other, sign] of [
      [slow, quick, 1],
      [quick, slow, -1],
    ] as const) {
      const { baseline: today, variants } = compare({ baseline, variants: { other }, ...told });
      expect(today.overall.failures.mean).toBe(0);
      const { interval, conclusion } = variants.other.overall.clockDuration;
      expect(interval.low < sign * truth && sign * truth < interval.high).toBe(true);
      expect(conclusion).toBe('undecided');
    }
  });
});
