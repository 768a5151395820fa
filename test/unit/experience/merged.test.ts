import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { momentsOf as outcomesOf } from './one-customer';

const calm: InteractionInput = { id: 'calm', duration: 300, affect: 2 };
const rough: InteractionInput = { id: 'rough', duration: 100, affect: -6 };
const merged = (parts: readonly InteractionInput[], rest: object = {}) => ({
  id: 'whole',
  affect: 'time-weighted' as const,
  parts,
  ...rest,
});

/* Whose parts feel as one: where they keep their own feeling, see kept-merges. */
describe('a merged step', () => {
  it('is one line at the clock-weighted mean of its parts, felt as one', () => {
    // (600 − 600)/400 = 0
    const { peakAffect, endAffect, meanAffect, clockDuration, perceivedDuration, progress } = outcomesOf({
      steps: [merged([calm, rough])],
    });
    expect({ peakAffect, endAffect, meanAffect, clockDuration, progress }).toEqual({
      peakAffect: 0,
      endAffect: 0,
      meanAffect: 0,
      clockDuration: 400,
      progress: 1,
    });
    expect(perceivedDuration).toBeCloseTo(900 * Math.pow(4 / 9, 0.9), 9);
  });

  it('or as given', () => {
    const { endAffect, meanAffect } = outcomesOf({ steps: [merged([calm, rough], { affect: { start: 1, end: 5 } })] });
    expect({ endAffect, meanAffect }).toEqual({ endAffect: 5, meanAffect: 3 });
  });

  it('takes its parts after they soured', () => {
    // 80 s from 0 to −2: mean −1; 80 s at 3: mean of both 1
    const parts: InteractionInput[] = [
      { id: 'w', kind: 'wait', duration: 80, wait: { occupied: 1 } },
      { id: 's', duration: 80, affect: 3 },
    ];
    const { endAffect, waitingDuration } = outcomesOf({ steps: [merged(parts)] });
    expect({ endAffect, waitingDuration }).toEqual({ endAffect: 1, waitingDuration: 80 });
  });

  it('has the clock-weighted factor of its parts', () => {
    // 300 s fully idle ×1.2, 600 s service: 960/900
    const parts: InteractionInput[] = [
      { id: 'w', kind: 'wait', duration: 300, wait: { occupied: 0 } },
      { id: 's', duration: 600 },
    ];
    expect(outcomesOf({ steps: [merged(parts)] }).perceivedDuration).toBeCloseTo(960, 9);
  });

  it('information is taken in part by part, before merging', () => {
    // 300 s idle and informed: f = 900·(1/3)^.9 = 300·3^.1, r = 1.2·3^.1; m = r^.15·300/f = 1.2^.15·3^(−.085)
    const parts: InteractionInput[] = [
      { id: 'w', kind: 'wait', duration: 300, wait: { occupied: 0, informed: true } },
      { id: 's', duration: 600 },
    ];
    const factor = Math.pow(1.2, 0.15) * Math.pow(3, -0.085);
    expect(outcomesOf({ steps: [merged(parts)] }).perceivedDuration).toBeCloseTo(300 * factor + 600, 9);
  });

  it('is one step while it runs', () => {
    const time = { perspective: 'prospective' } as const;
    const steps = [
      merged([
        { id: 'a', duration: 300 },
        { id: 'b', duration: 300 },
      ]),
      { duration: 300 },
    ];
    expect(outcomesOf({ steps, model: { time } }).perceivedDuration).toBeCloseTo(900 * 0.97, 9);
  });

  it('failures of its parts come after its line, each from where the one before left off', () => {
    // line at 0 for 400 s; calm fails to −3 for 20 s; then it recovers to 1 for 10 s; rough fails from there to −1 for 30 s
    const parts: InteractionInput[] = [
      { ...calm, failure: { probability: 1, affect: -3, duration: 20, recovery: { probability: 1, affect: 4, duration: 10 } } },
      { ...rough, failure: { probability: 1, affect: -2, duration: 30 } },
    ];
    const { peakAffect, endAffect, meanAffect, failures, effectiveness, clockDuration } = outcomesOf({ steps: [merged(parts)] });
    expect({ peakAffect, endAffect, failures, effectiveness, clockDuration }).toEqual({
      peakAffect: -3,
      endAffect: -1,
      failures: 2,
      effectiveness: 0,
      clockDuration: 460,
    });
    expect(meanAffect).toBeCloseTo((-60 + 10 - 30) / 460, 12);
  });

  it('a skipped part has no weight, and all skipped is a step skipped', () => {
    expect(outcomesOf({ steps: [merged([calm, { ...rough, skip: 1 }])] }).endAffect).toBe(2);
    const { clockDuration, effectiveness, endAffect } = outcomesOf({
      steps: [
        merged([
          { ...calm, skip: 1 },
          { ...rough, skip: 1 },
        ]),
        { duration: 5, affect: 1 },
      ],
    });
    expect({ clockDuration, effectiveness, endAffect }).toEqual({ clockDuration: 5, effectiveness: 100, endAffect: 1 });
  });

  it('carries mood as one', () => {
    const found = outcomesOf({ steps: [{ duration: 10, affect: 4 }, merged([calm, rough])], model: { memory: { carryOver: 0.5 } } });
    expect(found.endAffect).toBe(2);
  });

  it('is left where a part is left: no more of it, nor of the parts after', () => {
    // patience 40 in a wait of 80: 100 s at 3, then 40 s from 0 to −1; (300 − 20)/140 = 2; leaving 2 − 6
    const parts: InteractionInput[] = [
      { id: 'a', duration: 100, affect: 3 },
      { id: 'w', kind: 'wait', duration: 80, wait: { occupied: 1 } },
      { id: 'b', duration: 100, affect: 9 },
    ];
    const { clockDuration, meanAffect, endAffect, completed, progress } = outcomesOf({ steps: [merged(parts)], segment: { patience: 40 } });
    expect({ clockDuration, meanAffect, endAffect, completed, progress }).toEqual({
      clockDuration: 140,
      meanAffect: 2,
      endAffect: -4,
      completed: 0,
      progress: 0,
    });
  });

  it('a given line is cut where the whole is left', () => {
    // 140 s of 280: half-way from 0 to 8
    const parts: InteractionInput[] = [
      { id: 'a', duration: 100 },
      { id: 'w', kind: 'wait', duration: 80 },
      { id: 'b', duration: 100 },
    ];
    const found = outcomesOf({ steps: [merged(parts, { affect: { start: 0, end: 8 } })], segment: { patience: 40 } });
    expect(found.endAffect).toBe(4 - 6);
    expect(found.meanAffect).toBe(2);
  });

  it('in one merged step weighs by its own time', () => {
    // inner: 100 s at 2 and 100 s at −6: −2 for 200 s; with 200 s at 4: 1
    const inner = merged([{ ...calm, duration: 100 }, rough], { id: 'inner' }) as InteractionInput;
    const { endAffect, clockDuration } = outcomesOf({ steps: [merged([inner, { id: 'c', duration: 200, affect: 4 }])] });
    expect({ endAffect, clockDuration }).toEqual({ endAffect: 1, clockDuration: 400 });
  });

  it('raises progress: (2/4)² + (1/4)² + (1/4)² against 4·(1/4)²', () => {
    const plain = [1, 2, 3, 4].map((k) => ({ id: `p${k}`, duration: 1 }));
    expect(outcomesOf({ steps: plain }).progress).toBe(0.25);
    expect(outcomesOf({ steps: [merged(plain.slice(0, 2)), ...plain.slice(2)] }).progress).toBe(0.375);
  });

  it('its own effort speaks for its parts', () => {
    const parts = [{ ...calm, effort: 8 }, rough];
    expect(outcomesOf({ steps: [merged(parts)] }).ease).toBe(20);
    expect(outcomesOf({ steps: [merged(parts, { effort: 3 })] }).ease).toBe(70);
  });
});

describe('responses to a merged step', () => {
  const whole = { steps: [merged([calm, rough])] };
  it('shift and scale every part', () => {
    const found = outcomesOf({ ...whole, segment: { responses: { whole: { affectShift: 1, durationScale: 2 } } } });
    expect([found.endAffect, found.clockDuration]).toEqual([1, 800]);
  });
  it('add to those of a part', () => {
    // calm 2 + 1 + 4 = 7, rough −6 + 1 = −5: (2100 − 500)/400
    const found = outcomesOf({ ...whole, segment: { responses: { whole: { affectShift: 1 }, calm: { affectShift: 4 } } } });
    expect(found.endAffect).toBe(4);
  });
});
