import { describe, expect, it } from 'vitest';
import { averaging } from '../../../src/model/memory';
import { outcomesOf, simulationOf, type Given } from './one-customer';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const satisfied = (quality: number, scale = 4) => 100 * logistic(quality / scale);
const at = (affect: number, rest: Partial<Given> = {}) => outcomesOf({ steps: [{ duration: 900, affect }], ...rest });

describe('satisfaction', () => {
  it('above the expectation: half the memory, half the excess', () => {
    // R 2, X 1: Q = 1 + ½·1
    const { satisfaction, disconfirmation } = at(2, { segment: { expectation: 1 } });
    expect(satisfaction).toBeCloseTo(satisfied(1.5), 10);
    expect(disconfirmation).toBe(1);
  });

  it('below it: the shortfall counts 1.95 times', () => {
    // R 2, X 4: Q = 1 − ½·1.95·2 = −.95
    expect(at(2, { segment: { expectation: 4 } }).satisfaction).toBeCloseTo(satisfied(-0.95), 10);
  });

  it('at nothing felt and nothing expected is 50', () => {
    expect(at(0).satisfaction).toBe(50);
  });

  it('follows balance, loss aversion and scale', () => {
    const satisfaction = { balance: 0.25, lossAversion: 1, scale: 2 };
    // .25·2 + .75·(−2)
    expect(at(2, { segment: { expectation: 4 }, model: { satisfaction } }).satisfaction).toBeCloseTo(satisfied(-1, 2), 10);
  });

  it('starts from a base of its own', () => {
    const satisfaction = { base: 1.5 };
    expect(at(0, { model: { satisfaction } }).satisfaction).toBeCloseTo(100 * logistic(1.5), 10);
    expect(at(2, { model: { satisfaction } }).satisfaction).toBeCloseTo(100 * logistic(0.5 + 1.5), 10);
  });

  it('cuts a memory beyond the scale to it', () => {
    // total: 10·9000/900 = 100, counted as 10
    const found = outcomesOf({ steps: [{ duration: 9000, affect: 10 }], model: { memory: { kind: 'total' } } });
    expect(found.rememberedUtility).toBeCloseTo(100, 9);
    expect(found.satisfaction).toBeCloseTo(satisfied(10), 10);
    expect(found.disconfirmation).toBe(10);
    expect(found.emotion).toBe(100);
  });
});

describe('lateness', () => {
  it('a fifth over the promise costs 3.4·4·(1 − 1/e)', () => {
    expect(at(2, { promise: 750 }).satisfaction).toBeCloseTo(satisfied(2 - 13.6 * (1 - Math.exp(-1))), 10);
  });
  it('early and on time cost nothing', () => {
    expect(at(2, { promise: 900 }).satisfaction).toBeCloseTo(satisfied(2), 10);
    expect(at(2, { promise: 9000 }).satisfaction).toBeCloseTo(satisfied(2), 10);
  });
});

describe('slowness', () => {
  it('a doubling of felt time over what the time expected would feel like costs half a point of affect', () => {
    // Twice the clock time feels 2^.9 as long.
    expect(at(2, { segment: { expectedDuration: 450 } }).satisfaction).toBeCloseTo(satisfied(2 - 0.45), 9);
  });
  it('follows the law of time that the customer has, also while it runs', () => {
    const time = { beta: 0.6, reference: 60 };
    for (const perspective of ['retrospective', 'prospective'] as const) {
      const found = at(2, { segment: { expectedDuration: 450 }, model: { time: { ...time, perspective } } });
      expect(found.satisfaction).toBeCloseTo(satisfied(2 - 0.3), 9);
    }
  });
  it('faster than expected, or nothing expected, costs nothing', () => {
    expect(at(2, { segment: { expectedDuration: 2000 } }).satisfaction).toBeCloseTo(satisfied(2), 9);
    expect(at(2).satisfaction).toBeCloseTo(satisfied(2), 9);
  });
});

describe('whoever leaves', () => {
  // Leaves after 100 of 400 s of waiting (affect 0, memory the mean); 500 s would follow.
  const wait = { kind: 'wait' as const, duration: 400, wait: { tolerance: 1000, occupied: 1 } };
  const steps = [wait, { duration: 500 }];
  const model = { memory: averaging };

  it('is charged the lateness of the whole planned journey', () => {
    // 900 s on a promise of 750
    const found = outcomesOf({ steps, model, promise: 750, segment: { patience: 100 } });
    expect(found.clockDuration).toBe(100);
    expect(found.satisfaction).toBeCloseTo(satisfied(-13.6 * (1 - Math.exp(-1))), 10);
  });

  it('and its slowness', () => {
    const felt = 900 * (Math.pow(4 / 9, 0.9) + Math.pow(5 / 9, 0.9));
    const expected = 900 * Math.pow(1 / 2, 0.9);
    const found = outcomesOf({ steps, model, segment: { patience: 100, expectedDuration: 450 } });
    expect(found.perceivedDuration).toBeCloseTo(900 * Math.pow(1 / 9, 0.9), 9);
    expect(found.satisfaction).toBeCloseTo(satisfied(-0.5 * Math.log2(felt / expected)), 9);
  });
});

describe('what people answer', () => {
  const quiet = { response: { sd: 0 } };
  it('without noise is the scale itself, on which recommending stands half a logit higher', () => {
    const { csat, recommendation, satisfaction } = at(2, { model: quiet });
    expect(csat).toBeCloseTo(1 + (4 * satisfaction) / 100, 12);
    expect(satisfaction).toBeCloseTo(100 * logistic(0.5), 10);
    expect(recommendation).toBeCloseTo(10 * logistic(1), 12);
  });

  it.each([
    // affect a, satisfied, delighted, nps: s = 100·logistic(a/4), csat 1 + 4·s/100; r = 10·logistic(a/4 + .5), rounded half up
    [0, 0, 0, -100], // csat 3.0, r 6.22 → 6
    [0.4, 0, 0, -100], // r 6.46 → 6
    [0.5, 0, 0, 0], // r 6.51 → 7
    [2, 0, 0, 0], // csat 3.490, r 7.3
    [2.1, 1, 0, 0], // csat 3.513
    [4.9, 1, 0, 0], // r 8.49 → 8
    [5, 1, 0, 100], // r 8.52 → 9
    [7.7, 1, 0, 100], // csat 4.491
    [7.8, 1, 1, 100], // csat 4.502
  ])('at affect %s', (affect, isSatisfied, isDelighted, nps) => {
    const found = at(affect, { model: quiet });
    expect([found.satisfied, found.delighted, found.nps]).toEqual([isSatisfied, isDelighted, nps]);
  });

  it('recommending follows its shift, and stays where nothing is higher or lower', () => {
    const shifted = (shift: number) => at(2, { model: { response: { sd: 0, recommendation: { shift } } } }).recommendation;
    expect(shifted(0)).toBeCloseTo(10 * logistic(0.5), 12);
    expect(shifted(-1)).toBeCloseTo(10 * logistic(-0.5), 12);
    const extreme = (affect: number) => at(affect, { model: { ...quiet, satisfaction: { scale: 0.1 } } }).recommendation;
    expect([extreme(-10), extreme(10)]).toEqual([expect.closeTo(0, 12), 10]);
  });

  it('with noise stays on its scale', () => {
    const { kept } = simulationOf({ steps: [{ duration: 9, affect: 9 }], model: { response: { sd: 100 } } }, 500);
    const { csat, recommendation } = kept!['one']!;
    expect([Math.min(...csat!), Math.max(...csat!), Math.min(...recommendation!), Math.max(...recommendation!)]).toEqual([1, 5, 0, 10]);
  });
});

describe('three Es and their index', () => {
  it('emotion is the memory on 0…100; ease is absent where no step names effort', () => {
    const found = at(2);
    expect('ease' in found).toBe(false);
    expect([found.emotion, found.effectiveness, found.index]).toEqual([60, 100, 80]);
  });

  it('ease weighs effort by the clock, over the steps that name one', () => {
    // (100·2 + 300·6)/400 = 5; the third names none
    const steps = [{ duration: 100, effort: 2 }, { duration: 300, effort: 6 }, { duration: 600 }];
    const { ease, index } = outcomesOf({ steps });
    expect(ease).toBe(50);
    expect(index).toBe((50 + 100 + 50) / 3);
  });

  it('ease counts what was lived: failure time too, skipped steps not', () => {
    // 100 s + 100 s of failure at 2, 200 s at 6: 4
    const steps = [
      { duration: 100, effort: 2, failure: { probability: 1, affect: 0, duration: 100 } },
      { duration: 200, effort: 6 },
      { duration: 900, effort: 10, skip: 1 },
    ];
    expect(outcomesOf({ steps }).ease).toBe(60);
  });

  it('effectiveness leaves skipped steps out and counts those not reached', () => {
    const steps = [{ duration: 1 }, { duration: 1, skip: 1 }, { kind: 'wait' as const, duration: 50 }, { duration: 1 }];
    expect(outcomesOf({ steps }).effectiveness).toBe(100);
    // finished 1 of 3
    expect(outcomesOf({ steps, segment: { patience: 10 } }).effectiveness).toBeCloseTo(100 / 3, 12);
  });
});

describe('progress made', () => {
  const four = [{ duration: 1 }, { duration: 1 }, { kind: 'wait' as const, duration: 50 }, { duration: 1 }];
  it('is (1/4)² a step', () => {
    expect(outcomesOf({ steps: four }).progress).toBe(0.25);
    expect(outcomesOf({ steps: four, segment: { patience: 10 } }).progress).toBe(0.125);
  });
  it('a skipped step counts as done', () => {
    expect(outcomesOf({ steps: [{ duration: 1, skip: 1 }, ...four.slice(1)] }).progress).toBe(0.25);
  });
});
