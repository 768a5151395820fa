import { describe, expect, test } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { everything, plain } from './sample-journeys';

function frozenToTheBottom(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozenToTheBottom);
}

describe('defineJourney', () => {
  test('reads texts, numbers and distributions into the one form the library keeps', () => {
    const journey = defineJourney(everything);
    const [register, queue, doctor, checkout] = journey.interactions;
    expect(journey.promise).toBe(7200);
    expect(register!.duration).toBe(240);
    expect(queue!.duration).toMatchObject({ type: 'lognormal' });
    expect(queue!.wait!.tolerance).toBe(600);
    expect(doctor!.failure!.duration).toBe(300);
    expect(doctor!.choice!.options[0]!.duration).toBe(600);
    expect(checkout!.parts![1]!.parts![1]).toEqual({ id: 'goodbye', duration: 10, affect: 4, after: ['walk'] });
    expect(Object.keys(journey)).toEqual(['schemaVersion', 'name', 'interactions', 'cohesion', 'progress', 'promise', 'extensions']);
    expect(Object.keys(register!)).toEqual(['id', 'name', 'stage', 'channel', 'duration', 'affect', 'effort', 'skip', 'pin', 'source']);
    expect(doctor!.extensions).toEqual(everything.interactions[2].extensions);
  });

  test('a journey it made comes back as the same object', () => {
    const journey = defineJourney(everything);
    expect(defineJourney(journey)).toBe(journey);
  });

  test('a journey that went through JSON is the same again, in the same order of keys', () => {
    const journey = defineJourney(everything);
    const text = JSON.stringify(journey);
    expect(JSON.stringify(defineJourney(JSON.parse(text)))).toBe(text);
    expect(JSON.stringify(defineJourney(structuredClone(journey)))).toBe(text);
  });

  test('what the library made cannot be imitated: a changed copy is checked again', () => {
    const journey = defineJourney(plain);
    const copies = [
      { ...journey, cohesion: 5 },
      Object.create(journey, { cohesion: { value: 5, enumerable: true } }),
      Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(journey), cohesion: { value: 5, enumerable: true } }),
    ];
    for (const copy of copies) expect(() => defineJourney(copy)).toThrow();
    expect(Reflect.ownKeys(journey)).toEqual(['schemaVersion', 'name', 'interactions', Symbol.for('Jupyter.display')]);
  });

  test('everything in it is frozen, nothing of the caller is touched', () => {
    const mine = structuredClone(everything);
    const before = JSON.stringify(mine);
    const journey = defineJourney(mine);
    expect(frozenToTheBottom(journey)).toBe(true);
    expect(JSON.stringify(mine)).toBe(before);
    expect(Object.isFrozen(mine)).toBe(false);
    expect(Object.isFrozen(mine.extensions)).toBe(false);
    expect(Object.isFrozen(mine.interactions[2].extensions.tool.list)).toBe(false);
    (mine.interactions[2].extensions.tool as { colour: string }).colour = 'red';
    (mine.interactions as unknown as { id: string }[])[0]!.id = 'changed';
    expect(journey.interactions[0]!.id).toBe('register');
    expect(journey.interactions[2]!.extensions).toEqual(everything.interactions[2].extensions);
  });

  test('a frozen input is fine', () => {
    const input = Object.freeze({ name: 'Shop', interactions: Object.freeze([Object.freeze({ id: 'enter', duration: 60 })]) });
    expect(defineJourney(input).interactions[0]!.duration).toBe(60);
  });

  test('undefined is absent and -0 is 0', () => {
    const journey = defineJourney({
      name: 'Shop',
      promise: undefined,
      interactions: [{ id: 'enter', duration: -0, affect: -0, name: undefined }],
    } as never);
    expect(Object.keys(journey)).toEqual(['schemaVersion', 'name', 'interactions']);
    expect(Object.keys(journey.interactions[0]!)).toEqual(['id', 'duration', 'affect']);
    expect(Object.is(journey.interactions[0]!.duration, 0) && Object.is(journey.interactions[0]!.affect, 0)).toBe(true);
  });

  test('one object may stand in several places', () => {
    const duration = { type: 'lognormal', median: 60, sigma: 0.5 } as const;
    const journey = defineJourney({
      name: 'Shared',
      interactions: [
        { id: 'a', duration },
        { id: 'b', duration },
      ],
    });
    expect(journey.interactions[1]!.duration).toEqual(duration);
  });

  test('distributions come in their canonical form', () => {
    const journey = defineJourney({
      name: 'Survey',
      interactions: [{ id: 'a', duration: 1, affect: { type: 'empirical', values: [3, 1, 3, 2] } }],
    });
    expect(journey.interactions[0]!.affect).toEqual({ type: 'empirical', values: [1, 2, 3], weights: [1, 1, 2] });
  });

  test('several steps may draw as one, as the parts of a split do', () => {
    const interactions = [
      { id: 'a', duration: 1, drawAs: 'whole' },
      { id: 'whole', duration: 1 },
      { id: 'c', duration: 1, drawAs: 'whole' },
    ];
    expect(defineJourney({ name: 'Split', interactions }).interactions).toHaveLength(3);
  });

  test('after may name a part or an option of an earlier step', () => {
    const interactions = [...everything.interactions.slice(0, 3), { id: 'last', duration: 1, after: ['video', 'doctor'] }];
    expect(defineJourney({ name: 'After', interactions }).interactions).toHaveLength(4);
  });

  test('affect drawn beyond the scale, and a failure drawn across 0, are for the simulation to clamp', () => {
    const affect = { type: 'normal', mean: 8, sd: 4 } as const;
    const failure = { probability: 0.1, affect: { type: 'normal', mean: -2, sd: 3 } } as const;
    expect(defineJourney({ name: 'Wide', interactions: [{ id: 'a', duration: 1, affect, failure }] }).interactions[0]).toMatchObject({
      affect,
      failure,
    });
  });
});
