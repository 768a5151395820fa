import type { OutcomeName } from '../experience/outcomes';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import type { Doubt } from '../statistics/doubt';
import type { Quantiles } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import type { OptionalOutcome, Summary } from '../summary/types';

/** What `outcomes` may list: outcomes, and `interactions` for the step-by-step part. */
export type Requested = OutcomeName | 'interactions';

/** A doubt about a result, as data. */
export interface Caution {
  readonly code:
    | 'default-seed'
    | 'one-customer'
    | 'affect-clamped'
    | 'probability-capped'
    | 'extrapolation'
    | 'ratings-as-affect'
    | 'total-memory'
    | 'default-tolerance'
    | 'promise-as-tolerance'
    | 'short-patience'
    | 'short-promise'
    | 'short-time'
    | 'short-journey'
    | 'nobody-takes-part'
    | 'large-factor'
    | 'shorter-because-they-left'
    | 'longer-because-they-stayed'
    | 'few-customers'
    | 'none-seen'
    | 'heavy-tail'
    | 'few-change'
    | 'uneven-maps'
    | 'short-moment'
    | 'overridden'
    | 'until-bounded';
  /** What it is about, written like code. */
  readonly path: string;
  readonly message: string;
}

/** What a result was made from: with the journey, all that is needed to get every digit again, `simulate({ ...result.study, journey })`. */
export interface StudyRecord {
  readonly seed: string;
  /** Customers simulated in each segment. */
  readonly customers: number;
  readonly confidence: number;
  readonly segments: readonly Segment[];
  readonly model: ExperienceModel;
  readonly outcomes: readonly Requested[];
  readonly population?: number;
}

/** How closely a result was made to look. */
export interface Precision {
  /** How quantiles were found: exactly (up to 2^20 customers a segment), or from a histogram of 0.2 % bins. */
  readonly quantiles: 'exact' | 'histogram';
  /** What `until` asked for, where it set the number of customers. `max`: the most customers a segment it was allowed. */
  readonly until?: { readonly outcome: OutcomeName; readonly halfWidth: number; readonly max: number };
}

/** Which versions a result was made by. */
export interface Versions {
  readonly library: string;
  /** Version of the scheme from seed to draws. */
  readonly streams: number;
  readonly schema: number;
  /** Hash of the journey's canonical JSON. */
  readonly journey: string;
}

/** What `simulate` found. Plain frozen data: it can be stored, sent and read back as JSON. */
export interface Simulation<SegmentId extends string = string, Name extends OutcomeName = OutcomeName> {
  readonly kind: 'simulation';
  readonly journey: Journey;
  readonly overall: Summary<Name>;
  readonly segments: { readonly [Id in SegmentId]: Summary<Name> };
  /** Keys in order, where an object would list those that look like whole numbers first: segments as in the study, steps as in the journey. */
  readonly order: { readonly segments: readonly SegmentId[]; readonly interactions: readonly string[] };
  readonly cautions: readonly Caution[];
  readonly study: StudyRecord;
  readonly precision: Precision;
  readonly versions: Versions;
  /** Raw columns, where `keep` asked for them: by segment, by outcome, one number a customer. */
  readonly kept?: { readonly [Id in SegmentId]: { readonly [Outcome in OutcomeName]?: readonly number[] } };
}

/** Variant minus baseline, over the same customers in both. */
export interface Difference {
  /** Mean of variant − baseline, in the outcome's unit. */
  readonly difference: number;
  readonly standardError: number;
  /** For this difference alone. */
  readonly interval: Interval;
  /** Wide enough to hold for all variants and segments of the comparison at once; the conclusion is drawn from it. */
  readonly simultaneous: Interval;
  /** What the intervals are made from, so that they can be made at any other level. */
  readonly doubt: Doubt;
  /** Share of customers for whom the variant is better by more than the margin, the same within it, or worse by more than it. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** P(better) + ½·P(same), at margin 0. */
  readonly superiority: number;
  /** Difference in standard deviations between the baseline's customers. Absent where they do not differ. */
  readonly effectSize?: number;
  readonly conclusion: Conclusion;
  /** Where undecided: about this many more customers in each segment would decide it, if the difference is what it seems. */
  readonly customersNeeded?: number;
  /** How customers' own differences spread. */
  readonly quantiles: Quantiles;
  /** The population's difference in number of people better and worse off, where a population was named. */
  readonly people?: { readonly better: number; readonly worse: number };
  readonly sentence: string;
}

/** What a difference comes to. */
export type Conclusion = 'better' | 'worse' | 'practically the same' | 'undecided';

/** One customer and what the change is to them. */
export interface CustomerChange {
  readonly segment: string;
  readonly customer: number;
  readonly difference: number;
}

/** All outcomes of one variant against the baseline, for one segment or all. */
export type Differences<Name extends OutcomeName = OutcomeName> = {
  readonly [Key in Exclude<Name, OptionalOutcome>]: Difference;
} & { readonly [Key in Extract<Name, OptionalOutcome>]?: Difference } & {
  readonly customers: number;
  readonly share: number;
  /** The same over those only who complete both journeys. Absent where nobody can leave. */
  readonly ifCompletedBoth?: { readonly share: number } & { readonly [Key in Name]?: Difference };
  /** The customers who gain and lose most on the leading outcome, to look at with `explain`. */
  readonly mostGained: readonly CustomerChange[];
  readonly mostLost: readonly CustomerChange[];
};

/** One variant of a comparison. */
export interface VariantResult<SegmentId extends string = string, Name extends OutcomeName = OutcomeName> {
  readonly simulation: Simulation<SegmentId, Name>;
  readonly overall: Differences<Name>;
  readonly segments: { readonly [Id in SegmentId]: Differences<Name> };
  /** The verdict in one sentence, segment by segment. */
  readonly sentence: string;
  readonly cautions: readonly Caution[];
}

/** What `compare` found. Plain frozen data. */
export interface Comparison<SegmentId extends string = string, Variant extends string = string, Name extends OutcomeName = OutcomeName> {
  readonly kind: 'comparison';
  readonly baseline: Simulation<SegmentId, Name>;
  readonly variants: { readonly [Key in Variant]: VariantResult<SegmentId, Name> };
  /** Keys in order, as in a {@link Simulation}: variants as they were handed over, segments as in the study. */
  readonly order: { readonly variants: readonly Variant[]; readonly segments: readonly SegmentId[] };
  /** The outcome the sentences speak of. */
  readonly leading: OutcomeName;
  /** How the simultaneous intervals were widened: over how many differences of one outcome. */
  readonly simultaneous: { readonly method: 'bonferroni'; readonly differences: number };
  readonly margin: { readonly [Key in OutcomeName]?: number };
  readonly cautions: readonly Caution[];
  readonly study: StudyRecord;
  readonly precision: Precision;
  readonly versions: Versions;
}

/** A simulation of whatever outcomes and segments: what functions that read results take. */
export type AnySimulation = Simulation<string, never>;
/** A comparison of whatever outcomes, segments and variants. */
export type AnyComparison = Comparison<string, string, never>;
