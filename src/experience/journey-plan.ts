import type { MergedAffect } from '../journey/types';
import type { CustomMemory, EndWindow, MemoryModel, PeakRule } from '../model/types';
import type { Slot } from '../sampling/column-plan';
import type { Happenings } from './living/happenings';
import type { QuietRows } from './living/quiet-rows';

/** Happens to a customer whose uniform lies below the probability. */
export interface ChancePlan {
  readonly uniform: Slot;
  readonly probability: Slot;
}

/** What a wait adds: it sours with the time lived and uses up patience. */
export interface WaitPlan {
  /** Affect lost per doubling beyond the tolerance: phase × impatience. */
  readonly souring: Slot;
  readonly toleranceSeconds: Slot;
  /** Seconds by the clock after which it feels as long as the tolerance, where nobody is informed. */
  readonly soursAfter: Slot;
  /** Patience used up per second waited. */
  readonly hazard: Slot;
}

export interface RecoveryPlan extends ChancePlan {
  readonly affect: Slot;
  readonly seconds: Slot;
}
/** Extra time that is a wait. */
export interface FailureWaitPlan extends WaitPlan {
  /** What its conditions do to affect, and to felt time. */
  readonly shift: Slot;
  readonly stretch: Slot;
  /** κ, where live information is given. */
  readonly information: Slot | undefined;
}
/** Going through it once more. */
export interface RetryPlan {
  readonly wait: UnitPlan | undefined;
  /** With draws of its own, and the next retry among them. */
  readonly again: UnitPlan;
}
export interface FailurePlan extends ChancePlan {
  readonly affect: Slot;
  readonly seconds: Slot;
  readonly wait: FailureWaitPlan | undefined;
  readonly recovery: RecoveryPlan | undefined;
  readonly retry: RetryPlan | undefined;
}

/** What moves the affect of a step away from what is written. */
export type EffectName = 'segment response' | 'waiting conditions' | 'relief' | 'attraction of choice' | 'overload of choice';

/** A plain step, part or option: something with draws of its own. */
export interface UnitPlan {
  readonly kind: 'unit';
  readonly id: string;
  /** Time that passes and is neither felt nor waited. */
  readonly gap: boolean;
  readonly skip: ChancePlan | undefined;
  readonly seconds: Slot;
  /** Affect on entering and on leaving, the segment's response and every constant shift included; not yet clamped unless `settled`. */
  readonly start: Slot;
  readonly end: Slot;
  /** `start` and `end` are already clamped and nothing that happens changes them: they can be used as they are. */
  readonly settled: boolean;
  /** A shift that differs between customers. */
  readonly shift: Slot | undefined;
  /** What all shifts of the line are made of, by name: for explaining, nothing else reads it. */
  readonly effects: readonly { readonly name: EffectName; readonly slot: Slot }[];
  readonly wait: WaitPlan | undefined;
  /** Factor on felt time. */
  readonly stretch: Slot;
  /** Felt seconds of the planned duration, where nothing in them differs between customers but the duration. */
  readonly felt: Slot | undefined;
  /** κ, where live information is given. */
  readonly information: Slot | undefined;
  readonly dropout: ChancePlan | undefined;
  readonly failure: FailurePlan | undefined;
  /** 0…10, where the step says. */
  readonly effort: Slot | undefined;
  /** Of the last moment of whoever leaves here, below the one before. */
  readonly leavingAffect: Slot;
  readonly channel: string | undefined;
  /** A wait during which people see the work that is done for them. */
  readonly showsWork: boolean;
  /** Whether more than its chances and souring can set it apart from what is drawn for its time and affect: effort, what went before. */
  readonly eventful: boolean;
}

/** Whoever has the least −ln(u) ÷ weight is taken. */
export interface RacerPlan {
  /** A uniform of its own. */
  readonly taste: Slot;
  /** exp of what draws people. */
  readonly weight: Slot;
}
/** It draws by appeal + θ·expected affect. */
export interface OptionPlan extends RacerPlan {
  readonly unit: UnitPlan;
  /** For explaining, nothing else reads them: the affect expected, and what overload takes from it where people can walk on. */
  readonly expectedAffect: number;
  readonly overload: Slot;
}
export interface ChoicePlan {
  readonly kind: 'choice';
  readonly skip: ChancePlan | undefined;
  readonly options: readonly OptionPlan[];
  readonly decidingSeconds: Slot;
  /** Walking on. */
  readonly none: RacerPlan | undefined;
}
export interface MergedPlan {
  readonly kind: 'merged';
  readonly id: string;
  readonly parts: readonly NodePlan[];
  /** Its own effort, in place of its parts'. */
  readonly effort: Slot | undefined;
  readonly affect: MergedAffect | { readonly start: Slot; readonly end: Slot };
}
export type NodePlan = UnitPlan | ChoicePlan | MergedPlan;

export interface StepPlan {
  readonly id: string;
  readonly node: NodePlan;
  /** Goal gradient at this step. */
  readonly pace: Slot;
}

export interface MemoryPlan {
  readonly kind: MemoryModel['kind'];
  readonly carryOver: Slot;
  readonly recallDelaySeconds: Slot;
  readonly lifetimeSeconds: Slot;
  /** Effort is remembered as affect is; otherwise it is a mean. */
  readonly remembersEffort: boolean;
  readonly peak: PeakRule;
  /** Undefined: one stretch. */
  readonly endWindow: EndWindow | undefined;
  /** How long worst, best and end are: seconds, or a share of the whole where that is shorter. */
  readonly stretch: { readonly seconds: Slot; readonly share: Slot };
  /** Cohesion is already in them, and they are divided by their sum where they are drawn. */
  readonly weights: { readonly [Key in 'peak' | 'end' | 'mean' | 'beginning' | 'trend' | 'duration']: Slot };
  /** What of recency stays where the parts do not cohere, 0…1; the rest is the mean. */
  readonly cohesion: number;
  readonly halfLife: Slot;
  readonly acclimation: Slot;
  readonly decay: Slot;
  readonly remember: CustomMemory | undefined;
}

/** One journey for one segment: everything looked up, each parameter a column that may be constant. */
export interface JourneyPlan {
  readonly steps: readonly StepPlan[];
  /** Of the block at hand, like what stands in slots. */
  readonly happenings: Happenings;
  readonly rows: QuietRows;
  /** Progress made when leaving at step k (k = number of steps: completed). */
  readonly progressAt: Float64Array;
  readonly canLeave: boolean;
  readonly canFail: boolean;
  readonly hasEffort: boolean;
  readonly hasSkip: boolean;
  readonly patience: Slot | undefined;
  readonly promiseSeconds: number | undefined;
  readonly expectedSeconds: number | undefined;
  /** What they would feel like. */
  readonly expectedFelt: Slot | undefined;
  readonly returnValue: number | undefined;
  readonly expectation: Slot;
  readonly priorBelief: Slot;
  readonly memory: MemoryPlan;
  readonly time: {
    readonly perspective: 'retrospective' | 'prospective';
    readonly beta: Slot;
    readonly referenceSeconds: Slot;
    readonly boundary: Slot;
    readonly floor: Slot;
  };
  readonly leavingAffect: Slot;
  /** What changing the channel costs. Undefined: nothing. */
  readonly handOff: { readonly affect: Slot; readonly effort: Slot; readonly seconds: Slot } | undefined;
  /** What work shown adds to a good next step. Undefined: none is shown. */
  readonly work: { readonly credit: Slot; readonly seconds: Slot } | undefined;
  readonly satisfaction: { readonly [Key in 'balance' | 'lossAversion' | 'scale' | 'late' | 'lateScale' | 'slow' | 'base']: Slot };
  readonly loyalty: { readonly slope: Slot; readonly base: Slot };
  /** Logits by which people recommend more than they are satisfied. */
  readonly recommendationShift: Slot;
  /** Noise on the two answers, points of 100. */
  readonly noise: { readonly satisfaction: Slot; readonly recommendation: Slot };
}
