import { construct } from '../construct';
import { amount, type Family } from '../family';
import { boundedLaw } from '../law';
import { checkEnds, onRange } from '../ranges';

/** Anything between two ends, all alike. */
export interface Uniform {
  /** Which distribution this is. */
  readonly type: 'uniform';
  /** The least: any number below `max`. */
  readonly min: number;
  /** The most: any number. */
  readonly max: number;
}

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
  return construct(uniformFamily, options);
}

export const uniformFamily: Family<Uniform> = {
  type: 'uniform',
  fields: { min: /* @__PURE__ */ amount(), max: /* @__PURE__ */ amount() },
  settle: checkEnds,
  simplify: (distribution, line) =>
    onRange(distribution, line, ({ min, max }) => {
      const width = max - min;
      return {
        law: () =>
          boundedLaw(min, max, {
            mean: min + width / 2,
            variance: (width * width) / 12,
            cdf: (x) => (x - min) / width,
            quantile: (p) => min + p * width,
          }),
        sampler: () => ({ kind: 'uniform', input: 'uniform', min, max }),
      };
    }),
  random: { over: 'stretch', make: (min, max) => ({ type: 'uniform', min, max }) },
};
