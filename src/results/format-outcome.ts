import { fixed, formatNumber, withoutDust } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';

export { fixed };

/** A value of an outcome with its unit, for reading: `12 min`, `+2.4`, `61.2`, `71 %`. `more`: decimals beyond the usual ones. */
export function formatOutcome(name: OutcomeName, value: number, more = 0): string {
  switch (outcomeDescriptions[name].unit) {
    case 'seconds':
      return secondsText(value, more);
    case 'affect':
      return signed(value, 1 + more);
    case 'points':
      return name === 'nps' ? signed(value, more) : fixed(value, 1 + more);
    case 'rating':
    case 'count':
    case 'money':
      return fixed(value, 2 + more);
    case 'share':
      return percent(value, more);
  }
}

/** A difference of two values: always with its sign. Shares differ in percentage points. `more`: decimals beyond the usual ones. */
export function formatDifference(name: OutcomeName, difference: number, more = 0): string {
  switch (outcomeDescriptions[name].unit) {
    case 'seconds':
      return `${difference > 0 ? '+' : ''}${secondsText(difference, more)}`;
    case 'share':
      return `${signed(difference * 100, 1 + more)} pp`;
    case 'rating':
    case 'count':
    case 'money':
      return signed(difference, 2 + more);
    default:
      return signed(difference, 1 + more);
  }
}

/**
 * A difference with its interval: `+6.1 (+5.4 to +6.8)`, with as many decimals as it takes to tell its ends apart, and no fewer than the
 * margin it is held against was written with; alone where it is exact.
 */
export function formatDifferenceWithInterval(name: OutcomeName, difference: number, low: number, high: number, margin = 0): string {
  const write: Writer = (value, more) => formatDifference(name, value, more);
  const least = moreToState(write, margin);
  const more = low === high ? moreToTell(write, [difference, 0], least) : moreToTell(write, [low, high], least);
  const [text, from, to] = [difference, low, high].map((value) => write(value, more));
  return low === high ? text! : `${text!} (${from!} to ${to!})`;
}

/** How a number is written with so many decimals beyond the usual ones. */
export type Writer = (value: number, more: number) => string;

/** More decimals than these nobody writes: the number was worked out. */
const mostStated = 6;
const mostMore = 3;

/** How many more decimals it takes to write a number in full, as somebody stated it. */
export function moreToState(write: Writer, stated: number): number {
  if (stated === 0) return 0;
  const whole = withoutZeros(write(stated, mostStated + mostMore));
  for (let more = 0; more <= mostStated; more++) if (withoutZeros(write(stated, more)) === whole) return more;
  return mostMore;
}

/** How many more decimals, `least` or up to three beyond, until two different values read differently. */
export function moreToTell(write: Writer, [a, b]: readonly [number, number], least = 0): number {
  let more = least;
  while (more < least + mostMore && a !== b && write(a, more) === write(b, more)) more++;
  return more;
}

function withoutZeros(text: string): string {
  return text.replace(/(\.\d*?)0+(?!\d)/g, '$1').replace(/\.(?!\d)/g, '');
}

/** The usual two or three digits; with `more` to the second, its tenth, its hundredth, … where the usual ones do not say all. */
function secondsText(seconds: number, more: number): string {
  const usual = formatSeconds(seconds);
  const size = withoutDust(Math.abs(seconds));
  if (more === 0 || !(size < Infinity) || Math.abs(readBack(usual) - size) <= 1e-9 * size) return usual;
  const decimals = more - 1;
  let rest = Number(size.toFixed(decimals));
  const parts: string[] = [];
  for (const unit of ['day', 'h', 'min'] as const) {
    const count = Math.floor(rest / unitSeconds[unit]);
    rest -= count * unitSeconds[unit];
    if (count > 0) parts.push(`${count} ${unit === 'day' && count > 1 ? 'days' : unit}`);
  }
  const last = formatNumber(rest, decimals);
  if (last !== '0' || parts.length === 0) parts.push(`${last} s`);
  return `${seconds < 0 && parts.some((part) => /[1-9]/.test(part)) ? '−' : ''}${parts.join(' ')}`;
}

const unitSeconds = { s: 1, min: 60, h: 3_600, day: 86_400 } as const;

/** The size in seconds that a duration for reading says. */
function readBack(text: string): number {
  const parts = text.matchAll(/([\d.]+) (s|min|h|day)/g);
  return Array.from(parts).reduce((sum, [, count, unit]) => sum + Number(count) * unitSeconds[unit as keyof typeof unitSeconds], 0);
}

/** {@link fixed} with a plus sign above zero. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share in per cent: `71 %`, `3.4 %` below ten, never 0 or 100 for what is only near. `more`: so many decimals. */
export function percent(share: number, more = 0): string {
  if (more > 0) return `${fixed(share * 100, more)} %`;
  const value = withoutDust(share * 100);
  if (share > 0 && value < 0.05) return '<0.1 %';
  if (share < 1 && value >= 99.95) return '>99.9 %';
  return `${value < 9.95 || value > 90.05 ? formatNumber(value, 1) : formatNumber(value, 0)} %`;
}

/** A whole number with thousands apart: `10,000`; one with more digits than anybody counts: `1.2e+24`. */
export function grouped(value: number): string {
  if (value >= 1e21) return Math.min(value, Number.MAX_VALUE).toPrecision(2);
  const digits = String(Math.floor(value + 0.5));
  let text = '';
  for (let i = 0; i < digits.length; i++) text += i > 0 && (digits.length - i) % 3 === 0 ? `,${digits[i]!}` : digits[i]!;
  return text;
}
