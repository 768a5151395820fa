import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { JourneyError } from '../errors/journey-error';
import { log, log1p } from '../numerics/log';
import { above, checkKeys, conflict, numberField, type Entry } from './checks/fields';
import { construct, settingsOf, throwIssues } from './construct';
import { z95 } from './z95';
import type { Lognormal } from './types';

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
  const entry: Entry = { fields, path: '', issues };
  checkKeys(entry, ['median', 'p95', 'sigma', 'mean', 'sd']);
  throwIssues(issues);
  const form = Object.keys(fields).sort().join(' and ');
  if (form === 'median and p95') return fromMedianAndP95(entry);
  if (form === 'mean and sd') return fromMeanAndSd(entry);
  if (form === 'median and sigma') return construct('lognormal', fields);
  throw new JourneyError([
    {
      code: form.includes(' and ') ? 'conflict' : 'missing',
      path: '',
      expected: 'median and p95, or median and sigma, or mean and sd',
      received: form === '' ? quote(options) : form,
    },
  ]);
}

function fromMedianAndP95(entry: Entry): Lognormal {
  const median = numberField(entry, 'median', above(0));
  const p95 = numberField(entry, 'p95', above(0));
  if (median !== undefined && p95 !== undefined && p95 <= median) conflict(entry, 'p95', `a number above median (${median})`, p95);
  throwIssues(entry.issues);
  return construct('lognormal', { median, sigma: log(p95! / median!) / z95 });
}

function fromMeanAndSd(entry: Entry): Lognormal {
  const mean = numberField(entry, 'mean', above(0));
  const sd = numberField(entry, 'sd', above(0));
  throwIssues(entry.issues);
  const variation = sd! / mean!;
  return construct('lognormal', { median: mean! / Math.sqrt(1 + variation * variation), sigma: Math.sqrt(log1p(variation * variation)) });
}
