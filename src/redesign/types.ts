import type { Affect, DurationInput, InteractionInput, MergedAffect, OptionInput, Progress } from '../journey/types';
import type { Some } from '../plain/as-written';
import type { Parameter } from '../model/types';

/** Where a step goes: to one of the ends, or beside a step that is there. */
export type Place =
  | {
      /** To the `start` or `end` of the journey. */
      readonly to: 'start' | 'end';
    }
  | {
      /** In front of the step with this id. */
      readonly before: string;
    }
  | {
      /** Behind the step with this id. */
      readonly after: string;
    };

/** What every edit may carry. */
export interface EditOptions {
  /** What making this change costs, in a unit of your own; below 0 it saves. The library only passes it on. Default: none. */
  readonly cost?: number | undefined;
}

/** The step that a merge makes. */
export interface MergeInto {
  /** A new id: the parts keep theirs. */
  readonly id: string;
  /** For reading. Default: the id. */
  readonly name?: string | undefined;
  /**
   * How it feels: taken from its parts (`time-weighted`, the default, or `most-extreme`), or its own: −10…+10 as a number, a distribution over
   * customers or a line `{ start, end }`.
   */
  readonly affect?: Affect | MergedAffect | undefined;
}

/** One piece of a step that is divided. */
export interface SplitPart {
  /** A new id. */
  readonly id: string;
  /** Share of the whole's duration, above 0; all shares sum to 1. */
  readonly share: number;
  /** For reading. Default: the id. */
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
export type StepChanges = Omit<InteractionInput, 'id' | 'parts'> & {
  /** Of an option only: what draws people beyond its affect, logits, −100…100. Default: as it is. */
  readonly appeal?: number | undefined;
  /** Of an option only: whether it can be taken. Default: as it is. */
  readonly available?: boolean | undefined;
  /** Keys to take away. Default: none. */
  readonly without?: readonly RemovableKey[] | undefined;
};

/** How the progress display of the whole journey is to look. */
export type ProgressDisplay = Some<Pick<Progress, 'pace' | 'endowed'>>;

/** What a recovery is to be; what is not named stays. */
export interface RecoveryChanges {
  /** How likely it is once the failure has happened, 0…1, not below what it is. Default: as it is. */
  readonly probability?: number | undefined;
  /** Shift of affect from the failure's level, 0…20: a number, or a distribution over customers. Default: as it is. */
  readonly affect?: Parameter | undefined;
  /** Extra time it takes: seconds, 0…1e11, text such as `'5 min'`, or a distribution of seconds. Default: as it is. */
  readonly duration?: DurationInput | undefined;
}

/** Adds a step that was not there. */
export interface InsertEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'insert';
  /** The new step; its id, and those of its parts and options, are new to the journey. */
  readonly step: InteractionInput;
  /** Where it goes. */
  readonly place: Place;
}
/** Takes a step, part or option away. */
export interface RemoveEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'remove';
  /** Id of what goes. */
  readonly id: string;
}
/** Puts a step elsewhere. */
export interface MoveEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'move';
  /** Id of the step that moves. */
  readonly id: string;
  /** Where it goes. */
  readonly place: Place;
}
/** Lets two steps change places. */
export interface SwapEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'swap';
  /** Id of the one step. */
  readonly id: string;
  /** Id of the other. */
  readonly with: string;
}
/** Puts all steps in a new order. */
export interface ReorderEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'reorder';
  /** Ids of all steps, in the order they are to have. */
  readonly ids: readonly string[];
}
/** Makes one step of several neighbours. */
export interface MergeEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'merge';
  /** Ids of at least two steps that stand side by side, in their order. */
  readonly ids: readonly string[];
  /** The step they become. */
  readonly into: MergeInto;
}
/** Undoes a merge, or divides a plain step. */
export interface SplitEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'split';
  /** Id of the step that is divided. */
  readonly id: string;
  /** The pieces of a plain step, at least two. Default: what was merged. */
  readonly parts?: readonly SplitPart[] | undefined;
}
/** Puts another step in the place of one. */
export interface ReplaceEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'replace';
  /** Id of the step that goes. */
  readonly id: string;
  /** The step that comes; `drawAs: 'old id'` keeps the draws. */
  readonly step: InteractionInput;
}
/** Gives a step, part or option new values. */
export interface UpdateEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'update';
  /** Id of what changes. */
  readonly id: string;
  /** New values by key. */
  readonly changes: StepChanges;
}
/** Gives customers other ways through a step. */
export interface AddChoiceEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'addChoice';
  /** Id of the step, which stays the first option. */
  readonly id: string;
  /** The other ways through, at least one. */
  readonly options: readonly OptionInput[];
}
/** Takes options away. */
export interface RemoveChoiceEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'removeChoice';
  /** Id of the step with the choice. */
  readonly id: string;
  /** Id of the option that goes. Default: all but the step itself. */
  readonly option?: string | undefined;
}
/** Makes a step faster or slower for everybody alike. */
export interface ScaleDurationEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'scaleDuration';
  /** Id of the step, part or option. */
  readonly id: string;
  /** Factor on its duration, above 0; 1 leaves it as it is. */
  readonly factor: number;
}
/** Gives people something to do while they wait. */
export interface OccupyWaitEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'occupyWait';
  /** Id of the wait. */
  readonly id: string;
  /** How occupied people are, 0…1. */
  readonly share: number;
}
/** Tells people why they wait. */
export interface ExplainWaitEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'explainWait';
  /** Id of the wait. */
  readonly id: string;
}
/** Tells people where they stand while they wait. */
export interface InformWaitEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'informWait';
  /** Id of the wait. */
  readonly id: string;
}
/** Shows people how far they are in the whole journey. */
export interface ShowProgressEdit extends EditOptions, ProgressDisplay {
  /** Which edit this is. */
  readonly edit: 'showProgress';
}
/** Makes a failure rarer. */
export interface PreventFailureEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'preventFailure';
  /** Id of the step, part or option that fails. */
  readonly id: string;
  /** How likely the failure is from now on, 0…1, not above what it was. */
  readonly probability: number;
}
/** Makes up for a failure more often, or better. */
export interface ImproveRecoveryEdit extends EditOptions, RecoveryChanges {
  /** Which edit this is. */
  readonly edit: 'improveRecovery';
  /** Id of the step, part or option that fails. */
  readonly id: string;
}
/** Lets a step happen through another channel. */
export interface ChangeChannelEdit extends EditOptions {
  /** Which edit this is. */
  readonly edit: 'changeChannel';
  /** Id of the step, part or option. */
  readonly id: string;
  /** The new channel, by any name. */
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
