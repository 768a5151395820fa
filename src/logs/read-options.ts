import { readSeconds } from '../journey/read-quantity';
import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { checkScale, type RatingScale } from '../distributions/rating-scale';
import { isList } from '../plain/plain-object';
import type { Reading } from '../plain/reading';
import { momentHint, readMoment } from '../plain/moments';
import { readCodes } from '../tables/codes';
import type { MissingCell } from '../tables/table';
import type { LogOptions } from './types';

export type OptionKey = keyof LogOptions;

export const optionKeys = [
  ...(['case', 'activity', 'time', 'start', 'end', 'lifecycle', 'instance', 'segment', 'channel', 'rating', 'scale', 'missing'] as const),
  ...(['name', 'ends', 'unfinished', 'until', 'between', 'rare', 'kinds', 'fit', 'tolerance'] as const),
] satisfies readonly OptionKey[];

/** What is said beside the columns, checked. */
export interface LogSettings {
  readonly name: string;
  readonly scale: RatingScale | undefined;
  readonly missing: readonly MissingCell[];
  readonly ends: readonly string[] | undefined;
  readonly until: number | undefined;
  readonly between: 'wait' | 'gap';
  readonly rare: number;
  readonly kinds: number;
  readonly fit: NonNullable<LogOptions['fit']>;
  readonly tolerance: number | undefined;
}

const mostKinds = 50;
const defaultKinds = 16;
const defaultRare = 0.005;
const fits = ['auto', 'empirical', 'exponential', 'gamma', 'lognormal', 'weibull'] as const;

export function readSettings(read: Reading<OptionKey>): LogSettings {
  if (read.has('rating') && !read.has('scale')) read.by('rating', (_, __, issues) => checkScale(undefined, read.at('scale'), issues));
  for (const key of ['lifecycle'] as const) if (read.has(key) && !read.has('time')) noTime(read, key);
  if (read.has('instance') && !read.has('lifecycle')) {
    read.issues.push({
      ...conflict(read.at('instance')),
      expected: 'instance only beside lifecycle',
      hint: 'a row is a whole event without one',
    });
  }
  if (!read.has('time') && !read.has('start') && !read.has('end')) {
    const expected = 'the name of a column with moments: time, or start and end';
    read.issues.push({ code: 'missing', path: read.at('time'), expected, received: 'nothing' });
  }
  if (read.has('time') && (read.has('start') || read.has('end'))) {
    const expected = 'either time, one moment a row, or start and end';
    read.issues.push({ ...conflict(read.at('time')), expected, hint: 'with lifecycle all moments stand in the column that time names' });
  }
  return {
    name: nameOf(read) ?? 'Journey from a log',
    scale: read.by('scale', checkScale),
    missing: readCodes(read.written.missing, read.at('missing'), read.issues),
    ends: read.by('ends', readNames),
    until: read.by('until', readUntil),
    between: read.oneOf('between', ['wait', 'gap']) ?? 'wait',
    rare: read.number('rare', { min: 0, max: 0.5, what: 'a share' }) ?? defaultRare,
    kinds: read.whole('kinds', { min: 1, max: mostKinds }) ?? defaultKinds,
    fit: read.oneOf('fit', fits) ?? 'auto',
    tolerance: read.by('tolerance', readSeconds),
  };
}

function conflict(path: string): Pick<Issue, 'code' | 'path' | 'received'> {
  return { code: 'conflict', path, received: 'both' };
}

function noTime(read: Reading<OptionKey>, key: OptionKey): void {
  const expected = 'time, the column that holds the moment of each row, beside lifecycle';
  read.issues.push({ code: 'missing', path: read.at('time'), expected, received: `only ${key}` });
}

function nameOf(read: Reading<OptionKey>): string | undefined {
  const name = read.text('name', 'what the journey is called');
  return name === undefined || name.trim() !== '' ? name : read.fault('name', 'a name that is not blank');
}

function readNames(value: unknown, path: string, issues: Issue[]): readonly string[] | undefined {
  const expected = 'the name of an activity';
  if (!isList(value)) {
    issues.push(unfit(value, path, `a list, each ${expected}`));
    return undefined;
  }
  value.forEach((item, i) => {
    if (typeof item !== 'string') issues.push(unfit(item ?? null, at(path, i), expected));
  });
  return value as readonly string[];
}

function readUntil(value: unknown, path: string, issues: Issue[]): number | undefined {
  const moment = readMoment(value);
  if (moment === undefined) {
    const expected = 'a moment: seconds as a number, or a text such as 2026-03-01T09:30:00';
    issues.push({ code: 'invalid-type', path, expected, received: quote(value), ...momentHint(value) });
  }
  return moment;
}
