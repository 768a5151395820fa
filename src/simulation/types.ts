import type { OutcomeName } from '../experience/outcomes';
import type { Journey, JourneyInput, Segment, SegmentInput } from '../journey/types';
import type { ExperienceModel, ExperienceModelInput } from '../model/types';
import type { Summary } from '../summary/types';

/** What `outcomes` may list: outcomes, and `interactions` for the step-by-step part. */
export type Requested = OutcomeName | 'interactions';

/** Everything a study needs besides the journeys. */
export interface Study<Segments extends readonly SegmentInput[] = readonly SegmentInput[], Name extends Requested = Requested> {
  /** Kinds of customer. Default: one, called `everyone`. */
  readonly segments?: Segments | readonly Segment[];
  /** What differs from `defaultModel`. */
  readonly model?: ExperienceModelInput;
  /** Customers per segment, 1 … 1e9. Default 10,000. */
  readonly customers?: number;
  /** Instead of `customers`: as many as an outcome needs for its overall mean to be known this closely. A pilot of 2,000 sets one fixed number. */
  readonly until?: { readonly outcome: OutcomeName; readonly halfWidth: number };
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

export interface SimulateInput<Segments extends readonly SegmentInput[] = readonly SegmentInput[], Name extends Requested = Requested>
  extends Study<Segments, Name> {
  readonly journey: Journey | JourneyInput;
}

/** A doubt about a result, as data. */
export interface Caution {
  readonly code:
    | 'default-seed'
    | 'one-customer'
    | 'affect-clamped'
    | 'probability-capped'
    | 'extrapolation'
    | 'total-memory'
    | 'shorter-because-they-left'
    | 'few-customers';
  /** What it is about, written like code. */
  readonly path: string;
  readonly message: string;
}

/** What a result was made from: with the journey, all that is needed to get every digit again. */
export interface StudyRecord {
  readonly seed: string;
  /** Customers simulated in each segment. */
  readonly customers: number;
  readonly confidence: number;
  readonly segments: readonly Segment[];
  readonly model: ExperienceModel;
  readonly outcomes: readonly Requested[];
  readonly population?: number;
  readonly until?: { readonly outcome: OutcomeName; readonly halfWidth: number };
  /** How quantiles were found: exactly (up to 2^20 customers a segment), or from a histogram of 0.2 % bins. */
  readonly quantiles: 'exact' | 'histogram';
}

export interface Versions {
  readonly library: string;
  /** Version of the scheme from seed to draws. */
  readonly streams: number;
  readonly schema: number;
}

type OutcomeOf<Name> = Extract<Name, OutcomeName>;
type IdOf<Segments> = Segments extends readonly { readonly id: infer Id extends string }[] ? Id : string;

/** What `simulate` found. Plain frozen data: it can be stored, sent and read back as JSON. */
export interface Simulation<SegmentId extends string = string, Name extends OutcomeName = OutcomeName> {
  readonly kind: 'simulation';
  readonly journey: { readonly name: string; readonly hash: string; readonly steps: readonly { readonly id: string; readonly name?: string }[] };
  readonly overall: Summary<Name>;
  readonly segments: { readonly [Id in SegmentId]: Summary<Name> };
  readonly cautions: readonly Caution[];
  readonly study: StudyRecord;
  readonly versions: Versions;
  /** Raw columns, where `keep` asked for them: by segment, by outcome, one number a customer. */
  readonly kept?: { readonly [Id in SegmentId]: { readonly [Outcome in OutcomeName]?: readonly number[] } };
}

export type SimulationOf<Segments, Name> = Simulation<IdOf<Segments>, OutcomeOf<Name>>;
