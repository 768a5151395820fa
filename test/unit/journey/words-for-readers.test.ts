import { describe, expect, test } from 'vitest';
import {
  checkJourney,
  defineJourney,
  diffJourneys,
  journeyHash,
  merge,
  redesign,
  scaleDuration,
  simulate,
  split,
  toText,
  update,
} from 'peakend';

const words = { note: 'people stand', touchpoints: ['sign', 'rope'], pains: ['no seat'], actors: ['Guest', 'Host'] };
const queue = { id: 'queue', kind: 'wait', duration: '5 to 10 min' } as const;
const visit = (more: object) =>
  defineJourney({
    name: 'Visit',
    interactions: [
      { ...queue, ...more },
      { id: 'table', duration: 60 },
    ],
  });

describe('note, touchpoints, pains and actors', () => {
  test('are kept, shown, and change no number', () => {
    const told = visit(words);
    expect(told.interactions[0]).toMatchObject(words);
    expect(toText(told).replace(/\s+/g, ' ')).toContain('with Guest, Host; at sign, rope; pains: no seat; note: people stand');
    const means = [visit({}), told].map((journey) => simulate({ journey, customers: 200, seed: 1 }).overall.satisfaction.mean);
    expect(means[1]).toBe(means[0]);
    expect(journeyHash(told)).not.toBe(journeyHash(visit({})));
    expect(toText(diffJourneys(visit({}), told))).toContain('"queue": note none → people stand');
  });

  test('are refused where they are no texts', () => {
    const paths = checkJourney({ name: 'x', interactions: [{ id: 'a', duration: 1, note: ' ', pains: 'no seat', actors: [1] }] }).map(
      ({ path }) => path,
    );
    expect(paths.sort()).toEqual(['interactions[0].actors[0]', 'interactions[0].note', 'interactions[0].pains']);
  });

  test('come and go by update, and stay with the parts of a merge and of a split', () => {
    const told = redesign(visit({}), [update('queue', words)]);
    expect(told.interactions[0]).toMatchObject(words);
    expect(
      Object.keys(redesign(told, [update('queue', { without: ['note', 'pains', 'actors', 'touchpoints'] })]).interactions[0]!),
    ).toEqual(['id', 'kind', 'duration']);
    expect(redesign(told, [merge(['queue', 'table'], { id: 'all' })]).interactions[0]!.parts![0]).toMatchObject(words);
    const parts = [
      { id: 'one', share: 0.5 },
      { id: 'two', share: 0.5 },
    ];
    for (const part of redesign(told, [split('queue', parts)]).interactions.slice(0, 2)) expect(part).toMatchObject(words);
  });
});

describe('what was typed for a duration', () => {
  const typed = visit({ durationText: '5 to 10 min' });

  test('is kept where it is given, and takes no part in hashes and differences', () => {
    expect(typed.interactions[0]!.durationText).toBe('5 to 10 min');
    expect(defineJourney(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(journeyHash(typed)).toBe(journeyHash(visit({})));
    expect(diffJourneys(typed, visit({})).same).toBe(true);
  });

  test('is refused where it says something else, or cannot be read', () => {
    expect(checkJourney({ name: 'x', interactions: [{ id: 'a', duration: 60, durationText: '2 min' }] })[0]).toMatchObject({
      code: 'conflict',
      path: 'interactions[0].durationText',
    });
    expect(checkJourney({ name: 'x', interactions: [{ id: 'a', duration: 60, durationText: 'soon' }] })[0]!.code).toBe('invalid-text');
    expect(checkJourney({ name: 'x', interactions: [{ id: 'a', duration: 'soon', durationText: 'soon' }] })).toHaveLength(1);
  });

  test('is not told a second time in words', () => {
    expect(toText(update('queue', { duration: '2 min', durationText: '2 min' }))).toBe('change "queue": duration 2 min');
    expect(toText(update('queue', { durationText: '2 min' }))).toBe('change "queue": duration as typed 2 min');
  });

  test('goes with the duration it was typed for', () => {
    const first = (edits: Parameters<typeof redesign>[1]) => redesign(typed, edits).interactions[0]!;
    expect(first([update('queue', { affect: -1 })]).durationText).toBe('5 to 10 min');
    expect(first([update('queue', { duration: 60 })]).durationText).toBeUndefined();
    expect(first([update('queue', { duration: '2 min', durationText: '2 min' })]).durationText).toBe('2 min');
    expect(first([update('queue', { without: ['durationText'] })]).durationText).toBeUndefined();
    expect(first([scaleDuration('queue', 0.5)]).durationText).toBeUndefined();
    expect(() => first([update('queue', { durationText: '2 min' })])).toThrow(/durationText/);
    const parts = [
      { id: 'one', share: 0.5 },
      { id: 'two', share: 0.5 },
    ];
    expect(first([split('queue', parts)]).durationText).toBeUndefined();
  });
});
