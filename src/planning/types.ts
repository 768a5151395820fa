import type { OutcomeName } from '../experience/outcomes';

/** How real people are to be asked or measured. */
export type SurveyDesign = 'ab-test' | 'paired survey' | 'before-after';

/** A difference that is expected, where no comparison says it: all in one unit. */
export type ExpectedChange =
  | {
      /** Variant minus baseline, not 0. */
      readonly difference: number;
      /** Standard deviation of what people answer, above 0. */
      readonly sd: number;
      /** Standard deviation of what the other group answers, above 0. Default: the same. */
      readonly variantSd?: number | undefined;
      /** Standard deviation of one person's change, above 0. Default: none; a paired survey needs it. */
      readonly differenceSd?: number | undefined;
    }
  | {
      /** A share now, 0…1. */
      readonly share: number;
      /** By how much it changes: −1…1, not 0. */
      readonly difference: number;
    };

/** How a difference is to be shown. */
export interface SampleSizeOptions {
  /** Default `ab-test`: two groups at the same time. `before-after`: two groups one after the other. `paired survey`: each person judges both. */
  readonly design?: SurveyDesign | undefined;
  /** Chance of seeing the difference if it is there, 0.5…0.999. Default 0.8. */
  readonly power?: number | undefined;
  /** Chance of seeing one (either way) that is not there, 0.0001…0.5. Default 0.05. */
  readonly alpha?: number | undefined;
  /** Share of those invited who answer, above 0 to 1. Default 1. */
  readonly responseRate?: number | undefined;
  /** Of a comparison: which outcome is asked. Default: the one its sentences speak of. */
  readonly outcome?: OutcomeName | undefined;
  /** Of a comparison with several variants: which. Default: the only one. */
  readonly variant?: string | undefined;
  /** Of a comparison: a segment's id. Default `overall`. */
  readonly segment?: string | undefined;
}

/** How many people it takes. */
export interface Respondents {
  readonly difference: number;
  /** Answers needed in each group; in a paired survey, people who judge both. */
  readonly perGroup: number;
  /** Answers in all. */
  readonly respondents: number;
  /** People to invite in all, at the response rate. */
  readonly invitations: number;
}

/** What `sampleSizeFor` found. Plain frozen data. */
export interface SampleSize {
  readonly kind: 'sample size';
  readonly design: SurveyDesign;
  readonly outcome?: OutcomeName;
  readonly variant?: string;
  readonly segment?: string;
  readonly power: number;
  readonly alpha: number;
  readonly responseRate: number;
  /** Standard deviations behind it: of the answers in each group, or of one person's change. */
  readonly sd: { readonly baseline: number; readonly variant: number } | { readonly difference: number };
  /** For the difference as predicted; absent where none is predicted, or none that can be counted: no number of people would show it. */
  readonly needed?: Respondents;
  /** For the end of the comparison's interval that is nearer to 0, where the interval does not hold 0. */
  readonly ifSmaller?: Respondents;
  /** What was assumed on the way. */
  readonly assumptions: readonly string[];
  readonly sentence: string;
}

/** Of how many people an impact is told. */
export interface PopulationOptions {
  /** How many people the shares stand for, 0…1e12. Default: the study's `population`. */
  readonly population?: number | undefined;
}

/** A change in numbers of people, or in money. */
export interface PopulationChange {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** One segment, or everybody. */
export interface ImpactHere {
  /** What the segment is called. Absent of everybody, and where it has no name. */
  readonly name?: string;
  readonly people: number;
  /** How many are better or worse off on the leading outcome, by more than the comparison's margin. */
  readonly better: number;
  readonly worse: number;
  /** How many more (or, below 0, fewer) are satisfied, delighted, complete the journey, come back. Absent where it was not computed. */
  readonly satisfied?: PopulationChange;
  readonly delighted?: PopulationChange;
  readonly completing?: PopulationChange;
  readonly returning?: PopulationChange;
  /** In the currency of `returnValue`, over the segments that name one. */
  readonly money?: PopulationChange;
  readonly sentence: string;
}

/** One variant, for everybody and by segment. */
export interface VariantImpact {
  readonly overall: ImpactHere;
  readonly segments: { readonly [id: string]: ImpactHere };
}

/** What `populationImpact` found. Plain frozen data. */
export interface PopulationImpact {
  readonly kind: 'population impact';
  readonly population: number;
  /** What better and worse off were judged by. */
  readonly outcome: OutcomeName;
  readonly variants: { readonly [name: string]: VariantImpact };
  /** Keys in order, whatever they look like. */
  readonly order: { readonly variants: readonly string[]; readonly segments: readonly string[] };
}
