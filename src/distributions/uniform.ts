import { construct } from './construct';
import type { Uniform } from './types';

/**
 * Anything from `min` to `max`, all alike: for what is known only by its limits.
 *
 * @param options - `min` and `max`, `min < max`, in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where `min` is not below `max`; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single keys.
 * @example
 * import { quantile, uniform } from 'peakend';
 * quantile(uniform({ min: 10, max: 20 }), 0.25); // 12.5
 */
export function uniform(options: Omit<Uniform, 'type'>): Uniform {
  return construct('uniform', options);
}
