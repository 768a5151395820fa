import { construct } from './construct';
import type { Exponential } from './types';

/**
 * Time until something that comes as likely in the next second as in any other: the usual form for patience.
 *
 * @param options - `mean`, above 0, in the unit of the place it will stand in, mostly seconds.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range`, `missing`, `invalid-type`, `unknown-key` for the key.
 * @example
 * import { cdf, exponential } from 'peakend';
 * cdf(exponential({ mean: 600 }), 600).toFixed(3); // '0.632'
 */
export function exponential(options: Omit<Exponential, 'type'>): Exponential {
  return construct('exponential', options);
}
