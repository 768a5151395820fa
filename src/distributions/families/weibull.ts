import { exp, expm1 } from '../../numerics/exp';
import { log1p } from '../../numerics/log';
import { logGamma } from '../../numerics/log-gamma';
import { power } from '../../numerics/power';
import { construct } from '../construct';
import { shape, size, type Family } from '../family';
import { between } from '../fields';
import { onHalfLine } from '../half-line';

/** Above 0: a time to an event that grows likelier (shape above 1) or less likely as time goes by. */
export interface Weibull {
  /** Which distribution this is. */
  readonly type: 'weibull';
  /** Shape, 0.01…1e6: 1 is an exponential. */
  readonly shape: number;
  /** Scale, above 0: 63 % lie below it. */
  readonly scale: number;
}

/**
 * Time until something gives: for patience whose end becomes likelier (shape above 1) or less likely (below 1) the longer it has lasted.
 *
 * @param options - `shape`, 0.1 … 1,000, and `scale`, above 0, in the unit of the place it will stand in: 63 % lie below the scale.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `out-of-range`, `missing`, `invalid-type`, `unknown-key` for single keys.
 * @example
 * import { cdf, weibull } from 'peakend';
 * cdf(weibull({ shape: 2, scale: 600 }), 600).toFixed(3); // '0.632'
 */
export function weibull(options: Omit<Weibull, 'type'>): Weibull {
  return construct(weibullFamily, options);
}

export const weibullFamily: Family<Weibull> = {
  type: 'weibull',
  fields: { shape: /* @__PURE__ */ shape(/* @__PURE__ */ between(0.1, 1000)), scale: /* @__PURE__ */ size() },
  simplify: (distribution, line) =>
    onHalfLine(
      distribution.scale,
      line,
      (size) => {
        const { shape } = distribution;
        const first = logGamma(1 + 1 / shape);
        const mean = size * exp(first);
        return {
          mean,
          variance: mean * mean * expm1(logGamma(1 + 2 / shape) - 2 * first),
          cdf: (x) => -expm1(-power(x / size, shape)),
          quantile: (p) => size * power(-log1p(-p), 1 / shape),
        };
      },
      (size, scale, shift) => ({ kind: 'weibull', input: 'uniform', inverseShape: 1 / distribution.shape, scale: scale * size, shift }),
    ),
  random: { over: 'half-line', make: (shape) => ({ type: 'weibull', shape, scale: 1 }) },
};
