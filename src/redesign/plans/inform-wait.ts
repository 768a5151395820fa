import type { Ground } from '../ground';
import type { Recipe } from '../recipe';
import type { InformWaitEdit } from '../types';
import { planWait } from './wait';

export function planInformWait(ground: Ground, edit: InformWaitEdit): Recipe | undefined {
  return planWait(ground, edit.id, { informed: true });
}
