import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';

/** A value of an outcome with its unit, for reading: `12 min`, `+2.4`, `61.2`, `71 %`. */
export function formatOutcome(name: OutcomeName, value: number): string {
  switch (outcomeDescriptions[name].unit) {
    case 'seconds':
      return formatSeconds(value);
    case 'affect':
      return signed(value, 1);
    case 'points':
      return name === 'nps' ? signed(value, 0) : fixed(value, 1);
    case 'rating':
      return fixed(value, 2);
    case 'share':
      return percent(value);
    case 'count':
      return fixed(value, 2);
    case 'money':
      return fixed(value, 2);
  }
}

/** A difference of two values: always with its sign. Shares differ in percentage points. `more`: decimals beyond the usual ones. */
export function formatDifference(name: OutcomeName, difference: number, more = 0): string {
  switch (outcomeDescriptions[name].unit) {
    case 'seconds':
      return `${difference > 0 ? '+' : ''}${formatSeconds(difference)}`;
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

/** A difference with its interval: `+6.1 (+5.4 to +6.8)`, with as many decimals as it takes to tell its ends apart; alone where it is exact. */
export function formatDifferenceWithInterval(name: OutcomeName, difference: number, low: number, high: number): string {
  if (low === high) return formatDifference(name, difference, decimalsFor(name, [difference, 0]));
  const more = decimalsFor(name, [low, high]);
  const [text, from, to] = [difference, low, high].map((value) => formatDifference(name, value, more));
  return `${text!} (${from!} to ${to!})`;
}

/** How many more decimals until two different values read differently; three are enough. */
export function decimalsFor(name: OutcomeName, [a, b]: readonly [number, number]): number {
  let more = 0;
  while (more < 3 && a !== b && formatDifference(name, a, more) === formatDifference(name, b, more)) more++;
  return more;
}

/** Always this many decimals, a true minus sign, never −0. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatNumber(value, decimals);
  const digits = Math.abs(value).toFixed(decimals);
  const isZero = !/[1-9]/.test(digits);
  return value < 0 && !isZero ? `−${digits}` : digits;
}

/** {@link fixed} with a plus sign above zero. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share in per cent: `71 %`, `3.4 %` below ten, never 0 or 100 for what is only near. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1 %';
  if (share < 1 && share > 0.9995) return '>99.9 %';
  const value = share * 100;
  return `${value < 9.95 || value > 90.05 ? formatNumber(value, 1) : formatNumber(value, 0)} %`;
}

/** A whole number with thousands apart: `10,000`. */
export function grouped(value: number): string {
  const digits = String(Math.floor(value + 0.5));
  let text = '';
  for (let i = 0; i < digits.length; i++) text += i > 0 && (digits.length - i) % 3 === 0 ? `,${digits[i]!}` : digits[i]!;
  return text;
}
