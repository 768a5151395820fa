import { readDurationText } from '../distributions/read-duration-text';
import type { Issue } from '../errors/issue';
import { openAt } from '../plain/plain-object';
import { at, unfit } from '../errors/wording';
import { checkSize, checkValue } from '../experience/check-outcome';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { throwIssues } from '../plain/issues-error';
import { checkKeys } from '../plain/check-keys';
import { deepFreeze } from '../plain/deep-freeze';
import { guardAt, guardPlain } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';
import { readRecord, type Reading } from '../plain/reading';
import { statisticLevel } from './statistic-level';
import type { Standard, StandardStatistic } from './types';

const keysOf = {
  noSegmentWorse: ['noSegmentWorse', 'margin'],
  improves: ['improves', 'by', 'segment'],
  fewWorse: ['fewWorse', 'atMost', 'segment'],
  outcome: ['outcome', 'statistic', 'segment', 'atLeast', 'atMost'],
} as const;

const example = "for example atLeast('satisfaction', 60)";
type Written = Reading<'margin' | 'by' | 'segment' | 'statistic' | 'atLeast' | 'atMost'>;

/** Reads one standard or a list of them, as made by a constructor or written by hand. Throws with everything that is wrong. */
export function readStandards(input: unknown): readonly Standard[] {
  const issues: Issue[] = [];
  const data = guardAt(input, 'standards');
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  if (list.length === 0) issues.push(unfit(list, 'standards', 'at least one standard', { code: 'missing', hint: example }));
  const standards = list.map((one, index) => readStandard(one, Array.isArray(data) ? at('standards', index) : 'standards', issues));
  throwIssues(issues);
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
  const fields = openAt(options, 'options', 'an object', issues);
  throwIssues(issues);
  const made = readStandard(guardAt({ ...fields, ...written }, ''), '', issues);
  throwIssues(issues);
  return deepFreeze(made) as Made;
}

function readStandard(value: unknown, path: string, issues: Issue[]): Standard | undefined {
  const expected = 'a standard: an object with outcome, noSegmentWorse, improves or fewWorse';
  const read: Written | undefined = readRecord(value, path, issues, expected, undefined, example);
  if (read === undefined) return undefined;
  const written: Readonly<Record<string, unknown>> = read.written;
  const kind = (Object.keys(keysOf) as (keyof typeof keysOf)[]).find((key) => written[key] !== undefined);
  if (kind === undefined) {
    issues.push(unfit(value, path, expected, { code: 'missing' }));
    return undefined;
  }
  checkKeys(written, keysOf[kind], path, issues);
  const outcome = written[kind];
  // What a number means is known only where the outcome is.
  if (!isOutcome(outcome)) {
    issues.push(unknownOutcome(at(path, kind), outcome));
    return undefined;
  }
  if (kind === 'noSegmentWorse') return { noSegmentWorse: outcome, margin: readSize(read, 'margin', outcome) };
  const segment = readSegment(read);
  switch (kind) {
    case 'improves':
      return { improves: outcome, by: readSize(read, 'by', outcome), segment };
    case 'fewWorse':
      return { fewWorse: outcome, atMost: read.needed('atMost', { min: 0, max: 1, what: 'a share of customers' })!, segment };
    case 'outcome':
      return readBound(read, outcome, segment);
  }
}

function readBound(read: Written, outcome: OutcomeName, segment: string): Standard | undefined {
  const { statistic = 'mean' } = read.written as { readonly statistic?: StandardStatistic };
  if (statistic !== 'mean' && statisticLevel(statistic) === undefined) {
    read.fault('statistic', "'mean', or a percentile such as 'p95'", { code: 'out-of-range', ...percentileHint(statistic) });
  }
  const sides = (['atLeast', 'atMost'] as const).filter((side) => read.has(side));
  if (sides.length !== 1) {
    read.issues.push({
      code: sides.length === 0 ? 'missing' : 'conflict',
      path: read.path,
      expected: 'either atLeast or atMost',
      received: sides.length === 0 ? 'neither' : 'both',
      hint: 'write two standards for two bounds',
    });
    return undefined;
  }
  const side = sides[0]!;
  const bound = read.by(side, (value, path, issues) => readQuantity(value, outcome, path, issues, checkValue))!;
  return side === 'atLeast' ? { outcome, statistic, segment, atLeast: bound } : { outcome, statistic, segment, atMost: bound };
}

/** 95, 0.95, `95%` and `P95` are all p95. */
function percentileHint(statistic: unknown): { readonly hint?: string } {
  const number = Number(/^\s*p?\s*(\d*\.?\d+)\s*%?\s*$/i.exec(String(statistic))?.[1]);
  const percentile = `p${Number((number < 1 ? 100 * number : number).toPrecision(6))}`;
  return statisticLevel(percentile) === undefined ? {} : { hint: `write '${percentile}'` };
}

function readSegment(read: Written): string {
  const { segment = 'overall' } = read.written;
  if (typeof segment === 'string' && segment !== '') return segment;
  read.fault('segment', "a segment's id, 'each' or 'overall'");
  return 'overall';
}

/** How much better or worse: 0 where nothing is written, never below. */
function readSize(read: Written, key: 'margin' | 'by', outcome: OutcomeName): number {
  return read.by(key, (value, path, issues) => readQuantity(value, outcome, path, issues, checkSize)) ?? 0;
}

/** A number in the outcome's unit; of durations also a text such as `'10 min'`. */
function readQuantity(value: unknown, outcome: OutcomeName, path: string, issues: Issue[], check: typeof checkValue): number {
  const { unit } = outcomeDescriptions[outcome];
  if (unit === 'seconds' && typeof value === 'string') {
    const read = readDurationText(value, path, issues);
    if (read !== undefined && typeof read !== 'number') {
      issues.push(unfit(value, path, 'one duration', { code: 'invalid-text', hint: 'not a range' }));
    }
    return typeof read === 'number' ? read : 0;
  }
  return check(value, outcome, path, issues) ? value : 0;
}
