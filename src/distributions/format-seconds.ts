import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { formatNumber, withoutDust } from './format-number';

/**
 * Seconds in a unit people read: `45 s`, `12 min`, `1 h 30 min`, `3.2 days`. Two or three digits, for text and charts; not for reading back.
 *
 * @param seconds - Any number of seconds; a negative one, such as a difference, gets a minus sign (−).
 * @returns Text, the same everywhere.
 * @throws JourneyError `missing`, `invalid-type` for anything but a number.
 * @example
 * import { formatSeconds } from 'peakend';
 * formatSeconds(5400); // '1 h 30 min'
 */
export function formatSeconds(seconds: number): string {
  if (typeof seconds !== 'number') {
    const code = seconds === undefined ? 'missing' : 'invalid-type';
    const received = seconds === undefined ? 'nothing' : quote(seconds);
    const hint = typeof seconds === 'string' ? { hint: 'parseDuration reads durations written as text' } : {};
    throw new JourneyError([{ code, path: 'seconds', expected: 'a number of seconds', received, ...hint }]);
  }
  const { text, unit } = durationWords(seconds);
  return unit === '' ? text : `${text} ${unit}`;
}

export interface DurationWords {
  readonly text: string;
  /** Empty where the text holds its units itself. */
  readonly unit: string;
}

/** The number and the unit apart, so that two durations in one unit can share it. */
export function durationWords(seconds: number): DurationWords {
  if (!Number.isFinite(seconds)) return { text: Number.isNaN(seconds) ? 'unknown' : seconds < 0 ? '−∞' : '∞', unit: 's' };
  const size = withoutDust(Math.abs(seconds));
  const sign = seconds < 0 ? -1 : 1;
  // Each limit is where the rounded text would reach the next unit: 59.7 s is 1 min, not 60 s.
  if (size < 0.9995 && size > 0) return { text: formatNumber(sign * size, size < 0.0995 ? 3 : 2), unit: 's' };
  if (size < 59.5) return { text: formatNumber(sign * size, size < 9.95 ? 1 : 0), unit: 's' };
  if (size < 3570) return { text: formatNumber((sign * size) / 60, size < 597 ? 1 : 0), unit: 'min' };
  if (size < 86_370) {
    const wholeMinutes = Math.round(size / 60);
    const hours = Math.floor(wholeMinutes / 60);
    const rest = wholeMinutes % 60;
    if (rest === 0) return { text: formatNumber(sign * hours, 0), unit: 'h' };
    return { text: `${formatNumber(sign * hours, 0)} h ${rest} min`, unit: '' };
  }
  const text = formatNumber((sign * size) / 86_400, size < 8_596_800 ? 1 : 0);
  return { text, unit: text === '1' || text === '−1' ? 'day' : 'days' };
}
