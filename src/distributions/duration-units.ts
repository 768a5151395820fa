import { nearest } from '../errors/wording';

/** The longest duration, seconds: about 3,170 years. */
export const longestDuration = 1e11;

/** Seconds in each unit, under every name it may be written with. */
export const unitSeconds = /* @__PURE__ */ secondsByName();

function secondsByName(): ReadonlyMap<string, number> {
  return new Map([
    ...['ms', 'millisecond', 'milliseconds'].map((name) => [name, 0.001] as const),
    ...['s', 'sec', 'secs', 'second', 'seconds'].map((name) => [name, 1] as const),
    ...['m', 'min', 'mins', 'minute', 'minutes'].map((name) => [name, 60] as const),
    ...['h', 'hr', 'hrs', 'hour', 'hours'].map((name) => [name, 3600] as const),
    ...['d', 'day', 'days'].map((name) => [name, 86_400] as const),
    ...['w', 'wk', 'wks', 'week', 'weeks'].map((name) => [name, 604_800] as const),
  ]);
}

/** Thousandths are divided rather than multiplied, so that 250 ms is 0.25 s to the last bit. */
export function inUnit(number: string, unit: number): number {
  return unit === 0.001 ? Number(number) / 1000 : Number(number) * unit;
}

const calendar = 'months and years differ in length: write days or weeks';

/** What to write in place of a unit nobody knows. Only what is surely a slip of the pen is guessed at: a wrong guess is worse than none. */
export function unitProblem(name: string): string {
  if (/^(month|months|mo|mos|year|years|y|yr|yrs)$/.test(name)) return calendar;
  if (/^([µμun]s|(micro|nano)seconds?)$/.test(name)) return 'the smallest unit is the millisecond: 1 µs is 0.001 ms';
  const letters = (word: string): string => [...word].sort().join('');
  // From the longest name down; what begins like a month is none of them.
  const alike = [...unitSeconds.keys()].reverse().filter((unit) => unit.length > 1 && unit[0] === name[0] && !name.startsWith('mo'));
  const swapped = alike.find((unit) => letters(unit) === letters(name));
  const meant = swapped ?? (name.length < 4 ? undefined : nearest(name, alike, name.length < 6 ? 1 : 2));
  return meant === undefined ? 'units are ms, s, min, h, days and weeks' : `did you mean ${meant}?`;
}

const isoPattern = /^P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?=\d)(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;
const isoUnits = [604_800, 86_400, 3600, 60, 1];

/** The seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds: `PT1H30M`, `P2D`; its decimals may have a comma. */
export function isoSeconds(written: string): number | undefined {
  const match = isoPattern.exec(written.replace(/(\d),(\d)/g, '$1.$2'));
  if (match === null) return undefined;
  const seconds = match.slice(1).reduce((sum, number, i) => (number === undefined ? sum : sum + inUnit(number, isoUnits[i]!)), 0);
  return Number.isFinite(seconds) ? seconds : undefined;
}

export function isoProblem(written: string): string {
  const beforeTime = written.split('T')[0]!;
  return /[YM]/.test(beforeTime) ? `${calendar} (a minute is PT1M)` : "ISO durations are written 'PT1H30M', 'P2D' or 'P1W'";
}
