import { log, log1p } from './log';

/** A distribution at one point: the probability at and below it, the probability above it, and the slope of the former in the solver's variable. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/** Steps below this are the last. */
export const lastStep = 1e-9;

/** The way to the place where a distribution reaches probability p, step by step, in a variable in which its density is log-concave. */
export class WayTo {
  // Sums of the steps so far: where the solver stands, and the nearest places known to lie below and above the goal.
  #at = 0;
  #low = -Infinity;
  #high = Infinity;

  constructor(private readonly p: number) {}

  /**
   * How far to move from where these tails were seen: a Newton step on the logarithm of the nearer tail. For a log-concave density that
   * logarithm is concave, so that from the second step on the steps only ever approach from one side and cannot run away; the first is cut.
   * A tail that vanished in floating point says only the direction: where such steps would leave what is known, it is halved instead.
   */
  step(tails: Tails): number {
    const { p } = this;
    const isBelow = p <= 0.5 ? tails.lower < p : tails.upper > 1 - p;
    if (isBelow) this.#low = this.#at;
    else this.#high = this.#at;
    let step = newtonStep(p, tails);
    const next = this.#at + step;
    const isOutside = next <= this.#low || next >= this.#high;
    if (isOutside && (step > lastStep || step < -lastStep) && this.#high - this.#low < Infinity)
      step = (this.#low + this.#high) / 2 - this.#at;
    this.#at += step;
    return step;
  }
}

function newtonStep(p: number, tails: Tails): number {
  const step =
    p <= 0.5 ? (-logRatio(tails.lower, p) * tails.lower) / tails.slope : (logRatio(tails.upper, 1 - p) * tails.upper) / tails.slope;
  if (step - step === 0) return step > 5 ? 5 : step < -5 ? -5 : step;
  return tails.lower < p ? 5 : -5;
}

/** log(a/b), exact where the two are close and finite where they are far apart. */
function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 0.5 && ratio < 2 ? log1p((a - b) / b) : log(ratio);
}
