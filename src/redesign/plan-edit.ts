import type { Ground } from './ground';
import { planAddChoice } from './plans/add-choice';
import { planChangeChannel } from './plans/change-channel';
import { planExplainWait } from './plans/explain-wait';
import { planImproveRecovery } from './plans/improve-recovery';
import { planInformWait } from './plans/inform-wait';
import { planInsert } from './plans/insert';
import { planMerge } from './plans/merge';
import { planMove } from './plans/move';
import { planOccupyWait } from './plans/occupy-wait';
import { planPreventFailure } from './plans/prevent-failure';
import { planRemove } from './plans/remove';
import { planRemoveChoice } from './plans/remove-choice';
import { planReorder } from './plans/reorder';
import { planReplace } from './plans/replace';
import { planScaleDuration } from './plans/scale-duration';
import { planShowProgress } from './plans/show-progress';
import { planSplit } from './plans/split';
import { planSwap } from './plans/swap';
import { planUpdate } from './plans/update';
import type { Recipe } from './recipe';
import type { Edit, EditKind, EditOf } from './types';

type Plan<Kind extends EditKind> = (ground: Ground, edit: EditOf<Kind>) => Recipe | undefined;

const plans: { readonly [Kind in EditKind]: Plan<Kind> } = {
  insert: planInsert,
  remove: planRemove,
  move: planMove,
  swap: planSwap,
  reorder: planReorder,
  merge: planMerge,
  split: planSplit,
  replace: planReplace,
  update: planUpdate,
  addChoice: planAddChoice,
  removeChoice: planRemoveChoice,
  scaleDuration: planScaleDuration,
  occupyWait: planOccupyWait,
  explainWait: planExplainWait,
  informWait: planInformWait,
  showProgress: planShowProgress,
  preventFailure: planPreventFailure,
  improveRecovery: planImproveRecovery,
  changeChannel: planChangeChannel,
};

/** What an edit does to the journey it stands on, or undefined with every reason why it cannot be done written down. */
export function planEdit(ground: Ground, edit: Edit): Recipe | undefined {
  return (plans[edit.edit] as (ground: Ground, edit: Edit) => Recipe | undefined)(ground, edit);
}
