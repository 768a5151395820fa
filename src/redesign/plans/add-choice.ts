import { at, quote } from '../../errors/wording';
import type { Choice, Interaction, Option } from '../../journey/types';
import { impossible, needFreshId, needStepOrPart, type Ground } from '../ground';
import { readOption } from '../read-option';
import { putInstead, type Recipe } from '../recipe';
import type { AddChoiceEdit } from '../types';
import { listIds } from '../words';

export function planAddChoice(ground: Ground, edit: AddChoiceEdit): Recipe | undefined {
  const before = ground.issues.length;
  const found = needStepOrPart(ground, edit.id, 'id', 'add it to the step that has this option: options have no options');
  edit.options.forEach((option, index) => needFreshId(ground, option.id, at(at('options', index), 'id')));
  if (found?.unit.parts !== undefined) {
    const hint = `add it to one of its parts: ${listIds(found.unit.parts.map((part) => part.id))}`;
    return impossible(ground, 'id', 'a step that is not merged', `${quote(edit.id)}, which is merged`, hint);
  }
  if (found === undefined || ground.issues.length > before) return undefined;

  const options = edit.options.map((option) => readOption(option, '', []) as Option);
  const choice: Choice = { ...found.unit.choice, options: [...(found.unit.choice?.options ?? []), ...options] };
  return putInstead(found, { ...found.unit, choice } satisfies Interaction);
}
