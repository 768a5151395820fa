import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/errors/issue';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import { checkSegments } from '../../../src/journey/define-segments';
import { toText } from '../../../src/results/to-text';
import { journeyHash } from '../../../src/journey/journey-hash';
import { update } from '../../../src/redesign/edits/update';
import { checkEdits } from '../../../src/redesign/redesign';

describe.each([
  ['toText', toText],
  ['journeyHash', journeyHash],
])('%s', (_name, read) => {
  it('takes a journey as written', () => {
    const input = { name: 'Visit', interactions: [{ id: 'talk', duration: '5 min' }] };
    expect(read(input)).toBe(read(defineJourney(input)));
  });

  it('refuses what is no journey', () => {
    const cyclic: Record<string, unknown> = { name: 'Visit' };
    cyclic['interactions'] = [cyclic];
    expect(() => read(cyclic as never)).toThrowError(expect.objectContaining({ code: 'cycle' }));
    expect(() => read(undefined as never)).toThrowError(expect.objectContaining({ name: 'JourneyError' }));
  });
});

describe('what is of one’s own is bounded', () => {
  const many = (count: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index]));
  const deep = (lists: number, each: number): object => ({
    lists: Array.from({ length: lists }, () => Array.from({ length: each }, () => 1)),
  });
  const step = (id: string, extensions: object) => ({ id, duration: 60, extensions });
  const first = (issues: readonly Issue[]): string => issues.map(({ code, path }) => `${code} ${path}`).join(', ');

  it('extensions hold 10,000 values in all, wherever they stand', () => {
    // The object itself is one.
    expect(checkJourney({ name: 'x', interactions: [step('a', many(9999))] })).toEqual([]);
    expect(first(checkJourney({ name: 'x', interactions: [step('a', many(10_000))] }))).toBe('too-large interactions[0].extensions');
    expect(checkJourney({ name: 'x', interactions: [step('a', many(5000)), step('b', many(4998))] })).toEqual([]);
    expect(first(checkJourney({ name: 'x', interactions: [step('a', many(5000)), step('b', many(5000))] }))).toMatch(
      /^too-large interactions\[1\]\.extensions/,
    );
    expect(first(checkJourney({ name: 'x', extensions: deep(200, 60), interactions: [step('a', {})] }))).toMatch(/^too-large extensions/);
    expect(first(checkSegments([{ id: 'a', share: 1, extensions: many(20_000) }]))).toBe('too-large [0].extensions');
    expect(
      first(checkEdits([update('a', { extensions: many(3) }), { edit: 'update', id: 'a', changes: { extensions: many(20_000) } }])),
    ).toBe('too-large edits[1].changes.extensions');
  });

  it('one object has at most 10,000 keys, whoever reads it', () => {
    expect(first(checkJourney({ name: 'x', interactions: [{ id: 'a', duration: 60, ...many(10_001) }] }))).toBe(
      'too-large interactions[0]',
    );
    expect(first(checkSegments([{ id: 'a', share: 1, responses: many(10_001) }]))).toBe('too-large [0].responses');
    expect(first(checkEdits([{ edit: 'update', id: 'a', changes: many(10_001) }]))).toBe('too-large edits[0].changes');
  });

  it('a million of them are refused before they are looked at', () => {
    const list = Array.from({ length: 1e6 }, () => 1);
    const began = performance.now();
    expect(first(checkJourney({ name: 'x', interactions: [step('a', { list })] }))).toBe('too-large interactions[0].extensions.list');
    expect(first(checkSegments([{ id: 'a', share: 1, extensions: { list } }]))).toBe('too-large [0].extensions.list');
    expect(performance.now() - began).toBeLessThan(500);
  });
});
