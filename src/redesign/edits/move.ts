import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { needStep } from '../edit-context';
import { aPlace, findPlace, placeWords, type Place } from '../place';
import { stepsOf } from '../plan-kit';

/** Puts a step elsewhere. */
export interface MoveEdit extends EditBase<'move'> {
  /** Id of the step that moves. */
  readonly id: string;
  /** Where it goes. */
  readonly place: Place;
}

/**
 * Puts a step somewhere else in the order. What a customer draws in each step (how long it takes, how it feels) stays exactly the same;
 * what changes is what comes first, what comes last, and what stands between: the peak hardly moves, the end does.
 *
 * Moving a step to where it stands changes nothing. A move that breaks an `after` or a `pin` is refused, and the error says which; only
 * the order after the last edit of a redesign counts, so two steps that belong together can be moved one after the other.
 *
 * @param id - A step. (A part of a merged step moves with the whole: `split` it first to move it alone.)
 * @param place - `{ to: 'start' | 'end' }`, `{ before: id }` or `{ after: id }`; the id of another step.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { move, redesign } from 'peakend';
 * const visit = {
 *   name: 'Clinic visit',
 *   interactions: [
 *     { id: 'thanks', duration: '1 min', affect: 5 },
 *     { id: 'doctor', duration: '10 min', affect: 2 },
 *     { id: 'pay', duration: '3 min', affect: -3 },
 *   ],
 * };
 * const kinder = redesign(visit, [move('thanks', { to: 'end' }), move('pay', { before: 'doctor' })]);
 * kinder.interactions.map((step) => step.id).join(', '); // 'pay, doctor, thanks'
 */
export function move(id: string, place: Place, options?: EditOptions): MoveEdit {
  return makeEdit<MoveEdit>({ edit: 'move', id, place }, options);
}

export const moveEdit = /* @__PURE__ */ defineEdit<MoveEdit>('move', () => ({ id: [stepId, 'step'], place: [aPlace, 'place'] }), {
  usage: 'move("thanks", { to: "end" })',
  blames: 'place',
  structural: true,
  plan(context, edit) {
    const found = needStep(context, edit.id, 'id');
    const to = findPlace(context, edit.place, edit.id);
    if (found === undefined || to === undefined) return undefined;
    const from = found.path[1] as number;
    return (draft) => {
      const steps = stepsOf(draft);
      if (from !== to) steps.splice(to, 0, ...steps.splice(from, 1));
    };
  },
  words: ({ id, place }, name) => `move ${name(id)} ${placeWords(place, name)}`,
});
