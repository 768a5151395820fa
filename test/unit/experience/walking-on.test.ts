import { describe, expect, it } from 'vitest';
import { outcomesOf, simulationOf, type Given } from './one-customer';

const count = 20_000;
const desk = { id: 'desk', duration: 60, affect: 2 };
const after = { id: 'after', duration: 30, affect: -1 };
const option = { id: 'phone', duration: 60, affect: 2 };
const clocks = (steps: Given['steps'], customers = count) => simulationOf({ steps, seed: 7 }, customers).kept!['one']!.clockDuration!;

/** The share that walks on is within four standard errors of what the logit says. */
function expectWalkingOn(steps: Given['steps'], expected: number): void {
  const share = clocks(steps).filter((seconds) => seconds === 0).length / count;
  expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
}

describe('walking on without choosing', () => {
  it('skips the step, deciding and all, and leaves nothing undone', () => {
    const steps = [{ ...desk, failure: { probability: 1, affect: -5 }, choice: { options: [option], none: { appeal: 100 } } }, after];
    const found = outcomesOf({ steps });
    expect(found).toEqual(outcomesOf({ steps: [{ ...desk, skip: 1 }, after] }));
    expect([found.clockDuration, found.effectiveness, found.endAffect, found.failures]).toEqual([30, 100, -1, 0]);
  });

  it('draws by its appeal against one option by appeal and affect', () => {
    const choice = { options: [{ ...option, available: false }], appeal: -0.5, none: { appeal: 1 } };
    expectWalkingOn([{ ...desk, choice }], Math.exp(1) / (Math.exp(1) + Math.exp(0.5)));
  });

  it('against several, each in the race', () => {
    const choice = { options: [{ ...option, affect: 4 }], none: { appeal: 1.5 } };
    expectWalkingOn([{ ...desk, choice }], Math.exp(1.5) / (Math.exp(1.5) + Math.exp(1) + Math.exp(2)));
  });

  it('is what overload drives people to: sixteen hard options lose one each', () => {
    const options = Array.from({ length: 15 }, (_, k) => ({ id: `o${k}`, duration: 60, affect: 2 }));
    const choice = (difficulty: number) => ({ options, difficulty, none: { appeal: 3 } });
    expectWalkingOn([{ ...desk, choice: choice(0) }], Math.exp(3) / (Math.exp(3) + 16 * Math.exp(1)));
    expectWalkingOn([{ ...desk, choice: choice(1) }], Math.exp(3) / (Math.exp(3) + 16 * Math.exp(0.5)));
  });

  it('leaves those who stay with what they would have taken', () => {
    const options = [{ ...option, duration: 90 }];
    const before = clocks([{ ...desk, choice: { options } }], 500);
    const now = clocks([{ ...desk, choice: { options, none: { appeal: 1 } } }], 500);
    expect(now.every((seconds, customer) => seconds === 0 || seconds === before[customer])).toBe(true);
    expect(new Set(now).size).toBe(3);
  });

  it('makes no choice of a single option: nothing to decide, nothing lifted', () => {
    const choice = { options: [{ ...option, available: false }], difficulty: 1, none: { appeal: -100 } };
    expect(outcomesOf({ steps: [{ ...desk, choice }] })).toEqual(outcomesOf({ steps: [desk] }));
  });

  it('comes after skipping', () => {
    const choice = { options: [option], none: { appeal: -100 } };
    expect(outcomesOf({ steps: [{ ...desk, skip: 1, choice }, after] }).clockDuration).toBe(30);
  });

  it('is no option of its own among those taken', () => {
    const steps = [{ ...desk, choice: { options: [option], none: { appeal: 1 } } }];
    const { chosen } = simulationOf({ steps, seed: 7 }, 1000).overall.interactions!['desk']!;
    expect(Object.keys(chosen!).sort()).toEqual(['desk', 'phone']);
  });
});
