import { journeySchemas, readStep } from '../../journey/step-fields';
import type { Interaction, InteractionInput } from '../../journey/types';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { needFreshIds, needStepOrPart } from '../edit-context';
import { checkNewStep } from '../new-steps';
import { listOf, repoint } from '../plan-kit';
import { madeWords } from '../words';

/** Puts another step in the place of one. */
export interface ReplaceEdit extends EditBase<'replace'> {
  /** Id of the step that goes. */
  readonly id: string;
  /** The step that comes; `drawAs: 'old id'` keeps the draws. */
  readonly step: InteractionInput;
}

/**
 * Puts another step in the place of one. The new step stands as written; nothing of the old one stays, also not its `after` and `pin`, but
 * steps that had to come `after` the old one now come after the new.
 *
 * It draws on the stream of its own id. To let it keep the old step's luck — the customer who was slow stays slow — give it
 * `drawAs: 'old id'`. Renaming a step is replacing it by itself with another id and `drawAs`.
 *
 * @param id - A step, or a part of a merged step.
 * @param step - The new step, written as in `defineJourney`. It may have the same id.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `step` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { redesign, replace } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'desk', duration: '5 min' }] };
 * redesign(visit, [replace('desk', { id: 'kiosk', duration: '2 min', drawAs: 'desk' })]).interactions[0].id; // 'kiosk'
 */
export function replace(id: string, step: InteractionInput, options?: EditOptions): ReplaceEdit {
  return makeEdit<ReplaceEdit>({ edit: 'replace', id, step }, options);
}

export const replaceEdit = /* @__PURE__ */ defineEdit<ReplaceEdit>(
  'replace',
  () => ({ id: [stepId, 'stepOrPart'], step: [journeySchemas.step, 'newStep'] }),
  {
    usage: 'replace("desk", { id: "kiosk", duration: "2 min" })',
    blames: 'step',
    structural: true,
    check: ({ step }, issues) => checkNewStep(step, issues),
    plan(context, edit) {
      const found = needStepOrPart(context, edit.id, 'id', 'update it, or remove it and add another: removeChoice, addChoice');
      const step = readStep(edit.step, '', []) as Interaction;
      needFreshIds(context, step, 'step', found?.unit);
      if (found === undefined) return undefined;
      return (draft) => {
        const { list, index } = listOf(draft, found);
        list[index] = step;
        if (step.id !== edit.id) repoint(draft, edit.id, [step.id]);
      };
    },
    words: ({ id, step }, name) => `replace ${name(id)} by ${madeWords(step)}`,
  },
);
