import { betaCdf, betaQuantile } from '../../numerics/beta';
import { construct } from '../construct';
import { amount, optional, shape, type Family } from '../family';
import { shapeRange } from '../half-line';
import { boundedLaw } from '../law';
import { checkEnds, onRange } from '../ranges';
import type { Scaling, Simple } from '../simple';

/** Between two ends, leaning as one likes: a beta stretched to [min, max]. */
export interface Beta {
  /** Which distribution this is. */
  readonly type: 'beta';
  /** Pull towards `max`, 0.01…1e6. */
  readonly alpha: number;
  /** Pull towards `min`, 0.01…1e6. */
  readonly beta: number;
  /** The least: any number. */
  readonly min: number;
  /** The most: any number above `min`. */
  readonly max: number;
}

/**
 * A curve between two ends, for shares and ratings.
 *
 * @param options - `alpha` and `beta`, 0.01 … 1,000,000; `min` and `max`, the ends, `min < max`, default 0 and 1, in the unit of the place it will
 * stand in.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where the ends are not in order; `missing`, `invalid-type`, `out-of-range`, `unknown-key` for single keys.
 * @example
 * import { beta, mean } from 'peakend';
 * mean(beta({ alpha: 3, beta: 1, min: -10, max: 10 })); // 5
 */
export function beta(options: {
  /** Pull towards `max`, 0.01…1e6. */
  readonly alpha: number;
  /** Pull towards `min`, 0.01…1e6. */
  readonly beta: number;
  /** The least: any number. Default 0. */
  readonly min?: number | undefined;
  /** The most: any number above `min`. Default 1. */
  readonly max?: number | undefined;
}): Beta {
  return construct(betaFamily, options);
}

export const betaFamily: Family<Beta> = {
  type: 'beta',
  fields: {
    alpha: /* @__PURE__ */ shape(shapeRange),
    beta: /* @__PURE__ */ shape(shapeRange),
    min: /* @__PURE__ */ optional(/* @__PURE__ */ amount(), 0),
    max: /* @__PURE__ */ optional(/* @__PURE__ */ amount(), 1),
  },
  settle: checkEnds,
  simplify: simplifyBeta,
  random: {
    over: 'stretch',
    numbers: [
      [0.5, 20],
      [0.5, 20],
    ],
    make: (min, max, [alpha, beta]) => ({ type: 'beta', alpha: alpha!, beta: beta!, min, max }),
  },
};

export function simplifyBeta(distribution: Omit<Beta, 'type'>, line: Scaling): Simple {
  const [toMax, toMin] = [distribution.alpha, distribution.beta];
  const [alpha, beta] = line.scale > 0 ? [toMax, toMin] : [toMin, toMax];
  return onRange(distribution, line, ({ min, max }) => {
    const width = max - min;
    const sum = alpha + beta;
    return {
      law: () =>
        boundedLaw(min, max, {
          mean: min + (width * alpha) / sum,
          variance: width * width * (alpha / sum) * (beta / sum) * (1 / (sum + 1)),
          cdf: (x) => betaCdf(alpha, beta, (x - min) / width),
          quantile: (p) => min + width * betaQuantile(alpha, beta, p),
        }),
    };
  });
}
