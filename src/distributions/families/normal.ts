import { normalCdf, normalQuantile } from '../../numerics/normal';
import { construct } from '../construct';
import { amount, size, type Family } from '../family';
import { above } from '../fields';
import { continuousLaw } from '../law';
import { hintAtOneValue } from '../ranges';
import { point } from '../simple';

/** The bell curve, without ends. */
export interface Normal {
  /** Which distribution this is. */
  readonly type: 'normal';
  /** Mean: any number. */
  readonly mean: number;
  /** Standard deviation, above 0. */
  readonly sd: number;
}

/**
 * The bell curve: the usual form for affect. It reaches below 0, so a duration cannot be one (see {@link truncatedNormal}, {@link lognormal}).
 *
 * @param options - `mean`, any number, and `sd`, the standard deviation, above 0, both in the unit of the place it will stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range` where `sd` is not above 0; `missing`, `invalid-type`, `unknown-key` for single keys.
 * @example
 * import { normal, quantile } from 'peakend';
 * quantile(normal({ mean: -2, sd: 1.5 }), 0.5); // -2
 */
export function normal(options: Omit<Normal, 'type'>): Normal {
  return construct(normalFamily, options);
}

/** The spread of a bell curve. */
export const spreadField = /* @__PURE__ */ size(/* @__PURE__ */ above(0, hintAtOneValue));

export const normalFamily: Family<Normal> = {
  type: 'normal',
  fields: { mean: /* @__PURE__ */ amount(), sd: spreadField },
  simplify: (distribution, line) => {
    const mean = line.at(distribution.mean);
    const sd = Math.abs(line.scale) * distribution.sd;
    if (sd === 0) return point(mean);
    const cdf = (x: number): number => normalCdf((x - mean) / sd);
    const quantile = (p: number): number => mean + sd * normalQuantile(p);
    return {
      law: () => continuousLaw({ min: -Infinity, max: Infinity, mean, variance: sd * sd, cdf, quantile }),
      sampler: () => ({ kind: 'normal', input: 'normal', mean, sd }),
      words: (unit, word) => (unit === 'plain' ? `${word(mean)} ± ${word(sd)}` : undefined),
    };
  },
  // ±4 sd within the stretch: one customer in ten thousand and more stays inside.
  random: { over: 'stretch', tails: 'always', make: (low, high) => ({ type: 'normal', mean: (low + high) / 2, sd: (high - low) / 8 }) },
};
