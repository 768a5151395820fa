import { needStep, type Ground } from '../ground';
import { stepsOf, type Recipe } from '../recipe';
import type { MoveEdit } from '../types';
import { findPlace } from './place';

export function planMove(ground: Ground, edit: MoveEdit): Recipe | undefined {
  const found = needStep(ground, edit.id, 'id');
  const to = findPlace(ground, edit.place, edit.id);
  if (found === undefined || to === undefined) return undefined;
  const from = found.path[1] as number;
  return (draft) => {
    const steps = stepsOf(draft);
    if (from !== to) steps.splice(to, 0, ...steps.splice(from, 1));
  };
}
