import { construct } from '../construct';
import { amount, type Family } from '../family';
import { continuousLaw, within, type ProbabilityLaw } from '../law';
import { inOrder, onRange, type Ends } from '../ranges';

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
  settle: inOrder,
  simplify: (ends, line) =>
    onRange(ends, line, ({ min, max }) => ({
      law: () => uniformLaw({ min, max }),
      sampler: () => ({ kind: 'uniform', input: 'uniform', min, max }),
    })),
  random: { over: 'stretch', make: (min, max) => ({ type: 'uniform', min, max }) },
};

function uniformLaw({ min, max }: Ends): ProbabilityLaw {
  const width = max - min;
  return continuousLaw({
    min,
    max,
    mean: min + width / 2,
    variance: (width * width) / 12,
    cdf: (x) => within(0, 1, (x - min) / width),
    quantile: (p) => within(min, max, min + p * width),
  });
}
