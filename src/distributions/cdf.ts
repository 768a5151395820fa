import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { givenDistribution } from './given-distribution';
import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

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
