import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { momentsOf, outcomesOf, type Given } from './one-customer';

type Steps = Given['steps'];
const [phone, shop] = ['phone', 'shop'];
const at = (channel: string | undefined, more: Partial<InteractionInput> = {}) => ({
  duration: 100,
  affect: 3,
  ...(channel === undefined ? {} : { channel }),
  ...more,
});
/** How often somebody is handed over: a second each time, and all else takes hundreds. */
const handOffs = (...steps: Steps): number => outcomesOf({ steps, model: { handOff: { duration: 1 } } }).clockDuration % 100;

describe('being handed over', () => {
  const across = [at(phone), at(shop, { affect: { start: 4, end: 0 } }), at(shop)];

  it('shifts the line of the step that comes next, and no other', () => {
    // 100 s at 3; 3 → −1; 100 s at 3
    const { meanAffect, peakAffect, endAffect } = momentsOf({
      steps: across,
      model: { handOff: { affect: -1 }, memory: { peak: 'worst' } },
    });
    expect(meanAffect).toBeCloseTo((3 + 1 + 3) / 3, 12);
    expect({ peakAffect, endAffect }).toEqual({ peakAffect: -1, endAffect: 3 });
  });

  it('is a moment of its own, at the level the step is entered on', () => {
    // 100 s at 3; 60 s at 4 − 1; 3 → −1; 100 s at 3
    const { meanAffect, clockDuration, perceivedDuration } = outcomesOf({
      steps: across,
      model: { handOff: { affect: -1, duration: 60 } },
    });
    expect(clockDuration).toBe(360);
    expect(meanAffect).toBeCloseTo((100 * 3 + 60 * 3 + 100 * 1 + 100 * 3) / 360, 12);
    // Part of the step that comes next
    const felt = (seconds: number) => 900 * Math.pow(seconds / 900, 0.9);
    expect(perceivedDuration).toBeCloseTo(2 * felt(100) + felt(160), 9);
  });

  it('does not fall off the scale', () => {
    expect(momentsOf({ steps: [at(phone), at(shop, { affect: -8 })], model: { handOff: { affect: -5, duration: 50 } } })).toMatchObject({
      peakAffect: -10,
      endAffect: -10,
      meanAffect: -4.8, // (100·3 − 150·10)/250
    });
  });

  it('adds to the effort of the step, 10 at most, where it has one', () => {
    const ease = (before: object, after: object) =>
      outcomesOf({ steps: [at(phone, before), at(shop, after)], model: { handOff: { effort: 3 } } }).ease;
    expect([ease({}, { effort: 5 }), ease({}, { effort: 9 }), ease({ effort: 4 }, {})]).toEqual([20, 0, 60]);
  });

  it('weighs its effort by the clock, its own time included', () => {
    const steps = [at(phone, { effort: 2 }), at(shop, { effort: 2 })];
    // 100 s of 2, 200 s of 5: 4
    expect(outcomesOf({ steps, model: { handOff: { effort: 3, duration: 100 } } }).ease).toBeCloseTo(60, 12);
  });

  it('is nothing by the model as it stands', () => {
    const without = across.map(({ channel: _, ...step }) => step);
    expect(outcomesOf({ steps: across })).toEqual(outcomesOf({ steps: without }));
    expect(handOffs(...without)).toBe(0);
  });

  it('comes once, however often the step is tried', () => {
    const failure = { probability: 1, affect: -1, retry: { atMost: 2, wait: { duration: 100 } } } as const;
    expect(handOffs(at(phone), at(shop, { failure }), at(shop))).toBe(1);
  });
});

describe('the channel', () => {
  it('changes where the last one that was named is another', () => {
    expect(handOffs(at(phone), at(shop), at(shop), at(phone))).toBe(2);
    expect(handOffs(at(phone), at(undefined), at(phone))).toBe(0);
    expect(handOffs(at(undefined), at(phone), at(undefined), at(shop))).toBe(1);
  });

  it('is not that of a step that is skipped, nor of a gap', () => {
    const gap = { kind: 'gap' as const, duration: 100 };
    expect(handOffs(at(phone), at(shop, { skip: 1 }), at(phone))).toBe(0);
    expect(handOffs(at(phone), { ...gap, channel: shop }, at(phone))).toBe(0);
    expect(handOffs(at(phone), gap, at(shop))).toBe(1);
  });

  it('is not that of a choice that people walk on from', () => {
    const choice = { options: [{ id: 'o', duration: 100 }], none: { appeal: 100 } };
    expect(handOffs(at(phone), at(shop, { choice }), at(phone))).toBe(0);
  });

  it('is that of the option taken, else that of its step', () => {
    const taken = (channel?: string) => {
      const option = { id: 'o', duration: 100, affect: 3, appeal: 100, ...(channel === undefined ? {} : { channel }) };
      return at(shop, { choice: { options: [option] } });
    };
    expect(handOffs(at(phone), taken(phone), at(phone))).toBe(0);
    expect(handOffs(at(phone), taken(), at(phone))).toBe(2);
    expect(handOffs(at(shop), taken('app'), at(shop))).toBe(2);
  });

  it('of a part is its own, else that of the innermost merged step that has one', () => {
    const merged = (id: string, channel: string | undefined, ...parts: InteractionInput[]) => ({
      id,
      parts,
      ...(channel === undefined ? {} : { channel }),
    });
    const part = (id: string, channel?: string) => ({ id, ...at(channel) });
    expect(handOffs(at(phone), merged('m', shop, part('a'), part('b')))).toBe(1);
    expect(handOffs(at(phone), merged('m', shop, part('a'), part('b', phone)))).toBe(2);
    expect(handOffs(at(phone), merged('m', undefined, part('a'), part('b')), at(phone))).toBe(0);
    expect(handOffs(at(phone), merged('m', shop, merged('n', phone, part('a'), part('b')), part('c')))).toBe(1);
    expect(handOffs(at(phone), merged('m', shop, merged('n', undefined, part('a'), part('b')), part('c', phone)))).toBe(2);
  });

  it('of a part counts in the one line of a merged step', () => {
    const parts = [
      { id: 'a', ...at(phone) },
      { id: 'b', ...at(shop) },
    ];
    // 3 and 3 − 1, as long
    expect(momentsOf({ steps: [{ parts, affect: 'time-weighted' }], model: { handOff: { affect: -1 } } }).endAffect).toBe(2.5);
  });
});
