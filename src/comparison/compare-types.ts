import type { OutcomeName } from '../experience/outcomes';
import type { Journey, JourneyInput, SegmentInput } from '../journey/types';
import type { Comparison, Requested } from '../results/types';
import type { Study } from '../simulation/types';

/** What counts as the same: a number is points of satisfaction; by outcome, each in its own unit. */
export type Margin = number | { readonly [Name in OutcomeName]?: number };

export interface CompareInput<
  Segments extends readonly SegmentInput[] = readonly SegmentInput[],
  Variant extends string = string,
  Name extends Requested = Requested,
> extends Study<Segments, Name> {
  readonly baseline: Journey | JourneyInput;
  readonly variants: { readonly [Key in Variant]: Journey | JourneyInput };
  /** Differences within it are practically none. Default 0. */
  readonly margin?: Margin;
}

type IdOf<Segments> = Segments extends readonly { readonly id: infer Id extends string }[] ? Id : string;
export type ComparisonOf<Segments, Variant extends string, Name> = Comparison<IdOf<Segments>, Variant, Extract<Name, OutcomeName>>;
