import type { EditDefinition } from './define-edit';
import { addChoiceEdit } from './edits/add-choice';
import { changeChannelEdit } from './edits/change-channel';
import { explainWaitEdit } from './edits/explain-wait';
import { improveRecoveryEdit } from './edits/improve-recovery';
import { informWaitEdit } from './edits/inform-wait';
import { insertEdit } from './edits/insert';
import { mergeEdit } from './edits/merge';
import { moveEdit } from './edits/move';
import { occupyWaitEdit } from './edits/occupy-wait';
import { preventFailureEdit } from './edits/prevent-failure';
import { removeEdit } from './edits/remove';
import { removeChoiceEdit } from './edits/remove-choice';
import { reorderEdit } from './edits/reorder';
import { replaceEdit } from './edits/replace';
import { scaleDurationEdit } from './edits/scale-duration';
import { showProgressEdit } from './edits/show-progress';
import { splitEdit } from './edits/split';
import { swapEdit } from './edits/swap';
import { updateEdit } from './edits/update';
import type { Edit, EditKind, EditOf } from './types';

/** All edits by name, in the order in which they are listed. Whatever holds for edits of any kind reads it here. */
export const editCatalogue: { readonly [Kind in EditKind]: EditDefinition<EditOf<Kind>> } = {
  insert: insertEdit,
  remove: removeEdit,
  move: moveEdit,
  swap: swapEdit,
  reorder: reorderEdit,
  merge: mergeEdit,
  split: splitEdit,
  replace: replaceEdit,
  update: updateEdit,
  addChoice: addChoiceEdit,
  removeChoice: removeChoiceEdit,
  scaleDuration: scaleDurationEdit,
  occupyWait: occupyWaitEdit,
  explainWait: explainWaitEdit,
  informWait: informWaitEdit,
  showProgress: showProgressEdit,
  preventFailure: preventFailureEdit,
  improveRecovery: improveRecoveryEdit,
  changeChannel: changeChannelEdit,
};

/** The names of all edits. */
export const editKinds = /* @__PURE__ */ Object.keys(editCatalogue) as EditKind[];

/** What is known of edits of this name; undefined where it is the name of none. */
export function definitionOf(kind: EditKind): EditDefinition<Edit>;
export function definitionOf(kind: unknown): EditDefinition<Edit> | undefined;
export function definitionOf(kind: unknown): EditDefinition<Edit> | undefined {
  return editKinds.includes(kind as EditKind) ? editCatalogue[kind as EditKind] : undefined;
}
