import { construct } from './construct';
import type { Triangular } from './types';

/**
 * Least, most likely and greatest value, joined by straight lines: an expert's guess in three numbers. {@link pert} puts less into the ends.
 *
 * @param options - `min ≤ mode ≤ max`, `min < max`, in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where the three are not in order; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single keys.
 * @example
 * import { quantile, triangular } from 'peakend';
 * quantile(triangular({ min: 0, mode: 5, max: 10 }), 0.5); // 5
 */
export function triangular(options: Omit<Triangular, 'type'>): Triangular {
  return construct('triangular', options);
}
