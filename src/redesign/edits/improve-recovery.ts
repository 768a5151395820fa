import { fieldsOf, makeEdit } from '../make-edit';
import type { EditOptions, ImproveRecoveryEdit, RecoveryChanges } from '../types';

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
