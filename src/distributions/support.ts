import { givenDistribution } from './given-distribution';
import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

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
