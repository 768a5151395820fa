import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { deepFreeze } from '../model/deep-freeze';
import { guardPlain } from '../model/guard-plain';
import { isRecord } from '../model/check-number';
import type { Edit, EditOptions } from './types';

/** What a constructor may spread into an edit: an object or nothing. A text would be spread into its characters. */
export function fieldsOf<Fields extends object>(fields: Fields | undefined, path: string, expected: string): Fields | undefined {
  if (fields === undefined || isRecord(fields)) return fields;
  throw new JourneyError([{ code: 'invalid-type', path, expected, received: quote(fields) }]);
}

/**
 * What every constructor ends in: a frozen copy as plain JSON, keys without a value left out. Whether the edit makes sense is for
 * `redesign` to say, which knows the journey and tells all faults at once; here only what cannot be data at all is refused.
 */
export function makeEdit<Made extends Edit>(edit: { readonly [Key in keyof Made]: Made[Key] | undefined }, options?: EditOptions): Made {
  if (options !== undefined && !isRecord(options)) {
    const hint = 'write the cost as { cost: 1200 }';
    throw new JourneyError([{ code: 'invalid-type', path: 'options', expected: '{ cost }', received: quote(options), hint }]);
  }
  // Its name comes first, for reading; the edit comes again last, so that no option can overwrite it.
  const guarded = guardPlain(Object.assign({ edit: edit.edit }, edit, options, edit));
  if (guarded.issue !== undefined) throw new JourneyError([guarded.issue]);
  return deepFreeze(guarded.data) as Made;
}
