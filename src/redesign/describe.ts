import { formatNumber } from '../distributions/format-number';
import type { Issue } from '../errors/issue';
import { issuesError } from '../plain/issues-error';
import { prefixIssues } from '../plain/prefix-issues';
import type { JourneyInput } from '../journey/types';
import { readJourney } from '../journey/read-journey';
import { units } from '../journey/units';
import { oneLine } from '../words/one-line';
import type { Naming } from './define-edit';
import { definitionOf } from './edit-catalogue';
import { readEdits } from './read-edits';
import type { Edit } from './types';

/**
 * An edit in words: for lists of proposals, logs and undo menus.
 *
 * @param edit - An edit from a constructor, or from JSON.
 * @param journey - The journey it is for. With it, steps are called by their names, without it by their ids.
 * @returns A phrase without a full stop, such as `merge "register" and "triage" into "welcome"`; with the cost in brackets where it has one.
 * @throws JourneyError for what is no edit.
 * @example
 * import { describe, move } from 'peakend';
 * describe(move('thanks', { to: 'end' })); // 'move "thanks" to the end'
 */
export function describe(edit: Edit, journey?: JourneyInput): string {
  const { read, issues } = readEdits([edit]);
  const faults: readonly Issue[] = [...issues, ...read.flatMap((one) => one.issues)];
  if (faults.length > 0) throw issuesError(prefixIssues(faults.map(withoutList), 'edit'));
  const sound = read[0]!.edit;
  const cost = sound.cost === undefined ? '' : ` (cost ${formatNumber(sound.cost, 2)})`;
  return oneLine(`${definitionOf(sound.edit).words(sound, namesOf(journey))}${cost}`);
}

function withoutList(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^edits(\[0\])?\.?/, '') };
}

function namesOf(journey: JourneyInput | undefined): Naming {
  const names = new Map<string, string>();
  if (journey !== undefined) {
    const reading = readJourney(journey);
    if (reading.journey === undefined) throw issuesError(reading.issues);
    for (const { unit } of units(reading.journey)) if (unit.name !== undefined) names.set(unit.id, unit.name);
  }
  return (id) => `"${names.get(id) ?? id}"`;
}
