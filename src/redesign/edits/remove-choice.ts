import * as z from 'zod/mini';
import { quote } from '../../errors/wording';
import { text } from '../../journey/schema-parts';
import type { Interaction } from '../../journey/types';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { fault, impossible, needStepOrPart } from '../edit-context';
import { putInstead } from '../plan-kit';
import { listIds } from '../words';

/** Takes options away. */
export interface RemoveChoiceEdit extends EditBase<'removeChoice'> {
  /** Id of the step with the choice. */
  readonly id: string;
  /** Id of the option that goes. Default: all but the step itself. */
  readonly option?: string | undefined;
}

/**
 * Takes an option away, or all but the step itself. With the last other option the whole `choice` goes (its appeal and difficulty too), and
 * the step is again what it was before `addChoice`.
 *
 * @param id - The step, or part of a merged step, that has the choice.
 * @param option - The id of one of its other options. Left out: all of them. The step itself stays (see {@link replace}).
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { addChoice, redesign, removeChoice } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '20 min' }] };
 * const back = redesign(visit, [addChoice('doctor', [{ id: 'video', duration: 600 }]), removeChoice('doctor', 'video')]);
 * 'choice' in back.interactions[0]; // false
 */
export function removeChoice(id: string, option?: string, options?: EditOptions): RemoveChoiceEdit {
  return makeEdit<RemoveChoiceEdit>({ edit: 'removeChoice', id, option }, options);
}

export const removeChoiceEdit = /* @__PURE__ */ defineEdit<RemoveChoiceEdit>(
  'removeChoice',
  () => ({ id: [stepId, 'choosing'], option: [z.exactOptional(text('the id of an option')), 'otherOption'] }),
  {
    usage: 'removeChoice("doctor", "video")',
    structural: true,
    plan(context, edit) {
      const found = needStepOrPart(context, edit.id, 'id', 'name the step first, then its option: removeChoice(step, option)');
      if (found === undefined) return undefined;
      const { choice, ...alone } = found.unit;
      if (choice === undefined) {
        const withChoice = context.journey.interactions.filter((step) => step.choice !== undefined).map((step) => step.id);
        const hint =
          withChoice.length === 0
            ? 'no step has one; addChoice makes one'
            : `${withChoice.length === 1 ? 'the one with a choice is' : 'those with a choice are'} ${listIds(withChoice)}`;
        return impossible(context, 'id', 'a step with choice', `${quote(edit.id)}, which has none`, hint);
      }
      if (edit.option === undefined) return putInstead(found, alone);

      const ids = choice.options.map((option) => option.id);
      if (edit.option === edit.id) {
        const hint = `take ${listIds(ids)} away, or put one in its place with replace`;
        return impossible(context, 'option', 'one of the other options: the step itself is the first and stays', quote(edit.option), hint);
      }
      if (!ids.includes(edit.option)) {
        const hint = context.hint(edit.option, ids).hint ?? `its other options: ${listIds(ids)}`;
        const expected = `the id of an option of ${quote(edit.id)}`;
        return fault(context, 'option', { code: 'unknown-id', expected, received: quote(edit.option), hint });
      }
      const options = choice.options.filter((option) => option.id !== edit.option);
      const next: Interaction = options.length === 0 ? alone : { ...found.unit, choice: { ...choice, options } };
      return putInstead(found, next);
    },
    words: ({ id, option }, name) =>
      option === undefined ? `remove the choice at ${name(id)}` : `remove the option ${name(option)} from ${name(id)}`,
  },
);
