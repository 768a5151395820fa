import { gammaCdf, gammaQuantile } from '../../numerics/gamma';
import { construct } from '../construct';
import { shape, size, type Family } from '../family';
import { onHalfLine, shapeRange } from '../half-line';

/** Above 0: a sum of waits. Its mean is shape × scale. */
export interface Gamma {
  /** Which distribution this is. */
  readonly type: 'gamma';
  /** Shape, 0.01…1e6: the larger, the rounder. */
  readonly shape: number;
  /** Scale, above 0. */
  readonly scale: number;
}

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
  return construct(gammaFamily, options);
}

export const gammaFamily: Family<Gamma> = {
  type: 'gamma',
  fields: { shape: /* @__PURE__ */ shape(shapeRange), scale: /* @__PURE__ */ size() },
  simplify: ({ shape, scale }, line) =>
    onHalfLine(scale, line, (size) => ({
      mean: shape * size,
      variance: shape * size * size,
      cdf: (x) => gammaCdf(shape, x / size),
      quantile: (p) => size * gammaQuantile(shape, p),
    })),
  random: { over: 'half-line', make: (shape) => ({ type: 'gamma', shape, scale: 1 }) },
};
