import type { OutcomeName } from '../experience/outcomes';
import type { Estimate } from '../statistics/estimate';

/** A mean with its error, where no quantiles are kept. */
export interface MeanEstimate {
  readonly mean: number;
  readonly standardError: number;
  readonly sd: number;
}

/** What one step was for those who lived it. */
export interface StepSummary {
  /** Share of customers who lived this step at all, 0…1. */
  readonly reached: number;
  /** Seconds, deciding, failure and recovery included. */
  readonly clockDuration: MeanEstimate;
  /** Felt seconds of this step alone. */
  readonly perceivedDuration: MeanEstimate;
  /** Mean affect within the step. */
  readonly affect: Estimate;
  /** Mean affect on entering the step and at its end; of whoever leaves in it, before the drop of leaving. */
  readonly affectStart: number;
  readonly affectEnd: number;
  /** Share of all customers' peaks that lies here, 0…1: of a peak made of worst and best, each counts its weight, in the step that holds most of it. */
  readonly peakShare: number;
  /** Goal gradient: how much faster people move here than at the start, exp(effort · true progress). */
  readonly pace: number;
  /** Share of all customers who leave here, 0…1. */
  readonly left: number;
  /** For a choice: the share of those who reached it that took each option. */
  readonly chosen?: { readonly [optionId: string]: number };
}

/** NPS with the three groups it is made from, as shares 0…1 that sum to 1: quite different customers can have one NPS. */
export interface NpsEstimate extends Estimate {
  /** Answers 9 and 10 of 0…10, rounded half up. */
  readonly promoters: number;
  /** Answers 7 and 8. */
  readonly passives: number;
  /** Answers 0 to 6. */
  readonly detractors: number;
}

/** What is stated of one outcome. */
export type EstimateOf<Name extends OutcomeName> = Name extends 'nps' ? NpsEstimate : Estimate;

/** Outcomes that exist only where the journey or the segment gives rise to them. */
export type OptionalOutcome = 'ease' | 'value';

/** One estimate an outcome; those that need not exist may be absent. */
export type Outcomes<Name extends OutcomeName = OutcomeName> = {
  readonly [Key in Exclude<Name, OptionalOutcome>]: EstimateOf<Key>;
} & { readonly [Key in Extract<Name, OptionalOutcome>]?: Estimate };

/** Everything known of one segment, or of all. */
export type Summary<Name extends OutcomeName = OutcomeName> = Outcomes<Name> & {
  /** How many customers were simulated. */
  readonly customers: number;
  /** Share of the population. */
  readonly share: number;
  /** How many people that share stands for, where a population was named. */
  readonly people?: number;
  /** Step by step, by id; in order by the result's `order.interactions`. Absent where `outcomes` was limited without naming `interactions`. */
  readonly interactions?: { readonly [id: string]: StepSummary };
  /** The same outcomes over those only who completed. Absent where nobody can leave. */
  readonly completers?: { readonly share: number } & { readonly [Key in Name]?: EstimateOf<Key> };
};
