import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, simulate } from 'peakend';
import { arbitraries } from 'peakend/arbitraries';
import { fromMermaid, toMermaid } from 'peakend/formats';
import { issuesOf } from './issues-of';
import { unsaid } from './lists-what-is-lost';

describe('written', () => {
  test('and read back the same, where a diagram can hold it', () => {
    const interactions = [
      { id: 'park-the-car', name: 'Park the car', stage: 'Arrive: early', duration: 300, affect: -5, actors: ['Ann, B', 'Bo: C'] },
      { id: 'title-first', name: 'title first', duration: 300, affect: 0 },
      { id: '100-sure-done-1-br-amp', name: '100%% sure; done #1 <br> &amp;', duration: 300, affect: 10 },
    ];
    const { value, left } = toMermaid({ name: ': Visit', interactions });
    expect(left).toEqual([]);
    expect(fromMermaid(value).value.journey.interactions).toEqual(interactions);
  });

  test('scores are rounded, and that is said', () => {
    const { value, left } = toMermaid({
      name: 'Visit',
      interactions: [
        { id: 'a', duration: 300, affect: 4 },
        { id: 'b', duration: 300, affect: 5 },
      ],
    });
    expect(value).toContain('a: 4\n');
    expect(left).toEqual([{ path: 'interactions[0].affect', what: 'affect 4 becomes 5: a score is one whole number' }]);
    expect(toMermaid({ name: 'Visit', interactions: [{ id: 'a', duration: 300, affect: 4 }] }, { scale: [0, 10] }).left).toEqual([]);
  });

  test('durations and names that give another id are one line each', () => {
    const { left } = toMermaid({
      name: 'Visit',
      promise: 60,
      interactions: [
        { id: 'a', duration: '12 min', affect: 5, kind: 'wait' },
        { id: 'b', name: 'Pay', duration: 60, affect: 5 },
      ],
    });
    expect(left).toEqual([
      { path: 'promise', what: 'promise 1 min is not carried' },
      { path: 'interactions[1].id', what: 'id "b" becomes "pay"' },
      { path: 'interactions[0].kind', what: 'kind wait is not carried' },
      { path: 'interactions[].duration', what: 'duration is changed', count: 2 },
    ]);
  });

  test('a name that is read back as the id is not lost', () => {
    const { left } = toMermaid({ name: 'Visit', interactions: [{ id: 's1', name: 'call', duration: 300, affect: 0 }] });
    expect(left).toEqual([
      { path: 'interactions[0].id', what: 'id "s1" becomes "call"' },
      { path: 'interactions[0].name', what: 'name "call" is read back as the id' },
    ]);
  });

  test('a simulation: why its scores are others', () => {
    const journey = { name: 'Visit', interactions: [{ id: 'a', duration: 300, affect: { start: 10, end: 0 } }] };
    const { left } = toMermaid(simulate({ journey, customers: 10, seed: 1 }));
    const affect = left.find(({ path }) => path === 'interactions[0].affect');
    expect(affect?.what).toMatch(/: a score is how its simulated customers felt, as one whole number$/);
  });

  test('a simulation: how its customers felt', () => {
    const journey = {
      name: 'Visit',
      interactions: [
        { id: 'a', duration: 300, affect: -9 },
        { id: 'b', duration: 300, affect: 9 },
      ],
    };
    const result = simulate({ journey, customers: 10, seed: 1 });
    expect(toMermaid(result).value).toBe('journey\n    title Visit\n      a: 1\n      b: 5\n');
    expect(toMermaid(JSON.parse(JSON.stringify(result))).value).toBe(toMermaid(result).value);
    const withoutSteps = simulate({ journey, customers: 10, seed: 1, outcomes: ['satisfaction'] });
    expect(issuesOf(() => toMermaid(withoutSteps))[0]!.path).toBe('what.overall.interactions');
    const both = compare({ baseline: journey, variants: { same: journey }, customers: 10, seed: 1 });
    expect(issuesOf(() => toMermaid(both as never))).not.toEqual([]);
  });

  test('random journeys: exactly what is lost is listed', () => {
    const scales = fc.constantFrom<readonly [number, number]>([1, 5], [0, 10], [1, 7], [-2, 2], [5, 1]);
    fc.assert(
      fc.property(arbitraries(fc).journeys(), scales, (one, scale) => {
        const { value, left } = toMermaid(one, { scale });
        const back = fromMermaid(value, { scale }).value.journey;
        expect(unsaid(one, back, left)).toEqual({ unsaid: [], invented: [] });
      }),
      { seed: 9, numRuns: 400 },
    );
  });

  test('hostile names come back: blanks at the ends, words of the format, signs that act', () => {
    const sign = fc.constantFrom(
      ' ',
      '\u00a0',
      '\t',
      '\n',
      '\v',
      '\ufeff',
      '#',
      ';',
      ':',
      ',',
      '%%',
      '<br>',
      '&amp;',
      '#35;',
      '```',
      ':::',
      '>',
      '{',
      '---',
    );
    const word = fc.constantFrom('title', 'section', 'accTitle', 'accDescr', 'journey', 'x', '5', 'mermaid');
    const text = fc
      .array(fc.oneof(sign, word), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      .filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, text, text, (name, stage, actor) => {
        const { value } = toMermaid({ name, interactions: [{ id: 'a', name, stage, actors: [actor], duration: 300, affect: 0 }] });
        const back = fromMermaid(value).value.journey;
        const [step] = back.interactions;
        expect([back.name, step!.name ?? step!.id, step!.stage, step!.actors]).toEqual([name, name, stage, [actor]]);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  test('any text for people comes back', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one && one !== '');
    fc.assert(
      fc.property(text, text, fc.uniqueArray(text, { maxLength: 3 }), (name, stage, actors) => {
        const { value } = toMermaid({ name, interactions: [{ id: 'a', name, stage, actors, duration: 300, affect: 0 }] });
        const back = fromMermaid(value).value.journey;
        const [step] = back.interactions;
        expect([back.name, step!.name ?? step!.id, step!.stage, step!.actors ?? []]).toEqual([name, name, stage, actors]);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});
