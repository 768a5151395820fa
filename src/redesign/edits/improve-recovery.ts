import * as z from 'zod/mini';
import { quote } from '../../errors/wording';
import { quantities } from '../../journey/quantity-schema';
import { readDuration, readShift } from '../../journey/read-quantity';
import { probability } from '../../journey/schema-parts';
import type { DurationInput, Recovery } from '../../journey/types';
import type { Parameter } from '../../model/types';
import { defineEdit, fieldsOf, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { fault, impossible, type EditContext } from '../edit-context';
import { needFailure, putInstead } from '../plan-kit';
import { percent, valueWords } from '../../journey/field-words';

/** What a recovery is to be; what is not named stays. */
export interface RecoveryChanges {
  /** How likely it is once the failure has happened, 0…1, not below what it is. Default: as it is. */
  readonly probability?: number | undefined;
  /** Shift of affect from the failure's level, 0…20: a number, or a distribution over customers. Default: as it is. */
  readonly affect?: Parameter | undefined;
  /** Extra time it takes: seconds, 0…1e11, text such as `'5 min'`, or a distribution of seconds. Default: as it is. */
  readonly duration?: DurationInput | undefined;
}

/** Makes up for a failure more often, or better. */
export interface ImproveRecoveryEdit extends EditBase<'improveRecovery'>, RecoveryChanges {
  /** Id of the step, part or option that fails. */
  readonly id: string;
}

/**
 * Makes up for a failure more often, or better. Recovery lifts satisfaction, not the wish to come back.
 *
 * @param id - A step, part or option with a failure. (Of a merged step, name the part.)
 * @param recovery - `probability` (0…1) and `affect` (the shift from the failure's level, a number from 0 or a distribution), neither below
 * what it is now; `duration` (extra seconds, text or a distribution, shorter or longer). What is not named stays; where there is no recovery
 * yet, probability and affect must be named.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `recovery` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { improveRecovery, redesign } from 'peakend';
 * const shop = { name: 'Shop', interactions: [{ id: 'pay', duration: 60, failure: { probability: 0.2, affect: -5 } }] };
 * const kinder = redesign(shop, [improveRecovery('pay', { probability: 0.9, affect: 4 })]);
 * kinder.interactions[0].failure.recovery.affect; // 4
 */
export function improveRecovery(id: string, recovery: RecoveryChanges, options?: EditOptions): ImproveRecoveryEdit {
  return makeEdit<ImproveRecoveryEdit>(
    { ...fieldsOf(recovery, 'recovery', '{ probability, affect, duration }'), edit: 'improveRecovery', id },
    options,
  );
}

export const improveRecoveryEdit = /* @__PURE__ */ defineEdit<ImproveRecoveryEdit>(
  'improveRecovery',
  () => ({
    id: [stepId, 'failing'],
    probability: [z.exactOptional(probability), 'likelier'],
    affect: [z.exactOptional(quantities.parameter), 'gain'],
    duration: [z.exactOptional(quantities.duration)],
  }),
  {
    usage: 'improveRecovery("pay", { probability: 0.9, affect: 4 })',
    check({ probability, affect, duration }, issues) {
      if (affect !== undefined) readShift(affect, 'affect', issues, 1);
      if (duration !== undefined) readDuration(duration, 'duration', issues);
      if (probability !== undefined || affect !== undefined || duration !== undefined) return;
      issues.push({ code: 'missing', path: '', expected: 'a probability, an affect or a duration', received: 'none of them' });
    },
    plan(context, edit) {
      const has = needFailure(context, edit.id);
      if (has === undefined) return undefined;
      const { found, failure } = has;
      const before = context.issues.length;
      const { probability = failure.recovery?.probability } = edit;
      const affect = edit.affect === undefined ? failure.recovery?.affect : readShift(edit.affect, '', [], 1);
      const duration = edit.duration === undefined ? failure.recovery?.duration : readDuration(edit.duration, '', []);
      if (failure.recovery === undefined) {
        for (const key of ['probability', 'affect'] as const) {
          if (edit[key] !== undefined) continue;
          const hint = `${quote(edit.id)} has no recovery yet: give both probability and affect`;
          fault(context, key, { code: 'missing', expected: `the ${key} of the new recovery`, received: 'nothing', hint });
        }
      } else needBetter(context, edit, failure.recovery);
      if (context.issues.length > before || probability === undefined || affect === undefined) return undefined;

      const recovery: Recovery = { probability, affect, ...(duration === undefined ? {} : { duration }) };
      return putInstead(found, { ...found.unit, failure: { ...failure, recovery } });
    },
    words({ id, probability, affect, duration }, name) {
      const better: string[] = [];
      if (probability !== undefined) better.push(`for ${percent(probability)}`);
      if (affect !== undefined) better.push(`affect ${valueWords('affect', affect)}`);
      if (duration !== undefined) better.push(`taking ${valueWords('duration', duration)}`);
      return `make up for failures in ${name(id)}: ${better.join(', ')}`;
    },
  },
);

/** Only plain numbers can be told apart as better or worse; distributions are taken as given. */
function needBetter(context: EditContext, edit: ImproveRecoveryEdit, now: Recovery): void {
  for (const key of ['probability', 'affect'] as const) {
    const [next, known] = [edit[key], now[key]];
    if (typeof next !== 'number' || typeof known !== 'number' || next >= known) continue;
    const hint = 'to make a recovery worse, give update a new failure';
    impossible(context, key, `at least ${known}, what it is now`, quote(next), hint);
  }
}
