import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { waitingConditions, type WaitingCondition } from '../model/waiting-effects';
import { fieldTable, optional, type FieldsOf } from './fields';
import { quantities } from './quantity-schema';
import { readSeconds } from './read-quantity';
import { between, flag, share, word } from './schema-parts';
import type { WaitConditions } from './types';

const phases = ['before', 'during', 'after'] as const;
const displays = ['plain', 'animated'] as const;

/** What may be said of any wait. */
export const waitEntries = /* @__PURE__ */ (() =>
  ({
    occupied: optional(share),
    explained: optional(flag),
    informed: optional(flag),
    fair: optional(flag),
    anxious: optional(between(0, 1, 'how worried people are,')),
    work: optional(flag),
    accompanied: optional(flag),
    phase: optional(word(phases)),
    tolerance: optional([quantities.seconds, readSeconds]),
    told: optional([quantities.seconds, readSeconds]),
    display: optional(word(displays)),
  }) satisfies FieldsOf<WaitConditions>)();

export const waitFields = /* @__PURE__ */ fieldTable('the waiting conditions as an object', waitEntries);

interface Condition<Value> {
  /** What can stand there. */
  readonly kind: 'share' | 'flag' | 'seconds' | readonly Value[];
  /** In the notes of a step; undefined where there is nothing to say. */
  readonly words: (value: Value) => string | undefined;
  /** What a redesign works with when it changes the condition, and the effect of the model it works through; undefined where that is no way to change felt time alone. */
  readonly lever: { readonly words: string; readonly effect: WaitingCondition } | undefined;
}

/** Everything else the library knows about each condition. */
export const waitConditions: { readonly [Key in keyof WaitConditions]-?: Condition<Required<WaitConditions>[Key]> } = {
  occupied: {
    kind: 'share',
    words: (value) => `${formatNumber(100 * value, 1)} % occupied`,
    lever: { words: 'having something to do', effect: 'idle' },
  },
  explained: {
    kind: 'flag',
    words: (value) => (value ? 'explained' : 'not explained'),
    lever: { words: 'being told why', effect: 'explained' },
  },
  informed: {
    kind: 'flag',
    words: (value) => (value ? 'informed' : 'not informed'),
    lever: { words: 'being informed', effect: 'informed' },
  },
  fair: { kind: 'flag', words: (value) => (value ? 'fair' : 'unfair'), lever: undefined },
  anxious: {
    kind: 'share',
    words: (value) => `anxious ${value}`,
    lever: { words: 'less or more anxiety', effect: 'anxious' },
  },
  work: { kind: 'flag', words: (value) => (value ? 'work shown' : undefined), lever: undefined },
  accompanied: {
    kind: 'flag',
    words: (value) => (value ? 'with others' : 'alone'),
    lever: { words: 'company', effect: 'accompanied' },
  },
  phase: { kind: phases, words: (value) => `${value} the service`, lever: undefined },
  tolerance: { kind: 'seconds', words: (value) => `sours after ${formatSeconds(value)}`, lever: undefined },
  told: { kind: 'seconds', words: (value) => `told ${formatSeconds(value)}`, lever: undefined },
  display: {
    kind: displays,
    words: (value) => (value === 'animated' ? 'animated display' : undefined),
    lever: { words: 'an animated display', effect: 'animated' },
  },
};

const degrees: { readonly [Key in WaitingCondition]: (wait: WaitConditions, occupied: number) => number } = {
  idle: (wait, occupied) => 1 - (wait.occupied ?? occupied),
  anxious: ({ anxious }) => anxious ?? 0,
  animated: ({ display }) => (display === 'animated' ? 1 : 0),
  informed: ({ informed }) => (informed === true ? 1 : 0),
  explained: ({ explained }) => (explained === true ? 1 : 0),
  unfair: ({ fair }) => (fair === false ? 1 : 0),
  accompanied: ({ accompanied }) => (accompanied === true ? 1 : 0),
};

/** How far each condition of the model's table holds in a wait, 0…1; `occupied` where the wait does not say how occupied people are. */
export function degreesOf(wait: WaitConditions | undefined, occupied: number): { readonly [Key in WaitingCondition]: number } {
  const held = waitingConditions.map((condition) => [condition, degrees[condition](wait ?? {}, occupied)]);
  return Object.fromEntries(held) as { readonly [Key in WaitingCondition]: number };
}

/** The conditions of a wait, with how worried people are where the step says that. */
export function waitOf({ wait, anxious }: { readonly wait?: WaitConditions; readonly anxious?: number }): WaitConditions | undefined {
  return anxious === undefined ? wait : { ...wait, anxious };
}

/** What is written of a wait, in words. */
export function waitNotes(wait: WaitConditions): string[] {
  return Object.entries(waitConditions).flatMap(([key, { words }]) => {
    const value = wait[key as keyof WaitConditions];
    return value === undefined ? [] : ((words as (value: unknown) => string | undefined)(value) ?? []);
  });
}
