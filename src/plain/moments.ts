import { writtenNumber } from '../errors/written-number';

/** A day of the calendar everybody uses, without leap seconds. */
const secondsADay = 86_400;

/** A date, and maybe a time of day and a zone, as ISO 8601 writes them; a blank may stand for the T. */
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * A moment in time as seconds: a number as it is, also where it is written as text; a date as seconds since 1970; a text as ISO 8601. A text without a zone is read as if every day had
 * 24 hours (UTC), so that differences are those of the clock. Undefined where it is none of these, or no day there is.
 */
export function readMoment(written: unknown): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  if (typeof written === 'object' && written !== null) return secondsOfDate(written);
  if (typeof written !== 'string' || written.length > 60) return undefined;
  const found = iso.exec(written.trim());
  if (found === null) return secondsFrom(written);
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  const days = daysSince1970(year, month, day);
  if (days === undefined) return undefined;
  const fraction = Number(`0.${found[7] ?? 0}`);
  return days * secondsADay + hour * 3600 + minute * 60 + second + fraction - zoneOf(found[8]);
}

/** A date as people write it, day, month and year in either order. */
const spoken = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)|^(\d{4})([./-])(\d{1,2})\6(\d{1,2})(?!\d)/;
/** The time of day behind it. */
const clock = /^[,T\s]\s*(\d{1,2}):(\d{2})(:\d{2}(?:[.,]\d{1,9})?)?\s*(?:([ap])\.?m\.?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** How a date that was written in another way is written here; both ways where it may be either. */
export function momentHint(written: unknown): { readonly hint?: string } {
  const found = spokenDate(written);
  if (found === null) return otherHint(written);
  const rest = (written as string).trim().slice(found[0].length);
  const time = rest === '' ? '' : isoTime(rest);
  const [first, second, last] = [found[1] ?? found[5], found[3] ?? found[7], found[4] ?? found[8]].map(Number) as [number, number, number];
  const [dayFirst, monthFirst] = [isoDay(last, second, first), isoDay(last, first, second)];
  const days =
    found[5] !== undefined ? [isoDay(first, second, last)] : found[2] === '.' && dayFirst !== '' ? [dayFirst] : [dayFirst, monthFirst];
  const sound = [...new Set(days)].filter((day) => day !== '');
  if (sound.length === 0) return {};
  return {
    hint: `write ${sound.map((day) => `${day}${time ?? ''}`).join(' or ')}${time === undefined ? ', and the time of day behind it as T14:05' : ''}`,
  };
}

/** A time of day without its day, and a number with a decimal comma. */
function otherHint(written: unknown): { readonly hint?: string } {
  if (typeof written !== 'string' || written.length > 60) return {};
  const time = isoTime(` ${written.trim()}`);
  if (time !== undefined) return { hint: `write the day before it, as 2026-03-01${time}` };
  const read = writtenNumber(written);
  return read !== undefined && 'hint' in read ? { hint: read.hint } : {};
}

/** Which spelling of a date it is, by what parts it and whether the year comes first; empty where it is none. */
export function dateSpelling(written: unknown): string {
  const found = spokenDate(written);
  return found === null ? '' : (found[2] ?? `year${found[6]}`);
}

function spokenDate(written: unknown): RegExpExecArray | null {
  return typeof written === 'string' && written.length <= 60 ? spoken.exec(written.trim()) : null;
}

/** A time of day as it is written here, with its zone; undefined where it is none. */
function isoTime(rest: string): string | undefined {
  const found = clock.exec(rest);
  if (found === null) return undefined;
  const [, hour, minute, seconds = '', half, zone = ''] = found;
  const isTwelve = half !== undefined;
  const hours = isTwelve ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  if (Number(hour) > (isTwelve ? 12 : 23) || Number(minute) > 59) return undefined;
  return `T${String(hours).padStart(2, '0')}:${minute}${seconds}${zone}`;
}

function isoDay(year: number, month: number, day: number): string {
  const days = daysSince1970(year, month, day);
  return days === undefined ? '' : isoOf(days * secondsADay).slice(0, 10);
}

/** Whether a text that is a date with a time of day says in which zone; undefined where it is none. */
export function saysZone(written: unknown): boolean | undefined {
  if (typeof written !== 'string' || written.length > 60) return undefined;
  const found = iso.exec(written.trim());
  return found?.[4] === undefined ? undefined : found[8] !== undefined;
}

/** Of a date of the platform, which is the one object that says what time it is. */
function secondsOfDate(written: object): number | undefined {
  try {
    if (Object.prototype.toString.call(written) !== '[object Date]') return undefined;
    const milliseconds: unknown = (written as { getTime(): unknown }).getTime();
    return typeof milliseconds === 'number' && Number.isFinite(milliseconds) ? milliseconds / 1000 : undefined;
  } catch {
    return undefined;
  }
}

function secondsFrom(written: string): number | undefined {
  const read = writtenNumber(written);
  return read === undefined || 'hint' in read || read.isPercent ? undefined : read.value;
}

/** Days in the calendar everybody uses; undefined for the thirtieth of February. */
function daysSince1970(year: number, month: number, day: number): number | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const long = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > long) return undefined;
  return daysOf(year, month, day);
}

function zoneOf(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60;
}

/** A time in seconds since 1970, to the millisecond: `2026-03-01T09:30:00.000Z`. Years beyond 9999 have a sign and six digits. */
export function isoOf(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const days = Math.floor(milliseconds / (secondsADay * 1000));
  const rest = milliseconds - days * secondsADay * 1000;
  const [year, month, day] = dateOf(days);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}`;
  const shownYear = year <= 9999 ? String(year).padStart(4, '0') : `+${String(year).padStart(6, '0')}`;
  return `${shownYear}-${two(month)}-${two(day)}T${time}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** Years from March on, so that the leap day is the last. */
function daysOf(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719_469;
}

function dateOf(days: number): readonly [year: number, month: number, day: number] {
  let year = Math.floor(days / 365.2425) + 1970;
  while (daysOf(year, 3, 1) > days) year--;
  while (daysOf(year + 1, 3, 1) <= days) year++;
  const inYear = days - daysOf(year, 3, 1);
  const place = Math.floor((5 * inYear + 2) / 153);
  const month = place < 10 ? place + 3 : place - 9;
  return [month > 2 ? year : year + 1, month, inYear - Math.floor((153 * place + 2) / 5) + 1];
}
