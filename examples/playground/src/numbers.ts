import { formatSeconds } from 'peakend';

const minus = '\u2212';

/** A number with its sign and one decimal: `+3.2`, `−0.4`, `0.0`. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? minus : '+'}${text}`;
}

/** The two ends of an interval, as finely as it takes to tell them apart. */
export function between(low: number, high: number): string {
  const digits = digitsFor(low, high);
  return `${signed(low, digits)} to ${signed(high, digits)}`;
}

export function digitsFor(low: number, high: number): number {
  return high > low && high - low < 0.1 ? 2 : 1;
}

export function plain(value: number, digits = 1): string {
  return value.toFixed(digits).replace('-', minus);
}

export function percent(share: number): string {
  const text = (100 * share).toFixed(share > 0.995 && share < 1 ? 1 : 0);
  return `${text}\u00a0%`;
}

/** Seconds in two units at most. */
export function time(seconds: number): string {
  return formatSeconds(seconds >= 120 ? Math.round(seconds / 6) * 6 : Math.round(seconds)).replaceAll(' ', '\u00a0');
}

/** A difference of times in words; what nobody would notice is none. */
export function timeChange(seconds: number): string {
  return Math.abs(seconds) < 1 ? 'same' : `${seconds < 0 ? minus : '+'}${time(Math.abs(seconds))}`;
}

/** A difference of shares in percentage points. */
export function shareChange(share: number): string {
  return Math.abs(share) < 0.0005 ? 'same' : `${signed(100 * share)}\u00a0pp`;
}

export function count(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
