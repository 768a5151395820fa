import { expect, it } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { improveRecovery } from '../../../src/redesign/edits/improve-recovery';
import { preventFailure } from '../../../src/redesign/edits/prevent-failure';
import { showProgress } from '../../../src/redesign/edits/show-progress';
import { checkEdits } from '../../../src/redesign/redesign';
import { applyPatches } from '../../../src/redesign/redesign-with-patches';

const visit = defineJourney({ name: 'Visit', interactions: ['a', 'b', 'c'].map((id) => ({ id, duration: 60 })) });
const step = { id: 'new', duration: 5 };

it.each([
  ['remove', ['interactions', 'length']],
  ['replace', ['interactions', 'length'], 1],
  ['remove', ['interactions', 7]],
  ['remove', ['interactions', -1]],
  ['remove', ['interactions', '0']],
  ['remove', ['zzz']],
  ['remove', ['toString']],
  ['remove', [0]],
  ['replace', ['interactions', 3], step],
  ['replace', ['promise'], 60],
  ['add', ['interactions', 1e9], step],
  ['add', ['interactions', -1], step],
  ['add', ['interactions', 1.5], step],
  ['add', ['interactions', '-'], step],
  ['add', ['name'], 'Other'],
  ['add', ['name', 'length'], 3],
  ['add', ['nowhere', 0], step],
])('applyPatches refuses a patch that does not fit: %s %j', (op, path, value?: unknown) => {
  const fits = { op: 'replace', path: ['name'], value: 'Short' };
  expect(() => applyPatches(visit, [fits, { op, path, value }] as never)).toThrowError(
    expect.objectContaining({ code: 'impossible-edit', issues: [expect.objectContaining({ path: 'patches[1]' })] }),
  );
});

it('applyPatches checks each patch against the journey it meets', () => {
  const { interactions } = applyPatches(visit, [
    { op: 'add', path: ['interactions', 3], value: step },
    { op: 'remove', path: ['interactions', 3] },
    { op: 'add', path: ['interactions', 3], value: step },
    { op: 'remove', path: ['interactions', 0] },
  ]);
  expect(interactions.map(({ id }) => id)).toEqual(['b', 'c', 'new']);
});

it.each([
  ['display', () => showProgress('x'.repeat(1e6) as never)],
  ['display', () => showProgress(null as never)],
  ['to', () => preventFailure('a', 'text' as never)],
  ['recovery', () => improveRecovery('a', ['text'] as never)],
])('a constructor refuses a %s that is no object', (path, make) => {
  expect(make).toThrowError(expect.objectContaining({ code: 'invalid-type', issues: [expect.objectContaining({ path })] }));
});

it('tells at most 200 issues, and never quotes more than 80 characters', () => {
  const edits = Array.from({ length: 500 }, () => ({ edit: 'remove', id: 5 }));
  expect(checkEdits(edits)).toHaveLength(200);
  expect(checkEdits(edits, visit)).toHaveLength(200);
  const long = 'x'.repeat(100);
  const issues = checkEdits([{ edit: 'reorder', ids: [long, long] }], {
    name: 'Visit',
    interactions: [
      { id: long, duration: 1 },
      { id: 'b', duration: 1 },
    ],
  });
  expect(issues.map(({ code }) => code)).toContain('duplicate-id');
  for (const { received } of issues) expect(received.length).toBeLessThanOrEqual(80);
});
