import type { ExperienceModelInput, Parameter } from '../model/types';
import type { AsWritten } from '../plain/as-written';
import type { Source, SourceInput } from './source-types';
import type { DurationInput, Failure, FailureInput, WaitConditions, WaitConditionsInput } from './wait-types';

export type * from './source-types';
export type * from './wait-types';

/** Anything JSON, kept untouched. */
export type Extensions = { readonly [key: string]: unknown };

/** A journey as the library keeps it: checked, resolved, deeply frozen. Make one with `defineJourney`. */
export interface Journey {
  /** Version of this format: 1, the only one there is. Default 1. */
  readonly schemaVersion: 1;
  /** What the journey is called, not blank. Shown in results and charts. */
  readonly name: string;
  /** The steps in order, at least one; 10,000 at most with parts and options. */
  readonly interactions: readonly Interaction[];
  /** How much the journey is one episode: 1 (default), one continuous episode … 0, separate parts, remembered as their average. */
  readonly cohesion?: number;
  /** A progress display over the whole. Default: none. */
  readonly progress?: Progress;
  /** How long customers were told the whole would take: seconds above 0, at most 1e11, or written as text such as `'45 min'`. Default: nothing was promised. */
  readonly promise?: number;
  /**
   * Seconds before a wait sours, above 0, at most 1e11, for every wait that names none itself; or written as text such as `'10 min'`, or one of
   * {@link tolerances}. Default: the `promise`, else the model's `waiting.tolerance`, 20 s.
   */
  readonly tolerance?: number;
  /** Anything of your own, as JSON; kept untouched. Default: nothing. */
  readonly extensions?: Extensions;
}

/** A progress display. */
export interface Progress {
  /**
   * Whether people see it. `true`: one bar for each channel, over its steps without the waits (steps without a channel share one). A list of stages:
   * one bar over all steps of these stages, or with parts of them, waits included.
   */
  readonly shown: boolean | readonly string[];
  /** Head start given away, 0…1. Default 0. */
  readonly endowed?: number;
  /** How the bar moves: `constant` (default), `fast-to-slow`, `slow-to-fast`, or a list of what is shown on entering each step, 0…1, one share for each step of the journey: a bar over all of them, or over those of the stages. */
  readonly pace?: 'constant' | 'fast-to-slow' | 'slow-to-fast' | readonly number[];
}

/** How a step feels: one level, or a line from the level on entering to the level on leaving. A distribution is drawn once per customer; both ends of a line use the same draw. */
export type Affect = Parameter | AffectLine;
/** Affect that changes over a step. One draw serves both ends: a customer high at the start is high at the end. */
export interface AffectLine {
  /** On entering the step, −10…+10: a number, or a distribution over customers. */
  readonly start: Parameter;
  /** On leaving it, −10…+10: a number, or a distribution over customers. */
  readonly end: Parameter;
}
/** How a merged step takes its affect from its parts: each keeps its own, or all have their mean by clock time. */
export type MergedAffect = 'kept' | 'time-weighted';

/** One touchpoint: something the customer does, gets or waits for. */
export interface Interaction {
  /** Its name for results, edits and draws: unique over steps, parts and options, not blank, not `*`, not starting with `stage:` or `channel:`. */
  readonly id: string;
  /** For reading. Default: the id. */
  readonly name?: string;
  /** A heading it stands under, and a target of responses (`stage:…`). Default: none. */
  readonly stage?: string;
  /** Where it happens, and a target of responses (`channel:…`). Default: none. */
  readonly channel?: string;
  /**
   * `service` (default); `wait`, which sours, uses up patience and may feel longer; or `gap`, time that passes and is neither felt nor waited, such as the
   * days until the next letter: it counts by the clock and against the promise only. A gap has a duration, and may be skipped or the place where people drop out.
   */
  readonly kind?: 'service' | 'wait' | 'gap';
  /**
   * How long it takes, in seconds, 0…1e11; written as a number of seconds, as text (`'12 min'`, `'5 to 10 min'`) or as a distribution of
   * seconds over customers. No default: it must stand, but for a step with `parts`, which takes it from them.
   */
  readonly duration?: Parameter;
  /**
   * What was typed for the duration, such as `'5 to 10 min'`, so that an editor can show it again: at most 100 characters, and it must say what
   * `duration` says. Readers of tables and files keep it; whatever changes the duration drops it. It is no part of hashes and differences. Default: not kept.
   */
  readonly durationText?: string;
  /**
   * How it feels, −10 (worst imaginable) … +10: a number, a distribution over customers, or a line `{ start, end }`; with `parts` also
   * `kept` or `time-weighted`. Default 0; with `parts` `kept`.
   */
  readonly affect?: Affect | MergedAffect;
  /** How worried people are here, 0…1: a choice, and in a wait being informed, relieves them. Of a wait, instead of `wait.anxious`, which also lengthens it. Default 0. */
  readonly anxious?: number;
  /** How much effort it takes, 0…10: a number, or a distribution over customers. For the outcome `ease` only. Default: not asked. */
  readonly effort?: Parameter;
  /** What it is like to wait here. Only on kind `wait`. Default: an ordinary wait. */
  readonly wait?: WaitConditions;
  /** What may go wrong here, and what makes up for it. Default: nothing. */
  readonly failure?: Failure;
  /** Other ways through this step, of which each customer takes one. Default: none. */
  readonly choice?: Choice;
  /** Probability of giving up in this step, 0…1. Default 0. */
  readonly dropout?: number;
  /** How far below the moment before it the last moment of whoever leaves here lies, −10…0. Default: the model's `abandonment.affect`. */
  readonly leavingAffect?: number;
  /** Probability of not taking part in this step, 0…1. Default 0. */
  readonly skip?: number;
  /** What a merge kept: at least two steps, lived in order as one. Default: none. */
  readonly parts?: readonly Interaction[];
  /** The stream this step draws from. Default: its id. Several steps may share one, as the parts of a split do: they then draw alike. */
  readonly drawAs?: string;
  /** Ids of steps, parts or options that must come before. Default: none. */
  readonly after?: readonly string[];
  /** Must stay `first` or `last`. Default: may be moved. */
  readonly pin?: 'first' | 'last';
  /** Whatever is to be said about it; for readers. Default: nothing. */
  readonly note?: string;
  /** What people meet here, such as `['letter', 'phone menu']`; for readers. Default: none. */
  readonly touchpoints?: readonly string[];
  /** What troubles people here, in words; for readers. Default: none. */
  readonly pains?: readonly string[];
  /** Who takes part, such as `['Customer', 'Agent']`; for readers. Default: not said. */
  readonly actors?: readonly string[];
  /** Where the numbers are from; `robustness` draws them as widely as that says. Default: not said, which counts as a guess. */
  readonly source?: Source;
  /** Anything of your own, as JSON; kept untouched. Default: nothing. */
  readonly extensions?: Extensions;
}

/** Several ways through a step, of which each customer takes one. */
export interface Choice {
  /** The other options, at least one; the step as written is always the first. */
  readonly options: readonly Option[];
  /** Appeal of the step as written beyond its affect, logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** How hard choosing is, 0…1. Default 0. */
  readonly difficulty?: number;
  /** Walking on without choosing: whoever does skips the step, and goes on with the journey. Default: everybody chooses. */
  readonly none?: NoChoice;
}
/** Walking on without choosing. */
export interface NoChoice {
  /** What draws people to it, logits, −100…100, against options that draw by their appeal and affect. */
  readonly appeal: number;
}
/** Another way through a step. */
export interface Option extends Omit<Interaction, 'choice' | 'after' | 'pin' | 'stage' | 'parts' | 'affect' | 'kind'> {
  /** `service` (default), or `wait`, which sours, uses up patience and may feel longer. */
  readonly kind?: 'service' | 'wait';
  /** How it feels, −10 (worst imaginable) … +10: a number, a distribution over customers, or a line `{ start, end }`. Default 0. */
  readonly affect?: Affect;
  /** What draws people beyond its affect, logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** Whether it can be taken; an option that cannot does not count at all. Default true. */
  readonly available?: boolean;
}
/** A kind of customer: its share of the population and how it differs. Make them with `defineSegments`. */
export interface Segment<Id extends string = string> {
  /** Its name for results and draws: unique, not blank, not `overall` or `each`. Another id means other customers. */
  readonly id: Id;
  /** Share of the population, above 0, at most 1; all shares sum to 1. */
  readonly share: number;
  /** How many people, above 0, instead of `share`; give every segment one. Default: shares are written. */
  readonly count?: number;
  /** For reading. Default: the id. */
  readonly name?: string;
  /** X: the affect this segment expects, −10…+10: a number, or a distribution over customers. Default 0. */
  readonly expectation?: Parameter;
  /**
   * How much waiting it takes before it leaves, in seconds, 0…1e11; written as a number of seconds, as text (`'20 min'`) or as a distribution
   * of seconds over customers. Default: never leaves for waiting.
   */
  readonly patience?: Parameter;
  /** What a memory fades to, −10…+10: a number, or a distribution over customers. Default: the expectation. */
  readonly priorBelief?: Parameter;
  /** Worth of a returning customer, any number, in any currency; gives the outcome `value`. Default: not known. */
  readonly returnValue?: number;
  /** How long this segment expects the whole to take by the clock, in seconds above 0, at most 1e11; or written as text such as `'30 min'`. Default: no expectation. */
  readonly expectedDuration?: number;
  /** How far one customer's steps go together. Default: not at all. */
  readonly dependence?: Dependence;
  /** What differs from the study's model for this segment. Default: nothing. */
  readonly model?: ExperienceModelInput;
  /** Where its numbers are from; `robustness` draws them as widely as that says. Default: not said, which counts as a guess. */
  readonly source?: Source;
  /** How it differs at some steps, by target: an id (or its `drawAs`), `stage:…`, `channel:…` or `*`. Default: nowhere. */
  readonly responses?: { readonly [target: string]: Response };
}
/** One hidden factor per customer for each: z = √ρ·g + √(1−ρ)·e. What each step shows stays as written; one customer's steps go together. */
export interface Dependence {
  /** ρ of affect, 0…1. Default 0. */
  readonly affect?: number;
  /** ρ of durations, 0…1. Default 0. */
  readonly duration?: number;
}
/** How a segment answers to the steps a target names (an id, `stage:…`, `channel:…` or `*`). */
export interface Response {
  /** Replaces the step's duration: seconds, 0…1e11; written as a number of seconds, as text (`'12 min'`) or as a distribution of seconds. Default: as the step says. */
  readonly duration?: Parameter;
  /** Replaces the step's affect, −10…+10: a number, a distribution over customers, or a line `{ start, end }`. Default: as the step says. */
  readonly affect?: Affect;
  /** Replaces the probability of not taking part, 0…1. Default: as the step says. */
  readonly skip?: number;
  /** Replaces the probability of giving up, 0…1. Default: as the step says. */
  readonly dropout?: number;
  /** Added to affect, −20…20, over all targets that match. Default 0. */
  readonly affectShift?: number;
  /** Factor on durations, 0…1e6, multiplied over all targets that match. Default 1. */
  readonly durationScale?: number;
  /** Factor on the probability of failing, 0…1e6, multiplied over all targets that match; capped at 1, with a caution. Default 1. */
  readonly failureScale?: number;
  /** Factor on the probability of giving up, 0…1e6, multiplied over all targets that match; capped at 1, with a caution. Default 1. */
  readonly dropoutScale?: number;
  /** Replaces the appeal of an option, or of a step with options: logits, −100…100. Default: as the option says. */
  readonly appeal?: number;
  /** Replaces whether an option, or a step with options, can be taken. Default: as the option says. */
  readonly available?: boolean;
}

/** A journey as people write it: durations as seconds, text or a distribution. A `Journey` is one too. */
export interface JourneyInput extends AsWritten<
  Omit<Journey, 'schemaVersion'>,
  {
    readonly interactions: readonly InteractionInput[];
    readonly progress: AsWritten<Progress>;
    readonly promise: number | string;
    readonly tolerance: number | string;
  }
> {
  /** Address of the JSON Schema, for editors. Default: none; not kept. */
  readonly $schema?: string | undefined;
  /** Version of this format: 1, the only one there is. Default 1. */
  readonly schemaVersion?: 1 | undefined;
}
/** A step as people write it: durations as seconds, text or a distribution. */
export interface InteractionInput extends AsWritten<
  Interaction,
  {
    readonly duration: DurationInput;
    readonly wait: WaitConditionsInput;
    readonly failure: FailureInput;
    readonly choice: ChoiceInput;
    readonly parts: readonly InteractionInput[];
    readonly source: SourceInput;
  }
> {}
/** Several ways through a step, as people write them. */
export interface ChoiceInput extends AsWritten<Choice, { readonly options: readonly OptionInput[]; readonly none: NoChoice }> {}
/** Another way through a step, as people write it. */
export interface OptionInput extends AsWritten<
  Option,
  {
    readonly duration: DurationInput;
    readonly wait: WaitConditionsInput;
    readonly failure: FailureInput;
    readonly source: SourceInput;
  }
> {}
/** A kind of customer as people write it: durations as seconds, text or a distribution; a share, or a count. */
export interface SegmentInput<Id extends string = string> extends AsWritten<
  Omit<Segment<Id>, 'share'>,
  {
    readonly patience: DurationInput;
    readonly expectedDuration: number | string;
    readonly dependence: AsWritten<Dependence>;
    readonly source: SourceInput;
    readonly responses: { readonly [target: string]: ResponseInput };
  }
> {
  /** Share of the population, above 0, at most 1; all shares sum to 1. No default: it must stand, or every segment has a `count` instead. */
  readonly share?: number | undefined;
}
/** How a segment answers to some steps, as people write it. */
export interface ResponseInput extends AsWritten<Response, { readonly duration: DurationInput }> {}
