import { checkJourney, defineJourney } from '../journey/define-journey';
import type { Interaction, Journey, JourneyInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import type { FieldRole } from '../redesign/define-edit';
import type { Edit, EditKind } from '../redesign/types';
import { checkCounts } from './check-constraints';
import { allowed, type JourneyConstraints } from './constraints';
import { editKinds, rolesOf } from './edit-proposals';
import { editSeeds, type EditSeed } from './edit-seeds';
import { editsOf, lawfulEdit } from './edits';
import type { Arbitrary, Fc } from './fast-check';
import { lists } from './maybe';
import { journeySeeds, toJourney } from './journeys';

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

/** Pairs of a journey and a lawful redesign of it. Shrinks towards fewer steps and fewer edits. */
export function journeyWithRedesign(fc: Fc, constraints: JourneyWithRedesignConstraints = {}): Arbitrary<JourneyWithRedesign> {
  const { kinds = editKinds, maxEdits = 3 } = constraints;
  checkCounts('Edits', 1, { min: 1, max: maxEdits });
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
