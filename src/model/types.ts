import type { MemoryModel, MemoryModelInput, CustomMemory } from './memory';
import type { Parameter } from './parameter';
import type { WaitingEffects } from './waiting-effects';
import type { Some } from '../plain/as-written';

export type { Parameter };

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
  /** What changing the channel does. Default: nothing, as in `defaultModel`. */
  readonly handOff: HandOffModel;
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

/** What waiting does, by what it is like. */
export interface WaitingModel extends WaitingEffects {
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
  /** Affect lost per doubling of the wait beyond its tolerance, by felt time: a wait that feels longer sours sooner. 0–5. Default 1 (judgement). */
  readonly impatience: Parameter;
  /** Seconds before a wait sours, where neither the step nor the journey says. Default 20 (judgement). */
  readonly tolerance: Parameter;
  /** How occupied a wait is when the step does not say. 0–1. Default 0.5 (judgement). */
  readonly occupied: Parameter;
  /** ρ: affect that work shown during a wait (`work`) adds to a good next step, or takes from a poor one. 0–5. Default 1 (sign: Buell & Norton 2011; size: judgement). */
  readonly work: Parameter;
  /** Seconds of work shown at which 63 % of that is reached. 1–1e5. Default 30 (judgement; Buell & Norton 2011 show 30 s and 60 s). */
  readonly workTime: Parameter;
}

/** Any of the settings of waiting, and of each effect any part. */
export type WaitingModelInput = {
  readonly [Key in keyof WaitingModel]?: (WaitingModel[Key] extends Parameter ? Parameter : Some<WaitingModel[Key]>) | undefined;
};

export type {
  PeakRule,
  MemorySettings,
  BlendMemory,
  EndWindow,
  RecencyMemory,
  AcclimationDecayMemory,
  TotalMemory,
  CustomMemoryModel,
  MemoryModel,
  MemoryModelInput,
  AffectCurve,
  CustomMemory,
} from './memory';

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
  /** g: how strongly shown-minus-true progress changes giving up. 0–10. Default 2 (randomised trials of survey bars: Villar, Callegaro & Yang 2013). */
  readonly gain: Parameter;
  /** Goal gradient: `pace` = exp(effort · true progress). Default 2 (judgement). */
  readonly effort: Parameter;
}

/** What it costs to change the channel between two steps that are lived, where both say theirs. */
export interface HandOffModel {
  /** Shift of the next step's affect, −10…0. Default 0: no size is published. */
  readonly affect: Parameter;
  /** Added to the next step's effort, where it has one, 0…10. Default 0. */
  readonly effort: Parameter;
  /** Seconds it takes, at the affect on entering the next step, 0…1e7. Default 0. */
  readonly duration: Parameter;
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
  /** Affect lost per doubling of felt time over what the expected duration would feel like. Default 0.5 (judgement). */
  readonly slow: Parameter;
  /** Where satisfaction lies for whoever remembers what was expected and 0: logits, −5…5. Default 0, satisfaction 50. */
  readonly base: Parameter;
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
  /** How people answer whether they would recommend. Default: as in `defaultModel`. */
  readonly recommendation: {
    /** How much higher people answer on that scale than on that of satisfaction: logits, −5…5. Default 0.5 (airport survey forms). */
    readonly shift: Parameter;
  };
}
