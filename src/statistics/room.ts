import type { SpareColumns } from './spare-columns';

/** Up to this many customers a segment every value is kept and quantiles are exact; above it they come from a histogram. */
export const exactLimit = 1_048_576;

export type QuantileRule = 'exact' | 'histogram';

/** How a study of that many customers a segment finds its quantiles. */
export function quantileRule(customers: number): QuantileRule {
  return customers <= exactLimit ? 'exact' : 'histogram';
}

/** How many customers come here, which may be a part of a study's, and how the study finds its quantiles. */
export interface Room {
  readonly customers: number;
  readonly rule: QuantileRule;
  /** Where columns come from, and go once nobody looks at them. Default: they are made, and forgotten. */
  readonly spare?: SpareColumns | undefined;
}

/** Room for a whole study. */
export function roomFor(customers: number): Room {
  return { customers, rule: quantileRule(customers) };
}
