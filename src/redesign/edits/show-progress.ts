import { fieldsOf, makeEdit } from '../make-edit';
import type { EditOptions, ProgressDisplay, ShowProgressEdit } from '../types';

/**
 * Shows people how far they have come: a bar over the whole journey. It works on giving up: a head start and a fast start keep people, a
 * slow start loses them, a constant bar changes nothing.
 *
 * @param display - `pace`: `'constant'`, `'fast-to-slow'`, `'slow-to-fast'` or what is shown on entering each step (a share 0…1 for each
 * step of the journey as it is after the last edit); `endowed`: head start given away, 0…1. What is not named stays, by default constant and 0.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, showProgress } from 'peakend';
 * const survey = { name: 'Survey', interactions: [{ id: 'page-1', duration: 60 }, { id: 'page-2', duration: 60 }] };
 * redesign(survey, [showProgress({ endowed: 0.1 })]).progress.endowed; // 0.1
 */
export function showProgress(display?: ProgressDisplay, options?: EditOptions): ShowProgressEdit {
  return makeEdit<ShowProgressEdit>({ ...fieldsOf(display, 'display', '{ endowed, pace }'), edit: 'showProgress' }, options);
}
