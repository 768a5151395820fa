import type { Distribution } from '../distributions/types';
import type { ExperienceModelInput, Parameter } from '../model/types';

/** Anything JSON, kept untouched. */
export type Extensions = { readonly [key: string]: unknown };

/** A journey as the library keeps it: checked, resolved, deeply frozen. Make one with `defineJourney`. */
export interface Journey {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly interactions: readonly Interaction[];
  /** 1 (default): one continuous episode … 0: separate parts, whose end and trend count as mean. */
  readonly cohesion?: number;
  readonly progress?: Progress;
  /** Seconds customers were told the whole would take. */
  readonly promise?: number;
  readonly extensions?: Extensions;
}

export interface Progress {
  readonly shown: boolean;
  /** Head start given away, 0…1. Default 0. */
  readonly endowed?: number;
  /** How the bar moves; a list gives what is shown at step 0 … n−1, 0…1. Default constant. */
  readonly pace?: 'constant' | 'fast-to-slow' | 'slow-to-fast' | readonly number[];
}

/** How a step feels: one level, or a line from the level on entering to the level on leaving. A distribution is drawn once per customer; both ends of a line use the same draw. */
export type Affect = Parameter | AffectLine;
export interface AffectLine {
  readonly start: Parameter;
  readonly end: Parameter;
}
/** How a merged step takes its affect from its parts. */
export type MergedAffect = 'time-weighted' | 'most-extreme';

/** One touchpoint: something the customer does, gets or waits for. */
export interface Interaction {
  readonly id: string;
  readonly name?: string;
  readonly stage?: string;
  readonly channel?: string;
  /** Default `service`. */
  readonly kind?: 'service' | 'wait';
  /** Seconds, 0…1e11. Absent exactly where `parts` stand. */
  readonly duration?: Parameter;
  /** −10…+10. Default 0; for a merged step `time-weighted`. */
  readonly affect?: Affect | MergedAffect;
  /** 0…10. */
  readonly effort?: Parameter;
  /** Only on kind `wait`. */
  readonly wait?: WaitConditions;
  readonly failure?: Failure;
  readonly choice?: Choice;
  /** Probability of giving up in this step, 0…1. */
  readonly dropout?: number;
  /** Probability of not taking part in this step, 0…1. */
  readonly skip?: number;
  /** What a merge kept. */
  readonly parts?: readonly Interaction[];
  /** The stream this step draws from. Default: its id. Several steps may share one, as the parts of a split do: they then draw alike. */
  readonly drawAs?: string;
  /** Ids of steps, parts or options that must come before. */
  readonly after?: readonly string[];
  readonly pin?: 'first' | 'last';
  readonly source?: Source;
  readonly extensions?: Extensions;
}

export interface WaitConditions {
  /** How occupied people are, 0…1. */
  readonly occupied?: number;
  readonly explained?: boolean;
  readonly informed?: boolean;
  readonly fair?: boolean;
  /** How worried people are, 0…1. */
  readonly anxious?: number;
  readonly accompanied?: boolean;
  readonly phase?: 'before' | 'during' | 'after';
  /** Seconds before this wait sours. > 0. */
  readonly tolerance?: number;
  readonly display?: 'plain' | 'animated';
}

export interface Failure {
  readonly probability: number;
  /** Shift of affect, ≤ 0. */
  readonly affect: Parameter;
  /** Extra seconds, ≥ 0. Default 0. */
  readonly duration?: Parameter;
  readonly recovery?: Recovery;
}
export interface Recovery {
  readonly probability: number;
  /** Shift of affect from the failure's level, ≥ 0. */
  readonly affect: Parameter;
  /** Extra seconds, ≥ 0. Default 0. */
  readonly duration?: Parameter;
}

export interface Choice {
  /** The other options; the step as written is always the first. */
  readonly options: readonly Option[];
  /** Appeal of the step as written, logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** How hard choosing is, 0…1. Default 0. */
  readonly difficulty?: number;
}
/** Another way through a step. */
export interface Option extends Omit<Interaction, 'choice' | 'after' | 'pin' | 'stage' | 'parts' | 'affect'> {
  readonly affect?: Affect;
  /** Logits, −100…100. Default 0. */
  readonly appeal?: number;
  /** Default true. */
  readonly available?: boolean;
}
export interface Source {
  readonly kind: 'measured' | 'literature' | 'expert' | 'guess';
  readonly note?: string;
}

/** A kind of customer: its share of the population and how it differs. Make them with `defineSegments`. */
export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly share: number;
  /** How many people, where counts were given. */
  readonly count?: number;
  readonly name?: string;
  /** X: the affect this segment expects. Default 0. */
  readonly expectation?: Parameter;
  /** Seconds of waiting before leaving. None: never leaves for waiting. */
  readonly patience?: Parameter;
  /** What a memory fades to. Default: the expectation. */
  readonly priorBelief?: Parameter;
  /** Worth of a returning customer, in any currency. */
  readonly returnValue?: number;
  /** Seconds this segment expects the whole to feel like. */
  readonly expectedDuration?: number;
  readonly dependence?: Dependence;
  readonly model?: ExperienceModelInput;
  readonly responses?: { readonly [target: string]: Response };
}
/** One hidden factor per customer for each: z = √ρ·g + √(1−ρ)·e. What each step shows stays as written; one customer's steps go together. */
export interface Dependence {
  /** 0…1. Default 0. */
  readonly affect?: number;
  /** 0…1. Default 0. */
  readonly duration?: number;
}
/** How a segment answers to the steps a target names (an id, `stage:…`, `channel:…` or `*`). */
export interface Response {
  readonly duration?: Parameter;
  readonly affect?: Affect;
  readonly skip?: number;
  readonly dropout?: number;
  /** Added to affect, over all targets that match. */
  readonly affectShift?: number;
  /** Multiplied over all targets that match. */
  readonly durationScale?: number;
  readonly failureScale?: number;
  readonly dropoutScale?: number;
  /** Logits, −100…100: replaces the option’s appeal. */
  readonly appeal?: number;
  readonly available?: boolean;
}

/** A duration as people write it: seconds, `'12 min'`, `'5 to 10 min'`, or a distribution of seconds. */
export type DurationInput = number | string | Distribution;

/** A journey as people write it. */
export interface JourneyInput extends Omit<Journey, 'schemaVersion' | 'interactions' | 'promise'> {
  readonly $schema?: string;
  readonly schemaVersion?: 1;
  readonly interactions: readonly InteractionInput[];
  readonly promise?: number | string;
}
export interface InteractionInput extends Omit<Interaction, 'duration' | 'wait' | 'failure' | 'choice' | 'parts'> {
  readonly duration?: DurationInput;
  readonly wait?: Omit<WaitConditions, 'tolerance'> & { readonly tolerance?: number | string };
  readonly failure?: FailureInput;
  readonly choice?: Omit<Choice, 'options'> & { readonly options: readonly OptionInput[] };
  readonly parts?: readonly InteractionInput[];
}
export interface FailureInput extends Omit<Failure, 'duration' | 'recovery'> {
  readonly duration?: DurationInput;
  readonly recovery?: Omit<Recovery, 'duration'> & { readonly duration?: DurationInput };
}
export interface OptionInput extends Omit<Option, 'duration' | 'wait' | 'failure'> {
  readonly duration?: DurationInput;
  readonly wait?: Omit<WaitConditions, 'tolerance'> & { readonly tolerance?: number | string };
  readonly failure?: FailureInput;
}
export interface SegmentInput<Id extends string = string> extends Omit<
  Segment<Id>,
  'share' | 'patience' | 'expectedDuration' | 'responses'
> {
  /** Share of the population, 0…1; all shares sum to 1. Or give every segment a `count` instead. */
  readonly share?: number;
  readonly patience?: DurationInput;
  readonly expectedDuration?: number | string;
  readonly responses?: { readonly [target: string]: ResponseInput };
}
export interface ResponseInput extends Omit<Response, 'duration'> {
  readonly duration?: DurationInput;
}
