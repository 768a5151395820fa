import { exp } from './exp';
import { log } from './log';
import { deviance, logGamma, stirlingError } from './log-gamma';
import { normalQuantile } from './normal';
import { lastStep, WayTo, type Tails } from './tails';

/**
 * The probability that a gamma number of this shape (> 0, up to about 1e7) and scale 1 is at most x: the regularised lower incomplete gamma
 * function, to about 1e-13 of itself.
 */
export function gammaCdf(shape: number, x: number): number {
  return gammaTails(shape, x).lower;
}

/**
 * The x below which a gamma number of this shape and scale 1 falls with probability p: the inverse of {@link gammaCdf}, to about 1e-13 of itself
 * where p determines it that well. 0 at 0, Infinity at 1, NaN outside.
 */
export function gammaQuantile(shape: number, p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Infinity : NaN;
  let x = firstGuess(shape, p);
  const way = new WayTo(p);
  for (let i = 0; i < 200 && x > 0; i++) {
    // In log x: there the density is log-concave for every shape.
    const step = way.step(gammaTails(shape, x));
    x *= exp(step);
    if (step < lastStep && step > -lastStep) break;
  }
  return x;
}

function firstGuess(shape: number, p: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape)); // Wilson and Hilferty
  if (shape > 0.3 && root > 0.2) return shape * root * root * root;
  const fromTail = exp((log(p) + logGamma(shape + 1)) / shape);
  return fromTail < 1 ? fromTail : 1;
}

/** Both tails, and the slope of the lower in log x. */
function gammaTails(shape: number, x: number): Tails {
  if (!(x > 0) || x === Infinity)
    return x > 0 ? { lower: 1, upper: 0, slope: 0 } : { lower: x <= 0 ? 0 : NaN, upper: x <= 0 ? 1 : NaN, slope: 0 };
  // x^shape · e^−x / Γ(shape), by way of deviances: the plain formula loses digits for large shapes.
  const slope = 0.3989422804014327 * Math.sqrt(shape) * exp(-stirlingError(shape) - deviance(shape, x));
  if (x < shape + 1) {
    const lower = slope * lowerSeries(shape, x);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = slope * upperFraction(shape, x);
  return { lower: 1 - upper, upper, slope };
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction, evaluated by Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100000; k++) {
    const a = k * (shape - k);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (factor - 1 < 3e-16 && factor - 1 > -3e-16) break;
  }
  return value;
}

/** Kept from 0, by which a continued fraction would be divided. */
export function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}
