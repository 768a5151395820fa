import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput } from '../journey/types';
import type { Edit } from '../redesign/types';
import type { Caution, StudyRecord, Versions } from '../results/types';
import type { SegmentsOrIds, Study } from '../simulation/types';
import type { Interval } from '../statistics/interval';

/** What `waterfall` takes: a baseline, the edits that make the redesign, and a study. */
export interface WaterfallInput<Segments extends SegmentsOrIds = string> extends Omit<Study<Segments>, 'keep' | 'until'> {
  /** The journey as it is. */
  readonly baseline: JourneyInput;
  /** At most 30, in the order in which they are to be done. */
  readonly edits: readonly Edit[];
  /** Whose mean difference is divided up. Default `satisfaction`. */
  readonly outcome?: OutcomeName | undefined;
}

/** A mean difference that some edits make, in the outcome's unit. */
export interface Contribution {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** What one edit adds; of edits that are only possible together, what they add together. */
export interface EditContribution extends Contribution {
  /** Places in the list of edits. */
  readonly edits: readonly number[];
  /** In words. */
  readonly description: string;
  /** Their costs together, where one is named. */
  readonly cost?: number;
}

/** One segment, or all customers. */
export interface WaterfallHere {
  readonly share: number;
  /** Mean outcome of the baseline and of the redesign. */
  readonly start: number;
  readonly end: number;
  /** What all edits do together. */
  readonly total: Contribution;
  /** What each adds to those before it, in the order given. Sums to the total. */
  readonly sequential: readonly EditContribution[];
  /** What each adds on average over all orders in which they can be done: nobody gains by standing first. Sums to the total. */
  readonly shapley: readonly EditContribution[];
  readonly sentence: string;
}

/** What `waterfall` found. Plain frozen data. */
export interface Waterfall {
  readonly kind: 'waterfall';
  readonly outcome: OutcomeName;
  readonly edits: readonly Edit[];
  readonly overall: WaterfallHere;
  readonly segments: { readonly [id: string]: WaterfallHere };
  /** Keys in order, whatever they look like. */
  readonly order: { readonly segments: readonly string[] };
  /** How the Shapley contributions came about: over all possible orders, or over this many drawn ones (whose error is in the standard errors). */
  readonly shapley: { readonly method: 'exact' | 'sampled'; readonly orders: number; readonly journeys: number };
  readonly cautions: readonly Caution[];
  readonly study: Omit<StudyRecord, 'outcomes'>;
  readonly versions: Versions;
}
