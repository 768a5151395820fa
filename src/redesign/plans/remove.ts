import { quote } from '../../errors/wording';
import { fault, impossible, needStep, type Ground } from '../ground';
import { stepsOf, type Recipe } from '../recipe';
import { findUnit } from '../../journey/units';
import type { RemoveEdit } from '../types';

export function planRemove(ground: Ground, edit: RemoveEdit): Recipe | undefined {
  const option = findUnit(ground.journey, edit.id);
  if (option?.role === 'option') {
    const written = `removeChoice(${quote(option.holder.id)}, ${quote(edit.id)})`;
    const received = `${quote(edit.id)}, an option of ${quote(option.holder.id)}`;
    return fault(ground, 'id', { code: 'impossible-edit', expected: 'the id of a step', received, hint: `write ${written}` });
  }
  const found = needStep(ground, edit.id, 'id');
  if (found === undefined) return undefined;
  if (ground.journey.interactions.length === 1) {
    const hint = 'put another in its place with replace, or insert one before you remove this';
    return impossible(ground, 'id', 'a step besides others: a journey needs at least one', `${quote(edit.id)}, the only step`, hint);
  }
  const index = found.path[1] as number;
  return (draft) => void stepsOf(draft).splice(index, 1);
}
