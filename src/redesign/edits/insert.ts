import type { InteractionInput } from '../../journey/types';
import { makeEdit } from '../make-edit';
import type { EditOptions, InsertEdit, Place } from '../types';

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
