import { formatNumber } from '../distributions/format-number';
import type { Issue } from '../errors/issue';
import { isRecord } from '../plain/check-number';
import { issuesError } from '../plain/issues-error';
import type { JourneyInput } from '../journey/types';
import { readJourney } from '../journey/read-journey';
import { units } from '../journey/units';
import { oneLine } from '../words/one-line';
import type { Naming } from './define-edit';
import { definitionOf } from './edit-catalogue';
import { readEdits } from './read-edits';
import type { Edit } from './types';

/** An edit as a phrase without a full stop; with the cost in brackets where it has one. Steps by the names they have in the journey, else by id. */
export function editWords(edit: Edit, journey: JourneyInput | undefined): string {
  return phrasesOf([edit], journey, (issue) => ({ ...issue, path: issue.path.replace(/^edits(\[0\])?/, 'edit') }))[0]!;
}

/** Several edits, a phrase each. */
export function editsWords(edits: readonly Edit[], journey: JourneyInput | undefined): string[] {
  return phrasesOf(edits, journey, (issue) => issue);
}

function phrasesOf(edits: readonly Edit[], journey: JourneyInput | undefined, placed: (issue: Issue) => Issue): string[] {
  const { read, issues } = readEdits(edits);
  const faults: readonly Issue[] = [...issues, ...read.flatMap((one) => one.issues)];
  if (faults.length > 0) throw issuesError(faults.map(placed));
  const naming = namesOf(
    journey,
    read.map(({ edit }) => edit),
  );
  return read.map(({ edit }) => {
    const cost = edit.cost === undefined ? '' : ` (cost ${costText(edit.cost)})`;
    return oneLine(`${definitionOf(edit.edit).words(edit, naming)}${cost}`);
  });
}

/** As sums of money stand elsewhere: `30,000`. */
function costText(cost: number): string {
  const text = formatNumber(cost, 2);
  return text.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, (digit, place: number) => (text.slice(0, place).includes('.') ? digit : `${digit},`));
}

function namesOf(journey: JourneyInput | undefined, edits: readonly Edit[]): Naming {
  const names = new Map<string, string>();
  // What edits bring in is called by its name too; by that of the journey where its id is there already.
  for (const made of edits.flatMap((edit) => Object.values(edit) as unknown[]).flat()) {
    if (isRecord(made) && typeof made['id'] === 'string' && typeof made['name'] === 'string') names.set(made['id'], made['name']);
  }
  if (journey !== undefined) {
    const reading = readJourney(journey);
    if (reading.journey === undefined) throw issuesError(reading.issues);
    for (const { unit } of units(reading.journey)) if (unit.name !== undefined) names.set(unit.id, unit.name);
  }
  return (id) => `"${names.get(id) ?? id}"`;
}
