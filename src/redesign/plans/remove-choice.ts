import { quote } from '../../errors/wording';
import type { Interaction } from '../../journey/types';
import { fault, impossible, needStepOrPart, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import type { RemoveChoiceEdit } from '../types';
import { listIds } from '../words';

export function planRemoveChoice(ground: Ground, edit: RemoveChoiceEdit): Recipe | undefined {
  const found = needStepOrPart(ground, edit.id, 'id', 'name the step first, then its option: removeChoice(step, option)');
  if (found === undefined) return undefined;
  const { choice, ...alone } = found.unit;
  if (choice === undefined) {
    const withChoice = ground.journey.interactions.filter((step) => step.choice !== undefined).map((step) => step.id);
    const hint =
      withChoice.length === 0
        ? 'no step has one; addChoice makes one'
        : `${withChoice.length === 1 ? 'the one with a choice is' : 'those with a choice are'} ${listIds(withChoice)}`;
    return impossible(ground, 'id', 'a step with choice', `${quote(edit.id)}, which has none`, hint);
  }
  if (edit.option === undefined) return putInstead(found, alone);

  const ids = choice.options.map((option) => option.id);
  if (edit.option === edit.id) {
    const hint = `take ${listIds(ids)} away, or put one in its place with replace`;
    return impossible(ground, 'option', 'one of the other options: the step itself is the first and stays', quote(edit.option), hint);
  }
  if (!ids.includes(edit.option)) {
    const hint = ground.hint(edit.option, ids).hint ?? `its other options: ${listIds(ids)}`;
    return fault(ground, 'option', {
      code: 'unknown-id',
      expected: `the id of an option of ${quote(edit.id)}`,
      received: quote(edit.option),
      hint,
    });
  }
  const options = choice.options.filter((option) => option.id !== edit.option);
  const next: Interaction = options.length === 0 ? alone : { ...found.unit, choice: { ...choice, options } };
  return putInstead(found, next);
}
