import { quote } from '../../errors/wording';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { impossible, needStep } from '../edit-context';
import { stepsOf } from '../plan-kit';

/** Lets two steps change places. */
export interface SwapEdit extends EditBase<'swap'> {
  /** Id of the one step. */
  readonly id: string;
  /** Id of the other. */
  readonly with: string;
}

/**
 * Lets two steps change places; everything between them stays. Refused where an `after` or a `pin` would break.
 *
 * @param a - A step.
 * @param b - Another step.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, swap } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'pay', duration: 60 }, { id: 'doctor', duration: 600 }, { id: 'thanks', duration: 30 }] };
 * redesign(visit, [swap('pay', 'thanks')]).interactions[2].id; // 'pay'
 */
export function swap(a: string, b: string, options?: EditOptions): SwapEdit {
  return makeEdit<SwapEdit>({ edit: 'swap', id: a, with: b }, options);
}

export const swapEdit = /* @__PURE__ */ defineEdit<SwapEdit>('swap', () => ({ id: [stepId, 'step'], with: [stepId, 'otherStep'] }), {
  usage: 'swap("pay", "thanks")',
  blames: 'with',
  structural: true,
  plan(context, edit) {
    const first = needStep(context, edit.id, 'id');
    if (first !== undefined && edit.id === edit.with) {
      const other = context.journey.interactions.find((step) => step.id !== edit.id);
      const hint = other === undefined ? 'it is the only step' : `name two steps, such as ${quote(edit.id)} and ${quote(other.id)}`;
      return impossible(context, 'with', 'another step', `${quote(edit.id)} itself`, hint);
    }
    const second = edit.id === edit.with ? undefined : needStep(context, edit.with, 'with');
    if (first === undefined || second === undefined) return undefined;
    const [a, b] = [first.path[1] as number, second.path[1] as number];
    return (draft) => {
      const steps = stepsOf(draft);
      [steps[a], steps[b]] = [steps[b]!, steps[a]!];
    };
  },
  words: ({ id, with: other }, name) => `swap ${name(id)} and ${name(other)}`,
});
