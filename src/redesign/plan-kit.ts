import { quote } from '../errors/wording';
import type { Failure, WaitConditions } from '../journey/types';
import { units, unitsOf, type FoundUnit } from '../journey/units';
import { impossible, needOwn, type EditContext } from './edit-context';
import { putInstead, type Recipe } from './recipe';
import { listIds } from './words';

/** Sets conditions of a wait. */
export function planWait(context: EditContext, id: string, conditions: WaitConditions): Recipe | undefined {
  const found = needOwn(context, id, 'id', 'waiting', (unit) => unit.kind === 'wait');
  if (found === undefined) return undefined;
  if (found.unit.kind !== 'wait') {
    const waits = context.journey.interactions.flatMap((step) =>
      Array.from(unitsOf(step)).filter(({ unit }) => unit.kind === 'wait' && !('parts' in unit)),
    );
    const known = waits.length === 0 ? '' : `waits are ${listIds(waits.map(({ unit }) => unit.id))}; `;
    const hint = `${known}if people wait here, update(${quote(id)}, { kind: "wait" }) before`;
    return impossible(context, 'id', 'a wait', `${quote(id)}, a service`, hint);
  }
  return putInstead(found, { ...found.unit, wait: { ...found.unit.wait, ...conditions } });
}

/** A unit with a failure of its own, and that failure. */
export function needFailure(context: EditContext, id: string): { readonly found: FoundUnit; readonly failure: Failure } | undefined {
  const found = needOwn(context, id, 'id', 'a failure', (unit) => unit.failure !== undefined);
  if (found === undefined) return undefined;
  const { failure } = found.unit;
  if (failure !== undefined) return { found, failure };
  const known = Array.from(units(context.journey))
    .filter(({ unit }) => unit.failure !== undefined)
    .map(({ unit }) => unit.id);
  const written = `update(${quote(id)}, { failure: { probability, affect } }) before`;
  const hint = known.length === 0 ? `if it can fail, ${written}` : `failures have ${listIds(known)}; if this can fail too, ${written}`;
  return impossible(context, 'id', 'a step, part or option with a failure', `${quote(id)}, which never fails`, hint);
}
