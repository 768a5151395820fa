import type { OptionInput } from '../../journey/types';
import { makeEdit } from '../make-edit';
import type { AddChoiceEdit, EditOptions } from '../types';

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
