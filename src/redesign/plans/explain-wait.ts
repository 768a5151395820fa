import type { Ground } from '../ground';
import type { Recipe } from '../recipe';
import type { ExplainWaitEdit } from '../types';
import { planWait } from './wait';

export function planExplainWait(ground: Ground, edit: ExplainWaitEdit): Recipe | undefined {
  return planWait(ground, edit.id, { explained: true });
}
