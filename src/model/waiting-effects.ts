import type { Parameter } from './parameter';

/** What one waiting condition does at full degree; a degree g between 0 and 1 acts as time^g, affect·g, hazard^g. */
export interface WaitingEffect {
  /** Factor on felt time. 0.1–10. Neutral 1. Default: by condition. */
  readonly time: Parameter;
  /** Shift of affect, −10…+10. Neutral 0. Default: by condition. */
  readonly affect: Parameter;
  /** Factor on how fast patience is used up. 0–10. Neutral 1. Default: by condition. */
  readonly hazard: Parameter;
}

/** What each condition of a wait does. */
export interface WaitingEffects {
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
}

/** A condition of a wait that acts through the table of `waiting`. */
export type WaitingCondition = keyof WaitingEffects;

/** What an effect does where nothing is said of it. */
export const neutralEffect = { time: 1, affect: 0, hazard: 1 } as const;

/** Where a part of an effect may lie. */
export const effectRanges: { readonly [Part in keyof WaitingEffect]: readonly [min: number, max: number] } = {
  time: [0.1, 10],
  affect: [-10, 10],
  hazard: [0, 10],
};

/** In the order in which they are multiplied: how each differs from neutral by default, and the source of that. */
export const waitingEffects: {
  readonly [Key in keyof WaitingEffects]: { readonly differs: Partial<Record<keyof WaitingEffect, number>>; readonly source: string };
} = {
  idle: { differs: { time: 1.2 }, source: 'Katz, Larson & Larson 1991' },
  anxious: { differs: { time: 1.4 }, source: 'judgement (direction: Maister 1985)' },
  animated: { differs: { time: 0.89 }, source: 'Harrison, Yeo & Hudson 2010' },
  informed: { differs: { hazard: 0.38 }, source: 'Munichor & Rafaeli 2007' },
  explained: { differs: { hazard: 0.85 }, source: 'judgement' },
  unfair: { differs: { affect: -2 }, source: 'judgement (direction: Pruyn & Smidts 1993)' },
  accompanied: { differs: {}, source: 'neutral' },
};

export const waitingConditions = /* @__PURE__ */ Object.keys(waitingEffects) as readonly WaitingCondition[];
