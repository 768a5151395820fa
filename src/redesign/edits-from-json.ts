import { issuesError } from '../plain/issues-error';
import { parsed } from '../journey/from-json';
import { deepFreeze } from '../plain/deep-freeze';
import { readEdits } from './read-edits';
import type { Edit } from './types';

/**
 * Edits from JSON: a stored proposal, a message from another editor. Checks what can be told without the journey; `redesign` and `checkEdits`
 * do the rest.
 *
 * @param json A list of edits, parsed or as JSON text.
 * @returns The edits as frozen JSON, for `redesign`.
 * @throws JourneyError with every fault in them at once; `invalid-text` for a text that is not JSON.
 * @example
 * import { editsFromJson } from 'peakend';
 * editsFromJson('[{ "edit": "remove", "id": "queue" }]')[0].edit; // 'remove'
 */
export function editsFromJson(json: unknown): readonly Edit[] {
  const { read, issues } = readEdits(parsed(json));
  const faults = [...issues, ...read.flatMap((one) => one.issues)];
  if (faults.length > 0) throw issuesError(faults);
  return deepFreeze(read.map(({ edit }) => edit));
}
