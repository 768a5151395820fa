import { describe, expect, it } from 'vitest';
import type { WaitConditions, WaitConditionsInput } from '../../../src/journey/types';
import { momentsOf, outcomesOf, type Given } from './one-customer';

/*
 * A wait sours by how long it feels. The factor m on felt time is one on felt time: t seconds feel like t·m^(1/β), β = .9, and 20 s of it are free.
 */

const affectAfter = (duration: number, wait: WaitConditionsInput, rest: Omit<Given, 'steps'> = {}) =>
  momentsOf({ steps: [{ kind: 'wait', duration, wait }], ...rest }).endAffect;
/** Affect lost by 160 s, three doublings of 20 s, that feel m times as long. */
const lost = (factor: number, beta = 0.9) => 3 + Math.log2(factor) / beta;
/** The factor that information leaves of one on so many seconds: r^.15·t/f(t), r = factor·f(t)/t. */
const informed = (factor: number, seconds: number) => Math.pow(factor, 0.15) * Math.pow(900 / seconds, 0.1 * 0.15 - 0.1);

describe('a wait sours by how long it feels', () => {
  it.each([
    ['fully occupied', { occupied: 1 }, 1],
    ['nothing said: half occupied', {}, Math.sqrt(1.2)],
    ['nothing to do', { occupied: 0 }, 1.2],
    ['anxious', { occupied: 1, anxious: 1 }, 1.4],
    ['an animated display', { occupied: 1, display: 'animated' }, 0.89],
    ['informed', { occupied: 0, informed: true }, informed(1.2, 160)],
  ] satisfies [string, WaitConditions, number][])('%s', (_, wait, factor) => {
    expect(affectAfter(160, wait)).toBeCloseTo(-lost(factor), 12);
  });

  it('informed, an underestimate stays: 1,800 s at .89 run behind the clock', () => {
    const wait = { occupied: 1, display: 'animated', informed: true, tolerance: 225 } as const;
    expect(affectAfter(1800, wait)).toBeCloseTo(-lost(0.89), 12);
  });

  it('by the law of time that the customer has', () => {
    expect(affectAfter(160, { occupied: 0 }, { model: { time: { beta: 0.6, reference: 60 } } })).toBeCloseTo(-lost(1.2, 0.6), 12);
  });

  it('not while it feels shorter than its tolerance: 20 s at .89', () => {
    expect(affectAfter(20, { occupied: 1, display: 'animated' })).toBe(0);
    expect(affectAfter(20, { occupied: 0 })).toBeCloseTo(-Math.log2(1.2) / 0.9, 12);
  });

  it('by the time lived, where it is left: 100 of 1,000 s', () => {
    const steps = [{ kind: 'wait' as const, duration: 1000, wait: { occupied: 0, informed: true } }];
    const { clockDuration, meanAffect } = momentsOf({ steps, segment: { patience: 38 } });
    expect(clockDuration).toBeCloseTo(100, 10);
    expect(meanAffect).toBeCloseTo(-(Math.log2(5) + Math.log2(informed(1.2, 100)) / 0.9) / 2, 12);
  });

  it('so that satisfaction follows: worried, idle, informed, occupied, entertained', () => {
    const waits: WaitConditions[] = [
      { occupied: 0, anxious: 1 },
      { occupied: 0 },
      { occupied: 0, informed: true },
      { occupied: 1 },
      { occupied: 1, display: 'animated' },
    ];
    const found = waits.map((wait) => outcomesOf({ steps: [{ kind: 'wait', duration: 1800, affect: 5, wait }] }).satisfaction);
    found.slice(1).forEach((satisfaction, index) => expect(satisfaction).toBeGreaterThan(found[index]!));
  });
});

describe('the time before a wait sours', () => {
  const all = { told: 80, tolerance: 40 };
  const model = { waiting: { tolerance: 10 } };

  it('is the time told, else its own tolerance, else that of the journey, else the promise, else the model’s', () => {
    const after = (wait: WaitConditions, rest: Omit<Given, 'steps'> = {}) => affectAfter(160, { occupied: 1, ...wait }, { model, ...rest });
    const journey = { tolerance: 20, promise: 160 };
    const { told: _, ...own } = all;
    expect([after(all, journey), after(own, journey), after({}, journey)]).toEqual([-1, -2, -3]);
    expect([after({}, { promise: 160 }), after({})]).toEqual([0, -4]);
  });

  it('is no shorter for being told more than one would stand', () => {
    expect(affectAfter(160, { occupied: 1, told: 160, tolerance: 20 })).toBe(0);
  });

  it('may be written as text', () => {
    expect(affectAfter(240, { occupied: 1, told: '2 min' })).toBe(-1);
    expect(affectAfter(240, { occupied: 1 }, { tolerance: '1 min' })).toBe(-2);
  });
});
