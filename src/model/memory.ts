import type { AsWritten, Some, WithDefaults } from '../plain/as-written';
import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';
import { reading } from '../plain/reading';
import { checkParameter } from './check-parameter';
import type { Parameter } from './parameter';
import { modelParameters } from './parameters';

/**
 * What the peak is made of, the worst and the best stretch (see `stretch`): whichever lies further from 0, whichever lies further from the mean (where both
 * are as far, half of each), the worst, the best, or both by a weight.
 */
export type PeakRule =
  | 'extreme'
  | 'furthest'
  | 'worst'
  | 'best'
  | {
      /** Weight of the worst, 0…1; the rest is that of the best. */
      readonly worstAndBest: number;
    };

/** What every memory model shares. */
export interface MemorySettings {
  /** φ: how much of the last moment's affect colours the next one. 0–0.9. Default 0. */
  readonly carryOver: Parameter;
  /** Seconds between the journey and the question. ≥ 0. Default 0. The memory fades to the prior belief as (1 + delay/4 h)^−0.13: half at five weeks (Geng et al. 2013). */
  readonly recallDelay: Parameter;
  /**
   * How long a memory lasts at all, seconds, 1…1e11: beyond it what is kept of it is gone soon, as 1/(1 + (delay/lifetime)⁴). Three to seven weeks where
   * it was tried (Geng et al. 2013); shorter for those who have been through it often. Default 1e11: for ever.
   */
  readonly lifetime: Parameter;
  /** How effort is remembered: its `mean` by the clock, or `remembered` as affect is, by its hardest moments and its end (Gutwin et al. 2016). Default `mean`. */
  readonly effort: 'mean' | 'remembered';
}

/** What every memory has unless it says otherwise. */
export const everyMemory: MemorySettings = /* @__PURE__ */ deepFreeze({ carryOver: 0, recallDelay: 0, lifetime: 1e11, effort: 'mean' });
/** The names of these that are numbers. */
export const everyMemoryNumber = ['carryOver', 'recallDelay', 'lifetime'] as const;

/** R = w_P·peak + w_E·end + w_M·mean + w_B·beginning + w_S·trend + w_D·tanh(mean/2)·ln(1 + T/60 s). */
export interface BlendMemory extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'blend';
  /** Peak, end, mean and beginning sum to 1; trend and duration stand beside them. Default: as in `peakEnd`. */
  readonly weights: {
    /** Of the peak, 0…1. Default 0.25 (judgement, within what experiments allow: public ratings). */
    readonly peak: Parameter;
    /** Of the end, 0…1. Default 0.25 (judgement, within what experiments allow: public ratings). */
    readonly end: Parameter;
    /** Of the mean, 0…1. Default 0.5 (judgement: public ratings; Tully & Meyvis 2016; Strijbosch et al. 2019). */
    readonly mean: Parameter;
    /** Of the beginning, 0…1. Default 0 (Alaybek et al. 2022). */
    readonly beginning: Parameter;
    /** Of the trend, −2…2. Default 0 (Ariely & Zauberman 2000). */
    readonly trend: Parameter;
    /** Of the duration, −2…2. Default 0 (Fredrickson & Kahneman 1993). */
    readonly duration: Parameter;
  };
  /** What the peak is made of. Default `{ worstAndBest: 0.6 }`: three parts the worst, two the best (judgement: loss aversion, Brown et al. 2024). */
  readonly peak: PeakRule;
  /**
   * How long the worst, the best and the end are: `seconds`, or `share` of the journey where that is shorter. Each is the mean affect over a stretch so
   * long; the worst and the best are the least and the greatest such mean. Failures, recoveries and leaving count in them as at least so long, since their
   * time by the clock may be none. Either 0: moments without length, as where no time passes. Default: a minute, or a tenth of a journey under ten minutes.
   */
  readonly stretch: {
    /** The longest it can be, seconds, 0…1e11. Default 60 (judgement: public ratings). */
    readonly seconds: Parameter;
    /** Of a short journey, this share of it, 0…1. Default 0.1 (judgement: public ratings). */
    readonly share: Parameter;
  };
  /**
   * Where the end is not one `stretch`: the mean of the last seconds, or of the last share of the whole; of both, the shorter; the last value where that is 0.
   * Default: none, one stretch.
   */
  readonly endWindow?: EndWindow;
}
/** How long an end is. */
export type EndWindow =
  | {
      /** How long it is, 0…1e11 s. */
      readonly seconds: number;
      /** At most so much of the whole, 0…1. Default: all of it. */
      readonly share?: number | undefined;
    }
  | {
      /** At most so long, 0…1e11 s. Default: however long. */
      readonly seconds?: number | undefined;
      /** How much of the whole it is, 0…1. */
      readonly share: number;
    };
/** Weights fall off exponentially towards the past, in shares of the whole. */
export interface RecencyMemory extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'recency';
  /** Share of the journey over which the weight halves. 0.001–100. Default 0.2, which fits service data. */
  readonly halfLife: Parameter;
}
/** Das Gupta, Karmarkar & Roels 2016: people get used to a level and forget: R = r₀ + γ·S/(1 − e^(−γT)). */
export interface AcclimationDecayMemory extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'acclimationDecay';
  /** α, per second, 0…10. Default 0.005 (judgement). */
  readonly acclimation: Parameter;
  /** γ, per second, 0…10. Default 0.002 (judgement). */
  readonly decay: Parameter;
}
/** The integral of affect over time, per 15 minutes: the benchmark that people do not follow. */
export interface TotalMemory extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'total';
}
/** A user's own model. It runs in this process only and has no JSON form. */
export interface CustomMemoryModel extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'custom';
  /** Turns what was lived into what is remembered. No default: JSON cannot hold it. */
  readonly remember: CustomMemory;
}
/** What is remembered of a journey. */
export type MemoryModel = BlendMemory | RecencyMemory | AcclimationDecayMemory | TotalMemory | CustomMemoryModel;
/** Any of the settings of a memory. Of another kind than the study's it replaces, of the same kind it is laid over. */
export type MemoryModelInput =
  | AsWritten<Partial<BlendMemory>, { readonly weights: Some<BlendMemory['weights']>; readonly stretch: Some<BlendMemory['stretch']> }>
  | Some<RecencyMemory>
  | Some<AcclimationDecayMemory>
  | Some<TotalMemory>
  | AsWritten<WithDefaults<CustomMemoryModel, Exclude<keyof CustomMemoryModel, 'kind'>>>;

/** One customer's lived moments in order. Each is a line from `affectStart[k]` to `affectEnd[k]` over `seconds[k]`. */
export interface AffectCurve {
  /** How many moments there are. */
  readonly count: number;
  /** How long each took, seconds. */
  readonly seconds: Float64Array;
  /** Affect at the beginning of each, −10…+10. */
  readonly affectStart: Float64Array;
  /** Affect at the end of each, −10…+10. */
  readonly affectEnd: Float64Array;
  /** How long all took together, seconds. */
  readonly totalSeconds: number;
}
/** Turns a lived curve into one remembered utility on the affect scale. `parameters.expectation` is the customer's X. */
export type CustomMemory = (curve: AffectCurve, parameters: { readonly expectation: number }) => number;

/** Only the blend weights that differ from nothing, the others are 0; of the most extreme and the last moment, unless said otherwise. */
function blend(weights: Partial<BlendMemory['weights']>, of: Partial<Pick<BlendMemory, 'peak' | 'stretch'>> = {}): BlendMemory {
  return deepFreeze({
    kind: 'blend',
    weights: { peak: 0, end: 0, mean: 0, beginning: 0, trend: 0, duration: 0, ...weights },
    peak: 'extreme',
    stretch: { seconds: 0, share: 0 },
    ...everyMemory,
    ...of,
  });
}

/**
 * The default memory: half the average, a quarter the last minute, a quarter the worst and the best minute, three to two. Of a journey under ten minutes, a
 * tenth of it in place of a minute: R = .50·M + .25·E + .15·W + .10·B. No moment moves it by more than what it was and how long it took, and nothing
 * that feels better lowers it. The split is judgement, chosen with public ratings among those that keep the published experiments
 * (Alaybek et al. 2022; Tully & Meyvis 2016; Strijbosch et al. 2019). Duration has no weight of its own.
 *
 * Plain data, so it can be varied: `{ ...peakEnd, weights: { peak: 0.3, end: 0.3, mean: 0.4 } }`.
 *
 * @example
 * import { peakEnd } from 'peakend';
 * peakEnd.weights.peak; // 0.25
 */
export const peakEnd: BlendMemory = /* @__PURE__ */ blend(
  { peak: 0.25, end: 0.25, mean: 0.5 },
  { peak: { worstAndBest: 0.6 }, stretch: { seconds: 60, share: 0.1 } },
);

/**
 * The rule as first written: half the most extreme moment, half the last, nothing else (Fredrickson & Kahneman 1993; Kahneman et al. 1993).
 *
 * @example
 * import { classicPeakEnd } from 'peakend';
 * classicPeakEnd.weights.mean; // 0
 */
export const classicPeakEnd: BlendMemory = /* @__PURE__ */ blend({ peak: 0.5, end: 0.5 });

/**
 * The time-weighted mean alone: neither peak nor end counts for more. The rival every peak-end claim should be tried against
 * (Cojuharenco & Ryvkin 2008; Tully & Meyvis 2016).
 *
 * @example
 * import { averaging } from 'peakend';
 * averaging.weights.mean; // 1
 */
export const averaging: BlendMemory = /* @__PURE__ */ blend({ mean: 1 });

/**
 * Mean 0.60, last moment 0.35, most extreme moment 0.05: a blend that public ratings of films favour.
 *
 * @example
 * import { meanEnd } from 'peakend';
 * meanEnd.weights.end; // 0.35
 */
export const meanEnd: BlendMemory = /* @__PURE__ */ blend({ peak: 0.05, end: 0.35, mean: 0.6 });

/**
 * Later moments count for more: the weight of a moment halves with every `halfLife` of the journey between it and the end.
 *
 * @param settings `halfLife`: a share of the whole journey, above 0 (0.2 fits service data). Default 0.2.
 * @returns the memory model, as data; remembered utility is on the affect scale.
 * @throws JourneyError `out-of-range`, `invalid-type`, `unknown-key`; whatever a distribution can be faulted for.
 *
 * @example
 * import { recency } from 'peakend';
 * recency({ halfLife: 0.2 }).kind; // 'recency'
 */
export function recency(settings: Some<Pick<RecencyMemory, 'halfLife'>> = {}): RecencyMemory {
  const { halfLife } = readSettings(settings, { halfLife: 0.2 });
  return deepFreeze({ kind: 'recency', halfLife, ...everyMemory });
}

/**
 * People get used to a level of service and forget what lies back (Das Gupta, Karmarkar & Roels 2016). Short encounters are best as a
 * crescendo, long ones as a U.
 *
 * @param settings `acclimation` α and `decay` γ, both per second, 0 or more. No universal values are published: choose them so that
 * 2·ln(γ/α)/(γ − α), the length from which the U wins, fits the journey. Defaults 0.005 and 0.002 (about ten minutes; judgement).
 * @returns the memory model, as data; remembered utility is on the affect scale and may pass ±10.
 * @throws JourneyError `out-of-range`, `invalid-type`, `unknown-key`; whatever a distribution can be faulted for.
 *
 * @example
 * import { acclimationDecay } from 'peakend';
 * acclimationDecay({ acclimation: 0.005, decay: 0.002 }).decay; // 0.002
 */
export function acclimationDecay(settings: Some<Pick<AcclimationDecayMemory, 'acclimation' | 'decay'>> = {}): AcclimationDecayMemory {
  const { acclimation, decay } = readSettings(settings, { acclimation: 0.005, decay: 0.002 });
  return deepFreeze({ kind: 'acclimationDecay', acclimation, decay, ...everyMemory });
}

/** Checked settings, defaults filled in: the same ranges as in a model written by hand. */
function readSettings<Name extends string>(settings: unknown, defaults: Record<Name, number>): Record<Name, Parameter> {
  const names = Object.keys(defaults) as Name[];
  const written = reading(settings, names, { path: 'settings' });
  const read: Record<Name, Parameter> = { ...defaults };
  for (const name of names) {
    const range = modelParameters[`memory.${name}`]!;
    const parameter = written.by(name, (value, path, issues) => checkParameter(value, path, issues, range));
    if (parameter !== undefined) read[name] = copyPlain(parameter);
  }
  written.finish();
  return read;
}

/**
 * Affect added up over time, per 15 minutes (Kahneman, Wakker & Sarin 1997): the benchmark people do not follow. It may pass ±10.
 *
 * @example
 * import { total } from 'peakend';
 * total.kind; // 'total'
 */
export const total: TotalMemory = /* @__PURE__ */ (() => deepFreeze({ kind: 'total' as const, ...everyMemory }))();

/** Each kind of memory: its settings beside `kind` and those of every memory, and what one starts from that replaces another kind. */
export const memoryKinds: {
  readonly [Kind in MemoryModel['kind']]: {
    readonly settings: readonly string[];
    readonly start: () => Omit<Extract<MemoryModel, { readonly kind: Kind }>, 'remember'>;
  };
} = {
  blend: { settings: ['weights', 'peak', 'stretch', 'endWindow'], start: () => peakEnd },
  recency: { settings: ['halfLife'], start: () => recency() },
  acclimationDecay: { settings: ['acclimation', 'decay'], start: () => acclimationDecay() },
  total: { settings: [], start: () => total },
  custom: { settings: ['remember'], start: () => ({ kind: 'custom', ...everyMemory }) },
};

/** The settings of a kind that are numbers, as the table of parameters has them. */
export function numberSettings(kind: MemoryModel['kind']): readonly string[] {
  return memoryKinds[kind].settings.filter((name) => Object.hasOwn(modelParameters, `memory.${name}`));
}
