import type { Source } from '../journey/source-types';
import type { Empirical } from '../distributions/families/empirical';
import type { RatingScale } from '../distributions/rating-scale';
import type { SegmentInput } from '../journey/types';
import type { MissingCell, Row } from '../tables/table';
import type { ObservedFigures } from './observed-types';

/** How a column of ratings is read, where it differs from the others. */
export interface TouchpointColumn {
  /** The step of the journey it rates. Default: the name of the column. */
  readonly step?: string | undefined;
  /** Worst and best answer. Default: the survey's `scale`. */
  readonly scale?: RatingScale | undefined;
  /** Codes that are no answer. Default: those of the survey. */
  readonly missing?: readonly MissingCell[] | undefined;
  /** Codes that say "did not take part". Default: those of the survey. */
  readonly notUsed?: readonly MissingCell[] | undefined;
}

/** A column with an answer about the whole. */
export interface AnswerColumn {
  /** Its name. */
  readonly column: string;
  /** Worst and best answer, for `csat`. Default: the survey's `scale`. */
  readonly scale?: RatingScale | undefined;
  /** Codes that are no answer. Default: of `csat` those of the survey with its `notUsed`; else those of the survey that could be no answer here. */
  readonly missing?: readonly MissingCell[] | undefined;
}

/** Answers about the whole, by what was asked: each the name of a column, or the column with its codes. */
export interface OverallColumns {
  /** Satisfaction, on a scale of its own: mapped to 1…5 in a straight line. Default: not asked. */
  readonly csat?: string | AnswerColumn | undefined;
  /** Likelihood to recommend, 0…10. Default: not asked. */
  readonly recommendation?: string | AnswerColumn | undefined;
  /** Whether the customer came back: true, false, 1, 0, `'yes'` or `'no'`. Default: not known. */
  readonly returned?: string | AnswerColumn | undefined;
}

/** How the rows of a survey are read. */
export interface SurveyOptions {
  /**
   * Which kind of customer filled the form in: a column, or a function of the row that gives the segment's id; rows without one are left out and counted.
   * Default: all are one segment, `everyone`.
   */
  readonly segment?: string | ((row: Row, index: number) => string | undefined) | undefined;
  /** Columns with ratings: their names, where steps have the same ids, or `{ column: step }`. */
  readonly touchpoints: readonly string[] | { readonly [column: string]: string | TouchpointColumn };
  /** Worst and best answer of a rating, which become affect −10 and +10: `[1, 5]`. */
  readonly scale: RatingScale;
  /** Codes of ratings that are no answer, and of other columns where they could be none (99 of a recommendation, `-1` of a weight). Blank cells, `null` and `NaN` never are one. Default: none. */
  readonly missing?: readonly MissingCell[] | undefined;
  /** Codes of ratings that say "did not take part"; they make the skip of a step. `''` stands for blank cells. Default: none, nobody skips. */
  readonly notUsed?: readonly MissingCell[] | undefined;
  /**
   * Column of weights above 0 to 1e6; rows without one (blank, 0, or a code in `missing` that could be no weight) are left out and counted. Default: every
   * row counts once.
   */
  readonly weight?: string | undefined;
  /** Answers about the whole journey. Default: none. */
  readonly overall?: OverallColumns | undefined;
  /** A segment with fewer ratings of a touchpoint than this gets everybody's ratings of it, with a caution: a whole number 1…1e6. Default 1: only where it has none. */
  readonly poolBelow?: number | undefined;
}

/** How one segment answered about one touchpoint, in rows. */
export interface TouchpointCounts {
  /** Rows with a rating. */
  readonly rated: number;
  /** Rows that say "did not take part". */
  readonly notUsed: number;
  /** Rows without an answer, left out of every share. */
  readonly noAnswer: number;
  /** Mean rating as affect, −10…+10; absent where nobody rated. */
  readonly affect?: number;
}

/** What a touchpoint is to some customers: for a step of the journey, or a response of a segment. */
export interface TouchpointResponse {
  /** The ratings as affect, as often as they were given. Absent where nobody rated. */
  readonly affect?: Empirical;
  /** Share who did not take part. */
  readonly skip: number;
}

/** What a touchpoint is to everybody, for a step of the journey. */
export interface TouchpointStep extends TouchpointResponse {
  /** That its affect was measured, and from how many ratings (with weights the effective number); how long it takes counts as a guess until you say where that is from. Absent where nobody rated. */
  readonly source?: Source;
}

/** How far the ratings of one form go together. */
export interface DependenceEstimate {
  /** Share of one hidden factor, 0…1. */
  readonly affect: number;
  /** Standard error of it, from form to form. */
  readonly standardError: number;
  /** Forms with at least two ratings. */
  readonly n: number;
}

/** A doubt about something computed from rows, as data. */
export interface DataCaution<Code extends string = string> {
  /** What kind of doubt. */
  readonly code: Code;
  /** What it is about, written like code. */
  readonly path: string;
  readonly message: string;
}

/** What can be doubtful in a survey. */
export type SurveyCautionCode =
  'few-forms' | 'few-ratings' | 'pooled' | 'never-rated' | 'uneven-weights' | 'pooled-dependence' | 'scale-not-reached';

/** What `segmentsFromSurvey` found. Plain frozen data. */
export interface SurveySegments {
  readonly kind: 'survey segments';
  /** Segments for `simulate` and `compare`: share by `count`, what each touchpoint is to them in `responses`, `dependence`. */
  readonly segments: readonly (SegmentInput & { readonly count: number })[];
  /** Everybody together, by step: for the steps of the journey themselves. */
  readonly everyone: { readonly [step: string]: TouchpointStep };
  /** What was measured of the whole, by segment and `overall`: for `anchor`. */
  readonly observed: { readonly [segmentOrOverall: string]: ObservedFigures };
  /** Rows behind it, by segment and step. */
  readonly counts: { readonly [segment: string]: { readonly [step: string]: TouchpointCounts } };
  /** How dependence was estimated, by segment and `overall`. */
  readonly dependence: { readonly [segmentOrOverall: string]: DependenceEstimate };
  /** Rows in all, used, and left out for want of a segment or a weight. */
  readonly rows: { readonly all: number; readonly used: number; readonly withoutSegment: number; readonly withoutWeight: number };
  /** Keys in order, whatever they look like. */
  readonly order: { readonly segments: readonly string[]; readonly steps: readonly string[] };
  readonly cautions: readonly DataCaution<SurveyCautionCode>[];
}
