/** What steps may have. Everything is allowed unless it is switched off. */
export interface StepConstraints {
  /** Names of channels to choose from; `[]` for none. Default desk, phone and app. */
  readonly channels?: readonly string[];
  /** Names of stages to choose from; `[]` for none. Default before, during and after. */
  readonly stages?: readonly string[];
  /** Steps in which people wait. */
  readonly waits?: boolean;
  readonly choices?: boolean;
  readonly failures?: boolean;
  /** Merged steps, with their parts. */
  readonly merges?: boolean;
  readonly dropouts?: boolean;
  readonly skips?: boolean;
  /** Durations, affects and efforts that differ between customers; without, they are plain numbers. */
  readonly distributions?: boolean;
  /** Effort, which gives rise to the outcome `ease`. */
  readonly efforts?: boolean;
  /** Names, sources, extensions, streams of another name and unusual ids: what says something about a step but does nothing to anybody. */
  readonly notes?: boolean;
  /** Longest duration of one step in seconds. Default a week. */
  readonly maxDuration?: number;
}

export interface JourneyConstraints extends StepConstraints {
  /** Default 1. */
  readonly minInteractions?: number;
  /** Default 6. */
  readonly maxInteractions?: number;
  /** `after` and `pin`. */
  readonly orders?: boolean;
  /** Progress displays. */
  readonly progress?: boolean;
  /** Journeys that promise how long they will take. */
  readonly promises?: boolean;
  /** Journeys that fall apart into separate parts. */
  readonly cohesion?: boolean;
}

export type Allowed = Required<StepConstraints>;

export function allowed(constraints: StepConstraints): Allowed {
  const { channels = ['desk', 'phone', 'app'], stages = ['before', 'during', 'after'], maxDuration = 604_800 } = constraints;
  const { waits = true, choices = true, failures = true, merges = true, dropouts = true, skips = true } = constraints;
  const { distributions = true, efforts = true, notes = true } = constraints;
  return { channels, stages, maxDuration, waits, choices, failures, merges, dropouts, skips, distributions, efforts, notes };
}
