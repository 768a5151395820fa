import { quote } from '../../errors/wording';
import { findUnit } from '../../journey/units';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { fault, impossible, needStep } from '../edit-context';
import { stepsOf } from '../plan-kit';

/** Takes a step, part or option away. */
export interface RemoveEdit extends EditBase<'remove'> {
  /** Id of what goes. */
  readonly id: string;
}

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

export const removeEdit = /* @__PURE__ */ defineEdit<RemoveEdit>('remove', () => ({ id: [stepId, 'step'] }), {
  usage: 'remove("form")',
  structural: true,
  plan(context, edit) {
    const option = findUnit(context.journey, edit.id);
    if (option?.role === 'option') {
      const written = `removeChoice(${quote(option.holder.id)}, ${quote(edit.id)})`;
      const received = `${quote(edit.id)}, an option of ${quote(option.holder.id)}`;
      return fault(context, 'id', { code: 'impossible-edit', expected: 'the id of a step', received, hint: `write ${written}` });
    }
    const found = needStep(context, edit.id, 'id');
    if (found === undefined) return undefined;
    if (context.journey.interactions.length === 1) {
      const hint = 'put another in its place with replace, or insert one before you remove this';
      return impossible(context, 'id', 'a step besides others: a journey needs at least one', `${quote(edit.id)}, the only step`, hint);
    }
    const index = found.path[1] as number;
    return (draft) => void stepsOf(draft).splice(index, 1);
  },
  words: ({ id }, name) => `remove ${name(id)}`,
});
