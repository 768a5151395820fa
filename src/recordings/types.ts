import type { RatingScale } from '../distributions/rating-scale';
import type { MissingCell, Row } from '../tables/table';

/** What becomes of a moment nobody rated: left out, filled with the rating before it, or refused. */
export type MissingRatings = 'skip' | 'carry' | 'refuse';

/** What every reader of ratings is told. */
export interface RatingOptions {
  /** The two ends of the scale of the ratings, the worst answer first: `[1, 5]`. They become affect −10 and +10. No default. */
  readonly scale: RatingScale;
  /** What stands in a cell where there is no answer, beside blanks, `null` and `NaN`: `[0, 6]`. Default: nothing else. */
  readonly missing?: readonly MissingCell[] | undefined;
  /** What becomes of moments without a rating. Default `skip`. */
  readonly gaps?: MissingRatings | undefined;
  /** Recordings with fewer rated moments are left out, and counted. A whole number of 1 or more. Default 1. */
  readonly atLeast?: number | undefined;
}

/** Columns of a recording second by second: each row a sample. */
export interface SampleColumns extends RatingOptions {
  /** The column that says which recording a row belongs to. */
  readonly recording: string;
  /** The column of the time of each sample: seconds as numbers, or dates as text (ISO 8601). Rows may stand in any order. */
  readonly time: string;
  /** The column of the ratings. */
  readonly rating: string;
}

/** Columns of a form: each row a recording, each of some columns a moment. */
export interface FormColumns extends RatingOptions {
  /** The columns that are moments, in the order they are lived. */
  readonly steps: readonly string[];
  /** The column that names the recording. Default: the number of its row, from 1. */
  readonly id?: string | undefined;
  /** How long each moment takes, seconds, above 0: one number for all, or one for each of `steps` by its name. Default 300: five minutes (judgement). */
  readonly seconds?: number | Readonly<Record<string, number>> | undefined;
}

/** Columns of a log: each row one step that somebody went through. */
export interface LogColumns extends RatingOptions {
  /** The column that says whose step it is. */
  readonly case: string;
  /** The column that says which step it is. */
  readonly activity: string;
  /** The column of the ratings. */
  readonly rating: string;
  /** The column of the time a step begins. Default: where the one before it ends; steps then stand in the order of rows. */
  readonly start?: string | undefined;
  /** The column of the time it ends. Default: where the next one begins. */
  readonly end?: string | undefined;
}

/** How many moments were asked about, and what became of those without an answer. */
export interface Answers {
  /** Moments there could have been a rating for, 0 or more. */
  readonly asked: number;
  /** Of these without one, 0 or more. */
  readonly missing: number;
  /** The same as a share, 0…1. */
  readonly share: number;
  /** What became of them. */
  readonly gaps: MissingRatings;
  /** Recordings left out, since too little of them was rated, 0 or more. */
  readonly recordingsLeftOut: number;
}

/**
 * What many people felt moment by moment, as columns: thousands of curves without an object each. Moment *k* of recording *i* is a line from
 * `affectStart` to `affectEnd` over `seconds`, for *k* from `offsets[i]` up to `offsets[i + 1]`. The columns are not to be changed.
 */
export interface Recordings {
  /** What this is. */
  readonly kind: 'recordings';
  /** What they were read from. */
  readonly source: 'samples' | 'columns' | 'log';
  /** How many there are, 0 or more. */
  readonly count: number;
  /** What each is called, in the order of first rows. */
  readonly ids: readonly string[];
  /** The first row of each, as it was when it was read: where its other columns are read from. */
  readonly facts: readonly Row[];
  /** Where the moments of each begin in the columns below, and behind the last where all end. */
  readonly offsets: Int32Array;
  /** How long each moment takes, seconds. */
  readonly seconds: Float64Array;
  /** Affect at the beginning of each, −10…+10. */
  readonly affectStart: Float64Array;
  /** Affect at the end of each, −10…+10. */
  readonly affectEnd: Float64Array;
  /** The names of steps; empty for samples. */
  readonly steps: readonly string[];
  /** Which of the steps each moment is; empty for samples. */
  readonly step: Int32Array;
  /** What was not answered. */
  readonly answers: Answers;
  /** Whether ratings stand between the points of a scale of whole numbers, as means over several people do. */
  readonly between: boolean;
}
