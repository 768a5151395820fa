import { construct } from './construct';
import type { Pert } from './types';

/**
 * Least, most likely and greatest value as a smooth curve (Beta-PERT with λ = 4; Malcolm et al. 1959): the usual form for an expert's guess.
 *
 * @param options - `min ≤ mode ≤ max`, `min < max`, in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where the three are not in order; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single keys.
 * @example
 * import { mean, pert } from 'peakend';
 * mean(pert({ min: 0, mode: 3, max: 12 })); // 4
 */
export function pert(options: Omit<Pert, 'type'>): Pert {
  return construct('pert', options);
}
