import { quote } from '../../errors/wording';
import { readDuration, readShift } from '../../journey/read-quantity';
import type { Recovery } from '../../journey/types';
import { fault, impossible, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import type { ImproveRecoveryEdit } from '../types';
import { needFailure } from './failure';

export function planImproveRecovery(ground: Ground, edit: ImproveRecoveryEdit): Recipe | undefined {
  const has = needFailure(ground, edit.id);
  if (has === undefined) return undefined;
  const { found, failure } = has;
  const before = ground.issues.length;
  const { probability = failure.recovery?.probability } = edit;
  const affect = edit.affect === undefined ? failure.recovery?.affect : readShift(edit.affect, '', [], 1);
  const duration = edit.duration === undefined ? failure.recovery?.duration : readDuration(edit.duration, '', []);
  if (failure.recovery === undefined) {
    for (const key of ['probability', 'affect'] as const) {
      if (edit[key] !== undefined) continue;
      const hint = `${quote(edit.id)} has no recovery yet: give both probability and affect`;
      fault(ground, key, { code: 'missing', expected: `the ${key} of the new recovery`, received: 'nothing', hint });
    }
  } else needBetter(ground, edit, failure.recovery);
  if (ground.issues.length > before || probability === undefined || affect === undefined) return undefined;

  const recovery: Recovery = { probability, affect, ...(duration === undefined ? {} : { duration }) };
  return putInstead(found, { ...found.unit, failure: { ...failure, recovery } });
}

/** Only plain numbers can be told apart as better or worse; distributions are taken as given. */
function needBetter(ground: Ground, edit: ImproveRecoveryEdit, now: Recovery): void {
  for (const key of ['probability', 'affect'] as const) {
    const [next, known] = [edit[key], now[key]];
    if (typeof next !== 'number' || typeof known !== 'number' || next >= known) continue;
    const hint = 'to make a recovery worse, give update a new failure';
    impossible(ground, key, `at least ${known}, what it is now`, quote(next), hint);
  }
}
