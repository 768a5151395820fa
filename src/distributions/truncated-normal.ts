import { construct } from './construct';
import type { TruncatedNormal } from './types';

/**
 * A bell curve of which only the part from `min` to `max` is kept, scaled up again: nobody stands *at* the ends, as with clamping.
 *
 * @param options - `mean` and `sd` (above 0) of the uncut bell, and `min`, `max` or both, `min < max`, all in the unit of the place it will
 * stand in. An end on the far side of the mean may be at most 21 sd away from it.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `missing` without either end; `conflict` where they are not in order or leave nothing; `invalid-type`, `out-of-range`,
 * `unknown-key` for single keys.
 * @example
 * import { quantile, truncatedNormal } from 'peakend';
 * quantile(truncatedNormal({ mean: 600, sd: 300, min: 0 }), 0); // 0
 */
export function truncatedNormal(options: Omit<TruncatedNormal, 'type'>): TruncatedNormal {
  return construct('truncatedNormal', options);
}
