import { quote } from '../../errors/wording';
import type { WaitConditions } from '../../journey/types';
import { unitsOf } from '../../journey/units';
import { impossible, needOwn, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import { listIds } from '../words';

/** Sets conditions of a wait. */
export function planWait(ground: Ground, id: string, conditions: WaitConditions): Recipe | undefined {
  const found = needOwn(ground, id, 'id', 'waiting', (unit) => unit.kind === 'wait');
  if (found === undefined) return undefined;
  if (found.unit.kind !== 'wait') {
    const waits = ground.journey.interactions.flatMap((step) =>
      Array.from(unitsOf(step)).filter(({ unit }) => unit.kind === 'wait' && !('parts' in unit)),
    );
    const known = waits.length === 0 ? '' : `waits are ${listIds(waits.map(({ unit }) => unit.id))}; `;
    const hint = `${known}if people wait here, update(${quote(id)}, { kind: "wait" }) before`;
    return impossible(ground, 'id', 'a wait', `${quote(id)}, a service`, hint);
  }
  return putInstead(found, { ...found.unit, wait: { ...found.unit.wait, ...conditions } });
}
