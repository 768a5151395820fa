import { formatSeconds } from 'peakend';

const minus = '\u2212';

/** A number with its sign and one decimal: `+3.2`, `−0.4`, `0.0`. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? minus : '+'}${text}`;
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

export function count(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
