import { makeEdit } from '../make-edit';
import type { EditOptions, RemoveEdit } from '../types';

/**
 * Takes a step away, with its options and parts. Impossible where it is the only step, or where another step must come `after` it.
 *
 * @param id - A step. (A part: `split` first. An option: `removeChoice`.)
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, remove } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'form', duration: '5 min' }, { id: 'doctor', duration: '10 min' }] };
 * redesign(visit, [remove('form')]).interactions.length; // 1
 */
export function remove(id: string, options?: EditOptions): RemoveEdit {
  return makeEdit<RemoveEdit>({ edit: 'remove', id }, options);
}
