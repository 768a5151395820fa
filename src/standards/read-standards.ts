import { readDurationText } from '../distributions/read-duration-text';
import type { Issue } from '../errors/issue';
import { openPlain } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { checkSize, checkValue } from '../experience/check-outcome';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { issuesError } from '../plain/issues-error';
import { checkKeys } from '../plain/check-keys';
import { checkNumber, isRecord } from '../plain/check-number';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';
import { statisticLevel } from './statistic-level';
import type { Standard, StandardStatistic } from './types';

const keysOf = {
  noSegmentWorse: ['noSegmentWorse', 'margin'],
  improves: ['improves', 'by', 'segment'],
  fewWorse: ['fewWorse', 'atMost', 'segment'],
  outcome: ['outcome', 'statistic', 'segment', 'atLeast', 'atMost'],
} as const;

/** Reads one standard or a list of them, as made by a constructor or written by hand. Throws with everything that is wrong. */
export function readStandards(input: unknown): readonly Standard[] {
  const issues: Issue[] = [];
  const guarded = guardPlain(input);
  if (guarded.issue !== undefined) throw issuesError(prefixIssues([guarded.issue], 'standards'));
  const list = Array.isArray(guarded.data) ? (guarded.data as unknown[]) : [guarded.data];
  if (list.length === 0) {
    issues.push({
      code: 'missing',
      path: 'standards',
      expected: 'at least one standard',
      received: 'an empty list',
      hint: "for example atLeast('satisfaction', 60)",
    });
  }
  const standards = list.map((one, index) => readStandard(one, Array.isArray(guarded.data) ? at('standards', index) : 'standards', issues));
  if (issues.length > 0) throw issuesError(issues);
  return deepFreeze(standards as Standard[]);
}

/** One standard at a place in other data. What is wrong with it goes to `issues`; undefined where nothing could be read. */
export function readStandardAt(input: unknown, path: string, issues: Issue[]): Standard | undefined {
  const guarded = guardPlain(input);
  if (guarded.issue === undefined) return deepFreeze(readStandard(guarded.data, path, issues));
  issues.push(...prefixIssues([guarded.issue], path));
  return undefined;
}

/** What every constructor ends in: the check that data written by hand goes through, its faults told from the call. */
export function makeStandard<Made extends Standard>(written: object, options: object): Made {
  const issues: Issue[] = [];
  const opened = openPlain(options, 'an object');
  if (opened.issue !== undefined) throw issuesError(prefixIssues([opened.issue], 'options'));
  const guarded = guardPlain({ ...opened.fields, ...written });
  if (guarded.issue !== undefined) throw issuesError([guarded.issue]);
  const made = readStandard(guarded.data, '', issues);
  if (issues.length > 0) throw issuesError(issues);
  return deepFreeze(made) as Made;
}

function readStandard(value: unknown, path: string, issues: Issue[]): Standard | undefined {
  const expected = 'a standard: an object with outcome, noSegmentWorse, improves or fewWorse';
  if (!isRecord(value)) {
    issues.push({ code: 'invalid-type', path, expected, received: quote(value), hint: "for example atLeast('satisfaction', 60)" });
    return undefined;
  }
  const kind = (Object.keys(keysOf) as (keyof typeof keysOf)[]).find((key) => value[key] !== undefined);
  if (kind === undefined) {
    issues.push({ code: 'missing', path, expected, received: quote(value) });
    return undefined;
  }
  checkKeys(value, keysOf[kind], path, issues);
  const outcome = value[kind];
  // What a number means is known only where the outcome is.
  if (!isOutcome(outcome)) {
    issues.push(unknownOutcome(at(path, kind), outcome));
    return undefined;
  }
  const segment = kind === 'noSegmentWorse' ? 'overall' : readSegment(value['segment'], at(path, 'segment'), issues);
  switch (kind) {
    case 'noSegmentWorse':
      return { noSegmentWorse: outcome, margin: readSize(value['margin'], outcome, at(path, 'margin'), issues) };
    case 'improves':
      return { improves: outcome, by: readSize(value['by'], outcome, at(path, 'by'), issues), segment };
    case 'fewWorse':
      checkNumber(value['atMost'], at(path, 'atMost'), issues, { min: 0, max: 1, what: 'a share of customers' });
      return { fewWorse: outcome, atMost: value['atMost'] as number, segment };
    case 'outcome':
      return readBound(value, outcome, segment, path, issues);
  }
}

function readBound(
  value: Record<string, unknown>,
  outcome: OutcomeName,
  segment: string,
  path: string,
  issues: Issue[],
): Standard | undefined {
  const statistic = value['statistic'] === undefined ? 'mean' : (value['statistic'] as StandardStatistic);
  if (statistic !== 'mean' && statisticLevel(statistic) === undefined) {
    issues.push({
      code: 'out-of-range',
      path: at(path, 'statistic'),
      expected: "'mean', or a percentile such as 'p95'",
      received: quote(statistic),
      ...percentileHint(statistic),
    });
  }
  const sides = (['atLeast', 'atMost'] as const).filter((side) => value[side] !== undefined);
  if (sides.length !== 1) {
    const code = sides.length === 0 ? 'missing' : 'conflict';
    issues.push({
      code,
      path,
      expected: 'either atLeast or atMost',
      received: sides.length === 0 ? 'neither' : 'both',
      hint: 'write two standards for two bounds',
    });
    return undefined;
  }
  const side = sides[0]!;
  const bound = readQuantity(value[side], outcome, at(path, side), issues, checkValue);
  return side === 'atLeast' ? { outcome, statistic, segment, atLeast: bound } : { outcome, statistic, segment, atMost: bound };
}

/** 95, 0.95, `95%` and `P95` are all p95. */
function percentileHint(statistic: unknown): { readonly hint?: string } {
  const number = Number(/^\s*p?\s*(\d*\.?\d+)\s*%?\s*$/i.exec(String(statistic))?.[1]);
  const percentile = `p${Number((number < 1 ? 100 * number : number).toPrecision(6))}`;
  return statisticLevel(percentile) === undefined ? {} : { hint: `write '${percentile}'` };
}

function readSegment(value: unknown, path: string, issues: Issue[]): string {
  if (value === undefined) return 'overall';
  if (typeof value === 'string' && value !== '') return value;
  issues.push({ code: 'invalid-type', path, expected: "a segment's id, 'each' or 'overall'", received: quote(value) });
  return 'overall';
}

/** How much better or worse: 0 where nothing is written, never below. */
function readSize(value: unknown, outcome: OutcomeName, path: string, issues: Issue[]): number {
  if (value === undefined) return 0;
  return readQuantity(value, outcome, path, issues, checkSize);
}

/** A number in the outcome's unit; of durations also a text such as `'10 min'`. */
function readQuantity(value: unknown, outcome: OutcomeName, path: string, issues: Issue[], check: typeof checkValue): number {
  const { unit } = outcomeDescriptions[outcome];
  if (unit === 'seconds' && typeof value === 'string') {
    const read = readDurationText(value, path, issues);
    if (read !== undefined && typeof read !== 'number') {
      issues.push({ code: 'invalid-text', path, expected: 'one duration', received: quote(value), hint: 'not a range' });
    }
    return typeof read === 'number' ? read : 0;
  }
  return check(value, outcome, path, issues) ? value : 0;
}
