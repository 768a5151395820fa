import { construct } from './construct';
import type { Weibull } from './types';

/**
 * Time until something gives: for patience whose end becomes likelier (shape above 1) or less likely (below 1) the longer it has lasted.
 *
 * @param options - `shape`, 0.1 … 1,000, and `scale`, above 0, in the unit of the place it will stand in: 63 % lie below the scale.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range`, `missing`, `invalid-type`, `unknown-key` for single keys.
 * @example
 * import { cdf, weibull } from 'peakend';
 * cdf(weibull({ shape: 2, scale: 600 }), 600).toFixed(3); // '0.632'
 */
export function weibull(options: Omit<Weibull, 'type'>): Weibull {
  return construct('weibull', options);
}
