import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput, SegmentInput } from '../journey/types';
import type { ExperienceModelInput } from '../model/types';
import type { Requested, Simulation } from '../results/types';

/** The segments of a study, for a type: their ids, or the type of the list that holds them. */
export type SegmentsOrIds = string | readonly SegmentInput[];

/** The ids of segments: those given, or those in a list. */
export type IdOf<Segments> = Segments extends string
  ? Segments
  : Segments extends readonly { readonly id: infer Id extends string }[]
    ? Id
    : string;

/** The outcomes among what `outcomes` lists. */
export type OutcomeOf<Name> = Extract<Name, OutcomeName>;

/** Everything a study needs besides the journeys. */
export interface Study<Segments extends SegmentsOrIds = string, Name extends Requested = Requested> {
  /** Kinds of customer. Default: one, called `everyone`. */
  readonly segments?: readonly SegmentInput<IdOf<Segments>>[] | undefined;
  /** What differs from `defaultModel`. Default: nothing. */
  readonly model?: ExperienceModelInput | undefined;
  /** Customers per segment, 1 … 1e9. Default 10,000. */
  readonly customers?: number | undefined;
  /** Instead of `customers`: about as many as an outcome needs for its overall mean to be known this closely. A pilot sets one fixed number. */
  readonly until?: UntilPrecise | undefined;
  /** Text or whole number; `1` and `'1'` are the same study. Default `peakend`, with a notice. */
  readonly seed?: string | number | undefined;
  /** Level of every interval, 0.5 … 0.9999. Default 0.95. */
  readonly confidence?: number | undefined;
  /** Limits the work to these outcomes; add `interactions` for the step-by-step part. Default: everything. */
  readonly outcomes?: readonly Name[] | undefined;
  /** Raw columns to keep, by outcome; read them with `columns`. Default none. */
  readonly keep?: 'all' | readonly OutcomeName[] | undefined;
  /** How many people the shares stand for, above 0. Default: not known. */
  readonly population?: number | undefined;
}

/** How closely the mean of an outcome is to be known. */
export interface UntilPrecise {
  /** Whose overall mean. */
  readonly outcome: OutcomeName;
  /** Half the width of its interval, above 0, in the outcome's unit. */
  readonly halfWidth: number;
  /** Most customers a segment, 1 … 1e9, default 1,000,000 (judgement): where that is too few, a caution `until-bounded` says how closely it is known. */
  readonly max?: number | undefined;
}

/** What `simulate` takes: a journey and a study. */
export interface SimulateInput<Segments extends SegmentsOrIds = string, Name extends Requested = Requested> extends Study<Segments, Name> {
  /** The journey customers go through. */
  readonly journey: JourneyInput;
}

/** What `simulate` gives for these segments and outcomes. */
export type SimulationOf<Segments, Name> = Simulation<IdOf<Segments>, OutcomeOf<Name>>;
