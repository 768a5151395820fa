import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { openPlain } from '../plain/plain-object';
import { issuesError } from '../plain/issues-error';
import { readExtensions } from '../journey/read-extensions';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';

/** What every edit may carry. */
export interface EditOptions {
  /** What making this change costs, in a unit of your own; below 0 it saves. The library only passes it on. Default: none. */
  readonly cost?: number | undefined;
}

/** What a constructor may spread into an edit: an object or nothing. A text would be spread into its characters. */
export function fieldsOf<Fields extends object>(given: Fields | undefined, path: string, expected: string): Fields | undefined {
  if (given === undefined) return undefined;
  const { fields, issue } = openPlain(given, expected);
  if (issue !== undefined) throw new JourneyError(prefixIssues([issue], path));
  return fields as Fields;
}

/**
 * What every constructor ends in: a frozen copy as plain JSON, keys without a value left out. Whether the edit makes sense is for
 * `redesign` to say, which knows the journey and tells all faults at once; here only what cannot be data at all is refused.
 */
export function makeEdit<Made extends { readonly edit: string }>(
  edit: { readonly [Key in keyof Made]: Made[Key] | undefined },
  options?: EditOptions,
): Made {
  const extra = fieldsOf(options, 'options', '{ cost }');
  // Its name comes first, for reading; the edit comes again last, so that no option can overwrite it.
  const guarded = guardPlain(Object.assign({ edit: edit.edit }, edit, extra, edit));
  if (guarded.issue !== undefined) throw new JourneyError([guarded.issue]);
  const issues: Issue[] = [];
  readExtensions(guarded.data, '', issues);
  if (issues.length > 0) throw issuesError(issues);
  return deepFreeze(guarded.data) as Made;
}
