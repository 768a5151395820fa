import { findUnit } from '../journey/units';
import { redesign } from '../redesign/redesign';
import type { Edit, EditKind } from '../redesign/types';
import { isJourneyError } from '../errors/journey-error';
import type { Journey } from '../journey/types';
import { checkCounts } from './check-constraints';
import { allowed } from './constraints';
import { editKinds, proposals } from './edit-proposals';
import { editSeeds, type EditSeed } from './edit-seeds';
import type { Arbitrary, Fc } from './fast-check';
import { lists } from './maybe';

/** Which edits there are to be. */
export interface EditConstraints {
  /** Kinds of edit. Default: all. */
  readonly kinds?: readonly EditKind[] | undefined;
  /** Longest duration in seconds of a step that an edit brings. Default a week. */
  readonly maxDuration?: number | undefined;
}

/** Edits that this journey allows, of the kinds named as far as it allows any of them. Shrinks towards the first kinds and steps. */
export function edits(fc: Fc, journey: Journey, constraints: EditConstraints = {}): Arbitrary<Edit> {
  const { kinds = editKinds } = constraints;
  return editSeeds(fc, allowed(constraints)).map((seed) => lawfulEdit(journey, seed, kinds)?.edit ?? harmless(journey));
}

/** Lists of edits, each lawful for the journey as those before it leave it. */
export function redesigns(
  fc: Fc,
  journey: Journey,
  constraints: EditConstraints & { readonly maxEdits?: number | undefined } = {},
): Arbitrary<readonly Edit[]> {
  const { kinds = editKinds, maxEdits = 3 } = constraints;
  checkCounts('Edits', 1, { min: 1, max: maxEdits });
  return lists(fc, editSeeds(fc, allowed(constraints)), { min: 1, max: maxEdits }).map((seeds) => editsOf(journey, seeds, kinds).edits);
}

export interface Edited {
  readonly edits: readonly Edit[];
  readonly redesigned: Journey;
}

/** Seeds become edits one after the other; those no longer possible are left out. */
export function editsOf(journey: Journey, seeds: readonly EditSeed[], kinds: readonly EditKind[]): Edited {
  const edits: Edit[] = [];
  let redesigned = journey;
  for (const seed of seeds) {
    const found = lawfulEdit(redesigned, seed, kinds);
    if (found === undefined) continue;
    edits.push(found.edit);
    redesigned = found.redesigned;
  }
  return { edits, redesigned };
}

/** The first of the edits a seed has in mind that the journey allows. */
export function lawfulEdit(
  journey: Journey,
  seed: EditSeed,
  kinds: readonly EditKind[],
): { readonly edit: Edit; readonly redesigned: Journey } | undefined {
  const first = seed.kind % kinds.length;
  for (let turn = 0; turn < kinds.length; turn++) {
    for (const edit of proposals(journey, kinds[(first + turn) % kinds.length]!, seed)) {
      const redesigned = tryEdits(journey, [edit]);
      if (redesigned !== undefined) return { edit, redesigned };
    }
  }
  return undefined;
}

/** What the edits make of a journey; undefined where it does not allow them. */
export function tryEdits(journey: Journey, edits: readonly Edit[]): Journey | undefined {
  try {
    return redesign(journey, edits);
  } catch (error) {
    if (isJourneyError(error)) return undefined;
    throw error;
  }
}

/** An edit that every journey allows. */
function harmless(journey: Journey): Edit {
  const [first] = journey.interactions;
  return { edit: 'update', id: first!.id, changes: { name: findUnit(journey, first!.id)?.unit.name ?? first!.id } };
}
