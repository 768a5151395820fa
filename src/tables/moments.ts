import { writtenNumber } from '../errors/written-number';

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
  return days * 86_400 + hour * 3600 + minute * 60 + second + fraction - zoneOf(found[8]);
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
  // Years from March on, so that the leap day is the last.
  const years = month > 2 ? year : year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719_469;
}

function zoneOf(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60;
}
