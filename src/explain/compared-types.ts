import type { OutcomeName } from '../experience/outcomes';
import type { Explanation, LeavingExplanation } from './types';

/** What may differ between two steps at the same place. */
export type StepDifference =
  'step' | 'reached' | 'skipped' | 'option' | 'left' | 'duration' | 'affect' | 'failure' | 'recovery' | 'felt time';

/** The first place at which the two journeys are not lived alike. */
export interface Parting {
  /** Place in the journey, from 0. */
  readonly place: number;
  /** Id of the step standing there; absent where that journey is already over. */
  readonly baseline?: string;
  readonly variant?: string;
  readonly differs: readonly StepDifference[];
}

/** One outcome of this customer, before and after. */
export interface OutcomeChange {
  readonly baseline: number;
  readonly variant: number;
  /** variant − baseline. */
  readonly difference: number;
}

/** One variant, as the same customer lived it. */
export interface ExplainedVariant {
  readonly explanation: Explanation;
  /** Absent where every step is lived alike. */
  readonly parting?: Parting;
  readonly changes: { readonly [Name in OutcomeName]?: OutcomeChange };
  readonly leaving: { readonly baseline: false | LeavingExplanation; readonly variant: false | LeavingExplanation };
  readonly sentence: string;
}

/** One customer in the baseline and in each variant. Plain frozen data. */
export interface ComparedExplanation {
  readonly kind: 'compared explanation';
  readonly segment: string;
  readonly customer: number;
  readonly baseline: Explanation;
  readonly variants: { readonly [variant: string]: ExplainedVariant };
  /** Keys in order, whatever they look like. */
  readonly order: { readonly variants: readonly string[] };
}
