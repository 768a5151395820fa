/** A mean over people who answered. */
export interface ObservedMean {
  /** The mean, on the scale of the outcome: csat 1…5, recommendation 0…10. */
  readonly mean: number;
  /** People behind it, at least 2. With weighted answers the effective number: (Σw)²/Σw². */
  readonly n: number;
  /** Standard deviation between those people, 0 or more. Default: as far as simulated answers lie apart. */
  readonly sd?: number | undefined;
}

/** A share of people. */
export interface ObservedShare {
  /** 0…1. */
  readonly share: number;
  /** People behind it, at least 2. */
  readonly n: number;
}

/** A net promoter score. */
export interface ObservedNps {
  /** Promoters (9, 10) minus detractors (0 to 6) in per cent of those who answered: −100…+100. */
  readonly value: number;
  /** People behind it, at least 2. */
  readonly n: number;
  /** Standard deviation of +100, 0 and −100 between those people, 0…100. Default: as far as simulated answers lie apart. */
  readonly sd?: number | undefined;
}

/** What was measured of a segment, or of everybody: any of these, each with the number of people behind it. */
export interface ObservedFigures {
  /** Satisfaction as answered, 1…5. Another scale is first mapped to 1…5 in a straight line. Default: not measured. */
  readonly csat?: ObservedMean | undefined;
  /** Share who tick the top two of five. Default: not measured. */
  readonly satisfied?: ObservedShare | undefined;
  /** Net promoter score. Default: not measured. */
  readonly nps?: ObservedNps | undefined;
  /** Likelihood to recommend, 0…10. Default: not measured. */
  readonly recommendation?: ObservedMean | undefined;
  /** Share who came back. Default: not measured. */
  readonly returned?: ObservedShare | undefined;
}

/** Names of what can be measured, in the order they are told. */
export const figureNames = ['csat', 'satisfied', 'recommendation', 'nps', 'returned'] as const satisfies readonly (keyof ObservedFigures)[];

/** One of the figures of {@link ObservedFigures}. */
export type FigureName = (typeof figureNames)[number];

/** What was measured, by segment; `overall` stands for everybody. */
export interface ObservedAnswers {
  readonly [segmentOrOverall: string]: ObservedFigures | undefined;
}
