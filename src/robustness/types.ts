import type { Distribution } from '../distributions/families';
import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput } from '../journey/types';
import type { CustomMemory, EndWindow, MemoryModelInput, PeakRule } from '../model/types';
import type { Caution, Conclusion, StudyRecord, Versions } from '../results/types';
import type { SegmentsOrIds, Study } from '../simulation/types';
import type { Interval } from '../statistics/interval';

/** What we do not know, and over which the verdict is tried. */
export interface Uncertainty {
  /** Memory models by a name of your own; they replace the study's. Default: `peakEnd`, `classicPeakEnd`, `meanEnd`, `averaging` and `recency`. `{}`: only the study's own. */
  readonly memory?: { readonly [name: string]: MemoryModelInput | CustomMemory } | undefined;
  /**
   * Peak rules by a name of your own, each put over the memory models that take a peak. Default: worst and best as 3 to 2, `extreme`, `furthest`
   * (judgement), and the study's own; where `memory` is named, none: each model keeps its own. `{}`: none.
   */
  readonly peak?: { readonly [name: string]: PeakRule } | undefined;
  /**
   * End windows by a name of your own, each put over the memory models that take an end. Default: the last moment, the last minute (at most a
   * tenth of the journey), the last tenth (judgement), and the study's own; where `memory` is named, none: each model keeps its own. `{}`: none.
   */
  readonly endWindow?: { readonly [name: string]: EndWindow } | undefined;
  /** Parameters by path (`satisfaction.lossAversion`): a distribution of what we believe, or `[low, high]` for uniform. Default: `parameterPriors`. `{}`: none. */
  readonly parameters?: { readonly [path: string]: Distribution | readonly [low: number, high: number] } | undefined;
  /** How many parameter sets, dealt out evenly over memory models, peak rules and end windows. 1 … 10,000, default 200. */
  readonly draws?: number | undefined;
}

/** What `robustness` takes: a baseline, its variants, what is not known, and a study. */
export interface RobustnessInput<Segments extends SegmentsOrIds = string> extends Omit<Study<Segments>, 'keep' | 'until'> {
  /** The journey as it is. */
  readonly baseline: JourneyInput;
  /** One variant, called `variant`; or several by name in `variants`. Default: none. */
  readonly variant?: JourneyInput | undefined;
  /** Several variants, by names of your own; instead of `variant`. */
  readonly variants?: { readonly [name: string]: JourneyInput } | undefined;
  /** Whose difference the verdict is about. Default `satisfaction`. */
  readonly outcome?: OutcomeName | undefined;
  /** Differences within it are practically none, in the outcome's unit, 0 or more. Default 0: then half of the studied difference is what has to hold. */
  readonly margin?: number | undefined;
  /** What is not known, and over which the verdict is tried. Default: five memories and every parameter of `parameterPriors`, in 200 sets. */
  readonly over?: Uncertainty | undefined;
}

/** Of all parameter sets, the share with each conclusion; they sum to 1. */
export interface ConclusionShares {
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  readonly undecided: number;
}

/** Variant − baseline over all parameter sets, in the outcome's unit: how it varies with what we do not know. */
export interface DifferenceRange {
  readonly mean: number;
  /** 90 % of the parameter sets lie between these. */
  readonly p5: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

/** Where differences come from, kept apart: three standard deviations in the outcome's unit. */
export interface Sources {
  /** Between parameter sets, were there endlessly many customers: what we do not know. More customers do not help. */
  readonly uncertainty: number;
  /** Of the mean difference for one parameter set: what more simulated customers would take away. */
  readonly simulation: number;
  /** Between customers: how differently the change acts on different people. Not an error at all. */
  readonly customers: number;
}

/** The comparison under one set of assumptions. */
export interface VerdictUnder {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly conclusion: Conclusion;
}

/** One memory model, or peak rule, or end window: the verdict with all else as in the study, and over the parameter sets dealt to it. */
export interface MemoryVerdict extends VerdictUnder {
  readonly sets: number;
  readonly shares: ConclusionShares;
  /** As in {@link RobustnessHere}, of its own sets. */
  readonly holds?: number;
}

/** One parameter alone, all else as in the study. */
export interface ParameterEffect {
  /** The difference with the parameter at the ends of its range (`over.parameters[path]`), in the outcome's unit. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Spearman's rank correlation with the difference, over all parameter sets. */
  readonly correlation: number;
}

/** An assumption under which the study's verdict turns into its opposite, beyond the margin where one is given. */
export type Flip =
  | { readonly by: 'memory' | 'peak' | 'endWindow'; readonly name: string; readonly conclusion: Conclusion }
  | { readonly by: 'parameter'; readonly path: string; readonly side: 'above' | 'below'; readonly value: number };

/** One variant in one segment, or over all customers. */
export interface RobustnessHere {
  readonly share: number;
  /** The comparison with the study's own model. */
  readonly asStudied: VerdictUnder;
  readonly shares: ConclusionShares;
  /**
   * Share of the parameter sets that conclude as the study does and, where that is better or worse, by at least half of its difference
   * (judgement), or where a margin is given, by more than the margin. 0…1; absent where the study itself is undecided.
   */
  readonly holds?: number;
  readonly difference: DifferenceRange;
  /** Where the study's own difference lies among those of the sets: the nine in ten are those between `p5` and `p95`. */
  readonly amongSets: 'within' | 'outside nine in ten' | 'outside all';
  readonly spread: Sources;
  readonly memory: { readonly [name: string]: MemoryVerdict };
  /** By peak rule, and by end window; empty where none was tried. */
  readonly peak: { readonly [name: string]: MemoryVerdict };
  readonly endWindow: { readonly [name: string]: MemoryVerdict };
  readonly parameters: { readonly [path: string]: ParameterEffect };
  readonly flips: readonly Flip[];
  /** The difference of each parameter set, in the order of `sets`. */
  readonly differences: readonly number[];
  /**
   * `robust`: at least nine parameter sets in ten hold, of ten at least, and nothing flips; `likely`: at least eight in ten hold; else, and where the study
   * itself is undecided, `depends` (limits: judgement).
   */
  readonly verdict: 'robust' | 'likely' | 'depends';
  readonly sentence: string;
}

/** One variant, over all customers and by segment. */
export interface VariantRobustness {
  readonly overall: RobustnessHere;
  readonly segments: { readonly [id: string]: RobustnessHere };
  readonly sentence: string;
}

/** What a parameter was drawn from. */
export interface DrawnParameter {
  readonly distribution: Distribution;
  /** The ends at which the parameter is tried alone: those of the distribution, or its 1 % and 99 % points where it has none. */
  readonly low: number;
  readonly high: number;
  /** What the study itself assumes; absent where it lets the parameter differ between customers. */
  readonly asStudied?: number;
  readonly source: string;
}

/** What `robustness` found. Plain frozen data. */
export interface Robustness {
  readonly kind: 'robustness';
  readonly outcome: OutcomeName;
  /** In the outcome's unit; 0 where none was given. */
  readonly margin: number;
  readonly variants: { readonly [name: string]: VariantRobustness };
  /** Keys in order, whatever they look like. */
  readonly order: { readonly variants: readonly string[]; readonly segments: readonly string[] };
  readonly over: {
    readonly memory: readonly string[];
    readonly peak: { readonly [name: string]: PeakRule };
    readonly endWindow: { readonly [name: string]: EndWindow };
    readonly parameters: { readonly [path: string]: DrawnParameter };
  };
  /** The parameter sets, column by column. */
  readonly sets: {
    readonly memory: readonly string[];
    /** Empty where no peak rule, or no end window, was tried. */
    readonly peak: readonly string[];
    readonly endWindow: readonly string[];
    readonly parameters: { readonly [path: string]: readonly number[] };
  };
  readonly cautions: readonly Caution[];
  readonly study: Omit<StudyRecord, 'outcomes'>;
  readonly versions: Versions;
}
