import { makeEdit } from '../make-edit';
import type { EditOptions, RemoveChoiceEdit } from '../types';

/**
 * Takes an option away, or all but the step itself. With the last other option the whole `choice` goes (its appeal and difficulty too), and
 * the step is again what it was before `addChoice`.
 *
 * @param id - The step, or part of a merged step, that has the choice.
 * @param option - The id of one of its other options. Left out: all of them. The step itself stays (see {@link replace}).
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { addChoice, redesign, removeChoice } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '20 min' }] };
 * const back = redesign(visit, [addChoice('doctor', [{ id: 'video', duration: 600 }]), removeChoice('doctor', 'video')]);
 * 'choice' in back.interactions[0]; // false
 */
export function removeChoice(id: string, option?: string, options?: EditOptions): RemoveChoiceEdit {
  return makeEdit<RemoveChoiceEdit>({ edit: 'removeChoice', id, option }, options);
}
