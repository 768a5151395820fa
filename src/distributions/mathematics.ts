import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { givenDistribution } from './check-distribution';
import { lawOf, type Distribution } from './families';

/**
 * The smallest value that a share `p` of customers stays at or below: the reference that every draw is measured against. Exact to about 1e-9 of
 * itself for p between 1e-6 and 1 − 1e-6.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @param p - A share, 0 … 1. 0 gives the lower end of the support, 1 the upper, −Infinity or Infinity where there is none.
 * @returns A value in the distribution's unit.
 * @throws JourneyError `out-of-range` where `p` is not between 0 and 1; where `distribution` is none, mostly `invalid-type`.
 * @example
 * import { quantile, triangular } from 'peakend';
 * quantile(triangular({ min: 0, mode: 0, max: 10 }), 0.75); // 5
 */
export function quantile(distribution: Distribution | number, p: number): number {
  if (typeof p !== 'number' || !(p >= 0 && p <= 1)) {
    throw new JourneyError([
      { code: 'out-of-range', path: 'p', expected: 'a number from 0 to 1', received: quote(p), params: { min: 0, max: 1 } },
    ]);
  }
  const law = lawOf(givenDistribution(distribution));
  return p === 0 ? law.min : p === 1 ? law.max : law.quantile(p);
}

/**
 * The share of customers at or below a value.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @param x - A value in the distribution's unit; −Infinity and Infinity are allowed.
 * @returns A share, 0 … 1.
 * @throws JourneyError `invalid-type` where `x` is not a number; where `distribution` is none, mostly `invalid-type`.
 * @example
 * import { cdf, uniform } from 'peakend';
 * cdf(uniform({ min: 0, max: 10 }), 4); // 0.4
 */
export function cdf(distribution: Distribution | number, x: number): number {
  if (typeof x !== 'number' || Number.isNaN(x)) {
    throw new JourneyError([{ code: 'invalid-type', path: 'x', expected: 'a number', received: quote(x) }]);
  }
  return lawOf(givenDistribution(distribution)).cdf(x);
}

/**
 * The mean of a distribution, by closed form.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @returns A value in the distribution's unit.
 * @throws JourneyError where `distribution` is none, mostly `invalid-type`, with paths under `distribution`.
 * @example
 * import { gamma, mean } from 'peakend';
 * mean(gamma({ shape: 2, scale: 30 })); // 60
 */
export function mean(distribution: Distribution | number): number {
  return lawOf(givenDistribution(distribution)).mean;
}

/**
 * The variance of a distribution, by closed form.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @returns A value in the square of the distribution's unit.
 * @throws JourneyError where `distribution` is none, mostly `invalid-type`, with paths under `distribution`.
 * @example
 * import { gamma, variance } from 'peakend';
 * variance(gamma({ shape: 2, scale: 30 })); // 1800
 */
export function variance(distribution: Distribution | number): number {
  return lawOf(givenDistribution(distribution)).variance;
}

/**
 * The range outside which no value lies.
 *
 * @param distribution - A distribution made by a constructor; a plain number is a constant.
 * @returns `min` and `max` in the distribution's unit; −Infinity or Infinity where there is no end.
 * @throws JourneyError where `distribution` is none, mostly `invalid-type`, with paths under `distribution`.
 * @example
 * import { exponential, support } from 'peakend';
 * support(exponential({ mean: 60 })).min; // 0
 */
export function support(distribution: Distribution | number): { readonly min: number; readonly max: number } {
  const { min, max } = lawOf(givenDistribution(distribution));
  return Object.freeze({ min, max });
}

/** The share of customers, 0 … 1, whose value lies below `min` or above `max`: what clamping to that range would move. */
export function shareOutside(distribution: Distribution, min: number, max: number): number {
  const law = lawOf(distribution);
  return law.below(min) + (1 - law.cdf(max));
}
