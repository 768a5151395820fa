import type { Interaction, Journey, Option } from '../journey/types';
import { isRecord } from '../plain/check-number';
import { samePlain } from '../plain/same-plain';

/** One difference between two journeys. Places count from 0. */
export type JourneyChange =
  | { readonly change: 'added'; readonly id: string; readonly place: number }
  | { readonly change: 'removed'; readonly id: string; readonly place: number }
  | { readonly change: 'moved'; readonly id: string; readonly from: number; readonly to: number }
  /** Steps became one: `parts` are what it holds now. */
  | { readonly change: 'merged'; readonly id: string; readonly parts: readonly string[] }
  /** One step became several: a merge undone, or a step divided. */
  | { readonly change: 'split'; readonly id: string; readonly parts: readonly string[] }
  /** Another step in the place of one, on the same stream. */
  | { readonly change: 'replaced'; readonly id: string; readonly by: string }
  | { readonly change: 'optionAdded'; readonly id: string; readonly option: string }
  | { readonly change: 'optionRemoved'; readonly id: string; readonly option: string }
  /** A field of a step, part or option, or (without `id`) of the journey. `from` or `to` is absent where there was nothing. */
  | { readonly change: 'changed'; readonly id?: string; readonly field: string; readonly from?: unknown; readonly to?: unknown };

/** What tells one journey from another. */
export interface JourneyDiff {
  readonly kind: 'journey diff';
  /** Whether both hold the same. */
  readonly same: boolean;
  readonly changes: readonly JourneyChange[];
}

/** Told by changes of their own, or (what was typed for a duration) by the duration. */
const toldElsewhere: readonly string[] = ['id', 'interactions', 'parts', 'schemaVersion', 'durationText'];
/** Looked into; everything else changes as a whole. */
const lookedInto: readonly string[] = [
  'wait',
  'failure',
  'failure.wait',
  'failure.recovery',
  'failure.retry',
  'failure.retry.wait',
  'choice',
  'choice.none',
  'progress',
];

/** The fields in which two versions of a unit, or of a journey, differ. */
export function diffFields(before: Interaction | Option | Journey, after: Interaction | Option | Journey, id?: string): JourneyChange[] {
  const changes: JourneyChange[] = [];
  compare(before as unknown as Fields, after as unknown as Fields, '', (field, from, to) => {
    const values = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    changes.push({ change: 'changed', ...(id === undefined ? {} : { id }), field, ...values });
  });
  return changes;
}

type Fields = { readonly [key: string]: unknown };

function compare(before: Fields, after: Fields, above: string, tell: (field: string, from: unknown, to: unknown) => void): void {
  for (const key of [...Object.keys(before), ...Object.keys(after).filter((other) => !Object.hasOwn(before, other))]) {
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
