import { describe, expect, it } from 'vitest';
import { momentsOf, outcomesOf } from './one-customer';

const kind = 'gap' as const;
const call = { duration: 100, affect: 2 };
const visit = { duration: 300, affect: 4 };
const day = { kind, duration: 86_400 };
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('a gap', () => {
  it('passes by the clock alone: nothing is felt, waited or remembered of it', () => {
    const { clockDuration, ...found } = outcomesOf({ steps: [call, day, visit] });
    const { clockDuration: _, progress, ...without } = outcomesOf({ steps: [call, visit] });
    expect(clockDuration).toBe(86_800);
    expect(found).toEqual({ ...without, progress });
    expect([found.waitingDuration, progress]).toEqual([0, 0.5]);
  });

  it('makes late: 86,800 s on a promise of half of it', () => {
    const { rememberedUtility, satisfaction } = outcomesOf({ steps: [call, day, visit], promise: 43_400 });
    expect(satisfaction).toBeCloseTo(100 * logistic((rememberedUtility - 13.6 * (1 - Math.exp(-5))) / 4), 10);
  });

  it('not slow: an expected duration is one of time that is felt', () => {
    const of = (steps: Parameters<typeof outcomesOf>[0]['steps']) => outcomesOf({ steps, segment: { expectedDuration: 200 } }).satisfaction;
    expect(of([call, day, visit])).toBe(of([call, visit]));
  });

  it('uses no patience', () => {
    expect(outcomesOf({ steps: [call, day], segment: { patience: 0 } }).completed).toBe(1);
  });

  it('is no piece of time that is judged while it runs', () => {
    const model = { time: { perspective: 'prospective' } } as const;
    const { perceivedDuration } = outcomesOf({ steps: [call, day, visit], model });
    expect(perceivedDuration).toBeCloseTo(0.97 * 900 * Math.pow(400 / 900, 0.9), 9);
  });

  it('may be skipped, and take as long as a segment says', () => {
    expect(outcomesOf({ steps: [call, { ...day, skip: 1 }] }).clockDuration).toBe(100);
    const segment = { responses: { s1: { durationScale: 0.5 } } };
    expect(outcomesOf({ steps: [call, day], segment }).clockDuration).toBe(43_300);
  });

  it('carries mood over, as it was', () => {
    expect(momentsOf({ steps: [call, day, { ...visit, affect: 0 }], model: { memory: { carryOver: 0.5 } } }).endAffect).toBe(1);
  });

  it('alone is nothing lived: what is remembered is what was expected', () => {
    const found = outcomesOf({ steps: [day], segment: { expectation: 3 } });
    const { rememberedUtility, clockDuration, perceivedDuration, effectiveness, completed } = found;
    expect({ rememberedUtility, clockDuration, perceivedDuration, effectiveness, completed }).toEqual({
      rememberedUtility: 3,
      clockDuration: 86_400,
      perceivedDuration: 0,
      effectiveness: 100,
      completed: 1,
    });
    for (const value of Object.values(found)) expect(value).not.toBeNaN();
  });
});

describe('dropping out in a gap', () => {
  it('leaves from the last moment lived, a share of the gap later', () => {
    for (const seed of [1, 2, 3]) {
      const { clockDuration, endAffect, completed, effectiveness, progress } = momentsOf({
        steps: [call, { ...day, dropout: 1 }, visit],
        seed,
      });
      expect(clockDuration).toBeGreaterThan(100);
      expect(clockDuration).toBeLessThan(86_500);
      // Of the two steps that are no gaps one is done.
      expect({ endAffect, completed, effectiveness, progress }).toEqual({
        endAffect: 2 - 6,
        completed: 0,
        effectiveness: 50,
        progress: 0.25,
      });
    }
  });

  it('leaves from 0 where nothing was lived before', () => {
    const { endAffect, completed } = momentsOf({ steps: [{ ...day, dropout: 1 }, visit] });
    expect({ endAffect, completed }).toEqual({ endAffect: -6, completed: 0 });
  });
});

describe('a gap within a merged step', () => {
  const parts = [
    { id: 'call', ...call },
    { id: 'day', ...day },
    { id: 'visit', ...visit },
  ];
  const without = parts.filter(({ id }) => id !== 'day');

  it.each(['kept', 'time-weighted', { start: 1, end: 5 }] as const)('adds to the clock, and to nothing else: affect %j', (affect) => {
    const { clockDuration, ...found } = outcomesOf({ steps: [{ parts, affect }] });
    const { clockDuration: clock, ...rest } = outcomesOf({ steps: [{ parts: without, affect }] });
    expect([clock, clockDuration]).toEqual([400, 86_800]);
    expect(found).toEqual(rest);
  });

  it('does not keep a line waiting that is cut where people leave: 100 s of 400', () => {
    const left = { id: 'wait', kind: 'wait' as const, duration: 300 };
    const steps = [{ parts: [parts[0]!, parts[1]!, left], affect: { start: 0, end: 4 } }];
    expect(momentsOf({ steps, segment: { patience: 0 } }).endAffect).toBe(1 - 6);
  });

  it('of gaps alone is lived by nobody, and takes its time', () => {
    const gaps = [
      { id: 'a', ...day },
      { id: 'b', ...day },
    ];
    const found = outcomesOf({ steps: [{ parts: gaps }, call] });
    const { clockDuration, rememberedUtility, progress, effectiveness } = found;
    expect({ clockDuration, rememberedUtility, progress, effectiveness }).toEqual({
      clockDuration: 172_900,
      rememberedUtility: 2,
      progress: 1,
      effectiveness: 100,
    });
  });
});
