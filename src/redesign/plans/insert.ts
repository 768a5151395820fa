import { readStep } from '../../journey/step-fields';
import type { Interaction } from '../../journey/types';
import { needFreshIds, type Ground } from '../ground';
import { stepsOf, type Recipe } from '../recipe';
import type { InsertEdit } from '../types';
import { findPlace } from './place';

export function planInsert(ground: Ground, edit: InsertEdit): Recipe | undefined {
  const step = readStep(edit.step, '', []) as Interaction;
  needFreshIds(ground, step, 'step');
  const index = findPlace(ground, edit.place, step.id);
  if (index === undefined) return undefined;
  return (draft) => void stepsOf(draft).splice(index, 0, step);
}
