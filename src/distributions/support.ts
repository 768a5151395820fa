import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

/**
 * The range outside which no value lies.
 *
 * @param distribution - A distribution made by a constructor.
 * @returns `min` and `max` in the distribution's unit; −Infinity or Infinity where there is no end.
 * @example
 * import { exponential, support } from 'peakend';
 * support(exponential({ mean: 60 })).min; // 0
 */
export function support(distribution: Distribution): { readonly min: number; readonly max: number } {
  const { min, max } = lawOf(distribution);
  return Object.freeze({ min, max });
}
