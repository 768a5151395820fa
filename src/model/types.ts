import type { Distribution } from '../distributions/families';
import type { AsWritten, Some, WithDefaults } from '../plain/as-written';

/** A number, or a distribution over customers: each customer draws one value and keeps it for the whole journey. */
export type Parameter = number | Distribution;

/** The whole bundle of assumptions that turns what happens into what is felt, remembered, answered and done. */
export interface ExperienceModel {
  /** How long time feels. Default: as in `defaultModel`. */
  readonly time: TimeModel;
  /** What waiting does. Default: as in `defaultModel`. */
  readonly waiting: WaitingModel;
  /** What is remembered. Default `peakEnd`. */
  readonly memory: MemoryModel;
  /** What choosing does. Default: as in `defaultModel`. */
  readonly choice: ChoiceModel;
  /** What a progress display does. Default: as in `defaultModel`. */
  readonly progress: ProgressModel;
  /** What leaving early does. Default: as in `defaultModel`. */
  readonly abandonment: AbandonmentModel;
  /** How a memory becomes satisfaction. Default: as in `defaultModel`. */
  readonly satisfaction: SatisfactionModel;
  /** How satisfaction becomes loyalty. Default: as in `defaultModel`. */
  readonly loyalty: LoyaltyModel;
  /** How people answer. Default: as in `defaultModel`. */
  readonly response: ResponseModel;
}

/** What people write: any part of the model. A memory preset of another kind replaces, of the same kind merges. */
export type ExperienceModelInput = {
  readonly [Part in keyof ExperienceModel]?:
    | (Part extends 'waiting' ? WaitingModelInput : Part extends 'memory' ? MemoryModelInput | CustomMemory : Some<ExperienceModel[Part]>)
    | undefined;
};

/** How long time feels. */
export interface TimeModel {
  /** β of f(t) = τ·(t/τ)^β: felt time grows slower than the clock. Range 0.6–1. Default 0.90 (mean over studies: Eisler 1976; Kornbrot et al. 2013). */
  readonly beta: Parameter;
  /** τ, seconds, the length at which felt and clock time agree. Default 900 (15 min; judgement). */
  readonly reference: Parameter;
  /** `retrospective` (remembered; boundaries lengthen) or `prospective` (judged while it runs; boundaries shorten). Default retrospective. */
  readonly perspective: 'retrospective' | 'prospective';
  /** δ: each further step takes this share off the prospective estimate. 0–0.2. Default 0.03 (judgement; sign: Block, Hancock & Zakay 2010). */
  readonly boundary: Parameter;
  /** The least the boundary factor can be. 0–1. Default 0.8 (judgement). */
  readonly floor: Parameter;
}

/** What one waiting condition does at full degree; a degree g between 0 and 1 acts as time^g, affect·g, hazard^g. */
export interface WaitingEffect {
  /** Factor on felt time. 0.1–10. Neutral 1. Default: by condition. */
  readonly time: Parameter;
  /** Shift of affect, −10…+10. Neutral 0. Default: by condition. */
  readonly affect: Parameter;
  /** Factor on how fast patience is used up. 0–10. Neutral 1. Default: by condition. */
  readonly hazard: Parameter;
}

/** What waiting does, by what it is like. */
export interface WaitingModel {
  /** Nothing to do (degree 1 − occupied). Default time ×1.20 (Katz, Larson & Larson 1991; felt/real 1.36 in short queues, part of which is the power law). */
  readonly idle: WaitingEffect;
  /** Worry while waiting (degree `anxious`). Default time ×1.4 (direction: Maister 1985; size: judgement). */
  readonly anxious: WaitingEffect;
  /** A moving progress display. Default time ×0.89 (Harrison, Yeo & Hudson 2010). */
  readonly animated: WaitingEffect;
  /** Told position or remaining time. Default hazard ×0.38 (Munichor & Rafaeli 2007). */
  readonly informed: WaitingEffect;
  /** Told why. Default hazard ×0.85 (judgement), time ×1. */
  readonly explained: WaitingEffect;
  /** `fair: false`. Default affect −2 (direction: Pruyn & Smidts 1993; size: judgement). */
  readonly unfair: WaitingEffect;
  /** With others. Neutral by default: studies disagree (Maister 1985; Pruyn & Smidts 1999). */
  readonly accompanied: WaitingEffect;
  /** κ: the share of an overestimate that live information takes away. 0–1. Default 0.85 (Watkins et al. 2011). */
  readonly information: Parameter;
  /** Multiplies souring by when the wait falls. Default 0.25 / 1 / 1 (streaming stalls); restaurants differ (Dubé-Rioux et al. 1989). */
  readonly phase: {
    /** Of a wait before the service, 0…10. Default 0.25. */
    readonly before: Parameter;
    /** Of a wait in the middle of it, 0…10. Default 1. */
    readonly during: Parameter;
    /** Of a wait after it, 0…10. Default 1. */
    readonly after: Parameter;
  };
  /** Affect lost per doubling of the wait beyond its tolerance. 0–5. Default 1 (judgement). */
  readonly impatience: Parameter;
  /** Seconds before a wait sours, where neither the step nor the journey's promise says. Default 20 (judgement). */
  readonly tolerance: Parameter;
  /** How occupied a wait is when the step does not say. 0–1. Default 0.5 (judgement). */
  readonly occupied: Parameter;
}

/** Any of the settings of waiting, and of each effect any part. */
export type WaitingModelInput = {
  readonly [Key in keyof WaitingModel]?: (WaitingModel[Key] extends Parameter ? Parameter : Some<WaitingModel[Key]>) | undefined;
};

/** Which moment is the peak: of largest |affect|, furthest from the mean, the worst, the best, or the worst and the best together. */
export type PeakRule =
  | 'extreme'
  | 'furthest'
  | 'worst'
  | 'best'
  | {
      /** Weight of the worst moment, 0…1; the rest is that of the best. */
      readonly worstAndBest: number;
    };

/** What every memory model shares. */
export interface MemorySettings {
  /** φ: how much of the last moment's affect colours the next one. 0–0.9. Default 0. */
  readonly carryOver: Parameter;
  /** Seconds between the journey and the question. ≥ 0. Default 0. The memory fades to the prior belief as (1 + delay/4 h)^−0.13: half at five weeks (Geng et al. 2013). */
  readonly recallDelay: Parameter;
}

/** R = w_P·peak + w_E·end + w_M·mean + w_B·beginning + w_S·trend + w_D·tanh(mean/2)·ln(1 + T/60 s). */
export interface BlendMemory extends MemorySettings {
  /** Which memory this is. Default: the kind of the study's. */
  readonly kind: 'blend';
  /** Peak, end, mean and beginning sum to 1; trend and duration stand beside them. Default: as in `peakEnd`. */
  readonly weights: {
    /** Of the peak, 0…1. Default 0.35 (judgement: Alaybek et al. 2022). */
    readonly peak: Parameter;
    /** Of the end, 0…1. Default 0.35 (judgement: Alaybek et al. 2022). */
    readonly end: Parameter;
    /** Of the mean, 0…1. Default 0.3 (judgement: Tully & Meyvis 2016; Strijbosch et al. 2019). */
    readonly mean: Parameter;
    /** Of the beginning, 0…1. Default 0 (Alaybek et al. 2022). */
    readonly beginning: Parameter;
    /** Of the trend, −2…2. Default 0 (Ariely & Zauberman 2000). */
    readonly trend: Parameter;
    /** Of the duration, −2…2. Default 0 (Fredrickson & Kahneman 1993). */
    readonly duration: Parameter;
  };
  /** Which moment is the peak. Default `extreme`: the largest |affect|; of two alike the negative. */
  readonly peak: PeakRule;
  /** The end is the last value, unless a window is named: the mean of the last seconds, or share of the whole. Default: the last value. */
  readonly endWindow?:
    | {
        /** How long it is, 0…1e11 s. */
        readonly seconds: number;
      }
    | {
        /** How much of the whole it is, 0…1. */
        readonly share: number;
      };
}
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
  | AsWritten<Partial<BlendMemory>, { readonly weights: Some<BlendMemory['weights']> }>
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

/** What choosing does. */
export interface ChoiceModel {
  /** κ: affect that choosing adds among good options, or takes among bad. 0–3. Default 1 (sign: Botti & Iyengar 2004; size: judgement). */
  readonly attraction: Parameter;
  /** How far from the expectation the options must lie for three quarters of the attraction to show, affect units. Default 3 (judgement). */
  readonly scale: Parameter;
  /** θ: how much a better expected affect draws people, logits per affect unit. Default 0.5 (judgement). */
  readonly weight: Parameter;
  /** Seconds of deciding per doubling of options. Default 2 (Hick's law; size: judgement). */
  readonly deciding: Parameter;
  /** Affect lost per doubling of options above 8, at difficulty 1. Default 1 (Chernev et al. 2015 for the moderators; size: judgement). */
  readonly overload: Parameter;
  /** Affect that control gives back in a fully anxious wait. Default 1.5 (order: Mills & Krantz 1979; size: judgement). */
  readonly relief: Parameter;
  /** How fast relief saturates over choice + information. Default 1.2 (judgement). */
  readonly reliefRate: Parameter;
}

/** What a progress display does. */
export interface ProgressModel {
  /** g: how strongly shown-minus-true progress changes giving up. 0–10. Default 4 (Nunes & Drèze 2006). */
  readonly gain: Parameter;
  /** Goal gradient: `pace` = exp(effort · true progress). Default 2 (judgement). */
  readonly effort: Parameter;
}

/** What leaving early does. */
export interface AbandonmentModel {
  /** Affect of the last moment of whoever leaves, below the moment before. −10…0. Default −6 (unserved customers rate 1.5–2 of 5; judgement). */
  readonly affect: Parameter;
}

/** How a memory becomes satisfaction. */
export interface SatisfactionModel {
  /** ω: weight of the memory itself; the rest is its distance from the expectation. 0–1. Default 0.5 (judgement). */
  readonly balance: Parameter;
  /** λ: how much more a shortfall counts than an excess. 1–2.25. Default 1.95 (Brown et al. 2024). */
  readonly lossAversion: Parameter;
  /** s of 100·logistic(Q/s), affect units. > 0. Default 4 (judgement). */
  readonly scale: Parameter;
  /** The most that lateness costs, in units of `scale`. Default 3.4 (judgement). */
  readonly late: Parameter;
  /** Lateness, as a share of the promise, at which 63 % of that is lost. > 0. Default 0.2 (judgement). */
  readonly lateScale: Parameter;
  /** Affect lost per doubling of felt time over the expected duration. Default 0.5 (judgement). */
  readonly slow: Parameter;
}

/** How satisfaction becomes loyalty. */
export interface LoyaltyModel {
  /** Logits per 10 points of satisfaction. 0.3–1.2. Default 0.69 (Redelmeier, Katz & Kahneman 2003: OR 1.41 for half a point of ten). */
  readonly slope: Parameter;
  /** Logits at satisfaction 50. Default 0. */
  readonly base: Parameter;
}

/** How people answer. */
export interface ResponseModel {
  /** Standard deviation of what people answer around what they feel, points of 100. ≥ 0. Default 10 (judgement). */
  readonly sd: Parameter;
}
