import { construct } from './construct';
import type { Gamma } from './types';

/**
 * A sum of `shape` exponential stages: for durations made of several waits, less lopsided than {@link lognormal}.
 *
 * @param options - `shape`, 0.01 … 1,000,000, and `scale`, above 0, in the unit of the place it will stand in. The mean is shape · scale.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range`, `missing`, `invalid-type`, `unknown-key` for single keys.
 * @example
 * import { gamma, mean } from 'peakend';
 * mean(gamma({ shape: 3, scale: 60 })); // 180
 */
export function gamma(options: Omit<Gamma, 'type'>): Gamma {
  return construct('gamma', options);
}
