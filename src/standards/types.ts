import type { OutcomeName } from '../experience/outcomes';
import type { AsWritten, WithDefaults } from '../plain/as-written';
import type { Comparison, Simulation } from '../results/types';
import type { Interval } from '../statistics/interval';

/** Any result, also of a study whose `outcomes` were limited. */
export type AnyResult = Simulation<string, never> | Comparison<string, string, never>;

/** `mean`, or a percentile of the customers: `p95` is the value that 95 % of them stay at or below. */
export type StandardStatistic = 'mean' | `p${number}`;

/** A segment's id, `each` (every segment for itself) or `overall` (all together, weighed by their shares). */
export type StandardSegment = string;

/** What of an outcome is held against a bound, and for whom. */
export interface OutcomeBound {
  /** Any outcome, such as `satisfaction`. */
  readonly outcome: OutcomeName;
  /** The mean, or a percentile of the customers. Default `mean`. */
  readonly statistic: StandardStatistic;
  /** For whom: a segment's id, `each` or `overall`. Default `overall`. */
  readonly segment: StandardSegment;
}
/** What must not be less, in the outcome's unit. */
export interface AtLeastStandard extends OutcomeBound {
  /** The bound, in the outcome's unit: seconds (or text such as `'10 min'`), affect −10…+10, points 0…100, shares 0…1. */
  readonly atLeast: number;
}
/** What must not be more, in the outcome's unit. */
export interface AtMostStandard extends OutcomeBound {
  /** The bound, in the outcome's unit: seconds (or text such as `'10 min'`), affect −10…+10, points 0…100, shares 0…1. */
  readonly atMost: number;
}
/** No segment may lose by a change. */
export interface NoSegmentWorseStandard {
  /** The outcome, of which no segment may lose. */
  readonly noSegmentWorse: OutcomeName;
  /** How much worse still passes, in the outcome's unit (durations also as text), 0 or more. Default 0. */
  readonly margin: number;
}
/** A change must be for the better. */
export interface ImprovesStandard {
  /** The outcome that must be better. */
  readonly improves: OutcomeName;
  /** By how much at least, in the outcome's unit (durations also as text), 0 or more. Default 0. */
  readonly by: number;
  /** For whom: a segment's id, `each` or `overall`. Default `overall`. */
  readonly segment: StandardSegment;
}
/** Only so many customers may be worse off by a change. */
export interface FewWorseStandard {
  /** The outcome by which customers are better or worse off. */
  readonly fewWorse: OutcomeName;
  /** Share of customers, 0…1. */
  readonly atMost: number;
  /** Among whom: a segment's id, `each` or `overall`. Default `overall`. */
  readonly segment: StandardSegment;
}

/** A promise that must hold, as plain JSON: made by a constructor (`atLeast`, `noSegmentWorse`, …) or written by hand. */
export type Standard = AtLeastStandard | AtMostStandard | NoSegmentWorseStandard | ImprovesStandard | FewWorseStandard;

/** What people write: defaults left out, durations as seconds or as text such as `'10 min'`. */
export type StandardInput =
  | AsWritten<WithDefaults<AtLeastStandard, 'statistic' | 'segment'>, { readonly atLeast: number | string }>
  | AsWritten<WithDefaults<AtMostStandard, 'statistic' | 'segment'>, { readonly atMost: number | string }>
  | AsWritten<WithDefaults<NoSegmentWorseStandard, 'margin'>, { readonly margin: number | string }>
  | AsWritten<WithDefaults<ImprovesStandard, 'by' | 'segment'>, { readonly by: number | string }>
  | AsWritten<WithDefaults<FewWorseStandard, 'segment'>>;

/** How little a segment may lose, and still pass. */
export interface NoSegmentWorseOptions extends AsWritten<
  Partial<Omit<NoSegmentWorseStandard, 'noSegmentWorse'>>,
  { readonly margin: number | string }
> {}
/** How much better a change must be, and for whom. */
export interface ImprovesOptions extends AsWritten<Partial<Omit<ImprovesStandard, 'improves'>>, { readonly by: number | string }> {}
/** How many may be worse off, and among whom. */
export interface FewWorseOptions extends AsWritten<WithDefaults<Omit<FewWorseStandard, 'fewWorse'>, 'segment'>> {}
/** How standards are checked. */
export interface CheckOptions {
  /** Confidence of all verdicts together, 0.5…0.9999. Default: the study's. */
  readonly confidence?: number | undefined;
}

/** `cannot tell`: the interval holds both sides of the bound, or the result does not say enough. */
export type Verdict = 'holds' | 'fails' | 'cannot tell';

/** The ends that an interval does not have. */
export interface OpenEnds {
  readonly low: boolean;
  readonly high: boolean;
}

/** One standard in one place: a segment, or all customers. */
export interface StandardCheck {
  /** The segment's id, or `overall`. */
  readonly segment: string;
  /** What the segment is called. Absent where it has no name. */
  readonly segmentName?: string;
  /** Whether it holds here. */
  readonly verdict: Verdict;
  /** What was found, in the outcome's unit; a difference is variant − baseline. */
  readonly value: number;
  /** Distance to the bound in the same unit: 0 or more holds, below 0 fails. `improves` without `by` fails at 0 too: the same is no better. */
  readonly margin: number;
  /**
   * That the standard holds for endlessly many customers, 0…1, given the simulation error; made of what the interval is made of, and never
   * against the verdict. Absent where the error is not known.
   */
  readonly probability?: number;
  /** The value's interval, wide enough for all checks of the report at once; the verdict is drawn from it. */
  readonly interval: Interval;
  /** On which sides the interval has no end, where so few customers give none: what stands there is the furthest of those seen. Absent where it has both. */
  readonly open?: OpenEnds;
  /** What would help to tell; of a time that holds while people leave, what it is for those who complete, where that says something else. */
  readonly hint?: string;
}

/** One standard: the place that decides it, and every place it was checked in. */
export interface StandardResult extends StandardCheck {
  /** The standard, defaults filled in. */
  readonly standard: Standard;
  /** Which variant of a comparison. */
  readonly variant?: string;
  /** One entry a place. */
  readonly checks: readonly StandardCheck[];
  /** The verdict in a sentence. */
  readonly sentence: string;
}

/** What `checkStandards` found. Plain frozen data. */
export interface StandardsReport {
  /** What kind of result this is. */
  readonly kind: 'standards';
  /** `fails` if any standard fails, else `cannot tell` if any cannot be told, else `holds`. */
  readonly verdict: Verdict;
  /** One entry a standard; of a comparison one a standard and variant. */
  readonly standards: readonly StandardResult[];
  /** How intervals were widened so that all verdicts hold at once: over how many checks, to what confidence together. */
  readonly simultaneous: { readonly method: 'bonferroni'; readonly checks: number; readonly confidence: number };
  /** The verdict in a sentence. */
  readonly sentence: string;
}
