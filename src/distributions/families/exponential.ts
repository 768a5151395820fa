import { expm1 } from '../../numerics/exp';
import { log1p } from '../../numerics/log';
import { construct } from '../construct';
import { size, type Family } from '../family';
import { onHalfLine } from '../half-line';

/** Above 0: a time to an event that is as likely at any moment. */
export interface Exponential {
  /** Which distribution this is. */
  readonly type: 'exponential';
  /** Mean, above 0. */
  readonly mean: number;
}

/**
 * Time until something that comes as likely in the next second as in any other: the usual form for patience.
 *
 * @param options - `mean`, above 0, in the unit of the place it will stand in, mostly seconds.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range`, `missing`, `invalid-type`, `unknown-key` for the key.
 * @example
 * import { cdf, exponential } from 'peakend';
 * cdf(exponential({ mean: 600 }), 600).toFixed(3); // '0.632'
 */
export function exponential(options: Omit<Exponential, 'type'>): Exponential {
  return construct(exponentialFamily, options);
}

export const exponentialFamily: Family<Exponential> = {
  type: 'exponential',
  fields: { mean: /* @__PURE__ */ size() },
  hints: { rate: 'write mean = 1 / rate' },
  simplify: (distribution, line) =>
    onHalfLine(
      distribution.mean,
      line,
      (mean) => ({ mean, variance: mean * mean, cdf: (x) => -expm1(-x / mean), quantile: (p) => -mean * log1p(-p) }),
      (mean, scale, shift) => ({ kind: 'exponential', input: 'uniform', scale: scale * mean, shift }),
    ),
  random: { over: 'half-line', make: () => ({ type: 'exponential', mean: 1 }) },
};
