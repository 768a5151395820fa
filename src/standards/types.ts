import type { OutcomeName } from '../experience/outcomes';
import type { Comparison, Simulation } from '../results/types';
import type { Interval } from '../statistics/interval';

/** Any result, also of a study whose `outcomes` were limited. */
export type AnyResult = Simulation<string, never> | Comparison<string, string, never>;

/** `mean`, or a percentile of the customers: `p95` is the value that 95 % of them stay at or below. */
export type StandardStatistic = 'mean' | `p${number}`;

/** A segment's id, `each` (every segment for itself) or `overall` (all together, weighed by their shares). */
export type StandardSegment = string;

interface Bound {
  readonly outcome: OutcomeName;
  /** Default `mean`. */
  readonly statistic: StandardStatistic;
  /** Default `overall`. */
  readonly segment: StandardSegment;
}
/** What must not be less, in the outcome's unit. */
export interface AtLeastStandard extends Bound {
  readonly atLeast: number;
}
/** What must not be more, in the outcome's unit. */
export interface AtMostStandard extends Bound {
  readonly atMost: number;
}
/** No segment may lose by a change. */
export interface NoSegmentWorseStandard {
  readonly noSegmentWorse: OutcomeName;
  /** How much worse still passes, in the outcome's unit, ≥ 0. Default 0. */
  readonly margin: number;
}
/** A change must be for the better. */
export interface ImprovesStandard {
  readonly improves: OutcomeName;
  /** By how much at least, in the outcome's unit, ≥ 0. Default 0. */
  readonly by: number;
  readonly segment: StandardSegment;
}
/** Only so many customers may be worse off by a change. */
export interface FewWorseStandard {
  readonly fewWorse: OutcomeName;
  /** Share of customers, 0…1. */
  readonly atMost: number;
  readonly segment: StandardSegment;
}

/** A promise that must hold, as plain JSON: made by a constructor (`atLeast`, `noSegmentWorse`, …) or written by hand. */
export type Standard = AtLeastStandard | AtMostStandard | NoSegmentWorseStandard | ImprovesStandard | FewWorseStandard;

type Written<Made, Optional extends keyof Made, Quantity extends keyof Made = never> = {
  readonly [Key in Exclude<keyof Made, Optional | Quantity>]: Made[Key];
} & { readonly [Key in Optional]?: Key extends Quantity ? number | string : Made[Key] } & {
  readonly [Key in Exclude<Quantity, Optional>]: number | string;
};

/** What people write: defaults left out, durations as seconds or as text such as `'10 min'`. */
export type StandardInput =
  | Standard
  | Written<AtLeastStandard, 'statistic' | 'segment', 'atLeast'>
  | Written<AtMostStandard, 'statistic' | 'segment', 'atMost'>
  | Written<NoSegmentWorseStandard, 'margin', 'margin'>
  | Written<ImprovesStandard, 'by' | 'segment', 'by'>
  | Written<FewWorseStandard, 'segment'>;

/** `cannot tell`: the interval holds both sides of the bound, or the result does not say enough. */
export type Verdict = 'holds' | 'fails' | 'cannot tell';

/** One standard in one place: a segment, or all customers. */
export interface StandardCheck {
  /** The segment's id, or `overall`. */
  readonly segment: string;
  readonly verdict: Verdict;
  /** What was found, in the outcome's unit; a difference is variant − baseline. */
  readonly value: number;
  /** Distance to the bound in the same unit: 0 or more holds, below 0 fails. */
  readonly margin: number;
  /** That the standard holds for endlessly many customers, 0…1, given the simulation error. Absent where the error is not known. */
  readonly probability?: number;
  /** The value's interval, wide enough for all checks of the report at once; the verdict is drawn from it. */
  readonly interval: Interval;
  /** What would help to tell. */
  readonly hint?: string;
}

/** One standard: the place that decides it, and every place it was checked in. */
export interface StandardResult extends StandardCheck {
  readonly standard: Standard;
  /** Which variant of a comparison. */
  readonly variant?: string;
  readonly checks: readonly StandardCheck[];
  readonly sentence: string;
}

/** What `checkStandards` found. Plain frozen data. */
export interface StandardsReport {
  readonly kind: 'standards';
  /** `fails` if any standard fails, else `cannot tell` if any cannot be told, else `holds`. */
  readonly verdict: Verdict;
  /** One entry a standard; of a comparison one a standard and variant. */
  readonly standards: readonly StandardResult[];
  /** How intervals were widened so that all verdicts hold at once: over how many checks, to what confidence together. */
  readonly simultaneous: { readonly method: 'bonferroni'; readonly checks: number; readonly confidence: number };
  readonly sentence: string;
}
