import { describe, expect, it } from 'vitest';
import type { WaitConditions } from '../../../src/journey/types';
import type { ExperienceModelInput } from '../../../src/model/types';
import { outcomesOf } from './one-customer';

const prospective: ExperienceModelInput = { time: { perspective: 'prospective' } };
const felt = (durations: readonly number[], model: ExperienceModelInput = {}) =>
  outcomesOf({ steps: durations.map((duration) => ({ duration })), model }).perceivedDuration;

describe('f(t) = 900·(t/900)^0.9', () => {
  it('agrees with the clock at 15 minutes, runs ahead of it before and behind it after', () => {
    expect(felt([900])).toBeCloseTo(900, 9);
    expect(felt([9])).toBeCloseTo(9 * Math.pow(10, 0.2), 9); // (1/100)^0.9 = 1/100·100^0.1
    expect(felt([90_000])).toBeCloseTo(90_000 / Math.pow(10, 0.2), 9);
    expect(felt([0])).toBe(0);
  });

  it('with β = 1 is the clock, whatever the reference', () => {
    expect(felt([123], { time: { beta: 1, reference: 7 } })).toBe(123);
  });

  it('remembered, n equal parts are n^0.1 of the whole', () => {
    expect(felt([225, 225, 225, 225])).toBeCloseTo(900 * Math.pow(4, 0.1), 9);
  });

  it('while it runs, each further step with time in it takes 3 % off, down to 0.8', () => {
    expect(felt([900], prospective)).toBeCloseTo(900, 9);
    expect(felt([450, 450], prospective)).toBeCloseTo(900 * 0.97, 9);
    expect(felt([450, 0, 450], prospective)).toBeCloseTo(900 * 0.97, 9); // a step without time is no boundary
    expect(felt(new Array<number>(9).fill(100), prospective)).toBeCloseTo(900 * 0.8, 9); // 0.97^8 = 0.784 < 0.8
  });

  it('while it runs, conditions weigh by the clock', () => {
    // 300 s idle (×1.2) and 600 s of service: m̄ = (300·1.2 + 600)/900
    const steps = [{ kind: 'wait' as const, duration: 300, wait: { occupied: 0 } }, { duration: 600 }];
    expect(outcomesOf({ steps, model: prospective }).perceivedDuration).toBeCloseTo(960 * 0.97, 9);
    // remembered: 1.2·900·(1/3)^0.9 + 900·(2/3)^0.9
    expect(outcomesOf({ steps }).perceivedDuration).toBeCloseTo(1080 * Math.pow(1 / 3, 0.9) + 900 * Math.pow(2 / 3, 0.9), 9);
  });
});

describe('conditions of a wait of 15 minutes', () => {
  const minutes15 = (wait: WaitConditions | undefined, model: ExperienceModelInput = {}) =>
    outcomesOf({ steps: [{ kind: 'wait', duration: 900, ...(wait === undefined ? {} : { wait }) }], model }).perceivedDuration;

  it.each([
    ['nothing said: half occupied', undefined, 900 * Math.pow(1.2, 0.5)],
    ['nothing to do', { occupied: 0 }, 1080],
    ['fully occupied', { occupied: 1 }, 900],
    ['a quarter occupied', { occupied: 0.25 }, 900 * Math.pow(1.2, 0.75)],
    ['anxious', { occupied: 1, anxious: 1 }, 1260],
    ['half anxious and idle', { occupied: 0, anxious: 0.5 }, 1080 * Math.sqrt(1.4)],
    ['an animated display', { occupied: 1, display: 'animated' }, 801],
    ['explained, unfair, with others: no change of time', { occupied: 1, explained: true, fair: false, accompanied: true }, 900],
    // r = 1.2 > 1: m·f becomes t·r^(1 − .85)
    ['informed: most of the overestimate is gone', { occupied: 0, informed: true }, 900 * Math.pow(1.2, 0.15)],
    ['informed: an underestimate stays', { occupied: 1, display: 'animated', informed: true }, 801],
  ] satisfies [string, WaitConditions | undefined, number][])('%s', (_, wait, expected) => {
    expect(minutes15(wait)).toBeCloseTo(expected, 9);
  });

  it('information at κ = 1 is the clock, at 0 nothing', () => {
    expect(minutes15({ occupied: 0, informed: true }, { waiting: { information: 1 } })).toBeCloseTo(900, 9);
    expect(minutes15({ occupied: 0, informed: true }, { waiting: { information: 0 } })).toBeCloseTo(1080, 9);
  });

  it('information also takes in what the power law adds to a short wait', () => {
    // 9 s: r = 100^0.1 = 10^0.2; 9·10^(0.2·0.15)
    const found = outcomesOf({ steps: [{ kind: 'wait', duration: 9, wait: { occupied: 1, informed: true } }] });
    expect(found.perceivedDuration).toBeCloseTo(9 * Math.pow(10, 0.03), 9);
  });

  it('accompanied is neutral until a model says otherwise', () => {
    expect(minutes15({ occupied: 1, accompanied: true }, { waiting: { accompanied: { time: 0.5 } } })).toBeCloseTo(450, 9);
  });
});

describe('a service', () => {
  it('has no conditions: affect and length are as written', () => {
    const { perceivedDuration, waitingDuration, endAffect } = outcomesOf({ steps: [{ duration: 900, affect: 1 }] });
    expect(perceivedDuration).toBeCloseTo(900, 9);
    expect({ waitingDuration, endAffect }).toEqual({ waitingDuration: 0, endAffect: 1 });
  });
});
