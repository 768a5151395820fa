import { quote } from '../../errors/wording';
import { probability } from '../../journey/schema-parts';
import { defineEdit, fieldsOf, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { impossible } from '../edit-context';
import { needFailure, putInstead } from '../plan-kit';
import { percent } from '../../journey/field-words';

/** Makes a failure rarer. */
export interface PreventFailureEdit extends EditBase<'preventFailure'> {
  /** Id of the step, part or option that fails. */
  readonly id: string;
  /** How likely the failure is from now on, 0…1, not above what it was. */
  readonly probability: number;
}

/**
 * Makes a failure rarer. The customers for whom it still fails are among those for whom it failed before. At 0 the failure stays written
 * down, and never happens.
 *
 * @param id - A step, part or option with a failure. (Of a merged step, name the part.)
 * @param to - `probability`: the new probability, from 0 up to what it is now (a higher one: {@link update}).
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { preventFailure, redesign } from 'peakend';
 * const shop = { name: 'Shop', interactions: [{ id: 'pay', duration: 60, failure: { probability: 0.2, affect: -5 } }] };
 * redesign(shop, [preventFailure('pay', { probability: 0.05 })]).interactions[0].failure.probability; // 0.05
 */
export function preventFailure(id: string, to: Pick<PreventFailureEdit, 'probability'>, options?: EditOptions): PreventFailureEdit {
  return makeEdit<PreventFailureEdit>({ ...fieldsOf(to, 'to', '{ probability }')!, edit: 'preventFailure', id }, options);
}

export const preventFailureEdit = /* @__PURE__ */ defineEdit<PreventFailureEdit>(
  'preventFailure',
  () => ({ id: [stepId, 'failing'], probability: [probability, 'rarer'] }),
  {
    usage: 'preventFailure("pay", { probability: 0.05 })',
    plan(context, edit) {
      const has = needFailure(context, edit.id);
      if (has === undefined) return undefined;
      const { found, failure } = has;
      if (edit.probability > failure.probability) {
        const hint = 'to make a failure more frequent, give update a new failure';
        return impossible(
          context,
          'probability',
          `at most ${failure.probability}, as often as it fails now`,
          quote(edit.probability),
          hint,
        );
      }
      return putInstead(found, { ...found.unit, failure: { ...failure, probability: edit.probability } });
    },
    words: ({ id, probability }, name) => `let ${name(id)} fail for only ${percent(probability)}`,
  },
);
