import type { OutcomeName } from '../experience/outcomes';
import type { Journey, JourneyInput, Segment, SegmentInput } from '../journey/types';
import type { ExperienceModelInput } from '../model/types';
import type { Requested, Simulation } from '../results/types';

/** Everything a study needs besides the journeys. */
export interface Study<Segments extends readonly SegmentInput[] = readonly SegmentInput[], Name extends Requested = Requested> {
  /** Kinds of customer. Default: one, called `everyone`. */
  readonly segments?: Segments | readonly Segment[];
  /** What differs from `defaultModel`. */
  readonly model?: ExperienceModelInput;
  /** Customers per segment, 1 … 1e9. Default 10,000. */
  readonly customers?: number;
  /**
   * Instead of `customers`: as many as an outcome needs for its overall mean to be known this closely (`halfWidth`, in the outcome's unit). A
   * pilot of 2,000 sets one fixed number, at most `max` a segment: 1 … 1e9, default 1,000,000 (judgement). Where that is too few, a caution
   * `until-bounded` says how closely the mean is known.
   */
  readonly until?: { readonly outcome: OutcomeName; readonly halfWidth: number; readonly max?: number };
  /** Text or whole number; `1` and `'1'` are the same study. Default `peakend`, with a notice. */
  readonly seed?: string | number;
  /** Level of every interval, 0.5 … 0.9999. Default 0.95. */
  readonly confidence?: number;
  /** Limits the work to these outcomes; add `interactions` for the step-by-step part. Default: everything. */
  readonly outcomes?: readonly Name[];
  /** Raw columns to keep, by outcome; read them with `columns`. Default none. */
  readonly keep?: 'all' | readonly OutcomeName[];
  /** How many people the shares stand for. */
  readonly population?: number;
}

export interface SimulateInput<
  Segments extends readonly SegmentInput[] = readonly SegmentInput[],
  Name extends Requested = Requested,
> extends Study<Segments, Name> {
  readonly journey: Journey | JourneyInput;
}

type OutcomeOf<Name> = Extract<Name, OutcomeName>;
type IdOf<Segments> = Segments extends readonly { readonly id: infer Id extends string }[] ? Id : string;

export type SimulationOf<Segments, Name> = Simulation<IdOf<Segments>, OutcomeOf<Name>>;
