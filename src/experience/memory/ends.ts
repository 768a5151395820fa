import type { MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';
import { within } from './stretches';

/** The first value of a curve. */
export function beginningOf(curve: Curve, empty: number): number {
  return curve.count === 0 ? empty : curve.start(0);
}

/** No failure. */
const none = -1;

/** The end of one curve after another. Numbers go from one function to the next in its fields, as in a life. */
export class Ends {
  /** The mean over the last seconds; nothing is written where nothing was lived. */
  end = 0.5;
  /** How many seconds these are. */
  #whole = 0.5;
  #stretch = 0.5;
  #mean = 0.5;

  /**
   * Looks at a curve that has been surveyed. The last seconds are as many as the window says, or where none is named one stretch; the end is the last
   * value where that has no length. A failure in these seconds counts where it makes the end lower.
   */
  find(curve: Curve, window: MemoryPlan['endWindow'], stretch: number): void {
    this.#stretch = stretch;
    this.#whole = window === undefined ? stretch : Math.min(window.seconds ?? Infinity, (window.share ?? 1) * curve.restSeconds);
    if (!(this.#whole > 0)) {
      this.end = curve.last;
      return;
    }
    this.#look(curve, none);
    this.end = this.#mean;
    for (let k = curve.failureCount - 1; k >= 0; k--) {
      this.#look(curve, curve.failures[k]!);
      if (this.#mean < this.end) this.end = this.#mean;
    }
  }

  /** Without the failures but for one. */
  #look(curve: Curve, failure: number): void {
    const stretch = this.#stretch;
    const whole = this.#whole;
    let left = whole;
    let area = 0;
    for (let m = curve.count - 1; m >= 0 && left > 0; m--) {
      const seconds = curve.seconds(m);
      const time = m !== failure ? curve.lasting(m, stretch) : seconds < stretch ? stretch : seconds;
      if (!(time > 0)) continue;
      const part = time < left ? time : left;
      const last = curve.end(m);
      const from = last - (last - curve.start(m)) * (part / time);
      area += part * ((from + last) * 0.5);
      left -= part;
    }
    const seen = whole - left;
    this.#mean = seen > 0 ? within(curve, area / seen) : curve.last;
  }
}
