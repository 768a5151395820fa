import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { momentsOf as outcomesOf, simulationOf } from './one-customer';

type Options = NonNullable<InteractionInput['choice']>['options'];
const levels = (...affects: number[]): Options => affects.map((affect, index) => ({ id: `o${index}`, duration: 100, affect }));
const lift = Math.tanh(1);
/** The end is the last moment. */
const moments = { memory: { stretch: { seconds: 0 } } };

describe('having a choice', () => {
  it('among good options lifts the one taken, and takes 2 s of deciding on the level of entering', () => {
    // Both at 3, expectation 0: 3 + tanh(3/3). Deciding 2·log2(2) = 2 s.
    const { endAffect, meanAffect, clockDuration, perceivedDuration } = outcomesOf({
      steps: [{ duration: 98, affect: 3, choice: { options: [{ id: 'o', duration: 98, affect: 3 }] } }],
    });
    expect(endAffect).toBeCloseTo(3 + lift, 12);
    expect(meanAffect).toBeCloseTo(3 + lift, 12);
    expect(clockDuration).toBe(100);
    expect(perceivedDuration).toBeCloseTo(900 * Math.pow(100 / 900, 0.9), 9);
  });

  it('among bad options makes it worse', () => {
    expect(outcomesOf({ steps: [{ duration: 98, affect: -3, choice: { options: levels(-3) } }] }).endAffect).toBeCloseTo(-3 - lift, 12);
  });

  it('is judged against what this customer expects', () => {
    expect(
      outcomesOf({ steps: [{ duration: 98, affect: 3, choice: { options: levels(3) } }], segment: { expectation: 3 } }).endAffect,
    ).toBe(3);
    const high = outcomesOf({ steps: [{ duration: 98, affect: 3, choice: { options: levels(3) } }], segment: { expectation: 6 } });
    expect(high.endAffect).toBeCloseTo(3 - lift, 12);
  });

  it('is as good as what people take', () => {
    // Half take 0 and half 6, for an appeal of 3 against half of 6: 3 on average.
    const steps = [{ duration: 98, affect: 0, choice: { options: levels(6), appeal: 3 } }];
    const ends = new Set(simulationOf({ steps, model: moments }, 50).kept!['one']!.endAffect);
    expect([...ends].sort()).toEqual([expect.closeTo(lift, 12), expect.closeTo(6 + lift, 12)]);
  });

  it('what is expected of a distribution is its mean, and of a line its middle', () => {
    // 0, 6 (mean of 2…10) and 3 (middle of 1 → 5), a third of people each: mean 3
    const options: Options = [
      { id: 'a', duration: 1, affect: { type: 'uniform', min: 2, max: 10 }, appeal: -3 },
      { id: 'b', duration: 1, affect: { start: 1, end: 5 }, appeal: -1.5 },
    ];
    const steps = [{ id: 'plain', duration: 98, affect: 0, choice: { options } }];
    const { clockDuration, endAffect } = simulationOf({ steps, model: moments }, 50).kept!['one']!;
    const plain = endAffect!.filter((_, customer) => clockDuration![customer]! > 98);
    expect(plain.length).toBeGreaterThan(5);
    for (const end of plain) expect(end).toBeCloseTo(lift, 12);
  });

  it('deciding has the level of entering where the option is a line', () => {
    // 98 s from 2 to 4 and 2 s at 2, all lifted by tanh(1) (expected 3 and 3)
    const line = { duration: 98, affect: { start: 2, end: 4 } };
    const steps = [{ ...line, choice: { options: [{ id: 'o', ...line }] } }];
    expect(outcomesOf({ steps }).meanAffect).toBeCloseTo((98 * 3 + 2 * 2) / 100 + lift, 12);
  });

  it('of sixteen hard options costs one affect, and 8 s of deciding', () => {
    const steps = (difficulty: number) => [
      { duration: 92, affect: 3, choice: { options: levels(...new Array<number>(15).fill(3)), difficulty } },
    ];
    const easy = outcomesOf({ steps: steps(0) });
    const hard = outcomesOf({ steps: steps(1) });
    expect(easy.endAffect).toBeCloseTo(3 + lift, 12);
    expect(hard.endAffect).toBeCloseTo(2 + lift, 12);
    expect(outcomesOf({ steps: steps(0.5) }).endAffect).toBeCloseTo(2.5 + lift, 12);
    expect([easy.clockDuration % 4, hard.clockDuration % 4]).toEqual([0, 0]); // 92 or 100, + 8
  });

  it('of eight costs nothing', () => {
    const steps = [{ duration: 94, affect: 3, choice: { options: levels(...new Array<number>(7).fill(3)), difficulty: 1 } }];
    expect(outcomesOf({ steps }).endAffect).toBeCloseTo(3 + lift, 12);
  });

  it('relieves an anxious wait, with information less than the sum', () => {
    const options = (informed: boolean): Options => [{ id: 'o', kind: 'wait', duration: 10, affect: 3, wait: { anxious: 1, informed } }];
    const end = (informed: boolean) =>
      outcomesOf({
        steps: [{ kind: 'wait', duration: 10, affect: 3, wait: { anxious: 1, informed }, choice: { options: options(informed) } }],
      }).endAffect;
    expect(end(false)).toBeCloseTo(3 + lift + 1.5 * (1 - Math.exp(-1.2)), 12);
    expect(end(true)).toBeCloseTo(3 + lift + 1.5 * (1 - Math.exp(-2.4)), 12);
  });

  it('carries mood once: deciding and the option start alike', () => {
    // φ = .5 after a level of 2: 3 + tanh 1 + 1, in both moments
    const steps = [
      { duration: 10, affect: 2 },
      { duration: 98, affect: 3, choice: { options: levels(3) } },
    ];
    const { endAffect, peakAffect } = outcomesOf({ steps, model: { memory: { carryOver: 0.5 } } });
    expect(endAffect).toBeCloseTo(4 + lift, 12);
    expect(peakAffect).toBeCloseTo(4 + lift, 12);
  });
});

describe('what is not on offer', () => {
  it('counts neither in the number nor in the mean', () => {
    const options: Options = [...levels(3), { id: 'gone', duration: 100, affect: 9, available: false }];
    const { endAffect, clockDuration } = outcomesOf({ steps: [{ duration: 100, affect: 3, choice: { options } }] });
    expect(endAffect).toBeCloseTo(3 + lift, 12);
    expect(clockDuration).toBe(102);
  });

  it('may be opened or closed to a segment', () => {
    const options: Options = [{ id: 'o', duration: 200, affect: 3, available: false }];
    const steps = [{ duration: 100, affect: 3, choice: { options } }];
    expect(outcomesOf({ steps }).clockDuration).toBe(100);
    const only = { responses: { o: { available: true }, s0: { available: false } } };
    const { clockDuration, endAffect } = outcomesOf({ steps, segment: only });
    expect({ clockDuration, endAffect }).toEqual({ clockDuration: 200, endAffect: 3 });
  });

  it('a step that leaves a segment no option at all is an error', () => {
    const steps = [{ duration: 100, choice: { options: [{ id: 'o', duration: 1, available: false }] } }];
    const run = () => outcomesOf({ steps, segment: { responses: { s0: { available: false } } } });
    expect(run).toThrow(expect.objectContaining({ code: 'conflict' }) as Error);
  });
});

describe('which option is taken', () => {
  const count = 20_000;
  /** Within four standard errors of a share. */
  const near = (share: number, expected: number) => Math.abs(share - expected) < 4 * Math.sqrt((expected * (1 - expected)) / count);

  it('follows the softmax of appeal and half the expected affect (seed 7)', () => {
    const options: Options = [
      { id: 'b', duration: 1, affect: 2 },
      { id: 'c', duration: 1, affect: 0, appeal: 1 },
    ];
    const { chosen } = simulationOf({ steps: [{ id: 'a', duration: 1, affect: 0, choice: { options, appeal: 0.5 } }], seed: 7 }, count)
      .overall.interactions!['a']!;
    const weights = [Math.exp(0.5), Math.exp(1), Math.exp(1)];
    const whole = weights[0]! + weights[1]! + weights[2]!;
    ['a', 'b', 'c'].forEach((id, index) => expect(near(chosen![id]!, weights[index]! / whole)).toBe(true));
  });

  it('an option more only takes customers away from the others', () => {
    const taken = (options: Options) =>
      simulationOf({ steps: [{ id: 'a', duration: 10, choice: { options } }], seed: 7, model: { choice: { deciding: 0 } } }, 2000).kept![
        'one'
      ]!.clockDuration!;
    const before = taken([{ id: 'b', duration: 20 }]);
    const after = taken([
      { id: 'b', duration: 20 },
      { id: 'c', duration: 30 },
    ]);
    expect(after.every((seconds, customer) => seconds === 30 || seconds === before[customer])).toBe(true);
    expect(after.filter((seconds) => seconds === 30).length).toBeGreaterThan(400);
  });

  it("the segment's appeal replaces the written one", () => {
    const steps = [{ duration: 10, choice: { options: [{ id: 'o', duration: 20, appeal: -50 }] } }];
    expect(outcomesOf({ steps }).clockDuration).toBe(10);
    expect(outcomesOf({ steps, segment: { responses: { o: { appeal: 50 } } } }).clockDuration).toBe(20);
  });
});

describe('skipping a choice', () => {
  it('skips deciding too', () => {
    expect(outcomesOf({ steps: [{ duration: 10, skip: 1, choice: { options: levels(3) } }] }).clockDuration).toBe(0);
  });
  it("an option's own skip holds where it is taken", () => {
    const options: Options = [{ id: 'o', duration: 20, skip: 1, appeal: 50 }];
    expect(outcomesOf({ steps: [{ duration: 10, choice: { options } }] }).clockDuration).toBe(0);
  });
});
