import { construct } from '../construct';
import { amount, type Family } from '../family';
import { boundedLaw } from '../law';
import { checkMode, modeAt, onRange } from '../ranges';

/** Between two ends, most near a mode: straight lines up and down. */
export interface Triangular {
  /** Which distribution this is. */
  readonly type: 'triangular';
  /** The least: any number. */
  readonly min: number;
  /** The most likely: any number from `min` to `max`. */
  readonly mode: number;
  /** The most: any number above `min`. */
  readonly max: number;
}

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
  return construct(triangularFamily, options);
}

export const triangularFamily: Family<Triangular> = {
  type: 'triangular',
  fields: { min: /* @__PURE__ */ amount(), mode: /* @__PURE__ */ amount(), max: /* @__PURE__ */ amount() },
  settle: checkMode,
  simplify: (distribution, line) =>
    onRange(distribution, line, ({ min, max }) => {
      const mode = line.at(distribution.mode);
      const width = max - min;
      const rise = mode - min;
      const fall = max - mode;
      return {
        law: () =>
          boundedLaw(min, max, {
            mean: min + (width + rise) / 3,
            variance: (rise * rise + rise * fall + fall * fall) / 18,
            landmarks: () => (rise > 0 && fall > 0 ? [rise / width] : []),
            cdf: (x) => (x < mode ? ((x - min) / width) * ((x - min) / rise) : 1 - ((max - x) / width) * ((max - x) / fall)),
            quantile: (p) => (p * width < rise ? min + Math.sqrt(p * width * rise) : max - Math.sqrt((1 - p) * width * fall)),
          }),
        sampler: () => ({ kind: 'triangular', input: 'uniform', min, mode, max }),
      };
    }),
  random: { over: 'stretch', numbers: [[0, 1]], make: (min, max, [at]) => ({ type: 'triangular', min, mode: modeAt(min, max, at!), max }) },
};
