import { at, quote } from '../../errors/wording';
import { fault, impossible, needStep, type Ground } from '../ground';
import { stepsOf, type Recipe } from '../recipe';
import type { ReorderEdit } from '../types';
import { listIds } from '../words';

export function planReorder(ground: Ground, edit: ReorderEdit): Recipe | undefined {
  const before = ground.issues.length;
  const named = new Map<string, number>();
  edit.ids.forEach((id, index) => {
    const earlier = named.get(id);
    const key = at('ids', index);
    if (earlier !== undefined) {
      const hint = `ids[${earlier}] names it already: take one of them out`;
      fault(ground, key, { code: 'duplicate-id', expected: 'every step once', received: `${quote(id)} again`, hint });
      return;
    }
    named.set(id, index);
    needStep(ground, id, key);
  });
  const missing = ground.journey.interactions.map((step) => step.id).filter((id) => !named.has(id));
  if (missing.length > 0) {
    const hint = `add ${listIds(missing)}; to change the place of one step alone, use move`;
    impossible(ground, 'ids', 'every step of the journey once', `a list without ${listIds(missing)}`, hint);
  }
  if (ground.issues.length > before) return undefined;
  return (draft) => {
    const order = [...stepsOf(draft)].sort((a, b) => named.get(a.id)! - named.get(b.id)!);
    const steps = stepsOf(draft);
    order.forEach((step, index) => {
      if (steps[index] !== step) steps[index] = step;
    });
  };
}
