import { readStep } from '../../journey/step-fields';
import type { Interaction } from '../../journey/types';
import { needFreshIds, needStepOrPart, type Ground } from '../ground';
import { listOf, repoint, type Recipe } from '../recipe';
import type { ReplaceEdit } from '../types';

export function planReplace(ground: Ground, edit: ReplaceEdit): Recipe | undefined {
  const found = needStepOrPart(ground, edit.id, 'id', 'update it, or remove it and add another: removeChoice, addChoice');
  const step = readStep(edit.step, '', []) as Interaction;
  needFreshIds(ground, step, 'step', found?.unit);
  if (found === undefined) return undefined;
  return (draft) => {
    const { list, index } = listOf(draft, found);
    list[index] = step;
    if (step.id !== edit.id) repoint(draft, edit.id, [step.id]);
  };
}
