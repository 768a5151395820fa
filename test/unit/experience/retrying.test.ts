import { describe, expect, it } from 'vitest';
import type { Retry } from '../../../src/journey/types';
import { momentsOf, outcomesOf, simulationOf, type Given } from './one-customer';

const failing = (retry: Retry | undefined, more: object = {}) => ({
  duration: 100,
  affect: 1,
  failure: { probability: 1, affect: -3, duration: 20, ...(retry === undefined ? {} : { retry }), ...more },
});
const columnsOf = (steps: Given['steps'], customers = 400) => simulationOf({ steps, seed: 3 }, customers).kept!['one']!;

describe('trying again', () => {
  it('goes through it at most so many times more, and fails in the end', () => {
    const { clockDuration, failures, effectiveness, completed } = outcomesOf({ steps: [failing({ atMost: 2 })] });
    expect({ clockDuration, failures, effectiveness, completed }).toEqual({
      clockDuration: 360,
      failures: 3,
      effectiveness: 0,
      completed: 1,
    });
  });

  it('not where it was made good', () => {
    const recovery = { probability: 1, affect: 3, duration: 10 };
    const { clockDuration, failures, effectiveness } = outcomesOf({ steps: [failing({ atMost: 5 }, { recovery })] });
    expect({ clockDuration, failures, effectiveness }).toEqual({ clockDuration: 130, failures: 1, effectiveness: 100 });
  });

  it('until it goes well: then the step went well', () => {
    const { failures, effectiveness, clockDuration } = columnsOf([failing({ atMost: 2 }, { probability: 0.5 })]);
    expect(new Set(failures)).toEqual(new Set([0, 1, 2, 3]));
    failures!.forEach((count, customer) => {
      expect(effectiveness![customer]).toBe(count === 3 ? 0 : 100);
      expect(clockDuration![customer]).toBe(100 * Math.min(count + 1, 3) + 20 * count);
    });
  });

  it('half of those who fail fail again (seed 3)', () => {
    const count = 20_000;
    const { failures } = columnsOf([failing({ atMost: 3 }, { probability: 0.5 })], count);
    [0.5, 0.25, 0.125, 0.0625, 0.0625].forEach((expected, times) => {
      const share = failures!.filter((one) => one === times).length / count;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
    });
  });

  it('each time with its own line, failure and all', () => {
    // 100 s at 1, 20 s at −2, three times over
    const { meanAffect, peakAffect, endAffect } = momentsOf({ steps: [failing({ atMost: 2 })] });
    expect(meanAffect).toBeCloseTo((300 * 1 - 60 * 2) / 360, 12);
    expect({ peakAffect, endAffect }).toEqual({ peakAffect: -2, endAffect: -2 });
  });

  it('is one step: its time is felt as one', () => {
    const { perceivedDuration } = columnsOf([failing({ atMost: 2 })], 5);
    for (const felt of perceivedDuration!) expect(felt).toBeCloseTo(900 * Math.pow(360 / 900, 0.9), 9);
  });

  it('keeps to the option taken, without deciding again', () => {
    const step = failing({ atMost: 1 });
    const steps = [{ ...step, choice: { options: [{ id: 'o', ...step }] } }];
    const { clockDuration, meanAffect } = outcomesOf({ steps });
    expect(clockDuration).toBe(2 + 240);
    const lift = Math.tanh(1 / 3);
    expect(meanAffect).toBeCloseTo((202 * (1 + lift) + 40 * (lift - 2)) / 242, 12);
  });
});

describe('what is drawn', () => {
  const duration = { type: 'lognormal', median: 100, sigma: 0.5 } as const;
  const step = (retry?: Retry) => ({ ...failing(retry, { probability: 0.5, duration: 0 }), duration });

  it('for the first time is what it is without trying again', () => {
    const [once, more] = [columnsOf([step()]), columnsOf([step({ atMost: 5 })])];
    once.failures!.forEach((failed, customer) => {
      const [before, now] = [once.clockDuration![customer]!, more.clockDuration![customer]!];
      if (failed === 0) expect(now).toBe(before);
      else expect(now).toBeGreaterThan(before);
    });
  });

  it('and afterwards anew', () => {
    const [once, twice] = [columnsOf([step()]), columnsOf([step({ atMost: 1 })])];
    const again = once.clockDuration!.map((seconds, customer) => (twice.clockDuration![customer]! - seconds) / seconds);
    expect(again.filter((share) => share === 0 || share === 1)).toHaveLength(once.failures!.filter((count) => count === 0).length);
  });

  it('the more tries, the same tries before', () => {
    const [two, five] = [columnsOf([step({ atMost: 2 })]), columnsOf([step({ atMost: 5 })])];
    two.failures!.forEach((count, customer) => {
      if (count < 3) expect(five.clockDuration![customer]).toBe(two.clockDuration![customer]);
    });
  });
});

describe('waiting to try again', () => {
  const wait = { duration: 60, occupied: 1 };

  it('comes before each further time, and counts as waiting', () => {
    const { waitingDuration, clockDuration } = outcomesOf({ steps: [failing({ atMost: 3, wait })] });
    expect({ waitingDuration, clockDuration }).toEqual({ waitingDuration: 180, clockDuration: 4 * 120 + 180 });
  });

  it('sours by its own conditions, from its own affect', () => {
    // told 15 s: from −2 by two doublings to −4. Two times 100 s at 1, two failures at 0 for 20 s
    const steps = [failing({ atMost: 1, wait: { ...wait, affect: -2, told: 15 } }, { affect: -1 })];
    const { peakAffect, meanAffect } = momentsOf({ steps });
    expect(peakAffect).toBe(-4);
    expect(meanAffect).toBeCloseTo((200 * 1 + 60 * -3) / 300, 12);
  });

  it('feels as long as its conditions make it, in the time of the whole', () => {
    const steps = [failing({ atMost: 1, wait: { duration: 60, occupied: 0 } })];
    expect(outcomesOf({ steps }).perceivedDuration).toBeCloseTo(((240 + 1.2 * 60) / 300) * 900 * Math.pow(300 / 900, 0.9), 9);
  });

  it('uses up patience: whoever leaves then is gone', () => {
    // 120 s, a wait of 60 s, 120 s, and 30 s of the next wait. Sour after 20 s: from 0 to −log2(1.5), then leaving
    const { clockDuration, waitingDuration, completed, failures, effectiveness, endAffect } = momentsOf({
      steps: [failing({ atMost: 3, wait }), { duration: 10 }],
      segment: { patience: 90 },
    });
    expect({ clockDuration, waitingDuration, completed, failures, effectiveness }).toEqual({
      clockDuration: 330,
      waitingDuration: 90,
      completed: 0,
      failures: 2,
      effectiveness: 0,
    });
    expect(endAffect).toBeCloseTo(-Math.log2(1.5) - 6, 12);
  });

  it('shows work as other waits do', () => {
    // 60 s shown: tanh(1/3)·(1 − e^−2) on the next time through it
    const { endAffect } = momentsOf({ steps: [failing({ atMost: 1, wait: { ...wait, work: true } })] });
    expect(endAffect).toBeCloseTo(-2 + Math.tanh(1 / 3) * (1 - Math.exp(-2)), 12);
  });
});

describe('giving up while trying again', () => {
  it('is as likely each time, and ends it', () => {
    // Each time 30 % leave, the others all fail; at the third time that is 30 % of .7·.7.
    const count = 20_000;
    const { completed, failures } = columnsOf([{ ...failing({ atMost: 2 }), dropout: 0.3 }], count);
    [0.3, 0.21, 0.147].forEach((expected, times) => {
      const share = failures!.filter((one, customer) => one === times && completed![customer] === 0).length / count;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
    });
  });
});
