import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/journey/types';
import { momentsOf, outcomesOf } from './one-customer';

/** Fully occupied: it sours by the clock. */
const occupied = { occupied: 1 };
const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const step = (failure: Failure, affect = 1) => ({ duration: 70, affect, failure });
const recovered: Failure = { probability: 1, affect: -3, duration: 20, recovery: { probability: 1, affect: 5, duration: 10 } };
const unrecovered: Failure = { probability: 1, affect: -3, duration: 20 };

describe('failure and recovery', () => {
  it('are moments of their own after the step: its end shifted, then that level shifted back', () => {
    // 70 s at 1, 20 s at −2, 10 s at 3: mean (70 − 40 + 30)/100
    const { clockDuration, peakAffect, endAffect, meanAffect, failures, effectiveness } = momentsOf({ steps: [step(recovered)] });
    expect({ clockDuration, peakAffect, endAffect, meanAffect, failures, effectiveness }).toEqual({
      clockDuration: 100,
      peakAffect: 3,
      endAffect: 3,
      meanAffect: 0.6,
      failures: 1,
      effectiveness: 100,
    });
  });

  it('their time goes through the law of felt time with the step', () => {
    expect(outcomesOf({ steps: [step(recovered)] }).perceivedDuration).toBeCloseTo(900 * Math.pow(100 / 900, 0.9), 9);
  });

  it('without recovery the step is not finished well', () => {
    const { clockDuration, endAffect, effectiveness } = outcomesOf({ steps: [step(unrecovered), { duration: 70, affect: -2 }] });
    expect({ clockDuration, endAffect, effectiveness }).toEqual({ clockDuration: 160, endAffect: -2, effectiveness: 50 });
  });

  it('are clamped one by one: recovery starts from what could be felt', () => {
    const failure: Failure = { probability: 1, affect: -8, duration: 10, recovery: { probability: 1, affect: 4, duration: 10 } };
    const { peakAffect, endAffect } = momentsOf({ steps: [step(failure, -6)] });
    expect({ peakAffect, endAffect }).toEqual({ peakAffect: -10, endAffect: -6 });
  });

  it('follow the end of the step, not its start, and a soured end too', () => {
    expect(outcomesOf({ steps: [{ duration: 70, affect: { start: 5, end: 1 }, failure: unrecovered }] }).endAffect).toBe(-2);
    expect(outcomesOf({ steps: [{ kind: 'wait', wait: occupied, duration: 80, affect: 1, failure: unrecovered }] }).endAffect).toBe(-4);
  });

  it('take no patience and do not sour: only the wait itself does', () => {
    const found = outcomesOf({
      steps: [{ kind: 'wait', wait: occupied, duration: 80, failure: { probability: 1, affect: 0, duration: 1000 } }],
      segment: { patience: 80 },
    });
    const { completed, waitingDuration, clockDuration, endAffect } = found;
    expect({ completed, waitingDuration, clockDuration, endAffect }).toEqual({
      completed: 1,
      waitingDuration: 80,
      clockDuration: 1080,
      endAffect: -2,
    });
  });

  it('do not happen to whoever leaves in the step', () => {
    const found = outcomesOf({
      steps: [{ kind: 'wait', wait: occupied, duration: 80, failure: unrecovered }],
      segment: { patience: 40 },
    });
    const { failures, clockDuration, endAffect } = found;
    expect({ failures, clockDuration, endAffect }).toEqual({ failures: 0, clockDuration: 40, endAffect: -7 });
  });

  it('happen never at probability 0', () => {
    const { failures, clockDuration } = outcomesOf({ steps: [step({ ...unrecovered, probability: 0 })] });
    expect({ failures, clockDuration }).toEqual({ failures: 0, clockDuration: 70 });
  });

  it('mood is carried from the last of these moments', () => {
    // 70 s at 1, fails to −2, recovers to 3; φ = .5 carries 1.5 into the next level 0
    const found = momentsOf({ steps: [step(recovered), { duration: 10, affect: 0 }], model: { memory: { carryOver: 0.5 } } });
    expect(found.endAffect).toBe(1.5);
  });
});

describe('loyalty', () => {
  const sat = (utility: number) => 100 * logistic(utility / 4); // expectation 0, utility > 0: Q = utility
  const loyal = (satisfaction: number) => logistic((0.69 * (satisfaction - 50)) / 10);

  it('is logistic(.69 per ten points)', () => {
    const found = outcomesOf({ steps: [{ duration: 100, affect: 1 }] });
    expect(found.satisfaction).toBeCloseTo(sat(1), 10);
    expect(found.loyalty).toBeCloseTo(loyal(sat(1)), 10);
  });

  it('follows satisfaction without the failure where recovery lifts it', () => {
    // 70 s at 1, 20 s at −2, 10 s at 3. Over 8 s: worst −2, best 3, end 3; mean .6: R = .3 + .75 − .3 + .3 = 1.05. Without: 1.
    const found = outcomesOf({ steps: [step(recovered)] });
    expect(found.rememberedUtility).toBeCloseTo(1.05, 12);
    expect(found.satisfaction).toBeCloseTo(sat(1.05), 10);
    expect(found.loyalty).toBeCloseTo(loyal(sat(1)), 10);
  });

  it('follows satisfaction with the failure where it lowers it', () => {
    const found = outcomesOf({ steps: [step(unrecovered)] });
    expect(found.loyalty).toBeCloseTo(loyal(found.satisfaction), 10);
  });

  it('is worth its share of the return value', () => {
    const found = outcomesOf({ steps: [{ duration: 100, affect: 1 }], segment: { returnValue: 40 } });
    expect(found.value).toBeCloseTo(40 * loyal(sat(1)), 10);
    expect('value' in outcomesOf({ steps: [{ duration: 100, affect: 1 }] })).toBe(false);
  });
});
