import type { Distribution } from '../distributions/families';
import type { Parameter } from '../model/types';
import type { AsWritten } from '../plain/as-written';

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
  /** Whether people see the work that is done for them meanwhile: the next step gets the credit, or the blame where it is poor. In the time of a failure it does nothing. Default false. */
  readonly work?: boolean;
  /** Whether people wait with others. Default false; changes nothing unless the model says so. */
  readonly accompanied?: boolean;
  /** Whether the wait falls `before`, `during` (default) or `after` the service. */
  readonly phase?: 'before' | 'during' | 'after';
  /** Seconds before this wait sours, above 0, at most 1e11; or written as text such as `'10 min'`, or one of {@link tolerances}. Default: the journey's `tolerance`, else its `promise`, else the model's `waiting.tolerance`, 20 s. */
  readonly tolerance?: number;
  /** The time people were told this wait would take, seconds above 0, at most 1e11; or written as text such as `'10 min'`. It takes the place of the tolerance: nothing sours before it is up. Default: they were told none. */
  readonly told?: number;
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
  /** That the extra time is a wait, and what it is like: it sours, uses up patience and counts as waiting. `{}`: an ordinary one. Default: it is not. */
  readonly wait?: WaitConditions;
  /** What makes up for it. Default: nothing does. */
  readonly recovery?: Recovery;
  /** Whoever fails without recovery goes through the step again. Default: goes on with the journey. */
  readonly retry?: Retry;
}
/** Going through a step again after a failure that nothing made up for. Each time everything is drawn anew: duration, affect, dropout, failing. */
export interface Retry {
  /** How often at most, 1…5. */
  readonly atMost: 1 | 2 | 3 | 4 | 5;
  /** A wait before each time, as any other wait. Default: at once. */
  readonly wait?: RetryWait;
}
/** The wait before going through a step again. */
export interface RetryWait extends WaitConditions {
  /** How long it takes, in seconds, 0…1e11; written as a number of seconds, as text (`'5 min'`) or as a distribution of seconds. */
  readonly duration: Parameter;
  /** How it feels on entering, −10…+10: a number, or a distribution over customers. Default 0. */
  readonly affect?: Parameter;
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

/** A duration as people write it: seconds, `'12 min'`, `'5 to 10 min'`, or a distribution of seconds. */
export type DurationInput = number | string | Distribution;

/** What it is like to wait, as people write it. */
export interface WaitConditionsInput extends AsWritten<
  WaitConditions,
  { readonly tolerance: number | string; readonly told: number | string }
> {}
/** What may go wrong in a step, as people write it. */
export interface FailureInput extends AsWritten<
  Failure,
  { readonly duration: DurationInput; readonly wait: WaitConditionsInput; readonly recovery: RecoveryInput; readonly retry: RetryInput }
> {}
/** Going through a step again, as people write it. */
export interface RetryInput extends AsWritten<Retry, { readonly wait: RetryWaitInput }> {}
/** The wait before it, as people write it. */
export interface RetryWaitInput extends AsWritten<
  RetryWait,
  { readonly duration: DurationInput; readonly tolerance: number | string; readonly told: number | string }
> {}
/** What makes up for a failure, as people write it. */
export interface RecoveryInput extends AsWritten<Recovery, { readonly duration: DurationInput }> {}
