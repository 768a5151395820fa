import { describe, expect, it, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { describeIssue } from '../../../src/errors/wording';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';
import { badEdits, clinic } from './bad-edits';

const before = JSON.stringify(clinic);

describe('bad edits explain themselves', () => {
  test.each(badEdits.map((bad) => [bad.why, bad] as const))('%s', (_why, { edits, faults }) => {
    const issues = checkEdits(edits, clinic);
    expect(issues.map(({ code, path }) => [code, path])).toEqual(faults);
    for (const issue of issues) {
      expect(issue.hint, describeIssue(issue)).toMatch(/\S/);
      expect(issue.expected).toMatch(/^[a-z0-9{"−-]/);
      expect(issue.received).not.toBe('');
    }
  });

  it('throws the same as it lists, and leaves the journey alone', () => {
    for (const { edits } of badEdits) {
      let thrown: unknown;
      try {
        redesign(clinic, edits as Edit[]);
      } catch (error) {
        thrown = error;
      }
      expect(isJourneyError(thrown)).toBe(true);
      expect((thrown as { issues: unknown }).issues).toEqual(checkEdits(edits, clinic));
    }
    expect(JSON.stringify(clinic)).toBe(before);
  });

  it('tells faults of the journey and of the edits together', () => {
    const issues = checkEdits([{ edit: 'mov' }], { name: 'X', interactions: [{ id: 'a' }] });
    expect(issues.map(({ path }) => path)).toEqual(['interactions[0].duration', 'edits[0].edit']);
  });

  it('without a journey tells what is wrong for every journey', () => {
    expect(checkEdits([{ edit: 'remove', id: 'nobody' }])).toEqual([]);
    expect(checkEdits([{ edit: 'remove' }]).map(({ code, path }) => [code, path])).toEqual([['missing', 'edits[0].id']]);
  });

  it('refuses to remove the only step', () => {
    const [issue] = checkEdits([{ edit: 'remove', id: 'a' }], { name: 'X', interactions: [{ id: 'a', duration: 5 }] });
    expect([issue?.code, issue?.path]).toEqual(['impossible-edit', 'edits[0].id']);
  });

  it('stops at data that cannot be read', () => {
    const circle: unknown[] = [{ edit: 'remove', id: 'pay' }];
    circle.push(circle);
    expect(checkEdits(circle, clinic).map(({ code, path }) => [code, path])).toEqual([['cycle', 'edits[1]']]);
    expect(checkEdits([{ edit: 'remove', id: 'pay', constructor: 1 }], clinic)[0]?.code).toBe('forbidden-key');
  });
});
