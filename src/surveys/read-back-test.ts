import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { isForbiddenKey, openAt, openList } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { reading, readRecord, type Reading } from '../plain/reading';
import { Table, type Row } from '../tables/table';
import type { BackTestInput, BackTestObserved, DurationColumn, BackTestFold } from './back-test-types';
import { readColumns, surveyKeys, type ReadSurvey } from './read-survey';

/** Measured durations of one thing. */
export interface DurationAnswers {
  readonly of: string;
  /** NaN where there is none. */
  readonly seconds: Float64Array;
  readonly path: string;
}

/** Rows learnt from and foretold, by their numbers. */
export interface ReadFold {
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
  /** Whether what is foretold was kept out of what was learnt. */
  readonly isHeldOut: boolean;
}

/** Everything of a back-test but the studies. */
export interface ReadBackTest {
  readonly study: unknown;
  readonly rows: readonly Row[];
  readonly survey: ReadSurvey;
  readonly durations: readonly DurationAnswers[];
  readonly folds: readonly ReadFold[];
}

const observedKeys = [
  'rows',
  ...surveyKeys.filter((key) => key !== 'poolBelow'),
  'durations',
] as const satisfies readonly (keyof BackTestObserved)[];
const wholeDurations: readonly string[] = ['clockDuration', 'perceivedDuration', 'waitingDuration'];
const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const longest = 1e11;
const mostFolds = 100;

/** The door of `backTest`: throws with all faults at once. */
export function readBackTest(given: unknown): ReadBackTest {
  const read = reading(given, ['study', 'observed', 'folds'] as const satisfies readonly (keyof BackTestInput)[], {
    asTheyAre: ['study', 'observed', 'folds'],
  });
  const { issues } = read;
  if (!read.has('study')) read.fault('study', 'a study, or a function that makes one from rows');
  // Rows are looked at where they lie: they may be many.
  const columns = reading(read.written.observed, observedKeys, { path: 'observed', under: 'observed', asTheyAre: ['rows'] });
  const table = Table.read(columns.written.rows, 'observed.rows', columns.issues);
  const survey = readColumns(table, columns as Reading<never>, false);
  const durations = table === undefined ? [] : readDurations(table, columns);
  const folds = table === undefined ? [] : readFolds(table, read.written.folds, 'folds', columns.issues);
  issues.push(...columns.issues);
  if (
    survey !== undefined &&
    issues.length === 0 &&
    survey.steps.length === 0 &&
    durations.length === 0 &&
    Object.keys(survey.answers).length === 0
  ) {
    issues.push({
      code: 'missing',
      path: 'observed',
      expected: 'something that was measured: overall, touchpoints or durations',
      received: 'none of them',
    });
  }
  read.finish();
  return { study: read.written.study, rows: table!.rows as readonly Row[], survey: survey!, durations, folds };
}

function readDurations(table: Table, read: Reading<(typeof observedKeys)[number]>): DurationAnswers[] {
  const columns = read.record('durations', 'an object { column: step }');
  if (columns === undefined) return [];
  return Object.keys(columns.written).flatMap((name) => {
    const path = columns.at(name);
    const column = table.column(name, path);
    const given: unknown = columns.written[name];
    const own = readRecord<keyof DurationColumn>(
      typeof given === 'string' ? { of: given } : given,
      path,
      table.issues,
      'the id of a step, or an object with of, unit',
      ['of', 'unit'],
    );
    if (own === undefined || column === undefined) return [];
    const unit = own.oneOf('unit', ['seconds', 'minutes', 'hours', 'days']) ?? 'seconds';
    const of = own.has('of') ? own.text('of') : own.fault('of', `the id of a step, or one of ${wholeDurations.join(', ')}`);
    if (of === undefined) return [];
    const factor = unitSeconds[unit];
    const seconds = table.numbers(column, { min: 0, max: longest / factor, what: `a number of ${unit}` });
    return [{ of, seconds: seconds.map((value) => value * factor), path: typeof given === 'string' ? path : own.at('of') }];
  });
}

/** Whether a duration is that of the whole journey. */
export function isWhole(of: string): of is 'clockDuration' | 'perceivedDuration' | 'waitingDuration' {
  return wholeDurations.includes(of);
}

function readFolds(table: Table, given: unknown, path: string, issues: Issue[]): ReadFold[] {
  const all = Array.from({ length: table.count }, (_, row) => row);
  if (given === undefined) return [{ name: 'all', train: all, test: all, isHeldOut: false }];
  if (typeof given === 'string') {
    const column = table.column(given, path);
    const values = column === undefined ? [] : table.texts(column);
    const names = [...new Set(values.filter((value) => value !== undefined))];
    if (column !== undefined && (names.length < 2 || names.length > mostFolds)) {
      const expected = `a column with 2 to ${mostFolds} different values`;
      issues.push({ code: 'conflict', path, expected, received: `${quote(given)} with ${names.length}` });
    }
    return names.slice(0, mostFolds).map((name) => ({
      name,
      train: all.filter((row) => values[row] !== undefined && values[row] !== name),
      test: all.filter((row) => values[row] === name),
      isHeldOut: true,
    }));
  }
  const expected = `a list of 1 to ${mostFolds} folds { train, test }, or the name of a column`;
  const { items, issue } = openList(given, expected, mostFolds);
  if (items === undefined || items.length === 0) {
    issues.push(...(issue === undefined ? [unfit(given, path, expected)] : prefixIssues([issue], path)));
    return [];
  }
  return items.flatMap((one, index) => readFold(table, one, at(path, index), index, issues) ?? []);
}

function readFold(table: Table, given: unknown, path: string, index: number, issues: Issue[]): ReadFold | undefined {
  const fields = openAt(given, path, 'a fold: an object with train and test', issues);
  if (fields === undefined) return undefined;
  const read = readRecord<keyof BackTestFold>(fields, path, issues, 'a fold: an object with train and test', ['name', 'train', 'test']);
  if (read === undefined) return undefined;
  const name = read.has('name') ? read.text('name') : `fold ${index + 1}`;
  const choose = (key: 'train' | 'test'): number[] | undefined => {
    const expected = 'a function of a row that says true or false';
    const chosen = read.has(key) ? read.callback<(row: unknown, index: number) => unknown>(key, expected) : read.fault(key, expected);
    if (chosen === undefined) return undefined;
    const rows: number[] = [];
    for (let row = 0; row < table.count; row++) {
      const isIn = chosen(table.rows[row], row);
      if (isIn === true) rows.push(row);
      else if (isIn) {
        issues.push({ code: 'invalid-type', path: read.at(key), expected, received: `${quote(isIn)} for rows[${row}]` });
        return undefined;
      }
    }
    if (rows.length === 0) read.fault(key, 'a function that says true for at least one row', { code: 'missing' });
    return rows;
  };
  const train = choose('train');
  const test = choose('test');
  if (name === undefined || train === undefined || test === undefined || isForbiddenKey(name)) return undefined;
  const learnt = new Set(train);
  const both = test.filter((row) => learnt.has(row)).length;
  if (both > 0) {
    const hint = 'what was learnt from is not foretold';
    issues.push({ code: 'conflict', path, expected: 'rows either in train or in test', received: `${both} rows in both`, hint });
  }
  return { name, train, test, isHeldOut: true };
}
