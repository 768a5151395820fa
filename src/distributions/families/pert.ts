import { construct } from '../construct';
import { amount, type Family } from '../family';
import { checkMode, modeAt } from '../ranges';
import { simplifyBeta } from './beta';

/** Between two ends, most near a mode, rounder than a triangle: Beta-PERT with λ = 4. */
export interface Pert {
  /** Which distribution this is. */
  readonly type: 'pert';
  /** The least: any number. */
  readonly min: number;
  /** The most likely: any number from `min` to `max`. */
  readonly mode: number;
  /** The most: any number above `min`. */
  readonly max: number;
}

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
  return construct(pertFamily, options);
}

export const pertFamily: Family<Pert> = {
  type: 'pert',
  fields: { min: /* @__PURE__ */ amount(), mode: /* @__PURE__ */ amount(), max: /* @__PURE__ */ amount() },
  settle: checkMode,
  // As the beta it stands for: λ = 4, the usual weight of the mode.
  simplify: ({ min, mode, max }, line) => {
    const width = max - min;
    return simplifyBeta({ alpha: 1 + (4 * (mode - min)) / width, beta: 1 + (4 * (max - mode)) / width, min, max }, line);
  },
  random: { over: 'stretch', numbers: [[0, 1]], make: (min, max, [at]) => ({ type: 'pert', min, mode: modeAt(min, max, at!), max }) },
};
