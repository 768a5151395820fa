import type { MemoryModel, MemoryModelInput } from '../model/types';
import type { RatingScale } from '../distributions/rating-scale';
import type { Recordings } from '../recordings/types';
import type { Interval } from '../statistics/interval';
import type { MissingCell, Row } from '../tables/table';

/** Something known of each recording: a column of its first row, or a function of that row (and of what the recording is called). */
export type Known<Value> = string | ((row: Row, id: string) => Value);

/** What people said of the whole, afterwards. */
export interface RatingsOfTheWhole {
  /**
   * One rating for each recording: the name of a column of the rows the recordings were read from, an object of ratings by what recordings are called (capitals
   * count; a rating under a name no recording has is left out, with the caution `unmatched-ratings`), or a list in the order of the recordings.
   */
  readonly values: string | Readonly<Record<string, number | null>> | readonly (number | null)[];
  /** The two ends of their scale, the worst answer first. */
  readonly scale: RatingScale;
  /** Answers are steps of the scale, whole numbers whose distances say nothing: a cumulative link is fitted beside the line. Default false. */
  readonly ordinal?: boolean | undefined;
  /** What stands for no answer, beside blanks, `null` and `NaN`. Default: nothing else. */
  readonly missing?: readonly MissingCell[] | undefined;
}

/** Names of candidates that need no further word. */
export type CandidateName =
  | 'averaging'
  | 'meanEnd'
  | 'recency(0.2)'
  | 'peakEnd'
  | 'classicPeakEnd'
  | 'free half-life'
  | 'free mean and end'
  | 'free mean, end and peak';

/** A candidate: one of those known by name, or a memory of one's own, with a name or called by its kind and its place. */
export type CandidateInput = CandidateName | NamedMemory | MemoryModelInput;

/** A memory with a name of its own. */
export interface NamedMemory {
  /** What it is called in the scores. */
  readonly name: string;
  /** A preset, or part of one over the default. */
  readonly memory: MemoryModelInput;
}

/** What people differ in, where each gave several ratings: within people, between them, or both at once, as the ratings stand. */
export type FitLevel = 'both' | 'within' | 'between';

/** What {@link fitMemory} is told. */
export interface FitMemoryOptions {
  /** What people felt moment by moment. */
  readonly recordings: Recordings;
  /** What they said of the whole. */
  readonly ratings: RatingsOfTheWhole;
  /** Any text or any number that is whole: who is in which part, and what is drawn again for intervals. Default `'peakend'`. */
  readonly seed?: string | number | undefined;
  /** What must not stand in both parts, fitted and judged: a content that several people saw. Default: the person, else each recording alone. */
  readonly groups?: Known<string | number> | undefined;
  /** Who it was, where people gave several ratings: fits within and between people are then told beside. Default: everybody gave one. */
  readonly person?: Known<string | number> | undefined;
  /** By which of them the memory is chosen. Default `both`: by the ratings as they stand. */
  readonly level?: FitLevel | undefined;
  /** Fits for each kind of people, and whether they differ. Default: none. */
  readonly segments?: Known<string | number> | undefined;
  /** Recordings that nothing is fitted to or chosen by: true for those. Default: none; everything is judged by cross-validation. */
  readonly holdOut?: Known<boolean> | undefined;
  /** What may be chosen, in the order of preference. Default: all of {@link CandidateName}, in the order they stand there. */
  readonly candidates?: readonly CandidateInput[] | undefined;
  /** What explains less than the best by no more than this counts as good, a share of the variance, 0…0.5. Default 0.01 (judgement). */
  readonly margin?: number | undefined;
  /** Into how many parts the groups are divided, 3…20. Default 10, or as many as there are groups. */
  readonly folds?: number | undefined;
  /** Of intervals. 0.5…0.999. Default 0.95. */
  readonly confidence?: number | undefined;
}

/** A number with what resampling the groups makes of it. */
export interface Resampled {
  readonly value: number;
  /** Groups drawn again 1,000 times. */
  readonly interval: Interval;
}

/** How one memory fares. */
export interface MemoryScore {
  readonly name: string;
  /** The memory, with its free numbers fitted to everything that may be fitted to. */
  readonly memory: MemoryModel;
  /** How many of its numbers were fitted. */
  readonly free: number;
  /** The share of the variance of ratings it was not fitted to that it explains. Below 0: worse than their mean. */
  readonly rSquared: Resampled;
  /** The size of its errors, points of the rating. */
  readonly rootMeanSquareError: number;
  /** R² of the chosen one minus its own, paired: the same groups drawn again. Absent of the chosen one. */
  readonly behind?: Resampled;
  /** Whether it explains clearly less: that interval lies above 0. */
  readonly isBehind: boolean;
  /** Of ordinal ratings: mean log probability of the answer given, natural logarithm; nearer to 0 is better. */
  readonly logScore?: number;
  /** Of ordinal ratings: rank correlation of prediction and answer. */
  readonly rankCorrelation?: number;
}

/** What a fit within people, or between them, says. */
export interface LevelFit {
  readonly level: FitLevel;
  /** Ratings it rests on; between people, people. */
  readonly count: number;
  /** What would be chosen by it; absent where nothing explains anything. */
  readonly chosen?: string;
  /** R² of each candidate, cross-validated, by name. */
  readonly rSquared: Readonly<Record<string, number>>;
}

/** What the ratings of one kind of people say. */
export interface SegmentFit {
  readonly segment: string;
  readonly count: number;
  /** What would be chosen for them alone; absent where they are too few, or nothing explains anything. */
  readonly chosen?: string;
  /** R² of the memory chosen for all, cross-validated among them with a line of their own. */
  readonly rSquared: number;
  /** R² of what would be chosen for them alone minus that of the memory chosen for all. */
  readonly gain: Resampled;
  /** The line from remembered utility to the rating, of the memory chosen for all. */
  readonly line: RatingLine;
}

/** rating = constant + slope · remembered utility, the latter on the affect scale. */
export interface RatingLine {
  readonly constant: number;
  /** Points of the rating for one point of affect. */
  readonly slope: number;
}

/** A doubt about a fit. */
export interface FitCaution {
  readonly code:
    | 'default-seed'
    | 'one-sitting'
    | 'means-of-people'
    | 'on-both-sides'
    | 'groups-unknown'
    | 'few-groups'
    | 'backwards'
    | 'missing-ratings'
    | 'unmatched-ratings';
  readonly path: string;
  readonly message: string;
}

/** Which memory explains what people said of the whole. */
export interface MemoryFit {
  readonly kind: 'memory-fit';
  /** The chosen memory, to hand to `model: { memory }`; the default where nothing explains anything. */
  readonly memory: MemoryModel;
  /** The name of the candidate chosen; absent where none clearly explains anything: where the interval of its R² reaches 0. */
  readonly chosen?: string;
  /** What the ratings tell: one memory (all others explain clearly less), several (some do), that none can be told from the chosen one, or nothing. */
  readonly tells: 'one' | 'several' | 'not apart' | 'nothing';
  /** From remembered utility to the rating, by the chosen memory. */
  readonly line: RatingLine;
  /** Every candidate, in the order of preference. */
  readonly scores: readonly MemoryScore[];
  /**
   * How the whole procedure, choosing included, fares on ratings it has not seen: in each part of the data the choice is made by the others alone. With
   * `holdOut` the score of the chosen memory there.
   */
  readonly procedure: {
    readonly rSquared: Resampled;
    /** In how many parts each candidate was chosen. */
    readonly chosen: Readonly<Record<string, number>>;
    /** Parts; 1 with `holdOut`. */
    readonly folds: number;
  };
  /** R² by half-life, cross-validated: how firm a free one is. Absent where none was tried. */
  readonly halfLives?: readonly { readonly halfLife: number; readonly rSquared: number }[];
  /** Correlations over recordings: what goes together cannot be told apart by ratings. */
  readonly together: { readonly meanAndPeak: number; readonly meanAndEnd: number };
  /** Within and between people, where they gave several ratings. */
  readonly levels: readonly LevelFit[];
  readonly segments: readonly SegmentFit[];
  /** Whether kinds of people remember differently; absent where no kinds were named. */
  readonly segmentsDiffer?: 'alike' | 'differ' | 'cannot tell';
  /** What would change the choice, in sentences. */
  readonly whatWouldChange: readonly string[];
  readonly cautions: readonly FitCaution[];
  /** Recordings with a rating, of all; groups; held out. */
  readonly counts: {
    readonly recordings: number;
    readonly rated: number;
    readonly groups: number;
    readonly heldOut: number;
  };
  readonly ratings: { readonly scale: RatingScale; readonly mean: number; readonly sd: number; readonly ordinal: boolean };
  readonly study: {
    readonly seed: string | number;
    readonly margin: number;
    readonly confidence: number;
    readonly level: FitLevel;
  };
}
