import { makeEdit } from '../make-edit';
import type { EditOptions, ExplainWaitEdit } from '../types';

/**
 * Tells people why they wait. It lowers the wish to leave, not the felt length.
 *
 * @param id - A wait: a step, part or option of kind `'wait'`. (Of a merged step, name the part.)
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { explainWait, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: '20 min' }] };
 * redesign(visit, [explainWait('queue')]).interactions[0].wait.explained; // true
 */
export function explainWait(id: string, options?: EditOptions): ExplainWaitEdit {
  return makeEdit<ExplainWaitEdit>({ edit: 'explainWait', id }, options);
}
