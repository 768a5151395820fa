/** A day of the calendar everybody uses, without leap seconds. */
const secondsADay = 86_400;

/** Seconds since 1970 of a date with a time and a zone, as ISO 8601 writes them (`2026-03-01T09:30:00Z`); undefined for anything else. */
export function secondsOfIso(text: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const days = daysOf(year, month, day);
  const [y, m, d] = dateOf(days);
  // There is no thirtieth of February.
  if (y !== year || m !== month || d !== day) return undefined;
  const zone = found[8] === undefined ? 0 : (found[8] === '-' ? -1 : 1) * (Number(found[9]) * 3600 + Number(found[10]) * 60);
  return days * secondsADay + hour * 3600 + minute * 60 + second + Number((found[7] ?? '0').padEnd(3, '0')) / 1000 - zone;
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
