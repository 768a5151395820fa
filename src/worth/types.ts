import type { OutcomeName } from '../experience/outcomes';
import type { PopulationChange } from '../planning/types';
import type { Edit } from '../redesign/types';
import type { StudyRecord } from '../results/types';
import type { Robustness } from '../robustness/types';

/** What costs are held against. */
export interface CostAndValueOptions {
  /** By variant, the edits that made it: their costs are added up. Default: none. */
  readonly proposals?: { readonly [variant: string]: readonly Edit[] } | undefined;
  /** By variant, what it costs once, −1e15…1e15, in the currency of `returnValue`; instead of the edits' costs. Default: those of the edits. */
  readonly costs?: { readonly [variant: string]: number } | undefined;
  /** How many people go through the journey in one period, 0…1e12. Default: the study's `population`; without one nothing is said in money. */
  readonly population?: number | undefined;
  /** How many periods (years, if the population is a year's) what it brings is counted for, above 0, at most 1,000; not discounted. Default 1. */
  readonly periods?: number | undefined;
  /** What `robustness` found for these variants: whether each verdict holds; of the outcome `value`, also how far money may lie from what is studied. Default: not said. */
  readonly robustness?: Robustness | undefined;
}

/** One variant's cost beside what it brings. Money and points are never added. */
export interface VariantWorth {
  /** Once; 0 where none was named. */
  readonly cost: number;
  /** How many of its edits name no cost, and count as none. */
  readonly unpriced: number;
  /** What it changes for a customer on average: variant − baseline in the unit of `outcome`. */
  readonly change: PopulationChange;
  /** The same for every 10,000 it costs. Absent where it costs nothing or saves, or so little that no number holds it. */
  readonly changePer10000?: PopulationChange;
  /** Money that more returning customers bring in one period. Absent where no segment names a `returnValue`, or there is no population. */
  readonly worth?: PopulationChange;
  /** Worth over all periods less the cost. */
  readonly net?: PopulationChange;
  /** Periods until it has brought what it costs. Absent where it brings nothing, or so little that no number holds it, or costs nothing. */
  readonly payback?: number;
  /** Net where nine in ten parameter sets of a `robustness` of `value` lie. */
  readonly netUncertain?: { readonly low: number; readonly high: number };
  /** Whether the verdict on the variant is `robust`, `likely` or `depends`, where a robustness was handed over. */
  readonly verdict?: 'robust' | 'likely' | 'depends';
  /** Place by net where there is money for all variants, else by change: 1 is best. */
  readonly rank: number;
  /** The places that the intervals leave open: from the best to the worst it could be. */
  readonly ranks: { readonly best: number; readonly worst: number };
  readonly sentence: string;
}

/** What `costAndValue` found. Plain frozen data. */
export interface CostAndValue {
  readonly kind: 'cost and value';
  readonly outcome: OutcomeName;
  /** What the ranks go by. */
  readonly rankedBy: 'net' | 'change';
  readonly population?: number;
  readonly periods: number;
  readonly variants: { readonly [name: string]: VariantWorth };
  /** Variants from the first rank to the last. */
  readonly order: { readonly variants: readonly string[] };
  /** What the comparison was made from. */
  readonly study: StudyRecord;
  readonly sentence: string;
}
