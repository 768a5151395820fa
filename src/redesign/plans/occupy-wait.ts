import type { Ground } from '../ground';
import type { Recipe } from '../recipe';
import type { OccupyWaitEdit } from '../types';
import { planWait } from './wait';

export function planOccupyWait(ground: Ground, edit: OccupyWaitEdit): Recipe | undefined {
  return planWait(ground, edit.id, { occupied: edit.share });
}
