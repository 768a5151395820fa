import * as z from 'zod/mini';
import { at, quote } from '../../errors/wording';
import { journeySchemas } from '../../journey/step-fields';
import { bounded } from '../../journey/schema-parts';
import type { Choice, Interaction, Option, OptionInput } from '../../journey/types';
import { isRecord } from '../../plain/check-number';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { impossible, needFreshId, needStepOrPart } from '../edit-context';
import { checkNewIds, readOption } from '../new-steps';
import { putInstead } from '../plan-kit';
import { listIds, madeWords } from '../words';
import { joined } from '../../words/joined';

const usage = 'addChoice("doctor", [{ id: "video", duration: "10 min" }])';

/** Gives customers other ways through a step. */
export interface AddChoiceEdit extends EditBase<'addChoice'> {
  /** Id of the step, which stays the first option. */
  readonly id: string;
  /** The other ways through, at least one. */
  readonly options: readonly OptionInput[];
}

/**
 * Gives customers a choice: the step as it is, or another way through. The step itself always is the first option and keeps its id and its
 * draws, so whoever stays with it has exactly the same time and luck; another option added later moves only those it attracts.
 *
 * Having a choice shifts the affect of whatever is chosen: up where the options are good for this customer, down where even the best are
 * bad; deciding takes a moment. How attractive an option is: its `appeal` plus its expected affect, plus each customer's own taste.
 *
 * @param id - A step (with or without options already) or a part of a merged step; not a merged step as a whole, and not an option.
 * @param options - One or more other ways through: like steps, each with a new id and a duration, and maybe `appeal` (logits, default 0) and
 * `available` (default true). No stage, parts, `after` or `pin`: those are the step's.
 * @param extras - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where an option cannot be data at all; `redesign` tells everything else.
 * @example
 * import { addChoice, minutes, redesign } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '20 min', affect: 3 }] };
 * const open = redesign(visit, [addChoice('doctor', [{ id: 'video', duration: minutes(10), affect: 2 }])]);
 * open.interactions[0].id; // 'doctor'
 * open.interactions[0].choice.options[0].id; // 'video'
 */
export function addChoice(id: string, options: readonly OptionInput[], extras?: EditOptions): AddChoiceEdit {
  return makeEdit<AddChoiceEdit>({ edit: 'addChoice', id, options }, extras);
}

export const addChoiceEdit = /* @__PURE__ */ defineEdit<AddChoiceEdit>(
  'addChoice',
  () => ({
    id: [stepId, 'stepOrPart'],
    options: [
      z
        .array(journeySchemas.option, { error: 'a list of options' })
        .check(z.minLength(1, { error: bounded('at least one option', { min: 1 }) })),
      'newOptions',
    ],
  }),
  {
    usage,
    blames: 'options',
    structural: true,
    beforeShape(edit, issues) {
      const { options } = edit;
      if (Array.isArray(options) && options.length === 0) {
        const hint = `the step itself is the first option; name at least one other, as in ${usage}`;
        const [expected, received] = ['at least one option', 'an empty list'];
        issues.push({ code: 'impossible-edit', path: 'options', expected, received, hint, params: { min: 1 } });
      }
      return edit;
    },
    check({ options }, issues) {
      if (Array.isArray(options)) options.forEach((option, index) => isRecord(option) && readOption(option, at('options', index), issues));
      checkNewIds({ choice: { options } }, '', issues, '.choice');
    },
    plan(context, edit) {
      const before = context.issues.length;
      const found = needStepOrPart(context, edit.id, 'id', 'add it to the step that has this option: options have no options');
      edit.options.forEach((option, index) => needFreshId(context, option.id, at(at('options', index), 'id')));
      if (found?.unit.parts !== undefined) {
        const hint = `add it to one of its parts: ${listIds(found.unit.parts.map((part) => part.id))}`;
        return impossible(context, 'id', 'a step that is not merged', `${quote(edit.id)}, which is merged`, hint);
      }
      if (found === undefined || context.issues.length > before) return undefined;

      const options = edit.options.map((option) => readOption(option, '', []) as Option);
      const choice: Choice = { ...found.unit.choice, options: [...(found.unit.choice?.options ?? []), ...options] };
      return putInstead(found, { ...found.unit, choice } satisfies Interaction);
    },
    words: ({ id, options }, name) => `let people choose between ${name(id)} as it is and ${joined(options.map(madeWords))}`,
  },
);
