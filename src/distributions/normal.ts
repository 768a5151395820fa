import { construct } from './construct';
import type { Normal } from './types';

/**
 * The bell curve: the usual form for affect. It reaches below 0, so a duration cannot be one (see {@link truncatedNormal}, {@link lognormal}).
 *
 * @param options - `mean`, any number, and `sd`, the standard deviation, above 0, both in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range` where `sd` is not above 0; `missing`, `invalid-type`, `unknown-key` for single keys.
 * @example
 * import { normal, quantile } from 'peakend';
 * quantile(normal({ mean: -2, sd: 1.5 }), 0.5); // -2
 */
export function normal(options: Omit<Normal, 'type'>): Normal {
  return construct('normal', options);
}
