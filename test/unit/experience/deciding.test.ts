import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { momentsOf, outcomesOf, simulationOf } from './one-customer';

/* How much there is to choose: by how people spread over the options, not by how many there are. */

type Options = NonNullable<InteractionInput['choice']>['options'];
const step = { duration: 90, affect: 3 };
/** The step as written and so many more like it, with these appeals. */
const choosing = (appeals: readonly number[], more: object = {}) => ({
  ...step,
  choice: { options: appeals.map((appeal, k) => ({ id: `o${k}`, ...step, appeal })) as Options, ...more },
});
const alike = (count: number) => new Array<number>(count - 1).fill(0);
const lift = Math.tanh(1);

describe('an option that nobody takes', () => {
  it('changes nothing, and is listed', () => {
    const steps = [choosing([-100]), { duration: 50, affect: 1 }];
    expect(outcomesOf({ steps })).toEqual(outcomesOf({ steps: [step, steps[1]!] }));
    expect(simulationOf({ steps }, 10).overall.interactions!['s0']!.chosen).toEqual({ s0: 1, o0: 0 });
  });

  it('nor does one beside others that people take', () => {
    expect(outcomesOf({ steps: [choosing([0, -100])] }).clockDuration).toBeCloseTo(92, 12);
  });
});

describe('deciding', () => {
  it.each([2, 3, 4, 8, 16])('between %d alike takes 2·log2 of them', (count) => {
    expect(outcomesOf({ steps: [choosing(alike(count))] }).clockDuration).toBeCloseTo(90 + 2 * Math.log2(count), 12);
  });

  it('of which one takes three quarters takes less: 2·(2 − .75·log2 3)', () => {
    expect(outcomesOf({ steps: [choosing([Math.log(3)])] }).clockDuration).toBeCloseTo(90 + 2 * (2 - 0.75 * Math.log2(3)), 12);
  });

  it('follows what people expect of the options, as far as that draws them', () => {
    // A quarter take 0, three quarters 4·ln 3, for a pull of .25: on average 3·ln 3
    const options: Options = [{ id: 'o', duration: 90, affect: 4 * Math.log(3) }];
    const model = { choice: { weight: 0.25 } };
    const found = momentsOf({ steps: [{ duration: 90, affect: 0, choice: { options } }], model });
    expect(found.clockDuration).toBeCloseTo(90 + 2 * (2 - 0.75 * Math.log2(3)), 12);
    expect([0, 4 * Math.log(3)].map((level) => expect.closeTo(level + 0.75 * Math.tanh(Math.log(3)), 12))).toContainEqual(found.endAffect);
  });
});

describe('the lift of a choice', () => {
  it.each([2, 5, 8])('is whole among %d alike', (count) => {
    expect(momentsOf({ steps: [choosing(alike(count))] }).endAffect).toBeCloseTo(3 + lift, 12);
  });

  it('is three quarters of it where of two one takes three quarters', () => {
    expect(momentsOf({ steps: [choosing([Math.log(3)])] }).endAffect).toBeCloseTo(3 + 0.75 * lift, 12);
  });
});

describe('overload', () => {
  const hard = (count: number, appeals = alike(count)) => momentsOf({ steps: [choosing(appeals, { difficulty: 1 })] }).endAffect;

  it('begins where choosing is as open as among eight', () => {
    expect(hard(8)).toBeCloseTo(3 + lift, 12);
    expect(hard(11)).toBeCloseTo(3 + lift - (Math.log2(11) - 3), 12);
  });

  it('not with sixteen of which eight draw nobody', () => {
    const appeals = [...alike(8), ...new Array<number>(8).fill(-100)];
    // Those do not count at all: it is a choice among eight that are alike.
    expect(hard(16, appeals)).toBeCloseTo(3 + lift, 12);
  });
});
