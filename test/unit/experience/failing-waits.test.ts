import { describe, expect, it } from 'vitest';
import type { Failure, WaitConditions } from '../../../src/journey/types';
import { momentsOf, outcomesOf, simulationOf } from './one-customer';

/* The extra time of a failure as a wait: 100 s at 2, then 160 s of waiting from 2 − 3. */

const occupied = { occupied: 1 };
const step = (wait: WaitConditions | undefined, more: Partial<Failure> = {}) => ({
  duration: 100,
  affect: 2,
  failure: { probability: 1, affect: -3, duration: 160, ...(wait === undefined ? {} : { wait }), ...more },
});

describe('waiting for what failed', () => {
  it('counts as waiting', () => {
    const { waitingDuration, clockDuration, failures } = outcomesOf({ steps: [step({})] });
    expect({ waitingDuration, clockDuration, failures }).toEqual({ waitingDuration: 160, clockDuration: 260, failures: 1 });
    expect(outcomesOf({ steps: [step(undefined)] }).waitingDuration).toBe(0);
  });

  it('sours in a line from the level of the failure: −1 to −4', () => {
    const { peakAffect, endAffect, meanAffect } = momentsOf({ steps: [step(occupied)] });
    expect({ peakAffect, endAffect }).toEqual({ peakAffect: -4, endAffect: -4 });
    expect(meanAffect).toBeCloseTo((100 * 2 - 160 * 2.5) / 260, 12);
  });

  it('by its own conditions', () => {
    const end = (wait: WaitConditions) => momentsOf({ steps: [step(wait)] }).endAffect;
    expect(end({ ...occupied, told: 80 })).toBe(-2);
    expect(end({ ...occupied, phase: 'before' })).toBe(-1.75);
    expect(end({ ...occupied, fair: false })).toBe(-6);
    expect(end({ occupied: 0 })).toBeCloseTo(-4 - Math.log2(1.2) / 0.9, 12);
  });

  it('recovers from where it ends', () => {
    expect(momentsOf({ steps: [step(occupied, { recovery: { probability: 1, affect: 5 } })] }).endAffect).toBe(1);
  });

  it('weighs in the felt time of its step by the clock', () => {
    // 100 s as they are and 160 s that feel 1.2 times as long, through the law as one
    const felt = outcomesOf({ steps: [step({ occupied: 0 })] }).perceivedDuration;
    expect(felt).toBeCloseTo(((100 + 1.2 * 160) / 260) * 900 * Math.pow(260 / 900, 0.9), 9);
  });

  it('feels as long for everybody, one customer after another', () => {
    const steps = [step({ occupied: 0 }), { duration: 50 }];
    expect(new Set(simulationOf({ steps }, 5).kept!['one']!.perceivedDuration).size).toBe(1);
  });

  it('informed takes back an overestimate of its own seconds', () => {
    // r = 1.2·f(160)/160, m = r^.15·160/f(160)
    const factor = Math.pow(1.2, 0.15) * Math.pow(900 / 160, 0.015 - 0.1);
    const felt = outcomesOf({ steps: [step({ occupied: 0, informed: true })] }).perceivedDuration;
    expect(felt).toBeCloseTo(((100 + factor * 160) / 260) * 900 * Math.pow(260 / 900, 0.9), 9);
  });

  it('is remembered by its last stretch, and by its middle in the mean', () => {
    // A minute of 160 s from −1 to −4: −4 + 3·(60/160)/2
    const steps = [{ ...step(occupied), duration: 900 }];
    const { peakAffect, endAffect, meanAffect } = outcomesOf({ steps, model: { memory: { peak: 'worst' } } });
    expect(peakAffect).toBeCloseTo(-4 + 0.5625, 12);
    expect(endAffect).toBeCloseTo(-4 + 0.5625, 12);
    expect(meanAffect).toBeCloseTo((900 * 2 - 160 * 2.5) / 1060, 12);
  });

  it('in a merged step follows the line of the whole', () => {
    // 200 s at 3; the part failed to 3 − 3, and sours to −3
    const parts = [
      { id: 'a', ...step(occupied) },
      { id: 'b', duration: 100, affect: 4 },
    ];
    const { endAffect, waitingDuration } = momentsOf({ steps: [{ parts, affect: 'time-weighted' }] });
    expect({ endAffect, waitingDuration }).toEqual({ endAffect: -3, waitingDuration: 160 });
  });
});

describe('patience while waiting for what failed', () => {
  it('runs out there: no recovery, one last moment', () => {
    // 40 s sour from −1 to −2; leaving takes 6
    const recovery = { probability: 1, affect: 9 };
    const found = momentsOf({ steps: [step(occupied, { recovery }), { duration: 10, affect: 5 }], segment: { patience: 40 } });
    const { clockDuration, waitingDuration, completed, failures, endAffect, effectiveness } = found;
    expect({ clockDuration, waitingDuration, completed, failures, endAffect, effectiveness }).toEqual({
      clockDuration: 140,
      waitingDuration: 40,
      completed: 0,
      failures: 1,
      endAffect: -8,
      effectiveness: 0,
    });
  });

  it('lasts longer where people are informed', () => {
    const found = outcomesOf({ steps: [step({ informed: true })], segment: { patience: 38 } });
    expect(found.clockDuration).toBeCloseTo(200, 10);
  });

  it('is what the waits before it have left', () => {
    const before = { kind: 'wait' as const, duration: 30 };
    const { clockDuration } = outcomesOf({ steps: [before, step({}), before], segment: { patience: 200 } });
    expect(clockDuration).toBe(30 + 260 + 10);
  });
});
