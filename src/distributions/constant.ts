import { construct } from './construct';
import type { Constant } from './types';

/**
 * One value for everybody. A plain number means the same wherever a distribution may stand; this is for mixtures and for clarity.
 *
 * @param value - Any finite number, in the unit of the place it will stand in (seconds, affect, …).
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `invalid-type` or `out-of-range` where the value is not a finite number.
 * @example
 * import { constant, quantile } from 'peakend';
 * quantile(constant(3), 0.9); // 3
 */
export function constant(value: number): Constant {
  return construct('constant', { value });
}
