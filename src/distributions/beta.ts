import { construct } from './construct';
import type { Beta } from './types';

/**
 * A curve between two ends, for shares and ratings.
 *
 * @param options - `alpha` and `beta`, 0.01 … 1,000,000; `min` and `max`, the ends, `min < max`, default 0 and 1, in the unit of the place it will
 * stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where the ends are not in order; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single keys.
 * @example
 * import { beta, mean } from 'peakend';
 * mean(beta({ alpha: 3, beta: 1, min: -10, max: 10 })); // 5
 */
export function beta(options: {
  readonly alpha: number;
  readonly beta: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}): Beta {
  return construct('beta', options);
}
