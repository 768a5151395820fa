import { exp } from './exp';
import { log } from './log';
import { deviance, stirlingError } from './log-gamma';
import { logistic } from './logistic';
import { normalQuantile } from './normal';
import { lastStep, WayTo, type Tails } from './tails';
import { nonZero } from './gamma';

/**
 * The probability that a beta number with parameters a and b (> 0, up to about 1e7) is at most x: the regularised incomplete beta function, to
 * about 1e-13 of itself. 0 below 0, 1 above 1.
 */
export function betaCdf(a: number, b: number, x: number): number {
  return betaTails(a, b, x, 1 - x).lower;
}

/**
 * The x below which a beta number falls with probability p: the inverse of {@link betaCdf}, to about 1e-13 of itself where p determines it that
 * well. 0 at 0, 1 at 1, NaN outside.
 */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? 1 : NaN;
  const guess = firstGuess(a, b, p);
  let x = logistic(guess);
  let y = logistic(-guess);
  const way = new WayTo(p);
  for (let i = 0; i < 400 && x > 0 && y > 0; i++) {
    // In log(x/(1 − x)): there the density is log-concave for all parameters. x and 1 − x are both carried, for the digits near 1.
    const step = way.step(betaTails(a, b, x, y));
    const grown = x * exp(step);
    x = grown / (grown + y);
    y = y / (grown + y);
    if (step < lastStep && step > -lastStep) break;
  }
  return x;
}

/** A first log(x/(1 − x)): normal where both parameters allow it, otherwise from whichever of the two ends holds the probability. */
function firstGuess(a: number, b: number, p: number): number {
  if (a >= 1 && b >= 1) return log(a / b) + normalQuantile(p) * Math.sqrt(1 / a + 1 / b);
  const lowEnd = exp(a * log(a / (a + b))) / a;
  const highEnd = exp(b * log(b / (a + b))) / b;
  const whole = lowEnd + highEnd;
  const guess = p < lowEnd / whole ? log(a * whole * p) / a : -log(b * whole * (1 - p)) / b;
  return guess < -700 ? -700 : guess > 700 ? 700 : guess;
}

/** Both tails at x, given y = 1 − x too, and the slope of the lower in log(x/y). */
function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (!(x > 0 && y > 0)) {
    const lower = x <= 0 ? 0 : y <= 0 ? 1 : NaN;
    return { lower, upper: 1 - lower, slope: 0 };
  }
  const n = a + b;
  // x^a · y^b / B(a, b), by way of deviances: the plain formula loses digits for large parameters.
  const slope =
    0.3989422804014327 *
    Math.sqrt((a / n) * b) *
    exp(stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y));
  if (x * (n + 2) < a + 1) {
    const lower = (slope * fraction(a, b, x)) / a;
    return { lower, upper: 1 - lower, slope };
  }
  const upper = (slope * fraction(b, a, y)) / b;
  return { lower: 1 - upper, upper, slope };
}

/** The continued fraction of the incomplete beta function, evaluated by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let k = 1; k < 100000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = c * d;
    value *= factor;
    if (factor - 1 < 3e-16 && factor - 1 > -3e-16) break;
  }
  return value;
}
