import { journeySchemas, readStep } from '../../journey/step-fields';
import type { Interaction, InteractionInput } from '../../journey/types';
import { defineEdit, makeEdit, type EditBase, type EditOptions } from '../define-edit';
import { needFreshIds } from '../edit-context';
import { checkNewStep } from '../new-steps';
import { aPlace, findPlace, placeWords, type Place } from '../place';
import { stepsOf } from '../plan-kit';
import { madeWords } from '../words';

/** Adds a step that was not there. */
export interface InsertEdit extends EditBase<'insert'> {
  /** The new step; its id, and those of its parts and options, are new to the journey. */
  readonly step: InteractionInput;
  /** Where it goes. */
  readonly place: Place;
}

/**
 * Adds a step that was not there. All other steps keep their draws, so a comparison shows what the new one does and nothing else.
 *
 * @param step - The new step, written as in `defineJourney`; its id, and those of its parts and options, are new to the journey.
 * @param place - `{ to: 'start' | 'end' }`, `{ before: id }` or `{ after: id }`.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `step` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { insert, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '10 min' }] };
 * const warmer = redesign(visit, [insert({ id: 'greeting', duration: '1 min', affect: 3 }, { before: 'doctor' })]);
 * warmer.interactions[0].id; // 'greeting'
 */
export function insert(step: InteractionInput, place: Place, options?: EditOptions): InsertEdit {
  return makeEdit<InsertEdit>({ edit: 'insert', step, place }, options);
}

export const insertEdit = /* @__PURE__ */ defineEdit<InsertEdit>(
  'insert',
  () => ({ step: [journeySchemas.step, 'newStep'], place: [aPlace, 'place'] }),
  {
    usage: 'insert({ id: "greeting", duration: "1 min" }, { before: "doctor" })',
    blames: 'place',
    structural: true,
    check: ({ step }, issues) => checkNewStep(step, issues),
    plan(context, edit) {
      const step = readStep(edit.step, '', []) as Interaction;
      needFreshIds(context, step, 'step');
      const index = findPlace(context, edit.place, step.id);
      if (index === undefined) return undefined;
      return (draft) => void stepsOf(draft).splice(index, 0, step);
    },
    words: ({ step, place }, name) => `insert ${madeWords(step)} ${'to' in place ? `at the ${place.to}` : placeWords(place, name)}`,
  },
);
