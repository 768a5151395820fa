import { makeEdit } from '../make-edit';
import type { EditOptions, OccupyWaitEdit } from '../types';

/**
 * Gives people something to do while they wait: occupied time feels shorter than idle time.
 *
 * @param id - A wait: a step, part or option of kind `'wait'`. (Of a merged step, name the part.)
 * @param share - How occupied they are, 0 (idle) … 1 (fully).
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { occupyWait, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: '20 min' }] };
 * redesign(visit, [occupyWait('queue', 0.8)]).interactions[0].wait.occupied; // 0.8
 */
export function occupyWait(id: string, share: number, options?: EditOptions): OccupyWaitEdit {
  return makeEdit<OccupyWaitEdit>({ edit: 'occupyWait', id, share }, options);
}
