import { longestDuration } from '../distributions/duration-units';
import { count, flags, type Rules } from './read-constraints';

/** What steps may have. Everything is allowed unless it is switched off. */
export interface StepConstraints {
  /** Names of channels to choose from; `[]` for none. Default desk, phone and app. */
  readonly channels?: readonly string[] | undefined;
  /** Names of stages to choose from; `[]` for none. Default before, during and after. */
  readonly stages?: readonly string[] | undefined;
  /** Steps in which people wait, and gaps in which time passes. Default true. */
  readonly waits?: boolean | undefined;
  /** Steps with several ways through. Default true. */
  readonly choices?: boolean | undefined;
  /** Steps in which something may go wrong. Default true. */
  readonly failures?: boolean | undefined;
  /** Merged steps, with their parts. Default true. */
  readonly merges?: boolean | undefined;
  /** Steps in which people give up. Default true. */
  readonly dropouts?: boolean | undefined;
  /** Steps in which not everybody takes part. Default true. */
  readonly skips?: boolean | undefined;
  /** Durations, affects and efforts that differ between customers; without, they are plain numbers. Default true. */
  readonly distributions?: boolean | undefined;
  /** Effort, which gives rise to the outcome `ease`. Default true. */
  readonly efforts?: boolean | undefined;
  /** Names, sources, extensions, streams of another name and unusual ids: what says something about a step but does nothing to anybody. Default true. */
  readonly notes?: boolean | undefined;
  /** Longest duration of one step in seconds, 0…1e11. Default a week. */
  readonly maxDuration?: number | undefined;
}

/** What journeys may have. Everything is allowed unless it is switched off. */
export interface JourneyConstraints extends StepConstraints {
  /** Fewest steps, at least 1. Default 1. */
  readonly minInteractions?: number | undefined;
  /** Most steps. Default 6. */
  readonly maxInteractions?: number | undefined;
  /** `after` and `pin`. Default true. */
  readonly orders?: boolean | undefined;
  /** Progress displays. Default true. */
  readonly progress?: boolean | undefined;
  /** Journeys that promise how long they will take, or say how long waits may. Default true. */
  readonly promises?: boolean | undefined;
  /** Journeys that fall apart into separate parts. Default true. */
  readonly cohesion?: boolean | undefined;
}

export type Allowed = { readonly [Key in keyof StepConstraints]-?: Exclude<StepConstraints[Key], undefined> };

export const maxDuration = { min: 0, max: longestDuration };
export const affectRules = flags('distributions') satisfies Rules<Pick<StepConstraints, 'distributions'>>;
export const durationRules = { ...affectRules, maxDuration } satisfies Rules<Pick<StepConstraints, 'distributions' | 'maxDuration'>>;
export const stepRules = {
  ...durationRules,
  channels: 'names',
  stages: 'names',
  ...flags('waits', 'choices', 'failures', 'merges', 'dropouts', 'skips', 'efforts', 'notes'),
} satisfies Rules<StepConstraints>;
export const journeyRules = {
  ...stepRules,
  minInteractions: count,
  maxInteractions: count,
  ...flags('orders', 'progress', 'promises', 'cohesion'),
} satisfies Rules<JourneyConstraints>;

export function allowed(constraints: StepConstraints): Allowed {
  const { channels = ['desk', 'phone', 'app'], stages = ['before', 'during', 'after'], maxDuration = 604_800 } = constraints;
  const { waits = true, choices = true, failures = true, merges = true, dropouts = true, skips = true } = constraints;
  const { distributions = true, efforts = true, notes = true } = constraints;
  return { channels, stages, maxDuration, waits, choices, failures, merges, dropouts, skips, distributions, efforts, notes };
}
