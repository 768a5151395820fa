import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput } from '../journey/types';
import type { Comparison, Requested } from '../results/types';
import type { IdOf, OutcomeOf, SegmentsOrIds, Study } from '../simulation/types';

/** What counts as the same: a number is points of satisfaction; by outcome, each in its own unit. */
export type Margin = number | { readonly [Name in OutcomeName]?: number | undefined };

/** What `compare` takes: a baseline, its variants and a study. */
export interface CompareInput<
  Segments extends SegmentsOrIds = string,
  Variant extends string = string,
  Name extends Requested = Requested,
> extends Study<Segments, Name> {
  /** The journey as it is. */
  readonly baseline: JourneyInput;
  /** What it could become, by names of your own. */
  readonly variants: { readonly [Key in Variant]: JourneyInput };
  /** Differences within it are practically none: points of satisfaction, 0 or more; or by outcome, each in its own unit. Default 0. */
  readonly margin?: Margin | undefined;
}

/** What `compare` gives for these segments, variants and outcomes. */
export type ComparisonOf<Segments, Variant extends string, Name> = Comparison<IdOf<Segments>, Variant, OutcomeOf<Name>>;
