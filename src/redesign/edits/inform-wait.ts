import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { planWait } from '../plan-kit';

/** Tells people where they stand while they wait. */
export interface InformWaitEdit extends EditBase<'informWait'> {
  /** Id of the wait. */
  readonly id: string;
}

/**
 * Tells people where they stand while they wait: their place in the queue, the time still to go. An overestimate comes back towards the
 * clock, and fewer leave.
 *
 * @param id - A wait: a step, part or option of kind `'wait'`. (Of a merged step, name the part.)
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { informWait, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: '20 min' }] };
 * redesign(visit, [informWait('queue')]).interactions[0].wait.informed; // true
 */
export function informWait(id: string, options?: EditOptions): InformWaitEdit {
  return makeEdit<InformWaitEdit>({ edit: 'informWait', id }, options);
}

export const informWaitEdit = /* @__PURE__ */ defineEdit<InformWaitEdit>('informWait', () => ({ id: [stepId, 'wait'] }), {
  usage: 'informWait("queue")',
  plan: (context, { id }) => planWait(context, id, { informed: true }),
  words: ({ id }, name) => `tell people where they stand in ${name(id)}`,
});
