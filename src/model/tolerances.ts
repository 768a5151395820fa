import { deepFreeze } from '../plain/deep-freeze';

/**
 * How long people find a wait normal, seconds, by where they wait: for `wait.tolerance` of a step or `tolerance` of a journey. A page without feedback is
 * borne for about two seconds (Nah 2004); all others are judgement, to be replaced by what your own customers say.
 *
 * @example
 * import { tolerances } from 'peakend';
 * tolerances.clinic / 60; // 20
 */
export const tolerances: {
  /** For something on a screen to answer: 1 s (judgement). */
  readonly click: number;
  /** For a page: 2 s (Nah 2004). */
  readonly page: number;
  /** On hold: 20 s, the model's own default (judgement). */
  readonly phone: number;
  /** In a queue at a counter: 5 min (judgement). */
  readonly counter: number;
  /** In a waiting room: 20 min (judgement). */
  readonly clinic: number;
  /** For a parcel: 3 days (judgement). */
  readonly delivery: number;
} = /* @__PURE__ */ deepFreeze({ click: 1, page: 2, phone: 20, counter: 300, clinic: 1200, delivery: 259_200 });
