import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput } from '../journey/types';
import type { Caution, StudyRecord, Versions } from '../results/types';
import type { SegmentsOrIds, Study } from '../simulation/types';
import type { Interval } from '../statistics/interval';
import type { Contribution } from '../waterfall/types';

/** What `drivers` takes: a journey and a study. */
export interface DriversInput<Segments extends SegmentsOrIds = string> extends Omit<Study<Segments>, 'keep' | 'until'> {
  /** The journey as it is. */
  readonly journey: JourneyInput;
  /** What the levers are to move. Default `satisfaction`. */
  readonly outcome?: OutcomeName | undefined;
  /** Ids of the steps that are tried, 1…200, in whatever order. Default: all; a journey of more than 200 has to name them. */
  readonly steps?: readonly string[] | undefined;
  /** Whether remembered utility is shared out over the steps too, 30 at most: the slow part. Default: where they are eight at most, so that every order is counted. */
  readonly shapley?: boolean | undefined;
}

/**
 * What is changed of one step, all else as it is: `affect` one point better, `duration` 10 % shorter, `failure` one percentage point less likely,
 * `dropout` 10 % less likely (of what it is), `removal` the step taken away.
 */
export type Lever = 'affect' | 'duration' | 'failure' | 'dropout' | 'removal';

/** By lever what it does to the mean of the outcome, over all customers of a place; a lever that cannot act there is absent. */
export type LeverEffects = { readonly [Key in Lever]?: Contribution };

/** One of the four fields of importance against performance (Martilla & James 1977). */
export type ImportanceField = 'concentrate here' | 'keep up the good work' | 'low priority' | 'possible overkill';

/** One way through a choice. */
export interface OptionDrivers {
  readonly id: string;
  readonly name: string;
  readonly levers: LeverEffects;
}

/** One step, to all customers or to one segment. */
export interface StepDrivers {
  readonly name: string;
  /** Share of customers who live it at all, 0…1. */
  readonly reached: number;
  /** Performance: mean affect, −10…+10, of those who live it. Absent of a gap, and where nobody does. */
  readonly affect?: { readonly mean: number; readonly interval: Interval };
  readonly levers: LeverEffects;
  /** Of a step with a choice: each way through it alone, the step as written first, under its own id. */
  readonly options?: readonly OptionDrivers[];
  /** Where it lies in the table of importance against performance. Absent where that has fewer than two steps. */
  readonly field?: ImportanceField;
  /** Whether its intervals keep clear of both lines of that table. Absent as `field`. */
  readonly clear?: boolean;
}

/** The two lines that part the four fields: means over the steps in the table. */
export interface ImportanceLines {
  /** Mean gain of +1 affect, in the outcome's unit, better above 0. */
  readonly importance: number;
  /** Mean affect. */
  readonly performance: number;
}

/** What one step holds of the remembered utility. */
export interface ShapleyShare extends Contribution {
  readonly name: string;
  /** Its part of the total; below 0 where it pulls the other way, above 1 where others do. Absent where the total is not told from 0. */
  readonly share?: number;
}

/** Remembered utility shared out over the steps. Plain points of affect, −10…+10. */
export interface RememberedShares {
  /** Mean remembered utility with every step neutral, and as the journey is. */
  readonly start: number;
  readonly end: number;
  /** end − start. */
  readonly total: Contribution;
  /** By id, gaps left out. Sums to the total. */
  readonly steps: { readonly [id: string]: ShapleyShare };
}

/** One segment, or all customers. */
export interface DriversHere {
  readonly share: number;
  /** Mean outcome of the journey as it is. */
  readonly mean: number;
  readonly steps: { readonly [id: string]: StepDrivers };
  /** Absent where fewer than two steps have both importance and performance. */
  readonly lines?: ImportanceLines;
  /** Absent where it was not asked for. */
  readonly remembered?: RememberedShares;
}

/** The steps by what one lever brings, over all customers. */
export interface LeverRanking {
  /** Ids of the steps where it can act, most gain first. */
  readonly order: readonly string[];
  /** The step where it brings most. Absent where no gain is told from none. */
  readonly first?: string;
  /** Steps that may bring as much or more: their paired difference from the first is not told from 0, all pairs of steps looked at together. Empty without a first. */
  readonly open: readonly string[];
  readonly sentence: string;
}

/** A lever that cannot act somewhere. */
export interface LeverNote {
  readonly step: string;
  readonly lever: Lever;
  /** One way through a choice. Absent: of the whole step. */
  readonly option?: string;
  /** Ids of the segments it concerns. */
  readonly segments: readonly string[];
  readonly reason: string;
}

/** A lever that acts, but not as far as it says. */
export interface LimitedLever extends LeverNote {
  /** For which share of customers, 0…1, of the segment and unit where it is largest. */
  readonly share: number;
}

/** What `drivers` found. Plain frozen data. */
export interface Drivers {
  readonly kind: 'drivers';
  readonly outcome: OutcomeName;
  readonly overall: DriversHere;
  readonly segments: { readonly [id: string]: DriversHere };
  /** By lever, those left out that can act nowhere. */
  readonly rankings: { readonly [Key in Lever]?: LeverRanking };
  /** Keys in order, whatever they look like: segments as in the study, steps that were tried, and all that remembered utility is shared out over, as in the journey. */
  readonly order: { readonly segments: readonly string[]; readonly steps: readonly string[]; readonly remembered: readonly string[] };
  /** Levers that cannot act: there is no figure, which is not the same as 0. */
  readonly absent: readonly LeverNote[];
  /** Levers that act, but not as far as they say: a chance below one percentage point, affect near the end of its scale. */
  readonly limited: readonly LimitedLever[];
  /** How remembered utility was shared out: over all orders, or over this many drawn ones (whose error is in the standard errors). Absent where it was not. */
  readonly shapley?: { readonly method: 'exact' | 'sampled'; readonly orders: number; readonly journeys: number };
  readonly sentence: string;
  readonly cautions: readonly Caution[];
  readonly study: Omit<StudyRecord, 'outcomes'>;
  readonly versions: Versions;
}
