import type { Distribution } from '../distributions/families';
import type { OutcomeName } from '../experience/outcomes';
import type { JourneyInput, SourceKind } from '../journey/types';
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
  /**
   * The journeys' and segments' own numbers: a 90 % half-width by path, points of affect or of expectation (`'doctor.affect': 1`), or a factor
   * (`'doctor.duration': 1.2`); 0, or 1 for a factor, is known for certain. `'source'`: as widely as its source says, and `'*': 'source'` all that
   * are not named. Default: `{ '*': 'source' }`. `{}`: none.
   */
  readonly inputs?: { readonly [path: string]: number | 'source' } | undefined;
  /**
   * From how many base sets the shares of the uncertainty are worked out (`spread.shares`): each is lived once more for every source of it. 0 … 10,000,
   * default 128; 0: no shares.
   */
  readonly shares?: number | undefined;
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
  /** What is not known, and over which the verdict is tried. Default: five memories, every parameter of `parameterPriors` and every number of the journeys and segments, in 200 sets. */
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

/** What part of the answer's variance one source has, with standard errors; 0 … 1, but for luck: a small one may come out below 0. */
export interface SourceShare {
  /** First order: what would be gone if this alone were known. */
  readonly first: number;
  readonly firstError: number;
  /** Total: what would be left if all but this were known; the first order, and its part in what several sources do together. */
  readonly total: number;
  readonly totalError: number;
}

/**
 * Of all that is uncertain about the difference (its variance over what we do not know, and the luck of who was simulated), what comes from
 * where. `guesses`, `inputs`, `model`, `memory`, `sampling` (first orders) and `interactions` sum to 1.
 */
export interface UncertaintyShares {
  /** Numbers of journeys and segments that are guesses, or whose source is not said. Absent where there are none. */
  readonly guesses?: SourceShare;
  /** Other numbers of journeys and segments: from experts, literature, measurement. */
  readonly inputs?: SourceShare;
  /** The model's numbers. */
  readonly model?: SourceShare;
  /** Memory models, peak rules and end windows. */
  readonly memory?: SourceShare;
  /** The luck of who was simulated: more customers take it away. */
  readonly sampling: number;
  /** What several sources do together only. */
  readonly interactions: number;
}

/** The sources of what is uncertain, in this order. */
export type UncertaintySource = 'guesses' | 'inputs' | 'model' | 'memory';

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
  | { readonly by: 'parameter' | 'input'; readonly path: string; readonly side: 'above' | 'below'; readonly value: number };

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
  readonly spread: Sources & {
    /** What comes from where. Absent where nothing is uncertain, or no shares were asked for. */
    readonly shares?: UncertaintyShares;
  };
  readonly memory: { readonly [name: string]: MemoryVerdict };
  /** By peak rule, and by end window; empty where none was tried. */
  readonly peak: { readonly [name: string]: MemoryVerdict };
  readonly endWindow: { readonly [name: string]: MemoryVerdict };
  readonly parameters: { readonly [path: string]: ParameterEffect };
  /** As `parameters`, of the journeys' and segments' own numbers: of the 200 at most that go most with the difference. */
  readonly inputs: { readonly [path: string]: ParameterEffect };
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

/** Which number of a step, or of a segment: affect and expectation are shifted, the others (`failure` and `dropout`: chances) multiplied. */
export type InputNumber = 'affect' | 'duration' | 'failure' | 'dropout' | 'expectation' | 'patience' | 'expectedDuration';

/** What a number of the journeys or segments was drawn from: a shift in points around 0, or a factor around 1. 90 % lies between `low` and `high`. */
export interface DrawnInput extends DrawnParameter {
  /** 0 for a shift, 1 for a factor. */
  readonly asStudied: number;
  readonly source: SourceKind | 'not said';
  /** The step, part or option (or the stream it draws from), or the segment. */
  readonly of: string;
  /** What that is called. Absent where it has no name. */
  readonly name?: string;
  readonly number: InputNumber;
  /** Of what a redesign promises to change: the variants that do, as `variant` or `variants.name`. Absent: of the number itself, wherever it stands. */
  readonly variants?: readonly string[];
}

/** What it would be worth to know something for certain, to whoever then takes the best: the baseline, or a variant. */
export interface Worth {
  /** Expected gain in the outcome's unit, per customer; 0 where no value it may have would change the choice. */
  readonly gain: number;
  /** Standard error of `gain`, of having drawn so many sets only. */
  readonly gainError: number;
  /** Expected gain in money, over the whole population, to whoever takes what is worth most. Only with `population`, and a `returnValue` in every segment. */
  readonly money?: number;
}

/** As {@link Worth}, of one number. */
export interface WorthOfNumber extends Worth {
  /** Share of the variance between sets that goes with this number alone, 0 … 1; of several variants of that where it is largest. */
  readonly share: number;
}

/** A number to find out next, and why. */
export interface ToMeasure extends WorthOfNumber {
  readonly path: string;
  /** The variant spoken of: that whose difference it moves most when tried alone, or where it is worth nothing, the one chosen or nearest to it. */
  readonly variant: string;
  /** Where it alone turns that variant's verdict. */
  readonly flips: readonly Flip[];
  readonly sentence: string;
}

/** What it would be worth to know more before deciding: expected values of perfect information over the parameter sets. */
export interface ValueOfInformation {
  /** What is best by what is known now: a variant, by its mean over all sets; absent: the baseline. */
  readonly choice?: string;
  /** The mean over all sets that the choice brings, in the outcome's unit; 0 for the baseline. */
  readonly expected: number;
  /** Of knowing everything. */
  readonly everything: Worth;
  /** Of knowing all of one source. Only where shares were worked out. */
  readonly sources: { readonly [Source in UncertaintySource]?: Worth };
  readonly parameters: { readonly [path: string]: WorthOfNumber };
  readonly inputs: { readonly [path: string]: WorthOfNumber };
  /** At most three numbers of the journeys and segments, those first that are worth most to know; where none is, those that would narrow the answer most. */
  readonly measureFirst: readonly ToMeasure[];
  readonly sentence: string;
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
    readonly inputs: { readonly [path: string]: DrawnInput };
  };
  /** The parameter sets, column by column. */
  readonly sets: {
    readonly memory: readonly string[];
    /** Empty where no peak rule, or no end window, was tried. */
    readonly peak: readonly string[];
    readonly endWindow: readonly string[];
    readonly parameters: { readonly [path: string]: readonly number[] };
    readonly inputs: { readonly [path: string]: readonly number[] };
  };
  /** What it would be worth to know more before deciding. */
  readonly information: ValueOfInformation;
  readonly cautions: readonly Caution[];
  readonly study: Omit<StudyRecord, 'outcomes'>;
  readonly versions: Versions;
}
