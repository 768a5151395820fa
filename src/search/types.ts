import type { Margin } from '../comparison/compare-types';
import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput, MergedAffect } from '../journey/types';
import type { Edit } from '../redesign/types';
import type { Caution, Comparison, StudyRecord, Versions } from '../results/types';
import type { Robustness, Uncertainty } from '../robustness/types';
import type { SegmentsOrIds, Study } from '../simulation/types';
import type { Interval } from '../statistics/interval';
import type { StandardInput, StandardsReport, Verdict } from '../standards/types';

/** Alternatives: at most one of them is done. Made by `oneOf`. */
export interface OneOf {
  /** Which family this is. */
  readonly family: 'oneOf';
  /** Each an edit, or a list of edits that belong together. */
  readonly proposals: readonly (Edit | readonly Edit[])[];
}

/** One step is moved to the start or to the end. Made by `moveTo`. */
export interface MoveTo {
  /** Which family this is. */
  readonly family: 'moveTo';
  /** Where to. */
  readonly place: 'start' | 'end';
  /** Which steps may be moved. Default: all that no pin holds. */
  readonly ids?: readonly string[] | undefined;
  /** What the move costs, −1e15…1e15. Default: it costs nothing. */
  readonly cost?: number | undefined;
}

/** Neighbours are merged. Made by `mergeNeighbours`. */
export interface MergeNeighbours {
  /** Which family this is. */
  readonly family: 'mergeNeighbours';
  /** Which steps may be merged. Default: all that are not merged yet. */
  readonly ids?: readonly string[] | undefined;
  /** Most steps in one merged step, 2…6. Default 3 (judgement). */
  readonly longest?: number | undefined;
  /** How what is merged feels, as in `merge`. Default `kept`. */
  readonly affect?: MergedAffect | undefined;
  /** What each merge costs, −1e15…1e15. Default: it costs nothing. */
  readonly cost?: number | undefined;
}

/** Steps are put into another order. Made by `anyOrder`. */
export interface AnyOrder {
  /** Which family this is. */
  readonly family: 'anyOrder';
  /** Which steps may change places with each other. Default: all that no pin holds. */
  readonly ids?: readonly string[] | undefined;
  /** What another order costs, −1e15…1e15. Default: it costs nothing. */
  readonly cost?: number | undefined;
}

/** Many edits at once, as plain JSON. */
export type Family = OneOf | MoveTo | MergeNeighbours | AnyOrder;

/** What may be done: an edit, edits that belong together, or a family of edits. A design takes each or leaves it. */
export type Candidate = Edit | readonly Edit[] | Family;

/** What is to be made better, and for whom. */
export interface Objective {
  /** Any outcome. */
  readonly outcome: OutcomeName;
  /** A segment's id, or `overall`. Default `overall`. */
  readonly segment?: string | undefined;
}

/** An objective in full. */
export interface StatedObjective {
  readonly outcome: OutcomeName;
  /** A segment's id, or `overall`. */
  readonly segment: string;
}

/** What every search takes: a journey, what may be done to it, and a study. */
export interface SearchInput<Segments extends SegmentsOrIds = string> extends Omit<Study<Segments>, 'keep' | 'until' | 'outcomes'> {
  /** The journey as it is. */
  readonly journey: JourneyInput;
  /** What may be done, in the order in which it is done; at most 200, of which at most one is `anyOrder`, which is done last. */
  readonly candidates: readonly Candidate[];
  /** Most that the edits of a design may cost together, in the unit of their `cost`, 0…1e15. Default: no limit. */
  readonly budget?: number | undefined;
  /** Most edits in a design, 1…100. Default: no limit. */
  readonly maxEdits?: number | undefined;
  /** Most designs that are looked at, the journey as it is among them, 2…100,000. Default 10,000 (judgement): some seconds. */
  readonly most?: number | undefined;
  /** Customers of each segment in the last choice, and again in the report, 100…50,000. Default 10,000. */
  readonly customers?: number | undefined;
}

/** What `findRedesigns` takes. */
export interface FindRedesignsInput<Segments extends SegmentsOrIds = string> extends SearchInput<Segments> {
  /**
   * What is to be better: the first decides which design is best, all of them (and the cost) which are on the front; 1…6. Default `satisfaction`,
   * `perceivedDuration` and `completed`.
   */
  readonly objectives?: readonly (OutcomeName | Objective)[] | undefined;
  /** What must hold, as in `checkStandards`: a design is best only among those that keep all. Default: none. */
  readonly standards?: StandardInput | readonly StandardInput[] | undefined;
  /**
   * Differences within it are practically none: points of satisfaction, or by outcome, as in `compare`. Of designs so near the best the cheapest is
   * chosen, then the shortest. Default: half of the last digit that is usually written, 0.05 points (judgement).
   */
  readonly margin?: Margin | undefined;
  /** Whether, and over what, the verdicts on the first three are tried, as in `robustness`. Default `true`: 100 sets without shares. */
  readonly robustness?: boolean | Uncertainty | undefined;
}

/** What `bestOrder` takes: as `findRedesigns`, with steps in place of candidates. */
export interface BestOrderInput<Segments extends SegmentsOrIds = string> extends Omit<
  FindRedesignsInput<Segments>,
  'candidates' | 'budget' | 'maxEdits'
> {
  /** Which steps may change places with each other. Default: all that no pin holds. */
  readonly ids?: readonly string[] | undefined;
}

/** What `leastChange` takes. */
export interface LeastChangeInput<Segments extends SegmentsOrIds = string> extends SearchInput<Segments> {
  /** What has to be reached, as in `checkStandards`: `atLeast('satisfaction', 70, { segment: 'elderly' })`, or several at once. */
  readonly target: StandardInput | readonly StandardInput[];
  /** What there is to be least of; where it is the same, the other decides. Default `edits`. */
  readonly least?: 'edits' | 'cost' | undefined;
}

/** How one objective changes: design − journey as it is, in the outcome's unit. */
export interface ObjectiveChange extends StatedObjective {
  /** Mean difference over customers on whom nothing was chosen. */
  readonly difference: number;
  readonly interval: Interval;
}

/** A design that came through the search. */
export interface FoundRedesign {
  /** What it is called in `comparison`: `design A`. */
  readonly name: string;
  /** For `redesign`. */
  readonly edits: readonly Edit[];
  /** The edits in words. */
  readonly description: string;
  /** What its edits cost together; 0 where they name nothing. */
  readonly cost: number;
  /** How many of its edits name no cost, and count as none. */
  readonly unpriced: number;
  /** One entry an objective, in their order. */
  readonly changes: readonly ObjectiveChange[];
  /** Whether all standards hold. Absent where there are none. */
  readonly standards?: Verdict;
  /** How far it fell short of the one chosen in the last choice (where none keeps the standards, of the first leader), in the first objective's unit; below 0 where it came out better, but not by enough. */
  readonly behind: { readonly difference: number; readonly interval: Interval };
  /** Whether its verdict is `robust`, `likely` or `depends`. Absent where that was not tried. */
  readonly verdict?: 'robust' | 'likely' | 'depends';
}

/** How the designs were looked through. */
export interface Searched {
  /** `exact`: every design; `climbing`: from many beginnings to what is better nearby; `shortest first`: short lists of edits before long ones, to the limit. */
  readonly method: 'exact' | 'climbing' | 'shortest first';
  /** Designs that people could go through, each made and looked at; `leastChange` stops at the first that reaches the target. */
  readonly designs: number;
  /** Lists of edits that cannot be done, that break an `after` or a `pin`, or that leave no step with effort where ease is asked for. */
  readonly impossible: number;
  /** How many went through each round, and with how many customers of each segment. None where few designs go straight to the choice. */
  readonly rounds: readonly { readonly designs: number; readonly customers: number }[];
}

/** How sure the choice among the leaders is. */
export interface Selection {
  /** How many it was made among: the leaders that kept the standards, and the journey as it is where that did. */
  readonly among: number;
  /** Customers of each segment, of whom none had been in the search. */
  readonly customers: number;
  /** With this probability at least … */
  readonly confidence: number;
  /** … no leader that kept the standards is better than the one chosen by more than this, in the first objective's unit: 0 says that it is the best of them. */
  readonly within: number;
  /** What counts as practically nothing in that unit: designs this near the best are as good, and the simplest of them is chosen. */
  readonly margin: number;
}

/** What `findRedesigns` and `bestOrder` found. Plain frozen data. */
export interface Redesigns {
  readonly kind: 'redesigns';
  readonly objectives: readonly StatedObjective[];
  /**
   * Of those that keep the standards the best by the first objective; the cheapest, then the shortest, of those that are practically as good. Absent where
   * that is the journey as it is, or where none keeps them.
   */
  readonly best?: FoundRedesign;
  /** All that came through the rounds, best first. */
  readonly leaders: readonly FoundRedesign[];
  /** Leaders, cheapest first: each clearly better in some objective than all before it (the journey as it is, at a cost of 0, among them), by more than practically nothing. */
  readonly front: readonly FoundRedesign[];
  readonly selection: Selection;
  readonly searched: Searched;
  /** What `compare` says of them, over customers of the study's own seed, of whom none had been in search or choice. */
  readonly comparison: Comparison;
  /** What `checkStandards` says of them. Absent where there are no standards. */
  readonly standards?: StandardsReport;
  /** What `robustness` says of the first three. Absent where it was not asked, or nothing is better than the journey as it is. */
  readonly robustness?: Robustness;
  readonly cautions: readonly Caution[];
  readonly study: StudyRecord;
  readonly versions: Versions;
  readonly sentence: string;
}

/** What `leastChange` found. Plain frozen data. */
export interface LeastChange {
  readonly kind: 'least change';
  readonly least: 'edits' | 'cost';
  /** `reached`; `not reached`: all designs fall short; `cannot tell`: some come so near that the simulation error leaves it open. */
  readonly verdict: 'reached' | 'not reached' | 'cannot tell';
  /** The design with the least of it that reaches the target; where it cannot be told, the one that comes nearest. Absent where none is near. */
  readonly found?: FoundRedesign;
  /** Of the designs with less of it: how many there are, and how many of them may reach the target after all. */
  readonly less: { readonly designs: number; readonly open: number };
  /** How sure it is that the others fall short, all of them at once. */
  readonly confidence: number;
  readonly searched: Searched;
  /** What `compare` says of the one found, over customers of the study's own seed. Absent where none is near. */
  readonly comparison?: Comparison;
  /** What `checkStandards` says of it. Absent where none is near. */
  readonly standards?: StandardsReport;
  readonly cautions: readonly Caution[];
  readonly study: StudyRecord;
  readonly versions: Versions;
  readonly sentence: string;
}
