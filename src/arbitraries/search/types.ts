import type { CompareInput } from '../../comparison/compare-types';
import type { OutcomeName } from '../../experience/outcomes';
import type { Journey, JourneyInput, SegmentInput } from '../../journey/types';
import type { ExperienceModelInput } from '../../model/types';
import type { Edit } from '../../redesign/types';
import type { Comparison } from '../../results/types';
import type { StandardInput } from '../../standards/types';
import type { Interval } from '../../statistics/interval';

/** A redesign: edits, a whole journey, or a function that makes one journey of another. */
export type VariantSource = readonly Edit[] | JourneyInput | ((journey: Journey) => JourneyInput);

/**
 * A standard of your own: whether it holds for this comparison of `baseline` with the variant `redesign`, for one segment; undefined where it
 * cannot be told. Anything else it returns, a promise among them, is refused. It may look at means: a single comparison is never believed, see
 * `findCounterexample`.
 */
export type StandardFunction = (comparison: Comparison<string, 'redesign'>) => boolean | undefined;

/** From where to where something is searched. */
export interface SearchRange {
  /** The least: any number, at most `high`. */
  readonly low: number;
  /** The most: any number. */
  readonly high: number;
}

/** How customers may differ. Each may be `false`, or a range of its own. */
export interface CustomerSpace {
  /** Affect they expect. Default −4…5. */
  readonly expectation?: boolean | SearchRange | undefined;
  /** Seconds of waiting before they leave. Default from a tenth of all waiting to all of it; only where people wait. */
  readonly patience?: boolean | SearchRange | undefined;
  /** Seconds they expect the whole to take. Default a quarter of the journey to all of it. */
  readonly expectedDuration?: boolean | SearchRange | undefined;
  /** How much one mood colours all a customer lives. Default 0…0.8; only where affects differ between customers. */
  readonly dependence?: boolean | SearchRange | undefined;
  /** Affect added to everything. Default −3…3. */
  readonly mood?: boolean | SearchRange | undefined;
  /** Factor on the time everything takes. Default 0.5…2. */
  readonly pace?: boolean | SearchRange | undefined;
  /** Factor on how often things fail. Default 0…2; only where something can fail. */
  readonly failures?: boolean | SearchRange | undefined;
  /** Factor on giving up. Default 0…2; only where people drop out. */
  readonly dropouts?: boolean | SearchRange | undefined;
  /** Affect added to all that happens in one channel. Default −3…3. */
  readonly channels?: boolean | SearchRange | undefined;
  /** Affect added to one single step. Default: not searched; `true`: −3…3. */
  readonly steps?: boolean | SearchRange | undefined;
}

/** Where to look for the customer a redesign fails. */
export interface SearchSpace {
  /** Kinds of customer to start from, each tried as it is before anything is changed. Default: one, called everyone. */
  readonly segments?: readonly SegmentInput[] | undefined;
  /** How customers may differ from these: `true` (default), in every way that `CustomerSpace` lists; `false`: not at all. */
  readonly customers?: boolean | CustomerSpace | undefined;
  /** What the model assumes: `true` (default), every parameter within the range of the literature (`parameterPriors`), and other memories; `false`: the model as it is; or paths with ranges of your own. */
  readonly assumptions?: boolean | { readonly [path: string]: SearchRange } | undefined;
  /** Journeys: `true`, those like the baseline, in which single steps feel better or worse, or take longer or shorter; or a list to go through besides the baseline. Default `false`. */
  readonly journeys?: boolean | readonly JourneyInput[] | undefined;
}

/** What `findCounterexample` takes. */
export interface CounterexampleInput {
  /** The journey as it is. */
  readonly baseline: JourneyInput;
  /** What it becomes. Edits shrink together with the journey, so they give the smallest cases. */
  readonly variant: VariantSource;
  /** What must hold of the redesign: a standard, as `checkStandards` takes it, or a function of a comparison. */
  readonly standard: StandardInput | StandardFunction;
  /** Which outcomes a function looks at; limits the work. Default: all. */
  readonly outcomes?: readonly OutcomeName[] | undefined;
  /** Where to look. Default: customers and assumptions of every kind, this journey. */
  readonly within?: SearchSpace | undefined;
  /** Assumptions to start from: what differs from `defaultModel`. Default: nothing. */
  readonly model?: ExperienceModelInput | undefined;
  /** How many cases are tried before the search gives up. 1 … 100,000, default 400. */
  readonly runs?: number | undefined;
  /** Text or whole number; `1` and `'1'` are the same search. Default `peakend`. */
  readonly seed?: string | number | undefined;
  /** The most customers a case is decided with. 2,048 … 1e6, default 32,768. */
  readonly customers?: number | undefined;
  /** Chance that a search in which the standard holds everywhere ends with a counterexample all the same. 1e-6 … 0.1, default 0.001. */
  readonly errorRate?: number | undefined;
}

/** A case in which the standard breaks, ready for `compare`. */
export type CounterexampleCase = CompareInput<readonly SegmentInput[], 'redesign'> & {
  readonly baseline: Journey;
  readonly variants: { readonly redesign: Journey };
  readonly segments: readonly [SegmentInput];
  readonly model: ExperienceModelInput;
  readonly customers: number;
  readonly seed: string;
};

/** One way in which a case differs from the usual: `expectation` 5, `assumptions.time.beta` 0.6. */
export interface CaseSetting {
  readonly setting: string;
  readonly value: number | string;
  readonly words: string;
}

/** What was measured on fresh customers. */
export interface Evidence {
  readonly outcome: OutcomeName;
  /** Of a standard about the change the difference, else the level itself; in the outcome's unit. Absent for a function. */
  readonly value?: number;
  readonly interval?: Interval;
  /** How far on the wrong side of the bound. */
  readonly missedBy?: number;
  /** How many customers decided it. */
  readonly customers: number;
}

/** One way in which the redesign loses, and its share of what is lost. */
export interface Reason {
  readonly because: 'leaving' | 'peak' | 'end' | 'mean' | 'memory' | 'felt time' | 'late' | 'steps';
  /** 0…1; the shares of all reasons sum to 1. */
  readonly share: number;
  readonly words: string;
}

/** How much of the space was searched. */
export interface Searched {
  /** Cases tried, each a customer, assumptions and a journey. */
  readonly cases: number;
  /** Settings that may differ, and how many of their ends were tried alone. */
  readonly settings: number;
  readonly ends: { readonly tried: number; readonly of: number };
  /** Pairs of settings that differed together in some case. */
  readonly pairs: { readonly tried: number; readonly of: number };
  /** Customers simulated in all. */
  readonly customers: number;
  /** What the search can be believed to: the chance of a false alarm. */
  readonly errorRate: number;
  readonly words: string;
}

/** What every search tells. */
export interface Told {
  /** The standard, in words. */
  readonly standard: string;
  readonly searched: Searched;
  /** The result in a sentence or two. */
  readonly words: string;
}

/** A customer the redesign fails. */
export interface Counterexample extends Told {
  readonly kind: 'counterexample';
  readonly case: CounterexampleCase;
  /** The edits that still matter, where the variant was given as edits. */
  readonly edits?: readonly Edit[];
  readonly differs: readonly CaseSetting[];
  readonly evidence: Evidence;
  readonly reasons: readonly Reason[];
  /** How many steps baseline and redesign had before shrinking. */
  readonly shrunkFrom: { readonly baseline: number; readonly redesign: number; readonly settings: number };
}

/** No counterexample: in none of the cases tried does the standard break, or there are cases too close to tell (`undecided`). */
export interface NoCounterexample extends Told {
  readonly kind: 'none found' | 'undecided';
  /** The case nearest to breaking it. Absent where the standard is a function that held in every case: it does not tell how nearly. */
  readonly closest?: { readonly case: CounterexampleCase; readonly differs: readonly CaseSetting[]; readonly evidence: Evidence };
}

/** What `findCounterexample` found. */
export type SearchResult = Counterexample | NoCounterexample;
