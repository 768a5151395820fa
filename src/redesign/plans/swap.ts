import { quote } from '../../errors/wording';
import { impossible, needStep, type Ground } from '../ground';
import { stepsOf, type Recipe } from '../recipe';
import type { SwapEdit } from '../types';

export function planSwap(ground: Ground, edit: SwapEdit): Recipe | undefined {
  const first = needStep(ground, edit.id, 'id');
  if (first !== undefined && edit.id === edit.with) {
    const other = ground.journey.interactions.find((step) => step.id !== edit.id);
    const hint = other === undefined ? 'it is the only step' : `name two steps, such as ${quote(edit.id)} and ${quote(other.id)}`;
    return impossible(ground, 'with', 'another step', `${quote(edit.id)} itself`, hint);
  }
  const second = edit.id === edit.with ? undefined : needStep(ground, edit.with, 'with');
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [first.path[1] as number, second.path[1] as number];
  return (draft) => {
    const steps = stepsOf(draft);
    [steps[a], steps[b]] = [steps[b]!, steps[a]!];
  };
}
