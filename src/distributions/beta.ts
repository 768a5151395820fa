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
  /** Pull towards `max`, 0.01…1e6. */
  readonly alpha: number;
  /** Pull towards `min`, 0.01…1e6. */
  readonly beta: number;
  /** The least: any number. Default 0. */
  readonly min?: number | undefined;
  /** The most: any number above `min`. Default 1. */
  readonly max?: number | undefined;
}): Beta {
  return construct('beta', options);
}
