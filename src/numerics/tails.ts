import { log, log1p } from './log';

/** A distribution at one point: the probability at and below it, the probability above it, and the slope of the former in the solver's variable. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/**
 * How far to move so that the distribution reaches probability p: a Newton step on the logarithm of the nearer tail. For a log-concave density
 * that logarithm is concave, so that from the second step on the steps only ever approach from one side and cannot run away; the first is cut.
 */
export function stepTowards(p: number, tails: Tails): number {
  const step =
    p <= 0.5 ? (-logRatio(tails.lower, p) * tails.lower) / tails.slope : (logRatio(tails.upper, 1 - p) * tails.upper) / tails.slope;
  // A tail that vanished in floating point says only the direction.
  if (step - step === 0) return step > 5 ? 5 : step < -5 ? -5 : step;
  return tails.lower < p ? 5 : -5;
}

/** log(a/b), exact where the two are close and finite where they are far apart. */
function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 0.5 && ratio < 2 ? log1p((a - b) / b) : log(ratio);
}
