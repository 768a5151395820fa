import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { givenDistribution } from './given-distribution';
import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

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
