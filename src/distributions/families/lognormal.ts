import type { Issue } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { quote } from '../../errors/wording';
import { exp, expm1 } from '../../numerics/exp';
import { log, log1p } from '../../numerics/log';
import { normalCdf, normalQuantile } from '../../numerics/normal';
import { throwIssues } from '../../plain/issues-error';
import { construct, settingsOf } from '../construct';
import { shape, size, type Family } from '../family';
import { above, conflict, numberUnder, onlyKeys, type Entry, type NumberRule } from '../fields';
import { onHalfLine } from '../half-line';

/** Above 0, with a long right tail, as most durations: exp(N(ln median, sigma)). */
export interface Lognormal {
  /** Which distribution this is. */
  readonly type: 'lognormal';
  /** Median, above 0. */
  readonly median: number;
  /** Standard deviation of the logarithm, above 0, at most 10. */
  readonly sigma: number;
}

/** What people know about a lopsided quantity: the middle and one customer in twenty, or the middle and σ, or mean and standard deviation. */
export type LognormalOptions =
  | {
      /** The middle customer's, above 0. */
      readonly median: number;
      /** What one customer in twenty exceeds: any number above `median`. */
      readonly p95: number;
    }
  | {
      /** The middle customer's, above 0. */
      readonly median: number;
      /** Standard deviation of the logarithm, above 0, at most 10. */
      readonly sigma: number;
    }
  | {
      /** Mean, above 0. */
      readonly mean: number;
      /** Standard deviation, above 0. */
      readonly sd: number;
    };

/**
 * Many short, a few very long, none below 0: the usual form for durations. Kept as `median` and `sigma`, the standard deviation of the
 * logarithm.
 *
 * @param options - One of `{ median, p95 }` (half take longer than the one, one in twenty longer than the other), `{ median, sigma }` (σ above
 * 0, at most 10), `{ mean, sd }`; all above 0 and, but for σ, in the unit of the place it will stand in, mostly seconds.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where `p95` is not above `median` or two forms are mixed; `missing`, `invalid-type`, `out-of-range`,
 * `unknown-key` for single keys.
 * @example
 * import { lognormal } from 'peakend';
 * lognormal({ median: 300, sigma: 0.5 }).median; // 300
 */
export function lognormal(options: LognormalOptions): Lognormal {
  const issues: Issue[] = [];
  const fields = settingsOf('lognormal', options);
  const entry = { fields, path: '', issues };
  onlyKeys(entry, ['median', 'p95', 'sigma', 'mean', 'sd']);
  throwIssues(issues);
  const form = Object.keys(fields).sort().join(' and ');
  if (form === 'median and p95') return fromMedianAndP95(entry);
  if (form === 'mean and sd') return fromMeanAndSd(entry);
  if (form === 'median and sigma') return construct(lognormalFamily, fields);
  throw new JourneyError([
    {
      code: form.includes(' and ') ? 'conflict' : 'missing',
      path: '',
      expected: 'median and p95, or median and sigma, or mean and sd',
      received: form === '' ? quote(options) : form,
    },
  ]);
}

/** The 95 % point of the standard normal: 5 % lie above it, 90 % between it and its negative. */
export const z95 = 1.6448536269514722;
const aboveZero = /* @__PURE__ */ above(0);

function fromMedianAndP95(entry: Entry): Lognormal {
  const median = numberUnder(entry, 'median', aboveZero);
  const p95 = numberUnder(entry, 'p95', aboveZero);
  if (median !== undefined && p95 !== undefined && p95 <= median) conflict(entry, 'p95', `a number above median (${median})`, p95);
  throwIssues(entry.issues);
  return construct(lognormalFamily, { median, sigma: log(p95! / median!) / z95 });
}

function fromMeanAndSd(entry: Entry): Lognormal {
  const mean = numberUnder(entry, 'mean', aboveZero);
  const sd = numberUnder(entry, 'sd', aboveZero);
  throwIssues(entry.issues);
  const variation = sd! / mean!;
  return construct(lognormalFamily, {
    median: mean! / Math.sqrt(1 + variation * variation),
    sigma: Math.sqrt(log1p(variation * variation)),
  });
}

/** At 10 the largest customer of a million takes e^48 times the median: nothing anybody measured. */
const sigmaRule: NumberRule = {
  expected: 'a number above 0, at most 10',
  holds: (value) => value > 0 && value <= 10,
  params: { min: 0, minExcluded: true, max: 10 },
};
const byConstructor = 'kept as median and sigma: the constructor lognormal() works them out';

export const lognormalFamily: Family<Lognormal> = {
  type: 'lognormal',
  fields: { median: /* @__PURE__ */ size(), sigma: /* @__PURE__ */ shape(sigmaRule) },
  hints: { p95: byConstructor, mean: byConstructor, sd: byConstructor },
  simplify: ({ median, sigma }, line) =>
    onHalfLine(
      median,
      line,
      (middle) => {
        const square = sigma * sigma;
        const mean = middle * exp(square / 2);
        return {
          mean,
          variance: mean * mean * expm1(square),
          cdf: (x) => normalCdf(log(x / middle) / sigma),
          quantile: (p) => middle * exp(sigma * normalQuantile(p)),
        };
      },
      (middle, scale, shift) => {
        const logMedian = log(middle);
        if (scale === 1 && shift === 0) return { kind: 'lognormal', input: 'normal', logMedian, sigma };
        return { kind: 'shiftedLognormal', input: 'normal', logMedian, sigma: scale < 0 ? -sigma : sigma, scale, shift };
      },
    ),
  random: { over: 'half-line', make: (_, sigma) => ({ type: 'lognormal', median: 1, sigma }) },
};
