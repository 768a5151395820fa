import type { Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import type { Interval } from '../statistics/interval';
import type { FigureName } from './observed-types';
import type { DataCaution } from './survey-types';

/** The parameters of level that `anchor` may move: how high people answer and how far apart, never how anything feels. */
export type LevelParameter = 'satisfaction.base' | 'response.sd' | 'response.recommendation.shift' | 'loyalty.base';

/** How levels are found. */
export interface AnchorOptions {
  /**
   * `overall` (default): one level for everybody, so that differences between segments stay a test of the journey. `segment`: one for each segment that
   * was measured.
   */
  readonly by?: 'overall' | 'segment' | undefined;
  /** Which levels may move. Default: all that something measured can set. */
  readonly parameters?: readonly LevelParameter[] | undefined;
}

/** One level, and how far it had to move. */
export interface LevelMove {
  readonly parameter: LevelParameter;
  /** Whose level it is: a segment's id, or `overall`. */
  readonly segment: string;
  readonly from: number;
  readonly to: number;
  /** What set it, and what the journey answered with the level before and after. */
  readonly by: FigureName | 'csat.sd';
  readonly before: number;
  readonly after: number;
  /** Of `to`: sampling error of the survey and, far smaller, of the simulation. */
  readonly standardError: number;
  readonly interval: Interval;
}

/** A measured figure beside what the anchored journey answers. */
export interface LevelResidual {
  readonly figure: FigureName | 'csat.sd';
  /** A segment's id, or `overall`. */
  readonly segment: string;
  readonly observed: number;
  readonly n: number;
  /** With every level as it was, and as anchored. */
  readonly before: number;
  readonly anchored: number;
  /** Anchored minus observed, in the unit of the figure; its standard error, and how many of them it is. */
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Whether it took part in setting a level: then being near is no success. */
  readonly used: boolean;
}

/** What no level explains: the level stays where it was. */
export interface LevelRefusal {
  readonly parameter: LevelParameter;
  readonly segment: string;
  readonly figure: FigureName | 'csat.sd';
  readonly observed: number;
  /** What the journey can answer, from the lowest level to the highest. */
  readonly reachable: { readonly low: number; readonly high: number };
  readonly message: string;
}

/** What can be doubtful about levels. */
export type AnchorCautionCode = 'far' | 'contradiction' | 'off' | 'segments-differ' | 'in-steps' | 'few-answers' | 'not-anchored';

/** What `anchor` found. Plain frozen data, but for a memory that is a function. */
export interface Anchored {
  readonly kind: 'anchor';
  readonly by: 'overall' | 'segment';
  /** The model with the levels of everybody: hand it to `simulate`, `compare` and their like, with `segments`. */
  readonly model: ExperienceModel;
  /** The segments, with levels of their own where each was anchored. */
  readonly segments: readonly Segment[];
  /** The study with everything in it but the journey: `compare({ ...anchored.study, baseline, variants })`. */
  readonly study: {
    readonly segments: readonly Segment[];
    readonly model: ExperienceModel;
    readonly seed: string;
    readonly customers: number;
    readonly confidence: number;
  };
  readonly moved: readonly LevelMove[];
  /** How the levels in `moved` err together, in that order: variances and covariances. */
  readonly covariance: readonly (readonly number[])[];
  readonly residuals: readonly LevelResidual[];
  readonly refused: readonly LevelRefusal[];
  readonly cautions: readonly DataCaution<AnchorCautionCode>[];
}
