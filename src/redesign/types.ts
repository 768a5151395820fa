import type { Affect, DurationInput, InteractionInput, MergedAffect, OptionInput, Progress } from '../journey/types';
import type { Parameter } from '../model/types';

/** Where a step goes: to one of the ends, or beside a step that is there. */
export type Place = { readonly to: 'start' | 'end' } | { readonly before: string } | { readonly after: string };

/** What every edit may carry. */
export interface EditOptions {
  /** What making this change costs, in a unit of your own; below 0 it saves. The library only passes it on. */
  readonly cost?: number | undefined;
}

/** The step that a merge makes. */
export interface MergeInto {
  /** A new id: the parts keep theirs. */
  readonly id: string;
  readonly name?: string | undefined;
  /** Default `'time-weighted'`. */
  readonly affect?: Affect | MergedAffect | undefined;
}

/** One piece of a step that is divided. */
export interface SplitPart {
  readonly id: string;
  /** Share of the whole's duration, above 0; all shares sum to 1. */
  readonly share: number;
  readonly name?: string | undefined;
}

/** A key that `update` can take away. */
export type RemovableKey =
  | 'name'
  | 'stage'
  | 'channel'
  | 'kind'
  | 'affect'
  | 'effort'
  | 'wait'
  | 'failure'
  | 'choice'
  | 'dropout'
  | 'skip'
  | 'drawAs'
  | 'after'
  | 'pin'
  | 'source'
  | 'extensions'
  | 'appeal'
  | 'available';

/** New values by key, each in place of all that stood under it; `without` names keys to take away. */
export type StepChanges = Partial<Omit<InteractionInput, 'id' | 'parts'>> & {
  /** Of an option only: logits. */
  readonly appeal?: number | undefined;
  /** Of an option only. */
  readonly available?: boolean | undefined;
  readonly without?: readonly RemovableKey[] | undefined;
};

/** How the progress display of the whole journey is to look. */
export type ProgressDisplay = Partial<Pick<Progress, 'pace' | 'endowed'>>;

/** What a recovery is to be; what is not named stays. */
export interface RecoveryChanges {
  /** 0…1. */
  readonly probability?: number | undefined;
  /** Shift of affect from the failure's level, ≥ 0. */
  readonly affect?: Parameter | undefined;
  /** Extra seconds. */
  readonly duration?: DurationInput | undefined;
}

export interface InsertEdit extends EditOptions {
  readonly edit: 'insert';
  readonly step: InteractionInput;
  readonly place: Place;
}
export interface RemoveEdit extends EditOptions {
  readonly edit: 'remove';
  readonly id: string;
}
export interface MoveEdit extends EditOptions {
  readonly edit: 'move';
  readonly id: string;
  readonly place: Place;
}
export interface SwapEdit extends EditOptions {
  readonly edit: 'swap';
  readonly id: string;
  readonly with: string;
}
export interface ReorderEdit extends EditOptions {
  readonly edit: 'reorder';
  readonly ids: readonly string[];
}
export interface MergeEdit extends EditOptions {
  readonly edit: 'merge';
  readonly ids: readonly string[];
  readonly into: MergeInto;
}
export interface SplitEdit extends EditOptions {
  readonly edit: 'split';
  readonly id: string;
  readonly parts?: readonly SplitPart[] | undefined;
}
export interface ReplaceEdit extends EditOptions {
  readonly edit: 'replace';
  readonly id: string;
  readonly step: InteractionInput;
}
export interface UpdateEdit extends EditOptions {
  readonly edit: 'update';
  readonly id: string;
  readonly changes: StepChanges;
}
export interface AddChoiceEdit extends EditOptions {
  readonly edit: 'addChoice';
  readonly id: string;
  readonly options: readonly OptionInput[];
}
export interface RemoveChoiceEdit extends EditOptions {
  readonly edit: 'removeChoice';
  readonly id: string;
  readonly option?: string | undefined;
}
export interface ScaleDurationEdit extends EditOptions {
  readonly edit: 'scaleDuration';
  readonly id: string;
  readonly factor: number;
}
export interface OccupyWaitEdit extends EditOptions {
  readonly edit: 'occupyWait';
  readonly id: string;
  readonly share: number;
}
export interface ExplainWaitEdit extends EditOptions {
  readonly edit: 'explainWait';
  readonly id: string;
}
export interface InformWaitEdit extends EditOptions {
  readonly edit: 'informWait';
  readonly id: string;
}
export interface ShowProgressEdit extends EditOptions, ProgressDisplay {
  readonly edit: 'showProgress';
}
export interface PreventFailureEdit extends EditOptions {
  readonly edit: 'preventFailure';
  readonly id: string;
  readonly probability: number;
}
export interface ImproveRecoveryEdit extends EditOptions, RecoveryChanges {
  readonly edit: 'improveRecovery';
  readonly id: string;
}
export interface ChangeChannelEdit extends EditOptions {
  readonly edit: 'changeChannel';
  readonly id: string;
  readonly channel: string;
}

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

export type EditKind = Edit['edit'];
export type EditOf<Kind extends EditKind> = Extract<Edit, { readonly edit: Kind }>;

/** One step from a journey to another, as JSON (the form immer uses). */
export interface JourneyPatch {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}
