import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { readJourney } from '../journey/read-journey';
import type { Journey } from '../journey/types';
import { checkChoice } from '../plain/check-keys';
import { checkNumber } from '../plain/check-number';
import { issuesError } from '../plain/issues-error';
import { openOptions } from '../plain/open-options';
import { openList } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';

/**
 * What a constraint may be: true or false, names (not blank), a number in a range (`whole` where it counts something), one of a few words,
 * some of a few words (one at least), or what its own reader takes.
 */
export type Rule =
  | 'flag'
  | 'names'
  | 'own'
  | { readonly min: number; readonly max: number; readonly whole?: boolean }
  | { readonly word: readonly string[] }
  | { readonly some: readonly string[] };

/** One for each constraint. */
export type Rules<Constraints> = { readonly [Key in keyof Constraints]-?: Rule };

/** More of anything than this is no example that shrinks (judgement). */
export const most = 1000;
const mostJourneys = 10_000;

/** How many of something there may be. */
export const count = { min: 1, max: most, whole: true };

/** A row of true or false for each of these names. */
export function flags<Name extends string>(...names: readonly Name[]): { readonly [Key in Name]: 'flag' } {
  return Object.fromEntries(names.map((name) => [name, 'flag'])) as { readonly [Key in Name]: 'flag' };
}

/** What a user narrows random data down with, checked as every object of settings is. Throws with everything that is wrong. */
export function readConstraints<Constraints extends object>(given: Constraints | undefined, rules: Rules<Constraints>): Constraints {
  if (given === undefined) return {} as Constraints;
  const issues: Issue[] = [];
  const keys = Object.keys(rules) as (keyof Constraints & string)[];
  const asTheyAre = keys.filter((key) => rules[key] === 'own');
  const written = openOptions(given, keys, issues, { path: 'constraints', asTheyAre });
  for (const key of keys) if (written[key] !== undefined) check(written[key], rules[key], key, issues);
  if (issues.length > 0) throw issuesError(issues);
  return written as Constraints;
}

function check(value: unknown, rule: Rule, path: string, issues: Issue[]): void {
  const wrong = (expected: string): void => void issues.push({ code: 'invalid-type', path, expected, received: quote(value) });
  if (rule === 'own') return;
  if (rule === 'flag') {
    if (typeof value !== 'boolean') wrong('true or false');
  } else if (rule === 'names') {
    const isNames = Array.isArray(value) && value.length <= most && value.every((name) => typeof name === 'string' && /\S/.test(name));
    if (!isNames) wrong(`a list of at most ${most} names`);
  } else if (typeof rule !== 'string' && 'word' in rule) checkChoice(value, rule.word, path, issues);
  else if ('some' in rule) checkSome(value, rule.some, path, issues);
  else if (checkNumber(value, path, issues, rule) && rule.whole === true && !Number.isInteger(value)) {
    issues.push({ code: 'out-of-range', path, expected: `a whole number from ${rule.min} to ${rule.max}`, received: quote(value) });
  }
}

function checkSome(value: unknown, known: readonly string[], path: string, issues: Issue[]): void {
  const unknown = Array.isArray(value) ? value.filter((name) => !known.includes(name as string)) : [value];
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (!isEmpty && unknown.length === 0) return;
  const received = isEmpty ? 'an empty list' : unknown.slice(0, 5).map(quote).join(', ');
  const code = isEmpty ? 'missing' : Array.isArray(value) ? 'unknown-id' : 'invalid-type';
  issues.push({ code, path, expected: `some of ${known.join(', ')}`, received });
}

type Named = readonly [name: string, value: number];

/** What is wrong where the least of something lies above the most, which is told. */
export function outOfOrder([least, min]: Named, [path, max]: Named): Issue[] {
  return min <= max ? [] : [{ code: 'conflict', path, expected: `a number of at least ${least} (${min})`, received: quote(max) }];
}

/** A journey from outside, read as `defineJourney` does; its faults are told from `path`. */
export function readJourneyAt(given: unknown, path: string): Journey {
  const { journey, issues } = readJourney(given);
  if (journey === undefined) throw issuesError(prefixIssues(issues, path));
  return journey;
}

/** A list of them. */
export function readJourneys(given: unknown, path: string): readonly Journey[] {
  const { items, issue } = openList(given, 'a list of journeys', mostJourneys);
  if (items === undefined) throw issuesError(prefixIssues([issue], path));
  return items.map((item, index) => readJourneyAt(item, at(path, index)));
}
