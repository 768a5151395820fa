import { quote } from '../../errors/wording';
import type { Failure } from '../../journey/types';
import { units, type FoundUnit } from '../../journey/units';
import { impossible, needOwn, type Ground } from '../ground';
import { listIds } from '../words';

/** A unit with a failure of its own, and that failure. */
export function needFailure(ground: Ground, id: string): { readonly found: FoundUnit; readonly failure: Failure } | undefined {
  const found = needOwn(ground, id, 'id', 'a failure', (unit) => unit.failure !== undefined);
  if (found === undefined) return undefined;
  const { failure } = found.unit;
  if (failure !== undefined) return { found, failure };
  const known = Array.from(units(ground.journey))
    .filter(({ unit }) => unit.failure !== undefined)
    .map(({ unit }) => unit.id);
  const written = `update(${quote(id)}, { failure: { probability, affect } }) before`;
  const hint = known.length === 0 ? `if it can fail, ${written}` : `failures have ${listIds(known)}; if this can fail too, ${written}`;
  return impossible(ground, 'id', 'a step, part or option with a failure', `${quote(id)}, which never fails`, hint);
}
