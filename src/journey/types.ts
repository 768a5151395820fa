import type { Distribution } from '../distributions/families';
import type { ExperienceModelInput, Parameter } from '../model/types';
import type { AsWritten } from '../plain/as-written';

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
  /** Anything of your own, as JSON; kept untouched. Default: nothing. */
  readonly extensions?: Extensions;
}

/** A progress display over the whole journey. */
export interface Progress {
  /** Whether people see it. */
  readonly shown: boolean;
  /** Head start given away, 0…1. Default 0. */
  readonly endowed?: number;
  /** How the bar moves: `constant` (default), `fast-to-slow`, `slow-to-fast`, or a list of what is shown on entering each step, 0…1, one share a step. */
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
/** How a merged step takes its affect from its parts. */
export type MergedAffect = 'time-weighted' | 'most-extreme';

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
  /** `service` (default) or `wait`: a wait sours, uses up patience and may feel longer. */
  readonly kind?: 'service' | 'wait';
  /**
   * How long it takes, in seconds, 0…1e11; written as a number of seconds, as text (`'12 min'`, `'5 to 10 min'`) or as a distribution of
   * seconds over customers. No default: it must stand, but for a step with `parts`, which takes it from them.
   */
  readonly duration?: Parameter;
  /**
   * How it feels, −10 (worst imaginable) … +10: a number, a distribution over customers, or a line `{ start, end }`; with `parts` also
   * `time-weighted` or `most-extreme`. Default 0; with `parts` `time-weighted`.
   */
  readonly affect?: Affect | MergedAffect;
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
  /** Where the numbers are from; for readers. Default: not said. */
  readonly source?: Source;
  /** Anything of your own, as JSON; kept untouched. Default: nothing. */
  readonly extensions?: Extensions;
}

/** What it is like to wait. */
export interface WaitConditions {
  /** How occupied people are, 0 (nothing to do) … 1. Default: the model's `waiting.occupied`, 0.5. */
  readonly occupied?: number;
  /** Whether people are told why they wait. Default false. */
  readonly explained?: boolean;
  /** Whether people are told their place or the time still to go. Default false. */
  readonly informed?: boolean;
  /** `false` where others are served first. Default true. */
  readonly fair?: boolean;
  /** How worried people are, 0…1. Default 0. */
  readonly anxious?: number;
  /** Whether people wait with others. Default false; changes nothing unless the model says so. */
  readonly accompanied?: boolean;
  /** Whether the wait falls `before`, `during` (default) or `after` the service. */
  readonly phase?: 'before' | 'during' | 'after';
  /** Seconds before this wait sours, above 0, at most 1e11; or written as text such as `'10 min'`. Default: the journey's `promise`, else the model's `waiting.tolerance`, 20 s. */
  readonly tolerance?: number;
  /** How a progress display moves while people wait: `plain` (default) or `animated`. */
  readonly display?: 'plain' | 'animated';
}

/** Something that goes wrong in a step for some customers. */
export interface Failure {
  /** How likely it is, 0…1. */
  readonly probability: number;
  /** Shift of affect from the end of the step, −20…0: a number, or a distribution over customers. */
  readonly affect: Parameter;
  /** Extra time it takes, in seconds, 0…1e11; written as a number of seconds, as text (`'5 min'`) or as a distribution of seconds. Default 0. */
  readonly duration?: Parameter;
  /** What makes up for it. Default: nothing does. */
  readonly recovery?: Recovery;
}
/** What makes up for a failure. */
export interface Recovery {
  /** How likely it is once the failure has happened, 0…1. */
  readonly probability: number;
  /** Shift of affect from the failure's level, 0…20: a number, or a distribution over customers. */
  readonly affect: Parameter;
  /** Extra time it takes, in seconds, 0…1e11; written as a number of seconds, as text (`'5 min'`) or as a distribution of seconds. Default 0. */
  readonly duration?: Parameter;
}

/** Several ways through a step, of which each customer takes one. */
export interface Choice {
  /** The other options, at least one; the step as written is always the first. */
  readonly options: readonly Option[];
  /** Appeal of the step as written beyond its affect, logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** How hard choosing is, 0…1. Default 0. */
  readonly difficulty?: number;
}
/** Another way through a step. */
export interface Option extends Omit<Interaction, 'choice' | 'after' | 'pin' | 'stage' | 'parts' | 'affect'> {
  /** How it feels, −10 (worst imaginable) … +10: a number, a distribution over customers, or a line `{ start, end }`. Default 0. */
  readonly affect?: Affect;
  /** What draws people beyond its affect, logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** Whether it can be taken; an option that cannot does not count at all. Default true. */
  readonly available?: boolean;
}
/** Where the numbers of a step are from. For readers: it changes nothing. */
export interface Source {
  /** How good the numbers are, from best to worst. */
  readonly kind: 'measured' | 'literature' | 'expert' | 'guess';
  /** In words: a reference, a data set, who said so. Default: nothing. */
  readonly note?: string;
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
  /** How long this segment expects the whole to feel, in seconds above 0, at most 1e11; or written as text such as `'30 min'`. Default: no expectation. */
  readonly expectedDuration?: number;
  /** How far one customer's steps go together. Default: not at all. */
  readonly dependence?: Dependence;
  /** What differs from the study's model for this segment. Default: nothing. */
  readonly model?: ExperienceModelInput;
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

/** A duration as people write it: seconds, `'12 min'`, `'5 to 10 min'`, or a distribution of seconds. */
export type DurationInput = number | string | Distribution;

/** A journey as people write it: durations as seconds, text or a distribution. A `Journey` is one too. */
export interface JourneyInput extends AsWritten<
  Omit<Journey, 'schemaVersion'>,
  { readonly interactions: readonly InteractionInput[]; readonly progress: AsWritten<Progress>; readonly promise: number | string }
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
    readonly source: AsWritten<Source>;
  }
> {}
/** What it is like to wait, as people write it. */
export interface WaitConditionsInput extends AsWritten<WaitConditions, { readonly tolerance: number | string }> {}
/** What may go wrong in a step, as people write it. */
export interface FailureInput extends AsWritten<Failure, { readonly duration: DurationInput; readonly recovery: RecoveryInput }> {}
/** What makes up for a failure, as people write it. */
export interface RecoveryInput extends AsWritten<Recovery, { readonly duration: DurationInput }> {}
/** Several ways through a step, as people write them. */
export interface ChoiceInput extends AsWritten<Choice, { readonly options: readonly OptionInput[] }> {}
/** Another way through a step, as people write it. */
export interface OptionInput extends AsWritten<
  Option,
  {
    readonly duration: DurationInput;
    readonly wait: WaitConditionsInput;
    readonly failure: FailureInput;
    readonly source: AsWritten<Source>;
  }
> {}
/** A kind of customer as people write it: durations as seconds, text or a distribution; a share, or a count. */
export interface SegmentInput<Id extends string = string> extends AsWritten<
  Omit<Segment<Id>, 'share'>,
  {
    readonly patience: DurationInput;
    readonly expectedDuration: number | string;
    readonly dependence: AsWritten<Dependence>;
    readonly responses: { readonly [target: string]: ResponseInput };
  }
> {
  /** Share of the population, above 0, at most 1; all shares sum to 1. No default: it must stand, or every segment has a `count` instead. */
  readonly share?: number | undefined;
}
/** How a segment answers to some steps, as people write it. */
export interface ResponseInput extends AsWritten<Response, { readonly duration: DurationInput }> {}
