import type { SimulateInput } from '../simulation/types';
import type { Row } from '../tables/table';
import type { DataCaution, SurveyOptions } from './survey-types';

/** Measured durations: of a step by its id, or of the whole journey (`clockDuration`, `perceivedDuration`, `waitingDuration`). */
export interface DurationColumn {
  /** The id of a step, or what of the whole journey. */
  readonly of: string;
  /** What the cells count. Default `seconds`. */
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days' | undefined;
}

/** What people answered and how long they took, a row each, and which columns hold what: as for `segmentsFromSurvey`. */
export interface BackTestObserved extends Omit<SurveyOptions, 'touchpoints' | 'scale' | 'poolBelow'> {
  /** One form or one customer a row. */
  readonly rows: readonly object[];
  /** Columns with ratings of steps. Default: none. */
  readonly touchpoints?: SurveyOptions['touchpoints'] | undefined;
  /** Worst and best answer of a rating. Default `[1, 5]`. */
  readonly scale?: SurveyOptions['scale'] | undefined;
  /** Columns with durations: the id of a step, or more. Default: none. */
  readonly durations?: { readonly [column: string]: string | DurationColumn } | undefined;
}

/** Rows to learn from, and rows to be foretold. */
export interface BackTestFold {
  /** For reading. Default: `fold 1`, `fold 2`, … */
  readonly name?: string | undefined;
  /** Whether a row is learnt from. */
  readonly train: (row: Row, index: number) => boolean;
  /** Whether a row is foretold; a row cannot be both. */
  readonly test: (row: Row, index: number) => boolean;
}

/** What is foretold by what. */
export interface BackTestInput {
  /** A study as for `simulate`; or, where it is to be fitted, a function that makes one from the rows to learn from. */
  readonly study: SimulateInput | ((training: readonly Row[], fold: string) => SimulateInput);
  /** What was measured. */
  readonly observed: BackTestObserved;
  /** Folds; or a column, each of whose values is foretold from all the others. Default: all rows are foretold by the study as it is. */
  readonly folds?: string | readonly BackTestFold[] | undefined;
}

/** What is foretold of each person: an answer about the whole, a rating of a step, whether somebody takes part, or seconds. */
export type Foretold = 'csat' | 'satisfied' | 'recommendation' | 'returned' | 'rating' | 'takes part' | 'duration';

/** How two forecasts differ: over the same people, model minus reference. */
export interface SkillAgainst {
  /** Mean score of the reference. */
  readonly crps: number;
  /** 1 − score of the model ÷ that of the reference: 1 is perfect, 0 no better, below 0 worse. */
  readonly skill: number;
  /** Model minus reference: below 0 the model is better. Its standard error is over people. */
  readonly difference: number;
  readonly standardError: number;
}

/** How often an interval for one person holds what they answered. */
export interface BackTestCoverage {
  /** What it was made for: 0.5, 0.8 or 0.95. */
  readonly level: number;
  /** How many answers the model puts inside; more than `level` where answers have few values. */
  readonly expected: number;
  /** How many are. */
  readonly observed: number;
  /** Of `observed`, if the model were right. */
  readonly standardError: number;
}

/** One thing foretold of one segment in one fold. */
export interface BackTestCell {
  readonly foretold: Foretold;
  /** Of which step, or which duration of the whole; absent for answers about the whole. */
  readonly of?: string;
  readonly segment: string;
  readonly fold: string;
  /** People; with weights the effective number. */
  readonly n: number;
  /** Means, in the unit of what is foretold: csat 1…5, recommendation 0…10, ratings as affect −10…+10, seconds, shares 0…1. */
  readonly predicted: number;
  readonly observed: number;
  readonly difference: number;
  /** Of the difference: sampling error of the people observed and error of the simulation. */
  readonly standardError: number;
  readonly z: number;
  /**
   * Continuous ranked probability score, in the unit of what is foretold: the mean distance between forecast and answer. It is least for whoever says what
   * they know and no more: certainty that is not warranted costs. Of a yes or no it is Brier's score.
   */
  readonly crps: number;
  /** Against the answers of the same segment learnt from: what somebody without any model would foretell. */
  readonly againstSegment: SkillAgainst;
  /** Against the answers of everybody learnt from, all segments alike. */
  readonly againstEverybody: SkillAgainst;
  /** Mean logarithm of the chance given to what was answered; only for answers of few values. Higher is better. */
  readonly logScore?: number;
  readonly coverage: readonly BackTestCoverage[];
  /** Earth mover's distance between the distributions foretold and observed, in the unit of what is foretold. */
  readonly distance: number;
}

/** One thing foretold, over all segments and folds, by the number of people. */
export interface BackTestTotal {
  readonly foretold: Foretold;
  readonly of?: string;
  readonly n: number;
  readonly cells: number;
  /** Mean of predicted minus observed, and its root mean square, over cells. */
  readonly bias: number;
  readonly rootMeanSquare: number;
  /** In how many cells the observed mean lies within 1.96 standard errors of the predicted one. */
  readonly within: number;
  readonly crps: number;
  readonly againstSegment: SkillAgainst;
  readonly againstEverybody: SkillAgainst;
  readonly coverage: readonly BackTestCoverage[];
  readonly distance: number;
}

/** Chances foretold, and how often it came so: cells whose chance lies in one tenth. */
export interface ReliabilityRow {
  readonly event: 'satisfied' | 'rated top two' | 'takes part' | 'returned';
  readonly from: number;
  readonly to: number;
  readonly cells: number;
  readonly n: number;
  readonly predicted: number;
  readonly observed: number;
  readonly standardError: number;
}

/** What can be doubtful in a back-test. */
export type BackTestCautionCode = 'not-held-out' | 'unknown-segment' | 'few-people' | 'off' | 'over-confident';

/** What `backTest` found. Plain frozen data. */
export interface BackTest {
  readonly kind: 'back test';
  readonly folds: readonly { readonly name: string; readonly trained: number; readonly tested: number }[];
  readonly totals: readonly BackTestTotal[];
  readonly cells: readonly BackTestCell[];
  readonly reliability: readonly ReliabilityRow[];
  readonly cautions: readonly DataCaution<BackTestCautionCode>[];
}
