import { at, quote } from '../../errors/wording';
import { defineEdit, makeEdit, stepIds, type EditBase, type EditOptions } from '../define-edit';
import { fault, impossible, needStep } from '../edit-context';
import { stepsOf } from '../plan-kit';
import { listIds } from '../words';

/** Puts all steps in a new order. */
export interface ReorderEdit extends EditBase<'reorder'> {
  /** Ids of all steps, in the order they are to have. */
  readonly ids: readonly string[];
}

/**
 * Puts all steps into a new order at once: what a drag-and-drop list hands over. Draws stay with their steps, as with {@link move}.
 *
 * @param ids - Every step of the journey, each once, in the new order; a merged step by its own id, its parts stay inside. Refused where a
 * step is missing, unknown or named twice, and where an `after` or a `pin` would break.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, reorder } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'thanks', duration: 30 }, { id: 'pay', duration: 60 }, { id: 'doctor', duration: 600 }] };
 * const better = redesign(visit, [reorder(['pay', 'doctor', 'thanks'])]);
 * better.interactions.map((step) => step.id).join(', '); // 'pay, doctor, thanks'
 */
export function reorder(ids: readonly string[], options?: EditOptions): ReorderEdit {
  return makeEdit<ReorderEdit>({ edit: 'reorder', ids }, options);
}

export const reorderEdit = /* @__PURE__ */ defineEdit<ReorderEdit>('reorder', () => ({ ids: [stepIds, 'allSteps'] }), {
  usage: 'reorder(["register", "doctor", "pay"])',
  blames: 'ids',
  structural: true,
  plan(context, edit) {
    const before = context.issues.length;
    const named = new Map<string, number>();
    edit.ids.forEach((id, index) => {
      const earlier = named.get(id);
      const key = at('ids', index);
      if (earlier !== undefined) {
        const hint = `ids[${earlier}] names it already: take one of them out`;
        fault(context, key, { code: 'duplicate-id', expected: 'every step once', received: `${quote(id)} again`, hint });
        return;
      }
      named.set(id, index);
      needStep(context, id, key);
    });
    const missing = context.journey.interactions.map((step) => step.id).filter((id) => !named.has(id));
    if (missing.length > 0) {
      const hint = `add ${listIds(missing)}; to change the place of one step alone, use move`;
      impossible(context, 'ids', 'every step of the journey once', `a list without ${listIds(missing)}`, hint);
    }
    if (context.issues.length > before) return undefined;
    return (draft) => {
      const order = [...stepsOf(draft)].sort((a, b) => named.get(a.id)! - named.get(b.id)!);
      const steps = stepsOf(draft);
      order.forEach((step, index) => {
        if (steps[index] !== step) steps[index] = step;
      });
    };
  },
  words: ({ ids }, name) => `put the steps in the order ${ids.map(name).join(', ')}`,
});
