import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/journey/types';
import { outcomesOf, type Given } from './one-customer';

/* Failures stand beside what else was lived: they can make the worst, the mean and the end lower, and nothing higher. */

const level = (duration: number, affect: number) => ({ duration, affect });
const failing = (duration: number, affect: number, failure: Omit<Failure, 'probability'>) => ({
  ...level(duration, affect),
  failure: { probability: 1, ...failure },
});
const rememberedOf = (steps: Given['steps'], more: Omit<Given, 'steps'> = {}) => {
  const { peakAffect, endAffect, meanAffect, rememberedUtility } = outcomesOf({ steps, ...more });
  return { peakAffect, endAffect, meanAffect, rememberedUtility };
};

describe('a failure that is better than what is around it', () => {
  it('makes a bad journey no better, however long it lasts', () => {
    // 600 s at −8, 10 s at 2, then three hours at 1
    const bad = [level(600, -8), level(10, 2)];
    const after = [bad[0]!, failing(10, 2, { affect: -1, duration: 10_800 })];
    expect(rememberedOf(after)).toEqual(rememberedOf(bad));
    expect(rememberedOf(after).endAffect).toBeCloseTo((10 * 2 + 50 * -8) / 60, 12);
  });

  it('never raises what is remembered, wherever it comes and whatever it takes', () => {
    const steps = [level(300, -7), level(40, 3), level(300, -2)];
    const before = rememberedOf(steps).rememberedUtility;
    for (let at = 0; at < steps.length; at++) {
      for (const affect of [0, -1, -6]) {
        for (const duration of [0, 30, 4000]) {
          const now = steps.map((step, index) => (index === at ? { ...step, failure: { probability: 1, affect, duration } } : step));
          expect(rememberedOf(now).rememberedUtility).toBeLessThanOrEqual(before + 1e-12);
        }
      }
    }
  });

  it('nor makes worst and best stretches longer: those are a tenth of the rest', () => {
    // 110 s and 1,000 s of failing at −1: best over 11 s, of which 10 s at 9
    const model = { memory: { peak: 'best' } } as const;
    expect(outcomesOf({ steps: [level(90, 0), failing(20, 0, { affect: -1, duration: 1000 })], model }).peakAffect).toBe(0);
    const steps = [failing(100, 0, { affect: -1, duration: 1000 }), level(10, 9)];
    expect(outcomesOf({ steps, model }).peakAffect).toBeCloseTo(90 / 11, 12);
  });
});

it('a failure that people like, to whom idling is pleasant, is no best stretch, whatever else there is', () => {
  const steps = [level(600, 0), failing(900, 0, { affect: 0, wait: { occupied: 0 } })];
  const model = { waiting: { idle: { affect: 6 } }, memory: { peak: 'best' } } as const;
  expect(outcomesOf({ steps, model }).peakAffect).toBe(0);
});

describe('the mean', () => {
  const meanOf = (steps: Given['steps']) => outcomesOf({ steps }).meanAffect;

  it('takes in a failure below it for as long as it lasts', () => {
    expect(meanOf([failing(600, 2, { affect: -4, duration: 200 })])).toBeCloseTo((600 * 2 - 200 * 2) / 800, 12);
  });

  it('and not one above what the others have made of it', () => {
    // 600 s at 2, 600 s at −6: −2. The other failure, at 0, is below 2 and above −2.
    const steps = [failing(300, 2, { affect: -8, duration: 600 }), failing(300, 2, { affect: -2, duration: 100 })];
    expect(meanOf(steps)).toBeCloseTo(-2, 12);
  });

  it('takes in recoveries as anything lived', () => {
    const recovery = { probability: 1, affect: 6, duration: 60 };
    expect(meanOf([failing(60, 0, { affect: -4, recovery })])).toBeCloseTo(1, 12);
  });

  it('where nothing else takes time is the lower of the rest and the failures', () => {
    expect(meanOf([failing(0, 2, { affect: -8, duration: 100 })])).toBe(-6);
    expect(meanOf([level(0, -8), failing(0, 2, { affect: -1, duration: 100 })])).toBe(-3);
  });
});

describe('the worst and the end', () => {
  it('know a failure as a stretch of its own level, however short', () => {
    const { peakAffect, endAffect } = outcomesOf({
      steps: [level(600, 1), failing(600, 3, { affect: -5 })],
      model: { memory: { peak: 'worst' } },
    });
    expect([peakAffect, endAffect]).toEqual([-2, -2]);
  });

  it('the end only in so far as it lies in the last seconds', () => {
    // 20 s at 4 after it: 40 s of the last 60 are the failure’s
    const steps = [failing(600, 3, { affect: -5 }), level(20, 4)];
    expect(outcomesOf({ steps }).endAffect).toBeCloseTo((20 * 4 - 40 * 2) / 60, 12);
    expect(outcomesOf({ steps: [steps[0]!, level(60, 4)] }).endAffect).toBe(4);
  });

  it('of two failures the one that makes the end lower', () => {
    // at −2 and 0, in the last minute each for itself: 20 s at 4 and 40 s of either
    const steps = [failing(600, 3, { affect: -3 }), failing(0, 3, { affect: -5 }), level(20, 4)];
    expect(outcomesOf({ steps }).endAffect).toBeCloseTo((20 * 4 - 40 * 2) / 60, 12);
  });
});
