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

export const waitFields = /* @__PURE__ */ fieldTable('the waiting conditions as an object', {
  occupied: /* @__PURE__ */ optional(share),
  explained: /* @__PURE__ */ optional(flag),
  informed: /* @__PURE__ */ optional(flag),
  fair: /* @__PURE__ */ optional(flag),
  anxious: /* @__PURE__ */ optional(/* @__PURE__ */ between(0, 1, 'how worried people are,')),
  accompanied: /* @__PURE__ */ optional(flag),
  phase: /* @__PURE__ */ optional(/* @__PURE__ */ word(phases)),
  tolerance: /* @__PURE__ */ optional([quantities.seconds, readSeconds]),
  display: /* @__PURE__ */ optional(/* @__PURE__ */ word(displays)),
} satisfies FieldsOf<WaitConditions>);

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
  accompanied: {
    kind: 'flag',
    words: (value) => (value ? 'with others' : 'alone'),
    lever: { words: 'company', effect: 'accompanied' },
  },
  phase: { kind: phases, words: (value) => `${value} the service`, lever: undefined },
  tolerance: { kind: 'seconds', words: (value) => `sours after ${formatSeconds(value)}`, lever: undefined },
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

/** What is written of a wait, in words. */
export function waitNotes(wait: WaitConditions): string[] {
  return Object.entries(waitConditions).flatMap(([key, { words }]) => {
    const value = wait[key as keyof WaitConditions];
    return value === undefined ? [] : ((words as (value: unknown) => string | undefined)(value) ?? []);
  });
}
