import { describe, expect, it } from 'vitest';
import { defineJourney, insert, merge, move, redesign, remove, replace, split, swap, update, type Edit } from 'peakend';
import { alignSteps } from '../../../src/ribbon/align';

const journey = defineJourney({ name: 'J', interactions: 'abcdef'.split('').map((id) => ({ id, duration: 60, affect: 1 })) });
const halves = [
  { id: 'x', share: 0.5 },
  { id: 'y', share: 0.5 },
] as const;

/** Each slot as `before/after change`. */
const slots = (...edits: Edit[]): string[] =>
  alignSteps(journey.interactions, redesign(journey, edits).interactions).map(
    ({ before, after, change }) => `${before?.id ?? '-'}/${after?.id ?? '-'}${change === undefined ? '' : ` ${change}`}`,
  );

describe('two versions on one axis', () => {
  it.each<[string, Edit[], string]>([
    ['the same', [], 'a/a, b/b, c/c, d/d, e/e, f/f'],
    ['a step gone', [remove('b')], 'a/a, b/- gone, c/c, d/d, e/e, f/f'],
    ['a new step', [insert({ id: 'n', duration: 1 }, { after: 'c' })], 'a/a, b/b, c/c, -/n new, d/d, e/e, f/f'],
    ['a step changed', [update('c', { affect: 5 })], 'a/a, b/b, c/c changed, d/d, e/e, f/f'],
    ['another name only', [update('c', { name: 'See' })], 'a/a, b/b, c/c, d/d, e/e, f/f'],
    ['moved to the end', [move('b', { to: 'end' })], 'a/a, b/- moved away, c/c, d/d, e/e, f/f, -/b moved'],
    ['swapped', [swap('a', 'f')], 'a/- moved away, -/f moved, b/b, c/c, d/d, e/e, f/- moved away, -/a moved'],
    ['merged', [merge(['b', 'c', 'd'], { id: 'm' })], 'a/a, b/m merged, c/m merged, d/m merged, e/e, f/f'],
    ['split', [split('b', halves)], 'a/a, b/x split, b/y split, c/c, d/d, e/e, f/f'],
    [
      'a merged step keeps its place where a single one passes it',
      [move('e', { before: 'b' }), merge(['b', 'c', 'd'], { id: 'm' })],
      'a/a, -/e moved, b/m merged, c/m merged, d/m merged, e/- moved away, f/f',
    ],
    ['replaced', [replace('c', { id: 'r', duration: 5, drawAs: 'c' })], 'a/a, b/b, c/r replaced, d/d, e/e, f/f'],
  ])('%s', (_, edits, expected) => {
    expect(slots(...edits).join(', ')).toBe(expected);
  });

  it('either version is read from left to right in its own order, each step once', () => {
    const after = redesign(journey, [swap('a', 'd'), merge(['b', 'c'], { id: 'm' }), split('e', halves), move('f', { to: 'start' })]);
    const aligned = alignSteps(journey.interactions, after.interactions);
    for (const [side, steps] of [
      ['before', journey.interactions],
      ['after', after.interactions],
    ] as const) {
      const ids = aligned.flatMap((slot) => slot[side]?.id ?? []);
      expect(ids.filter((id, index) => id !== ids[index - 1])).toEqual(steps.map(({ id }) => id));
    }
  });
});
