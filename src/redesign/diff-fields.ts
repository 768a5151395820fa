import type { Interaction, Journey, Option } from '../journey/types';
import { isRecord } from '../plain/check-number';
import type { JourneyChange } from './diff-types';
import { samePlain } from './same-plain';

/** Told by changes of their own. */
const toldElsewhere: readonly string[] = ['id', 'interactions', 'parts', 'schemaVersion'];
/** Looked into; everything else changes as a whole. */
const lookedInto: readonly string[] = ['wait', 'failure', 'failure.recovery', 'choice', 'progress'];

/** The fields in which two versions of a unit, or of a journey, differ. */
export function diffFields(before: Interaction | Option | Journey, after: Interaction | Option | Journey, id?: string): JourneyChange[] {
  const changes: JourneyChange[] = [];
  compare({ ...before }, { ...after }, '', (field, from, to) => {
    changes.push({
      change: 'changed',
      ...(id === undefined ? {} : { id }),
      field,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
  });
  return changes;
}

type Fields = { readonly [key: string]: unknown };

function compare(before: Fields, after: Fields, above: string, tell: (field: string, from: unknown, to: unknown) => void): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (above === '' && toldElsewhere.includes(key)) continue;
    const field = above === '' ? key : `${above}.${key}`;
    if (field === 'choice.options') continue;
    const [from, to] = [before[key], after[key]];
    if (samePlain(from, to)) continue;
    // A choice that comes or goes is told by its options.
    if (lookedInto.includes(field) && (field === 'choice' || (isRecord(from) && isRecord(to)))) {
      compare(isRecord(from) ? from : {}, isRecord(to) ? to : {}, field, tell);
    } else tell(field, from, to);
  }
}
