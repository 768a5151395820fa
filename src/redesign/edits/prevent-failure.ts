import { fieldsOf, makeEdit } from '../make-edit';
import type { EditOptions, PreventFailureEdit } from '../types';

/**
 * Makes a failure rarer. The customers for whom it still fails are among those for whom it failed before. At 0 the failure stays written
 * down, and never happens.
 *
 * @param id - A step, part or option with a failure. (Of a merged step, name the part.)
 * @param to - `probability`: the new probability, from 0 up to what it is now (a higher one: {@link update}).
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { preventFailure, redesign } from 'peakend';
 * const shop = { name: 'Shop', interactions: [{ id: 'pay', duration: 60, failure: { probability: 0.2, affect: -5 } }] };
 * redesign(shop, [preventFailure('pay', { probability: 0.05 })]).interactions[0].failure.probability; // 0.05
 */
export function preventFailure(id: string, to: Pick<PreventFailureEdit, 'probability'>, options?: EditOptions): PreventFailureEdit {
  return makeEdit<PreventFailureEdit>({ ...fieldsOf(to, 'to', '{ probability }')!, edit: 'preventFailure', id }, options);
}
