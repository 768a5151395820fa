import type { Ground } from '../ground';
import type { Recipe } from '../recipe';
import type { ShowProgressEdit } from '../types';

export function planShowProgress(ground: Ground, edit: ShowProgressEdit): Recipe {
  const { pace, endowed } = edit;
  const progress = {
    ...ground.journey.progress,
    shown: true,
    ...(endowed === undefined ? {} : { endowed }),
    ...(pace === undefined ? {} : { pace }),
  };
  return (draft) => void (draft.progress = progress);
}
