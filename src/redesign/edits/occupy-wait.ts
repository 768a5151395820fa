import { share } from '../../journey/schema-parts';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { planWait } from '../plan-kit';
import { percent } from '../../journey/field-words';

/** Gives people something to do while they wait. */
export interface OccupyWaitEdit extends EditBase<'occupyWait'> {
  /** Id of the wait. */
  readonly id: string;
  /** How occupied people are, 0…1. */
  readonly share: number;
}

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

export const occupyWaitEdit = /* @__PURE__ */ defineEdit<OccupyWaitEdit>(
  'occupyWait',
  () => ({ id: [stepId, 'wait'], share: [share, 'share'] }),
  {
    usage: 'occupyWait("queue", 0.8)',
    plan: (context, { id, share }) => planWait(context, id, { occupied: share }),
    words: ({ id, share }, name) => `occupy people for ${percent(share)} of ${name(id)}`,
  },
);
