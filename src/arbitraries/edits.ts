import { isJourneyError } from '../errors/journey-error';
import { checkJourney, defineJourney } from '../journey/define-journey';
import type { Interaction, Journey, JourneyInput } from '../journey/types';
import { findUnit } from '../journey/units';
import { deepFreeze } from '../plain/deep-freeze';
import type { FieldRole } from '../redesign/define-edit';
import { redesign } from '../redesign/redesign';
import type { Edit, EditKind } from '../redesign/types';
import { allowed, journeyRules, maxDuration, type JourneyConstraints } from './constraints';
import { editKinds, proposals, rolesOf } from './edit-proposals';
import { editSeeds, type EditSeed } from './edit-seeds';
import type { Arbitrary, Fc } from './fast-check';
import { journeySeeds, toJourney } from './journeys';
import { lists } from './maybe';
import { count, type Rules } from './read-constraints';

/** Which edits there are to be. */
export interface EditConstraints {
  /** Kinds of edit. Default: all. */
  readonly kinds?: readonly EditKind[] | undefined;
  /** Longest duration in seconds of a step that an edit brings. Default a week. */
  readonly maxDuration?: number | undefined;
}

/** Which journeys and redesigns there are to be. */
export interface JourneyWithRedesignConstraints extends JourneyConstraints {
  /** Kinds of edit: the first edit is of one of these. Default: all. */
  readonly kinds?: readonly EditKind[] | undefined;
  /** Most edits, at least 1. Default 3. */
  readonly maxEdits?: number | undefined;
}

/** A journey, a proposal for it, and what the proposal makes of it. */
export interface JourneyWithRedesign {
  /** The journey as it is. */
  readonly journey: Journey;
  /** The proposal. */
  readonly edits: readonly Edit[];
  /** `redesign(journey, edits)`. */
  readonly redesigned: Journey;
}

export const editRules: Rules<EditConstraints> = { kinds: { some: editKinds }, maxDuration };
export const redesignRules = { ...editRules, maxEdits: count };
export const journeyWithRedesignRules: Rules<JourneyWithRedesignConstraints> = { ...journeyRules, ...redesignRules };

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
  return lists(fc, editSeeds(fc, allowed(constraints)), { min: 1, max: maxEdits }).map((seeds) => editsOf(journey, seeds, kinds).edits);
}

/** Pairs of a journey and a lawful redesign of it. Shrinks towards fewer steps and fewer edits. */
export function journeyWithRedesign(fc: Fc, constraints: JourneyWithRedesignConstraints = {}): Arbitrary<JourneyWithRedesign> {
  const { kinds = editKinds, maxEdits = 3 } = constraints;
  const seeds = editSeeds(fc, allowed(constraints));
  return fc
    .tuple(journeySeeds(fc, constraints), seeds, lists(fc, seeds, { min: 0, max: maxEdits - 1 }))
    .map(([journeySeed, first, others]) => {
      const journey = suited(toJourney(journeySeed, constraints), kinds[first.kind % kinds.length]!, first);
      const { edits, redesigned } = editsOf(journey, [first, ...others], kinds);
      return deepFreeze({ journey, edits, redesigned });
    });
}

/** Steps that give an edit something to be about. */
const wanted: { readonly [Role in FieldRole]?: readonly Interaction[] } = {
  wait: [{ id: 'queue', kind: 'wait', duration: 300 }],
  failing: [{ id: 'pay', duration: 60, failure: { probability: 0.5, affect: -2 } }],
  choosing: [{ id: 'order', duration: 60, choice: { options: [{ id: 'order-online', duration: 60 }] } }],
};
const anyTwo: readonly Interaction[] = [
  { id: 'enter', duration: 60 },
  { id: 'talk', duration: 60 },
];

/** The journey itself where it allows an edit of this kind, else the same with steps that do. */
function suited(journey: Journey, kind: EditKind, seed: EditSeed): Journey {
  if (lawfulEdit(journey, seed, [kind]) !== undefined) return journey;
  const more = rolesOf(kind).flatMap(([, role]) => wanted[role] ?? []);
  if (more.length === 0) more.push(...anyTwo);
  const steps = journey.interactions;
  for (let at = 0; at <= steps.length; at++) {
    const next = resized(journey, [...steps.slice(0, at), ...more, ...steps.slice(at)]);
    if (checkJourney(next).length > 0) continue;
    const made = defineJourney(next);
    if (lawfulEdit(made, seed, [kind]) !== undefined) return made;
  }
  return defineJourney({ name: journey.name, interactions: more });
}

/** A list of what is shown has an entry for each step. */
function resized(journey: Journey, interactions: readonly Interaction[]): JourneyInput {
  const { progress } = journey;
  if (typeof progress?.pace !== 'object') return { ...journey, interactions };
  const { pace } = progress;
  return {
    ...journey,
    interactions,
    progress: { ...progress, pace: interactions.map((_, index) => pace[Math.min(index, pace.length - 1)]!) },
  };
}

interface Edited {
  readonly edits: readonly Edit[];
  readonly redesigned: Journey;
}

/** Seeds become edits one after the other; those no longer possible are left out. */
function editsOf(journey: Journey, seeds: readonly EditSeed[], kinds: readonly EditKind[]): Edited {
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
function lawfulEdit(
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
function tryEdits(journey: Journey, edits: readonly Edit[]): Journey | undefined {
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
