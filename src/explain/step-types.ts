import type { EffectName } from '../experience/journey-plan';
import type { WaitingCondition } from '../model/waiting-effects';

/** One number that was drawn, or stands fixed, for this customer. */
export interface DrawnValue {
  readonly what:
    | 'duration'
    | 'affect'
    | 'affect at start'
    | 'affect at end'
    | 'effort'
    | 'failure affect'
    | 'failure duration'
    | 'recovery affect'
    | 'recovery duration';
  /** The step, part or option that drew it. */
  readonly id: string;
  /** Seconds, affect −10…+10, effort 0…10. */
  readonly value: number;
  /** Share of customers who draw less, 0…1. Absent: the same for everybody. */
  readonly uniform?: number;
}

/** One thing that may happen: it does where the uniform lies below the probability. */
export interface DrawnChance {
  readonly what: 'skip' | 'dropout' | 'failure' | 'recovery';
  readonly id: string;
  readonly uniform: number;
  readonly probability: number;
  readonly happens: boolean;
}
/** What chance decided for this customer: a value, or whether something happened. */
export type Draw = DrawnValue | DrawnChance;

/** What moves the affect line: of the model's own, or of what happened on the way. */
export type LineEffectName = EffectName | 'hand-off' | 'shown work' | 'souring' | 'cut short' | 'carry-over' | 'clamping';

/** How far one effect moves each end of a line, affect units. */
export interface LineEffect {
  readonly name: LineEffectName;
  readonly start: number;
  readonly end: number;
}

/** How the affect of a step came about: `written` plus all `effects` is `start` → `end`. */
export interface LineExplanation {
  /** As drawn from the journey or the segment's replacement; of a merged step, what its parts make together. */
  readonly written: { readonly start: number; readonly end: number };
  /** Only those that move something. */
  readonly effects: readonly LineEffect[];
  readonly start: number;
  readonly end: number;
}

/** What one condition of a wait did. */
export interface ConditionExplanation {
  readonly condition: WaitingCondition;
  /** How far it holds, 0…1. */
  readonly degree: number;
  /** Factor on felt time. */
  readonly time: number;
  /** Shift of affect. */
  readonly affect: number;
  /** Factor on how fast patience is used up. */
  readonly hazard: number;
}

/** What a wait was to this customer. */
export interface WaitExplanation {
  /** Only conditions that hold. Their factors multiply to `stretch` before information, and to `hazard`. */
  readonly conditions: readonly ConditionExplanation[];
  readonly toleranceSeconds: number;
  /** Seconds by the clock after which it feels as long as the tolerance: from there it sours. */
  readonly soursAfterSeconds: number;
  /** Affect lost per doubling beyond the tolerance. */
  readonly souringPerDoubling: number;
  /** Patience used up per second. */
  readonly hazard: number;
  /** Seconds of patience before and after, where the customer has a limit. */
  readonly patienceBefore?: number;
  readonly patienceAfter?: number;
  /** What live information did to the factor on felt time, where it was given. */
  readonly information?: { readonly before: number; readonly takesAway: number; readonly after: number };
}

/** One option of a choice, as this customer saw it. */
export interface OptionExplanation {
  readonly id: string;
  /** Logits. */
  readonly appeal: number;
  readonly expectedAffect: number;
  /** Affect that the number of options takes away, where walking on is possible. Absent: none. */
  readonly overload?: number;
  /** The customer's private liking, logits, from the uniform beside it. */
  readonly taste: number;
  readonly uniform: number;
  /** appeal + θ·(expectedAffect + overload) + taste: the highest is taken. */
  readonly score: number;
  /** Share of such customers who take it, 0…1. */
  readonly probability: number;
  readonly chosen: boolean;
}
/** Walking on without choosing, as this customer saw it. */
export interface NoChoiceExplanation extends Pick<OptionExplanation, 'appeal' | 'taste' | 'uniform' | 'score' | 'probability' | 'chosen'> {}
/** What this customer could choose from, and what they took. */
export interface ChoiceExplanation {
  readonly options: readonly OptionExplanation[];
  /** Walking on without choosing, where that is possible. */
  readonly none?: NoChoiceExplanation;
  readonly decidingSeconds: number;
}

/** What went wrong for this customer, and what made up for it. */
export interface FailureExplanation {
  /** Shift of affect that was drawn, and the level it led to. */
  readonly affect: number;
  readonly level: number;
  /** Where it soured to, if its time was a wait that did. */
  readonly end?: number;
  readonly seconds: number;
  /** Where that time is a wait. */
  readonly wait?: WaitExplanation;
  readonly recovery?: { readonly affect: number; readonly level: number; readonly seconds: number };
}

/** A step, or a part of a merged one, as this customer lived it. */
export interface UnitExplanation {
  readonly id: string;
  readonly name?: string;
  readonly kind: 'service' | 'wait' | 'gap' | 'merged';
  /** Whether the customer was still there. */
  readonly reached: boolean;
  readonly skipped: boolean;
  /** The option taken, where there was a choice and the step was lived. */
  readonly took?: string;
  readonly choice?: ChoiceExplanation;
  readonly left: false | 'dropout' | 'patience';
  /** In the order of the model. Those of a step not reached stand too: whoever leaves is charged for the whole plan. */
  readonly draws: readonly Draw[];
  readonly plannedSeconds: number;
  /** Time on the affect line: cut where the customer left; 0 where not lived. */
  readonly livedSeconds: number;
  /** Deciding, lived, failure and recovery time together, every time through it; of a gap the time that passed. */
  readonly totalSeconds: number;
  /** Factor on felt time, of all that together. */
  readonly stretch: number;
  /** Absent where not lived. */
  readonly line?: LineExplanation;
  readonly wait?: WaitExplanation;
  readonly failure?: FailureExplanation;
  /** The waits and further times through it, in order, of whoever failed and tried again. */
  readonly again?: readonly UnitExplanation[];
  /** Of a merged step. */
  readonly parts?: readonly UnitExplanation[];
}

/** One step, as this customer lived it. */
export interface StepExplanation extends UnitExplanation {
  /** What the step feels like looking back, by itself. */
  readonly feltSeconds: number;
  /** Goal gradient, 1 at the start. */
  readonly pace: number;
  /** Its moments in `curve`: from, up to but not including. */
  readonly moments: readonly [from: number, to: number];
}
