import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { log } from '../numerics/log';
import { throwIssues } from '../plain/issues-error';
import { construct } from './construct';
import { lognormalFamily, z95, type Lognormal } from './families/lognormal';
import { normalFamily, type Normal } from './families/normal';
import { above, anyNumber, optionFields, readNumber } from './fields';

/** What an interval is of. */
export interface IntervalOptions {
  /** A `duration`, above 0, or an `affect`. Default: a duration where `low` is above 0. */
  readonly kind?: 'duration' | 'affect' | undefined;
}

/**
 * "Nine in ten take 5 to 10 minutes": the distribution of which 90 % lie between two values, one in twenty below and one in twenty above.
 *
 * @param low - The value that 5 % lie below, in the unit of the place it will stand in.
 * @param high - The value that 5 % lie above; `low < high`.
 * @param options - `kind`: `'duration'` gives a lognormal and needs `low > 0`; `'affect'` gives a normal. Without it: a lognormal where `low > 0`,
 * else a normal. So an interval of affect above 0 should name its kind.
 * @returns The distribution as frozen plain data.
 * @throws JourneyError `conflict` where `low` is not below `high`; `invalid-type`, `out-of-range`, `unknown-key` for single values, with paths `low`, `high`, `kind`.
 * @example
 * import { fromInterval, quantile } from 'peakend';
 * quantile(fromInterval(300, 600), 0.95).toFixed(6); // '600.000000'
 */
export function fromInterval(low: number, high: number, options: IntervalOptions & { readonly kind: 'duration' }): Lognormal;
export function fromInterval(low: number, high: number, options: IntervalOptions & { readonly kind: 'affect' }): Normal;
export function fromInterval(low: number, high: number, options?: IntervalOptions): Lognormal | Normal;
export function fromInterval(low: number, high: number, options: IntervalOptions = {}): Lognormal | Normal {
  const issues: Issue[] = [];
  const { kind } = optionFields(options, 'options', ['kind'], issues);
  if (kind !== undefined && kind !== 'duration' && kind !== 'affect') {
    issues.push({ code: 'invalid-type', path: 'kind', expected: "'duration' or 'affect'", received: quote(kind) });
  }
  const lowest = readNumber(
    low,
    'low',
    issues,
    kind === 'duration' ? above(0, 'a duration can start at 0 as a uniform or triangular') : anyNumber,
  );
  const highest = readNumber(high, 'high', issues);
  if (lowest !== undefined && highest !== undefined && lowest >= highest) {
    issues.push({ code: 'conflict', path: 'high', expected: `a number above low (${low})`, received: quote(high) });
  }
  throwIssues(issues);
  if (kind !== 'affect' && low > 0) {
    return construct(lognormalFamily, { median: Math.sqrt(low) * Math.sqrt(high), sigma: log(high / low) / (2 * z95) });
  }
  return construct(normalFamily, { mean: low + (high - low) / 2, sd: (high - low) / (2 * z95) });
}
