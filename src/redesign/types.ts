import type { AddChoiceEdit } from './edits/add-choice';
import type { ChangeChannelEdit } from './edits/change-channel';
import type { ExplainWaitEdit } from './edits/explain-wait';
import type { ImproveRecoveryEdit } from './edits/improve-recovery';
import type { InformWaitEdit } from './edits/inform-wait';
import type { InsertEdit } from './edits/insert';
import type { MergeEdit } from './edits/merge';
import type { MoveEdit } from './edits/move';
import type { OccupyWaitEdit } from './edits/occupy-wait';
import type { PreventFailureEdit } from './edits/prevent-failure';
import type { RemoveEdit } from './edits/remove';
import type { RemoveChoiceEdit } from './edits/remove-choice';
import type { ReorderEdit } from './edits/reorder';
import type { ReplaceEdit } from './edits/replace';
import type { ScaleDurationEdit } from './edits/scale-duration';
import type { ShowProgressEdit } from './edits/show-progress';
import type { SplitEdit } from './edits/split';
import type { SwapEdit } from './edits/swap';
import type { UpdateEdit } from './edits/update';

/** One change to a journey, as plain JSON: it can be stored, sent, described and applied again. Each kind has a constructor of its name. */
export type Edit =
  | InsertEdit
  | RemoveEdit
  | MoveEdit
  | SwapEdit
  | ReorderEdit
  | MergeEdit
  | SplitEdit
  | ReplaceEdit
  | UpdateEdit
  | AddChoiceEdit
  | RemoveChoiceEdit
  | ScaleDurationEdit
  | OccupyWaitEdit
  | ExplainWaitEdit
  | InformWaitEdit
  | ShowProgressEdit
  | PreventFailureEdit
  | ImproveRecoveryEdit
  | ChangeChannelEdit;

/** The name of an edit. */
export type EditKind = Edit['edit'];
/** The edit of that name. */
export type EditOf<Kind extends EditKind> = Extract<Edit, { readonly edit: Kind }>;

/** One step from a journey to another, as JSON (the form immer uses, and `base`). */
export interface JourneyPatch {
  /** `journeyHash` of the journey that the whole list starts from: `applyPatches` refuses any other. A patch of your own may leave it out. Default: none is refused. */
  readonly base?: string | undefined;
  /** What is done. */
  readonly op: 'add' | 'remove' | 'replace';
  /** Where, key by key. */
  readonly path: readonly (string | number)[];
  /** What is put there; absent where something is removed. Default: nothing. */
  readonly value?: unknown;
}
