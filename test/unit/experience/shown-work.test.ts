import { describe, expect, it } from 'vitest';
import type { InteractionInput, WaitConditionsInput } from '../../../src/journey/types';
import { momentsOf, type Given } from './one-customer';

const wait = (duration: number, conditions: WaitConditionsInput = { work: true }) => ({
  kind: 'wait' as const,
  duration,
  wait: { tolerance: 1000, ...conditions },
});
const step = (affect: InteractionInput['affect']) => ({ duration: 100, affect: affect! });
const endOf = (steps: Given['steps'], rest: Omit<Given, 'steps'> = {}): number => momentsOf({ steps, ...rest }).endAffect;
/** What so many seconds of it do to a step at that level. */
const work = (seconds: number, level: number): number => (1 - Math.exp(-seconds / 30)) * Math.tanh(level / 3);

describe('work that is shown in a wait', () => {
  it('is credited to a good step, and charged to a poor one, by how long it was', () => {
    for (const level of [2, -2, 0]) expect(endOf([wait(60), step(level)])).toBeCloseTo(level + work(60, level), 12);
    expect(endOf([wait(15), step(2)])).toBeCloseTo(2 + work(15, 2), 12);
    expect(endOf([wait(0), step(2)])).toBe(2);
  });

  it('shifts the whole line by its middle', () => {
    const { endAffect, meanAffect } = momentsOf({ steps: [wait(60), step({ start: 5, end: -1 })], model: { memory: { peak: 'best' } } });
    expect(endAffect).toBeCloseTo(-1 + work(60, 2), 12);
    expect(meanAffect).toBeCloseTo((100 * (2 + work(60, 2))) / 160, 12);
  });

  it('as the model says', () => {
    const model = { waiting: { work: 2, workTime: 60 } };
    expect(endOf([wait(60), step(3)], { model })).toBeCloseTo(3 + 2 * (1 - Math.exp(-1)) * Math.tanh(1), 12);
    expect(endOf([wait(60), step(3)], { model: { waiting: { work: 0 } } })).toBe(3);
  });

  it('is used once', () => {
    expect(endOf([wait(60), step(2), step(2)])).toBe(2);
  });

  it('is not used by a gap, a wait or a step that is skipped', () => {
    const between = [{ kind: 'gap' as const, duration: 86_400 }, wait(40, {}), { ...step(4), skip: 1 }];
    for (const one of between) expect(endOf([wait(60), one, step(2)])).toBeCloseTo(2 + work(60, 2), 12);
    expect(endOf([wait(60), wait(40, {})])).toBe(0);
  });

  it('adds up over waits, but for one that is skipped', () => {
    expect(endOf([wait(60), wait(15), step(2)])).toBeCloseTo(2 + work(75, 2), 12);
    expect(endOf([wait(60), { ...wait(15), skip: 1 }, step(2)])).toBeCloseTo(2 + work(60, 2), 12);
  });

  it('is judged by the step as it is after a hand-off', () => {
    const steps = [
      { ...wait(60), channel: 'app' },
      { ...step(3), channel: 'shop' },
    ];
    expect(endOf(steps, { model: { handOff: { affect: -1 } } })).toBeCloseTo(2 + work(60, 2), 12);
  });

  it('reaches from part to part, and from before a merged step into it', () => {
    const [a, b] = [
      { id: 'a', ...wait(60) },
      { id: 'b', ...step(2) },
    ];
    expect(endOf([{ parts: [a, b] }])).toBeCloseTo(2 + work(60, 2), 12);
    expect(endOf([a, { parts: [b, { id: 'c', ...step(2) }] }])).toBe(2);
    expect(momentsOf({ steps: [a, { parts: [b, { id: 'c', ...step(2) }] }] }).peakAffect).toBeCloseTo(2 + work(60, 2), 12);
  });
});
