import type { OutcomeName } from '../experience/outcomes';
import type { EndWindow, MemoryModel, PeakRule } from '../model/types';
import type { StepExplanation } from './step-types';

/** One stretch of the lived curve; affect goes in a line. */
export interface CurveMoment {
  /** Ids of the step, and of the part or option in it. */
  readonly step: string;
  readonly unit: string;
  readonly what: 'deciding' | 'hand-off' | 'lived' | 'failure' | 'recovery' | 'leaving';
  /** Clock seconds since the journey began. */
  readonly at: number;
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

/** The worst or the best, as the peak is made of it. */
export interface PeakPart {
  readonly of: 'worst' | 'best';
  /** How much of the peak it is, 0…1. */
  readonly weight: number;
  /** Mean affect over it. */
  readonly value: number;
  /** How long it is; 0: a moment without length. */
  readonly seconds: number;
  /** Places in `curve` of the first and the last moment that it covers. */
  readonly moments: readonly [from: number, to: number];
  /** The step that holds most of it, and what that was. */
  readonly step: string;
  readonly what: CurveMoment['what'];
  /** Of a moment without length: which end of the line it is. */
  readonly side?: 'start' | 'end';
}

/** One part of what is remembered: how much it weighs, and what it was. */
export interface MemoryTerm {
  readonly name: 'peak' | 'end' | 'mean' | 'beginning' | 'trend' | 'duration' | 'expectation' | 'moment' | 'custom';
  /** Index in `curve`, for terms of one moment. */
  readonly moment?: number;
  readonly weight?: number;
  readonly value?: number;
  /** What it adds to the remembered utility, affect units. */
  readonly contribution: number;
}

/** How what was lived became what is remembered. */
export interface MemoryExplanation {
  readonly kind: MemoryModel['kind'];
  readonly peak: {
    readonly value: number;
    readonly rule: PeakRule;
    /** What it is made of, and where that lies: the worst, the best or both; none where nothing was lived. */
    readonly parts: readonly PeakPart[];
  };
  readonly end: { readonly value: number; readonly window?: EndWindow };
  /** How long worst, best and, where it has no window, end are for this customer, seconds; 0: moments without length. */
  readonly stretchSeconds: number;
  readonly mean: number;
  /** They add up to `beforeFading`. */
  readonly terms: readonly MemoryTerm[];
  readonly beforeFading: number;
  /** Where the question comes later: prior + (beforeFading − prior)·kept. */
  readonly fading?: { readonly delaySeconds: number; readonly kept: number; readonly priorBelief: number };
  readonly rememberedUtility: number;
}

/** One part of the quality that satisfaction is read from. */
export interface SatisfactionTerm {
  readonly name: 'memory' | 'gap' | 'lateness' | 'slowness';
  readonly value: number;
}
/** How what is remembered became satisfaction. */
export interface SatisfactionExplanation {
  readonly expectation: number;
  /** Remembered utility within ±10. */
  readonly remembered: number;
  /** remembered − expectation. */
  readonly gap: number;
  /** ω and λ. */
  readonly balance: number;
  readonly lossAversion: number;
  readonly lateness?: { readonly promiseSeconds: number; readonly chargedSeconds: number; readonly over: number; readonly cost: number };
  /** What was expected by the clock, what that would feel like, and the felt time that is charged. */
  readonly slowness?: {
    readonly expectedSeconds: number;
    readonly expectedFeltSeconds: number;
    readonly chargedSeconds: number;
    readonly ratio: number;
    readonly cost: number;
  };
  /** They add up to `quality`, affect units. */
  readonly terms: readonly SatisfactionTerm[];
  readonly quality: number;
  /** s and base of 100·logistic(quality/s + base). */
  readonly scale: number;
  readonly base: number;
  /** 0…100. */
  readonly satisfaction: number;
}

/** How satisfaction became the chance of coming back. */
export interface LoyaltyExplanation {
  readonly satisfaction: number;
  /** With the same draws and no failures; absent where nothing can fail. */
  readonly withoutFailures?: SatisfactionExplanation;
  /** The lower of the two. */
  readonly counted: number;
  readonly slope: number;
  readonly base: number;
  readonly logit: number;
  readonly loyalty: number;
  readonly returnValue?: number;
  readonly value?: number;
}

/** How clock time became felt time. */
export interface TimeExplanation {
  readonly perspective: 'retrospective' | 'prospective';
  readonly clockSeconds: number;
  /** Of these, time in gaps, which is neither felt nor waited. Absent: none. */
  readonly gapSeconds?: number;
  readonly waitingSeconds: number;
  readonly feltSeconds: number;
  /** β and τ of f(t) = τ·(t/τ)^β. */
  readonly beta: number;
  readonly referenceSeconds: number;
  /** Prospective only: felt = meanStretch · f(clock − gaps) · boundaryFactor. */
  readonly meanStretch?: number;
  readonly steps?: number;
  readonly boundaryFactor?: number;
}

/** What this customer would answer when asked. */
export interface AnswersExplanation {
  /** Noise in points of 100. */
  readonly csat: { readonly noise: number; readonly value: number };
  /** From satisfaction moved by `shift` logits. */
  readonly recommendation: { readonly shift: number; readonly noise: number; readonly value: number };
  readonly nps: number;
  readonly satisfied: boolean;
  readonly delighted: boolean;
}

/** Effectiveness, ease and emotion, and the index made of them. */
export interface ThreeEsExplanation {
  /** Clock-weighted mean effort 0…10, what is remembered of it (the mean, unless the memory says otherwise) and what that makes of ease; absent where no step names its effort. */
  readonly ease?: { readonly meanEffort: number; readonly rememberedEffort: number; readonly value: number };
  readonly effectiveness: { readonly steps: number; readonly succeeded: number; readonly value: number };
  readonly emotion: number;
  readonly index: number;
}

/** Where this customer left, and why. */
export interface LeavingExplanation {
  readonly step: string;
  readonly unit: string;
  readonly why: 'dropout' | 'patience';
  /** Clock seconds. */
  readonly at: number;
  /** How far the last moment lies below the one before. */
  readonly affect: number;
}

/** Everything one simulated customer drew, lived, remembers and answers. Plain frozen data; `toText` tells it. */
export interface Explanation {
  readonly kind: 'explanation';
  readonly journey: string;
  readonly seed: string;
  readonly segment: string;
  /** Counted from 0, as in `columns`. */
  readonly customer: number;
  /** Model parameters that differ between customers, by path. */
  readonly parameters: { readonly [path: string]: number };
  /** The customer's hidden factors, standard normal, where the segment's steps lean on them. */
  readonly hidden: { readonly affect?: number; readonly duration?: number };
  /** X. */
  readonly expectation: number;
  readonly priorBelief: number;
  /** For the whole journey; absent: never leaves for waiting. */
  readonly patienceSeconds?: number;
  readonly steps: readonly StepExplanation[];
  readonly curve: readonly CurveMoment[];
  readonly leaving: false | LeavingExplanation;
  readonly time: TimeExplanation;
  readonly memory: MemoryExplanation;
  readonly satisfaction: SatisfactionExplanation;
  readonly answers: AnswersExplanation;
  readonly loyalty: LoyaltyExplanation;
  readonly threeEs: ThreeEsExplanation;
  /** Every outcome of this customer, as in the columns that `keep` keeps. */
  readonly outcomes: { readonly [Name in OutcomeName]?: number };
}
