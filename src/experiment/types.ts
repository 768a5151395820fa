import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput, SegmentInput } from '../journey/types';
import type { CustomMemory, ExperienceModelInput, MemoryModelInput } from '../model/types';
import type { Caution } from '../results/types';
import type { Interval } from '../statistics/interval';

/** The interval of a published figure. */
export interface ObservedInterval {
  /** Its lower end: any number, at most `high`. */
  readonly low: number;
  /** Its upper end: any number. */
  readonly high: number;
  /** How sure it is, between 0 and 1. Default 0.95. */
  readonly level?: number | undefined;
}

/** A published or measured figure. A plain number stands for `{ value }`. */
export interface Observed {
  /** The figure, in the unit of the measure: a share 0…1, a rating on the study's scale, seconds, a correlation. */
  readonly value: number;
  /** What the publication gives, or a band of one's own: `[low, high]`, taken as a 95 % interval, or with its `level`. Default: worked out from `n`, if at all. */
  readonly interval?: readonly [number, number] | ObservedInterval | undefined;
  /** People behind the figure, at least 1. Default: not known. Without an interval, one is worked out from it. */
  readonly n?: number | undefined;
  /** Standard deviation between those people, 0 or more, for a mean. Default: the predicted one. */
  readonly sd?: number | undefined;
}

/** What one group of people in the study went through. */
export interface Condition {
  /** What they lived. Default: none; give either this or `journeys`. */
  readonly journey?: JourneyInput | undefined;
  /**
   * For a choice: the episodes each of them lived and then chose between, by name; the prediction is the share that takes the first. For a
   * correlation: the episodes of the study, each lived by its share of the people (a list will do). Default: none; give either these or `journey`.
   */
  readonly journeys?: { readonly [name: string]: JourneyInput } | readonly JourneyInput[] | undefined;
  /** Who they are, where it differs from the other conditions. Default: the experiment's `segments`. */
  readonly segments?: readonly SegmentInput[] | undefined;
  /** What differs from the experiment's own `model`. Default: nothing. */
  readonly model?: ExperienceModelInput | undefined;
  /** The published figure, in the unit of the measure. Default: none. */
  readonly observed?: number | Observed | undefined;
}

/**
 * What was measured.
 *
 * - `'choice'`: which of the episodes people would take, after having lived them or (`choose`) beforehand: a share.
 * - `'rating'`: remembered utility as people report it, −10…+10.
 * - an outcome by name: its mean (`'perceivedDuration'`, `'completed'`, `'csat'` …).
 * - `{ outcome, scale, from }`: the same on the study's own scale.
 * - `{ correlation, with }`: how closely an outcome goes with another, or with the mean of several, over people and episodes.
 */
export type Measure = 'choice' | 'rating' | OutcomeName | RatingMeasure | CorrelationMeasure;

/** An outcome on the study's own scale. */
export interface RatingMeasure {
  /** What was rated. */
  readonly outcome: OutcomeName;
  /** What the ends of the study's scale read: `[0, 10]`; `[1, 0]` turns a share into its opposite. Default: the outcome's own unit. */
  readonly scale?: readonly [number, number] | undefined;
  /** The values of the outcome those ends stand for. Default: the ends of the outcome's range, lowest first. A pain scale 0…10 is `scale: [0, 10], from: [0, -10]`. */
  readonly from?: readonly [number, number] | undefined;
}

/** How closely outcomes go together over people and episodes. */
export interface CorrelationMeasure {
  /** The one outcome. */
  readonly correlation: OutcomeName;
  /** One outcome, or several whose mean is taken: `['peakAffect', 'endAffect']`. */
  readonly with: OutcomeName | readonly OutcomeName[];
}

/** What is told of two figures. */
export type Statistic = 'difference' | 'ratio' | 'oddsRatio' | 'effectSize';

/** One condition against another. */
export interface ContrastInput<Name extends string = string> {
  /** The condition that is compared. */
  readonly of: Name;
  /** The condition it is compared with. */
  readonly versus: Name;
  /** `difference` of the two figures (default), `ratio`, `oddsRatio` of two shares, or `effectSize`: difference by the standard deviation between people (`sd`). */
  readonly statistic?: Statistic | undefined;
  /** The published figure, in the unit of the statistic: any number. Default: none. */
  readonly observed?: number | Observed | undefined;
}

/** What `experiment` takes: what people went through, what was measured, and what was published. */
export interface ExperimentInput<Name extends string = string> {
  /** What each group of people went through, by names of your own. */
  readonly conditions: { readonly [Key in Name]: Condition };
  /** What was measured of them. */
  readonly measure: Measure;
  /**
   * How much chance there is in what people say, in affect units: for a choice the scale of the logistic (default 0.6), for a rating of
   * remembered utility a standard deviation (default 1.5; `sampleSizeFor` takes remembered utility as measured without error). No other measure takes one: csat and recommendation have `response.sd` of the model.
   */
  readonly noise?: number | undefined;
  /**
   * When people choose: `afterwards` (default), by what they remember, or `beforehand`, by what they foresee of it. For `measure: 'choice'`.
   */
  readonly choose?: 'afterwards' | 'beforehand' | undefined;
  /**
   * What people foresee when they choose beforehand, as a memory. Default: what they will remember, but that nobody foresees getting used to things:
   * `acclimation` is 0 (Nelson & Meyvis 2008).
   */
  readonly forecast?: MemoryModelInput | CustomMemory | undefined;
  /** By a name of one's own. Default: every later condition minus the first. */
  readonly contrasts?: { readonly [name: string]: ContrastInput<Name> } | undefined;
  /** Who takes part. Default: one kind of customer, `everyone`. */
  readonly segments?: readonly SegmentInput[] | undefined;
  /** What differs from `defaultModel`. Default: nothing. */
  readonly model?: ExperienceModelInput | undefined;
  /** People simulated in each segment of each condition, 1 … 1e7. Default 10,000; 1 is enough where nothing is drawn. */
  readonly customers?: number | undefined;
  /** Text or whole number; `1` and `'1'` are the same. Default `peakend`, with a notice. */
  readonly seed?: string | number | undefined;
  /** Level of every interval, 0.5 … 0.9999. Default 0.95. */
  readonly confidence?: number | undefined;
}

/** A published figure beside its prediction. */
export interface Comparable {
  readonly predicted: number;
  /** Simulation error of the prediction. */
  readonly standardError: number;
  /**
   * Where the prediction would lie with infinitely many simulated people: simulation error only, never what the model does not know. As in `simulate` and
   * `compare` it holds what chances may do that so few people cannot be trusted to show; that of a correlation does not (a caution, `none-seen`, names them).
   */
  readonly interval: Interval;
  /**
   * Where a study of the published size would find its figure if the model were right, at least with the probability of `confidence`. Of a share what can
   * be counted (quantiles of the binomial: of 50 people and a true share of 0.02 it is 0 to 0.06). Only of conditions whose size is known.
   * Within the ends of the measure's scale; a mean with Student's t, which holds more where people are few (8: 0.98).
   */
  readonly sampling?: Interval;
  readonly observed?: ObservedResult;
  /** Predicted minus observed. */
  readonly error?: number;
  /** Whether the prediction lies within the observed interval. */
  readonly inside?: boolean;
  /** The error in standard errors of the published figure and the simulation together. */
  readonly z?: number;
}

/** A published figure as it was read. */
export interface ObservedResult {
  readonly value: number;
  readonly interval?: Interval;
  /** `given`, or worked out from `n`. */
  readonly source?: 'given' | 'n';
  readonly n?: number;
}

/** One condition: its prediction beside the published figure. */
export interface ConditionResult extends Comparable {
  /**
   * Standard deviation between people, 0 or more in the unit of the measure, with the noise of {@link ExperimentInput.noise} or, of answers, of the model.
   * Of csat and recommendation that of the whole numbers people tick (rounded half up); satisfaction is as felt, without noise, where `sampleSizeFor` takes
   * it as asked. For a choice or another share that of yes and no. Absent for a correlation.
   */
  readonly sd?: number;
  /** For a choice between named episodes: the share that takes each. */
  readonly shares?: { readonly [name: string]: number };
}

/** One contrast: its prediction beside the published figure. */
export interface ContrastResult<Name extends string = string> extends Comparable {
  readonly of: Name;
  readonly versus: Name;
  readonly statistic: Statistic;
}

/** How close predictions and published figures are. What nothing was observed for is absent. */
export interface ScorePart {
  /** Figures compared. */
  readonly compared: number;
  readonly rootMeanSquareError?: number;
  readonly meanAbsoluteError?: number;
  /** Of the figures with an interval (`judged`), how many predictions lie inside. */
  readonly judged: number;
  readonly inside: number;
  /** Mean log density of the published figures under the predictions, over the `judged` ones: higher is better. Only differences between models on the same figures mean anything. */
  readonly logScore?: number;
}

/** What `experiment` found. Plain frozen data. */
export interface Experiment<Name extends string = string> {
  readonly kind: 'experiment';
  readonly measure: {
    readonly kind: 'choice' | 'mean' | 'correlation';
    readonly outcome: OutcomeName;
    readonly with?: readonly OutcomeName[];
    readonly scale?: readonly [number, number];
    readonly from?: readonly [number, number];
    /** Affect units: logistic scale of a choice, standard deviation of a rating; 0 for every other measure. */
    readonly noise: number;
  };
  readonly conditions: { readonly [Key in Name]: ConditionResult };
  readonly contrasts: { readonly [name: string]: ContrastResult<Name> };
  /** Keys in order, as they were handed over. */
  readonly order: { readonly conditions: readonly Name[]; readonly contrasts: readonly string[] };
  /** Errors of contrasts are in the unit of each statistic. */
  readonly score: { readonly conditions: ScorePart; readonly contrasts: ScorePart };
  readonly cautions: readonly Caution[];
  readonly study: { readonly seed: string; readonly customers: number; readonly confidence: number };
  readonly versions: { readonly library: string; readonly streams: number; readonly schema: number };
}
