import { makeEdit } from '../make-edit';
import type { EditOptions, StepChanges, UpdateEdit } from '../types';

/**
 * Changes what is said of a step. What is not named stays, also within its `wait`, `failure` and `choice`; any other key is replaced as a
 * whole. To take something away, name it in `without`; `null` is an error. The draws stay: a step that gets a faster duration still has its
 * slow customers in the same place.
 *
 * @param id - A step, a part of a merged step, or an option.
 * @param changes - Any key of a step but `id` (see {@link replace}) and `parts` (see {@link merge}, {@link split}); for an option also
 * `appeal` and `available`. `without`: a list of keys to take away; one that is not there changes nothing.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `changes` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { redesign, update } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '10 min', dropout: 0.1 }] };
 * const calmer = redesign(visit, [update('doctor', { duration: '12 min', without: ['dropout'] })]);
 * calmer.interactions[0].duration; // 720
 * 'dropout' in calmer.interactions[0]; // false
 */
export function update(id: string, changes: StepChanges, options?: EditOptions): UpdateEdit {
  return makeEdit<UpdateEdit>({ edit: 'update', id, changes }, options);
}
