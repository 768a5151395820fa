import type { Issue } from '../errors/issue';
import { nearest, quote } from '../errors/wording';
import { checkDistribution } from './check-distribution';
import { longestDuration } from './longest-duration';
import { fromInterval } from './from-interval';
import type { Distribution } from './types';

/** Seconds in each unit, under every name it may be written with. */
const unitSeconds: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ...['ms', 'millisecond', 'milliseconds'].map((name) => [name, 0.001] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((name) => [name, 1] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((name) => [name, 60] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((name) => [name, 3600] as const),
  ...['d', 'day', 'days'].map((name) => [name, 86_400] as const),
  ...['w', 'week', 'weeks'].map((name) => [name, 604_800] as const),
]);

const examples = "a duration such as '90 s', '12 min', '1 h 30 min', '2 days' or '5 to 10 min'";
const mostCharacters = 100;

/**
 * Reads a duration written as text: an amount (`'1 h 30 min'`) as a number of seconds, a range (`'5 to 10 min'`) as the lognormal of which 90 %
 * lie inside. What cannot be read goes to `issues` under `path`, and undefined comes back.
 */
export function readDurationText(text: string, path: string, issues: Issue[]): number | Distribution | undefined {
  const fail = (hint: string | undefined): undefined => {
    issues.push({ code: 'invalid-text', path, expected: examples, received: quote(text), ...(hint === undefined ? {} : { hint }) });
    return undefined;
  };
  if (text.length > mostCharacters) return fail(`at most ${mostCharacters} characters`);
  const words = wordsOf(text);
  if (typeof words === 'string') return fail(words);
  const middle = words.indexOf('to');
  if (middle < 0) {
    const amount = readAmount(words, undefined);
    if (typeof amount.problem === 'string') return fail(amount.problem);
    if (amount.seconds <= longestDuration) return amount.seconds;
    return fail(`at most ${longestDuration} seconds`);
  }
  const high = readAmount(words.slice(middle + 1), undefined);
  if (typeof high.problem === 'string') return fail(high.problem);
  const low = readAmount(words.slice(0, middle), high.onlyUnit);
  if (typeof low.problem === 'string') return fail(low.problem);
  if (low.seconds === 0)
    return fail('a range of text starts above 0: use uniform({ min, max }), or mixture for a share that takes no time');
  if (low.seconds >= high.seconds) return fail('the smaller amount comes first');
  return checkDistribution(fromInterval(low.seconds, high.seconds, { kind: 'duration' }), path, issues, { min: 0, max: longestDuration });
}

/** Numbers, unit names and `to`, in the order written; or what is wrong, in words. */
function wordsOf(text: string): readonly string[] | string {
  const words: string[] = [];
  // Each branch starts with a character of its own, so the text is read once from left to right.
  const pattern = /\s+|(\d+(?:\.\d+)?|\.\d+)|([A-Za-zµ]+)|([-–—])|(.)/gsu;
  for (const [, number, name, dash, other] of text.matchAll(pattern)) {
    if (number !== undefined) words.push(number);
    else if (name !== undefined) words.push(name.toLowerCase());
    else if (dash !== undefined) {
      if (words.length === 0) return 'a duration is not negative';
      words.push('to');
    } else if (other === ',') return 'write 1.5 with a point, and large numbers without separators';
    else if (other === ':') return 'write 1 h 30 min rather than a clock time';
    else if (other !== undefined) return `${quote(other)} has no meaning here`;
  }
  if (words.length === 0) return 'it is empty';
  if (words.filter((word) => word === 'to').length > 1) return 'a range has two amounts';
  return words;
}

interface Amount {
  readonly seconds: number;
  /** The unit, where there is just one. */
  readonly onlyUnit?: number | undefined;
  readonly problem?: string;
}

/** Pairs of number and unit, from the largest unit down: `1 h 30 min`. A lone number takes `lastUnit`, where there is one. */
function readAmount(words: readonly string[], lastUnit: number | undefined): Amount {
  if (words.length === 0) return wrong('a range has two amounts');
  if (words.length === 1 && isNumber(words[0]!)) {
    const hint = `name the unit: '${words[0]} s' or '${words[0]} min'`;
    return lastUnit === undefined ? wrong(hint) : { seconds: inUnit(words[0]!, lastUnit) };
  }
  let seconds = 0;
  let before = Infinity;
  for (let i = 0; i < words.length; i += 2) {
    const number = words[i]!;
    const name = words[i + 1];
    if (!isNumber(number)) return wrong('write numbers in digits, each followed by its unit');
    if (name === undefined) return wrong(`name the unit of ${number}`);
    const unit = unitSeconds.get(name);
    if (unit === undefined) return wrong(unknownUnit(name));
    if (unit >= before) return wrong('units go from large to small, each once');
    seconds += inUnit(number, unit);
    before = unit;
  }
  return { seconds, onlyUnit: words.length === 2 ? before : undefined };
}

function wrong(problem: string): Amount {
  return { seconds: 0, problem };
}

function isNumber(word: string): boolean {
  return /^[\d.]/.test(word);
}

/** Thousandths are divided rather than multiplied, so that 250 ms is 0.25 s to the last bit. */
function inUnit(number: string, unit: number): number {
  return unit === 0.001 ? Number(number) / 1000 : Number(number) * unit;
}

function unknownUnit(name: string): string {
  if (/^(month|months|mo|year|years|y|yr|yrs)$/.test(name)) return 'months and years differ in length: write days or weeks';
  const close = nearest(name, ['min', 'minutes', 'seconds', 'hours', 'days', 'weeks', 'sec', 'hr', 'day', 'week', 'ms']);
  return close === undefined ? 'units are ms, s, min, h, days and weeks' : `did you mean ${close}?`;
}
