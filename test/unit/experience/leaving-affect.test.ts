import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/simulation/simulate';
import { momentsOf, type Given } from './one-customer';

/* Nobody has patience: whoever comes to a wait leaves from the level it is entered on. */
const wait = { kind: 'wait' as const, duration: 100, affect: 1 };
const endOf = (steps: Given['steps'], rest: Omit<Given, 'steps'> = {}): number =>
  momentsOf({ steps, segment: { patience: 0 }, ...rest }).endAffect;

describe('what leaving costs where a step says so', () => {
  it('takes the place of what the model says', () => {
    expect(endOf([wait])).toBe(1 - 6);
    expect(endOf([{ ...wait, leavingAffect: -2 }])).toBe(1 - 2);
    expect(endOf([{ ...wait, leavingAffect: 0 }])).toBe(1);
    expect(endOf([{ ...wait, leavingAffect: -2 }], { model: { abandonment: { affect: -9 } } })).toBe(1 - 2);
  });

  it('of the step that is left alone', () => {
    const stay = { duration: 100, affect: 3, leavingAffect: -1 };
    expect(endOf([stay, wait, stay])).toBe(1 - 6);
  });

  it('of a part', () => {
    const parts = [
      { id: 'a', duration: 100, affect: 3, leavingAffect: -1 },
      { id: 'b', ...wait, leavingAffect: -2 },
    ];
    expect(endOf([{ parts }])).toBe(1 - 2);
  });

  it('of the option taken: not of the step, which another would take', () => {
    const option = (more: object) => ({ id: 'o', ...wait, appeal: 100, ...more });
    expect(endOf([{ ...wait, leavingAffect: -3, choice: { options: [option({ leavingAffect: -2 })] } }])).toBeCloseTo(1 - 2, 12);
    expect(endOf([{ ...wait, leavingAffect: -3, choice: { options: [option({})] } }])).toBeCloseTo(1 - 6, 12);
  });

  it('where people drop out, of a gap too', () => {
    expect(endOf([{ duration: 100, affect: 3, dropout: 1, leavingAffect: -2 }])).toBe(3 - 2);
    expect(
      endOf([
        { duration: 100, affect: 3 },
        { kind: 'gap', duration: 100, dropout: 1, leavingAffect: -2 },
      ]),
    ).toBe(3 - 2);
  });

  it('and while waiting for what failed, or to try again', () => {
    const failure = { probability: 1, affect: -3, duration: 10 };
    const step = { duration: 100, affect: 3, leavingAffect: -2 };
    expect(endOf([{ ...step, failure: { ...failure, wait: {} } }])).toBe(0 - 2);
    expect(endOf([{ ...step, failure: { ...failure, retry: { atMost: 1, wait: { duration: 10, affect: 1 } } } }])).toBe(1 - 2);
  });
});

describe('the line of a step that people leave', () => {
  const ofWait = (patience: number) =>
    simulate({
      journey: { name: 'Line', tolerance: '1 day', interactions: [{ ...wait, id: 'hold' }] },
      segments: [{ id: 'all', share: 1, patience }],
      customers: 10,
      seed: 1,
    }).overall;

  it('ends where they were before the drop, which memory holds', () => {
    const { interactions, endAffect, completed } = ofWait(40);
    expect(completed.mean).toBe(0);
    expect(interactions!['hold']).toMatchObject({ affectStart: 1, affectEnd: 1, left: 1 });
    expect(interactions!['hold']!.affect.mean).toBe(1);
    expect(endAffect.mean).toBeLessThan(1);
  });

  it('is the drop where that is all they live of it', () => {
    const gap = { id: 'gap', kind: 'gap' as const, duration: 100, dropout: 1 };
    const { interactions } = simulate({ journey: { name: 'Gone', interactions: [gap] }, customers: 10, seed: 1 }).overall;
    expect(interactions!['gap']).toMatchObject({ affectStart: -6, affectEnd: -6 });
  });
});
