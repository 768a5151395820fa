import { JourneyError } from '../errors/journey-error';
import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { longestDuration } from './duration-units';
import type { Distribution } from './families';
import { between, readNumber } from './fields';
import { readDurationText } from './read-duration-text';

const secondsRule = /* @__PURE__ */ between(0, longestDuration);

/**
 * Seconds, as the number they are: for reading beside {@link minutes}, {@link hours} and {@link days}.
 *
 * @param count - 0 … 1e11 seconds.
 * @returns Seconds.
 * @throws JourneyError `out-of-range` for a negative, endless or larger number; `invalid-type`.
 * @example
 * import { seconds } from 'peakend';
 * seconds(45); // 45
 */
export function seconds(count: number): number {
  return inSeconds(count, 1, 'seconds');
}

/**
 * Minutes in seconds.
 *
 * @param count - Minutes, 0 or more; at most 1e11 seconds.
 * @returns Seconds.
 * @throws JourneyError `out-of-range` for a negative, endless or larger number; `invalid-type`.
 * @example
 * import { minutes } from 'peakend';
 * minutes(5); // 300
 */
export function minutes(count: number): number {
  return inSeconds(count, 60, 'minutes');
}

/**
 * Hours in seconds.
 *
 * @param count - Hours, 0 or more; at most 1e11 seconds.
 * @returns Seconds.
 * @throws JourneyError `out-of-range` for a negative, endless or larger number; `invalid-type`.
 * @example
 * import { hours } from 'peakend';
 * hours(1.5); // 5400
 */
export function hours(count: number): number {
  return inSeconds(count, 3600, 'hours');
}

/**
 * Days of 24 hours in seconds.
 *
 * @param count - Days, 0 or more; at most 1e11 seconds.
 * @returns Seconds.
 * @throws JourneyError `out-of-range` for a negative, endless or larger number; `invalid-type`.
 * @example
 * import { days } from 'peakend';
 * days(2); // 172800
 */
export function days(count: number): number {
  return inSeconds(count, 86_400, 'days');
}

/**
 * A duration as people write it. Units: ms, s, min, h, days, weeks and their longer names, from large to small (`'1 h 30 min'`); or an ISO
 * 8601 duration (`'PT1H30M'`, `'P2D'`, `'P1W'`). Days have 24 hours. `about` and `~` change nothing. A range (`'5 to 10 min'`, `'5-10 min'`,
 * `'30 s to 2 min'`) means that nine in ten customers lie inside: a lognormal, see {@link fromInterval}.
 *
 * @param text - The duration; a range starts above 0. Decimals have a point.
 * @returns Seconds, or for a range a distribution of seconds.
 * @throws JourneyError `invalid-text` for what cannot be read or can be read in two ways, quoted back with what to write instead.
 * @example
 * import { parseDuration } from 'peakend';
 * parseDuration('1 h 30 min'); // 5400
 */
export function parseDuration(text: string): number | Distribution {
  const issues: Issue[] = [];
  if (typeof text !== 'string') issues.push({ code: 'invalid-type', path: '', expected: 'a duration as text', received: quote(text) });
  else {
    const duration = readDurationText(text, '', issues);
    if (duration !== undefined) return duration;
  }
  throw new JourneyError(issues);
}

function inSeconds(count: number, unit: number, path: string): number {
  const issues: Issue[] = [];
  const checked = readNumber(count, path, issues, unit === 1 ? secondsRule : between(0, longestDuration / unit));
  if (checked === undefined) throw new JourneyError(issues);
  return checked * unit;
}
