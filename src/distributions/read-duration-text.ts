import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { fractions, writtenNumber } from '../errors/written-number';
import { continuations } from './begun-duration';
import { checkDistribution } from './check-distribution';
import { inUnit, isoProblem, isoSeconds, longestDuration, unitProblem, unitSeconds } from './duration-units';
import type { Distribution } from './families';
import { fromInterval } from './from-interval';

const examples = "a duration such as '90 s', '12 min', '1 h 30 min', '2 days' or '5 to 10 min'";
const mostCharacters = 100;
const withPoint = 'write 1.5 with a point, and large numbers without separators';

/** Spellings that say too little, or more than one thing: what to write instead. */
const unclear: readonly (readonly [spelling: RegExp, hint: string])[] = [
  [/^\s*(?:[-–—−?.]+|n\/?a|none|null|tbd|unknown)\s*$/iu, 'leave the cell empty, or the key out, where nothing is known'],
  [/±|\+\/?[-−]/u, "write the range that nine in ten lie in, such as '3 to 7 min', or truncatedNormal({ mean, sd, min: 0 })"],
  [
    /[<>≤≥]|^\s*(?:up to|until|at (?:most|least)|(?:no |not )?(?:less|more|fewer|longer|shorter) than|max|maximum|under|over|below|above|within)\b|\d\s*\+|\bor (?:less|more|fewer|longer|shorter)\b/iu,
    "one end says too little: write both, such as '2 to 10 min', or one amount",
  ],
  [/\bor\b/iu, "write '5 to 10 min' for anything between, or discrete() for one or the other"],
  [
    /\b(?:work(?:ing)?|business)[\s-]*(?:days?|weeks?|hours?|h|d)\b/iu,
    "a day is 24 hours here: write the time that passes, such as '5 days'",
  ],
  [/\d\s*\/\s*\d/u, 'write a fraction with a point: 1/2 h is 0.5 h, 1 1/2 h is 1.5 h'],
  [/:/u, 'write 1 h 30 min rather than a clock time'],
];

/** Words that say an amount is rounded: it is read as what it says. */
const about: readonly string[] = ['about', 'around', 'approx', 'approximately', 'circa', 'ca', 'roughly'];

/**
 * Reads a duration written as text: an amount (`'1 h 30 min'`) as a number of seconds, a range (`'5 to 10 min'`) as the lognormal of which 90 %
 * lie inside. What cannot be read goes to `issues` under `path`, and undefined comes back.
 */
export function readDurationText(text: string, path: string, issues: Issue[]): number | Distribution | undefined {
  const fail: Fail = (hint) => {
    const told = { expected: examples, received: quote(text), ...(hint === undefined ? {} : { hint }) };
    issues.push({ code: 'invalid-text', path, ...(hasBegun(text) ? { severity: 'unfinished' as const } : {}), ...told });
    return undefined;
  };
  return readOr(fail, text, path, issues);
}

/** Whether it reads once somebody has typed on. */
function hasBegun(text: string): boolean {
  return text.length < mostCharacters && continuations(text).some((whole) => readOr(() => undefined, whole, '', []) !== undefined);
}

type Fail = (hint: string | undefined) => undefined;

function readOr(fail: Fail, text: string, path: string, issues: Issue[]): number | Distribution | undefined {
  if (text.length > mostCharacters) return fail(`at most ${mostCharacters} characters`);
  const words = unclear.find(([spelling]) => spelling.test(text))?.[1] ?? wordsOf(text);
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

/** Numbers, unit names, ISO durations and `to`, in the order written; or what is wrong, in words. */
function wordsOf(text: string): readonly string[] | string {
  const words: string[] = [];
  const endsAmount = (): boolean => unitSeconds.has(words.at(-1) ?? '');
  // Each branch starts with a character of its own (an ISO duration before other names), so the text is read once from left to right.
  const pattern = /\s+|(P(?=\d|T\d)[\dA-Z.,]*)|(\d+(?:[.,'’ \u00a0\u2009\u202f]\d+)*|\.\d+)|([¼½¾⅓⅔])|(\p{L}+)\.?|([-–—−])|[~≈]|(.)/gisu;
  for (const [, iso, number, fraction, name, dash, other] of text.matchAll(pattern)) {
    if (iso !== undefined) words.push(iso.toUpperCase());
    else if (number !== undefined) {
      const read = writtenNumber(number);
      if (read === undefined) return number.includes(',') ? withPoint : `name the unit of ${number.split(/[^\d.]/)[0]!}`;
      if ('hint' in read) return read.hint;
      words.push(String(read.value));
    } else if (fraction !== undefined) {
      const whole = /^\d+$/.test(words.at(-1) ?? '') ? Number(words.pop()) : 0;
      words.push(String(whole + fractions[fraction]!));
    } else if (name !== undefined) {
      const word = name.toLowerCase();
      if (!about.includes(word) && !(word === 'and' && endsAmount())) words.push(word);
    } else if (dash !== undefined) {
      if (words.length === 0) return 'a duration is not negative';
      words.push('to');
    } else if (other !== undefined && !(other === ',' && endsAmount())) {
      return other === ',' ? withPoint : `${quote(other)} has no meaning here`;
    }
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

/** An ISO duration, or pairs of number and unit, from the largest unit down: `1 h 30 min`. A lone number takes `lastUnit`, where there is one. */
function readAmount(words: readonly string[], lastUnit: number | undefined): Amount {
  if (words.length === 0) return wrong('a range has two amounts');
  if (words.length === 1 && isNumber(words[0]!)) {
    const hint = `name the unit: '${words[0]} s' or '${words[0]} min'`;
    return lastUnit === undefined ? wrong(hint) : { seconds: inUnit(words[0]!, lastUnit) };
  }
  if (words.length === 1 && /^P[\dT]/.test(words[0]!)) {
    const seconds = isoSeconds(words[0]!);
    return seconds === undefined ? wrong(isoProblem(words[0]!)) : { seconds };
  }
  let seconds = 0;
  let before = Infinity;
  for (let i = 0; i < words.length; i += 2) {
    const number = words[i]!;
    const name = words[i + 1];
    if (!isNumber(number)) return wrong('write numbers in digits, each followed by its unit');
    if (name === undefined) return wrong(`name the unit of ${number}`);
    const unit = unitSeconds.get(name);
    if (unit === undefined) return wrong(isNumber(name) ? `name the unit of ${number}` : unitProblem(name));
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
