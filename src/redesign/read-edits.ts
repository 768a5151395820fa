import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { guardPlain, standardLimits } from '../plain/guard-plain';
import { isRecord } from '../plain/check-number';
import { prefixIssues } from '../plain/prefix-issues';
import { checkEditData } from './check-edit-data';
import type { Edit } from './types';
import { usage } from './usage';

/** One edit, copied and checked as data: sound where there are no issues. */
export interface ReadEdit {
  readonly path: string;
  readonly edit: Edit;
  readonly issues: readonly Issue[];
}

const limits = { ...standardLimits, counted: { ...standardLimits.counted, name: 'edits and steps' } };

/** A list of edits from outside, or what makes it unreadable as a whole. */
export function readEdits(edits: unknown): { readonly read: readonly ReadEdit[]; readonly issues: readonly Issue[] } {
  const guarded = guardPlain(edits, limits);
  if (guarded.issue !== undefined) return { read: [], issues: prefixIssues([guarded.issue], 'edits') };
  const { data } = guarded;
  if (!Array.isArray(data)) {
    const hint = isRecord(data) ? 'put it into a list: [ … ]' : `as in redesign(journey, [${usage.move}])`;
    return {
      read: [],
      issues: [
        { code: 'invalid-type', path: 'edits', expected: 'a list of edits', received: data === undefined ? 'nothing' : quote(data), hint },
      ],
    };
  }
  const read = data.map((edit: unknown, index): ReadEdit => {
    const path = at('edits', index);
    const issues: Issue[] = [];
    checkEditData(edit, path, issues);
    return { path, edit: edit as Edit, issues };
  });
  return { read, issues: [] };
}
