import { describe, expect, it } from 'vitest';
import { averaging } from '../../../src/model/memory';
import { momentsOf as outcomesOf } from './one-customer';

/* Somebody fully occupied: such a wait feels as long as any step, so that it sours by the clock. */
const wait = { occupied: 1 };
const kind = 'wait' as const;

describe('waits sour', () => {
  it('by 1 per doubling beyond 20 s, in a line from the affect on entering', () => {
    // 160 s = 20 s doubled three times: 1 → −2, mean −0.5
    const { endAffect, meanAffect, peakAffect } = outcomesOf({ steps: [{ kind, wait, duration: 160, affect: 1 }] });
    expect({ endAffect, meanAffect, peakAffect }).toEqual({ endAffect: -2, meanAffect: -0.5, peakAffect: -2 });
  });

  it('not before the tolerance', () => {
    expect(outcomesOf({ steps: [{ kind, wait, duration: 20, affect: 1 }] }).endAffect).toBe(1);
    expect(outcomesOf({ steps: [{ kind, wait, duration: 5, affect: 1 }] }).endAffect).toBe(1);
  });

  it('from the written end, where there is one', () => {
    // 4 → 2 − 1
    const { endAffect, meanAffect } = outcomesOf({ steps: [{ kind, wait, duration: 40, affect: { start: 4, end: 2 } }] });
    expect({ endAffect, meanAffect }).toEqual({ endAffect: 1, meanAffect: 2.5 });
  });

  it.each([
    ['before', -0.75],
    ['during', -3],
    ['after', -3],
  ] as const)('%s the service', (phase, end) => {
    expect(outcomesOf({ steps: [{ kind, duration: 160, wait: { ...wait, phase } }] }).endAffect).toBe(end);
  });

  it("with the step's own tolerance, else the promise, else the model's", () => {
    const end = (own?: number, promise?: number) =>
      outcomesOf({
        steps: [{ kind, duration: 160, wait: own === undefined ? wait : { ...wait, tolerance: own } }],
        ...(promise === undefined ? {} : { promise }),
      }).endAffect;
    expect([end(80, 40), end(undefined, 40), end()]).toEqual([-1, -2, -3]);
  });

  it('no further than the scale', () => {
    expect(outcomesOf({ steps: [{ kind, wait, duration: 160, affect: -9 }] }).endAffect).toBe(-10);
    // 10 entered, and a shift of +2 on it: 12 is cut to 10, the sour end 12 − 3 = 9 is not
    const segment = { responses: { s0: { affectShift: 2 } } };
    const { peakAffect, endAffect } = outcomesOf({ steps: [{ kind, wait, duration: 160, affect: 10 }], segment });
    expect({ peakAffect, endAffect }).toEqual({ peakAffect: 10, endAffect: 9 });
  });

  it('a service does not', () => {
    expect(outcomesOf({ steps: [{ duration: 160, affect: 1 }] }).endAffect).toBe(1);
  });
});

describe('what else a wait does to affect', () => {
  it('unfair takes 2 from its whole line', () => {
    const { endAffect, meanAffect } = outcomesOf({ steps: [{ kind, duration: 10, affect: 1, wait: { fair: false } }] });
    expect({ endAffect, meanAffect }).toEqual({ endAffect: -1, meanAffect: -1 });
    expect(outcomesOf({ steps: [{ kind, duration: 10, affect: 1, wait: { fair: true } }] }).endAffect).toBe(1);
  });

  it('information gives an anxious wait 1.5·anxious·(1 − e^−1.2) back', () => {
    const end = (anxious: number) => outcomesOf({ steps: [{ kind, duration: 10, wait: { anxious, informed: true } }] }).endAffect;
    expect(end(1)).toBeCloseTo(1.5 * (1 - Math.exp(-1.2)), 12);
    expect(end(0.5)).toBeCloseTo(0.75 * (1 - Math.exp(-1.2)), 12);
    expect(end(0)).toBe(0);
  });
});

describe('patience', () => {
  const steps = [
    { kind, wait, duration: 60, affect: 2 },
    { duration: 500, affect: 3 },
    { kind, wait, duration: 60, affect: 1 },
    { duration: 100, affect: 5 },
  ];

  it('is used up by waits alone, and ends the journey there', () => {
    // 60 s + 500 s + the 40 s left of 100. The last wait sours for 40 s only: 1 → 0. Then 0 − 6.
    const found = outcomesOf({ steps, segment: { patience: 100 } });
    const { clockDuration, waitingDuration, completed, endAffect, peakAffect, progress, effectiveness } = found;
    expect({ clockDuration, waitingDuration, completed, endAffect, peakAffect, progress, effectiveness }).toEqual({
      clockDuration: 600,
      waitingDuration: 100,
      completed: 0,
      endAffect: -6,
      peakAffect: -6,
      progress: 2 / 16,
      effectiveness: 50,
    });
    expect(found.meanAffect).toBeCloseTo((60 * (2 + 2 - Math.log2(3)) * 0.5 + 500 * 3 + 40 * 0.5) / 600, 12);
  });

  it('just enough is enough', () => {
    const { completed, clockDuration } = outcomesOf({ steps, segment: { patience: 120 } });
    expect({ completed, clockDuration }).toEqual({ completed: 1, clockDuration: 720 });
  });

  it('none at all: the first moment is lived, then one of leaving', () => {
    const { clockDuration, perceivedDuration, peakAffect, endAffect, meanAffect, completed } = outcomesOf({
      steps,
      segment: { patience: 0 },
    });
    // plain mean of 2 and 2 − 6
    expect({ clockDuration, perceivedDuration, peakAffect, endAffect, meanAffect, completed }).toEqual({
      clockDuration: 0,
      perceivedDuration: 0,
      peakAffect: -4,
      endAffect: -4,
      meanAffect: -1,
      completed: 0,
    });
  });

  it('lasts longer where the position is shown (×.38) and where the reason is told (×.85)', () => {
    const left = (conditions: object) =>
      outcomesOf({ steps: [{ kind, duration: 1000, wait: conditions }], segment: { patience: 100 } }).clockDuration;
    expect(left({})).toBe(100);
    expect(left({ informed: true })).toBeCloseTo(100 / 0.38, 10);
    expect(left({ explained: true })).toBeCloseTo(100 / 0.85, 10);
    expect(left({ informed: true, explained: true })).toBeCloseTo(100 / (0.38 * 0.85), 10);
  });

  it('lasts for ever where a wait uses none of it', () => {
    const model = { waiting: { informed: { hazard: 0 } } };
    for (const patience of [0, 100]) {
      const found = outcomesOf({ steps: [{ kind, duration: 1000, wait: { informed: true } }], segment: { patience }, model });
      expect(found.completed).toBe(1);
    }
  });

  it('lasts for ever there too where another setting happens to be minus zero', () => {
    // Overload by a model without any is −0 of sixteen options; the wait uses up 0 of patience a second. Deciding takes 2·log2(16).
    const one = { kind, duration: 1000, wait: { informed: true } };
    const choice = { options: Array.from({ length: 15 }, (_, k) => ({ ...one, id: `o${k}` })), difficulty: 1 };
    const found = outcomesOf({
      steps: [{ ...one, choice }],
      segment: { patience: 100 },
      model: { waiting: { informed: { hazard: 0 } }, choice: { overload: 0 } },
    });
    expect([found.completed, found.clockDuration]).toEqual([1, 1008]);
  });

  it('the leaving moment does not fall off the scale', () => {
    expect(outcomesOf({ steps: [{ kind, wait, duration: 100, affect: -7 }], segment: { patience: 10 } }).endAffect).toBe(-10);
  });
});

describe('giving up', () => {
  it('at certainty: at share u of the step, with the line cut there', () => {
    for (const seed of [1, 2, 3]) {
      const steps = [{ duration: 128, affect: { start: 0, end: 8 }, dropout: 1 }, { duration: 50 }];
      const { clockDuration, endAffect, completed } = outcomesOf({ steps, seed });
      expect(clockDuration).toBeGreaterThan(0);
      expect(clockDuration).toBeLessThan(128);
      expect(endAffect).toBe(clockDuration / 16 - 6);
      expect(completed).toBe(0);
    }
  });

  it('the earlier of giving up and used-up patience counts', () => {
    const steps = [{ kind, wait, duration: 100, dropout: 1 }];
    const alone = outcomesOf({ steps }).clockDuration;
    expect(outcomesOf({ steps, segment: { patience: alone / 2 } }).clockDuration).toBe(alone / 2);
    expect(outcomesOf({ steps, segment: { patience: (alone + 100) / 2 } }).clockDuration).toBe(alone);
  });

  it('a wait that is left sours for the time lived', () => {
    const { clockDuration, meanAffect } = outcomesOf({
      steps: [{ kind, wait, duration: 10_000, dropout: 1 }],
      model: { memory: averaging },
    });
    expect(meanAffect).toBeCloseTo(-Math.log2(clockDuration / 20) / 2, 12);
  });
});
