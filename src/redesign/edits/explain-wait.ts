import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { planWait } from '../plan-kit';

/** Tells people why they wait. */
export interface ExplainWaitEdit extends EditBase<'explainWait'> {
  /** Id of the wait. */
  readonly id: string;
}

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

export const explainWaitEdit = /* @__PURE__ */ defineEdit<ExplainWaitEdit>('explainWait', () => ({ id: [stepId, 'wait'] }), {
  usage: 'explainWait("queue")',
  plan: (context, { id }) => planWait(context, id, { explained: true }),
  words: ({ id }, name) => `explain why people wait in ${name(id)}`,
});
