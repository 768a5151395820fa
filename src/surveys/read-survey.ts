import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { checkScale, type RatingScale } from '../distributions/rating-scale';
import { isRecord } from '../plain/check-number';
import { isForbiddenKey } from '../plain/plain-object';
import { reading, readRecord, type Reading } from '../plain/reading';
import { readCell } from '../journey/row-columns';
import { readCodes } from '../tables/codes';
import { Table, type MissingCell, type Row } from '../tables/table';
import type { WholeAnswers } from './answer-figures';
import { readRatings, type Ratings } from './read-ratings';
import type { SurveyOptions, TouchpointColumn } from './survey-types';

export const surveyKeys = [
  'segment',
  'touchpoints',
  'scale',
  'missing',
  'notUsed',
  'weight',
  'overall',
  'poolBelow',
] as const satisfies readonly (keyof SurveyOptions)[];
/** A key of {@link SurveyOptions}. */
export type SurveyKey = (typeof surveyKeys)[number];
const touchpointKeys = ['step', 'scale', 'missing', 'notUsed'] as const satisfies readonly (keyof TouchpointColumn)[];
const mostTouchpoints = 1000;
const mostSegments = 1000;
/** A scale of more points than these is taken for one without. */
const mostPoints = 20;
const heaviest = 1e6;
/** What weighs less is no weight. */
const lightest = 1e-9;

/** The ratings of one step. */
export interface RatedStep {
  readonly step: string;
  readonly ratings: Ratings;
  /** What it was rated on. */
  readonly scale: RatingScale;
  /** How far two ratings lie apart at least, as affect; 0 where they may lie anywhere. */
  readonly grid: number;
  /** Where it was said which step it is. */
  readonly path: string;
}

/** A survey as columns. */
export interface ReadSurvey {
  /** Ids of segments, in the order in which they are first met. */
  readonly ids: readonly string[];
  /** The rows of each segment. */
  readonly rows: readonly (readonly number[])[];
  readonly weights: Float64Array;
  readonly steps: readonly RatedStep[];
  readonly answers: WholeAnswers;
  /** How far two answers of `csat` lie apart at least, of 1…5; 0 where they may lie anywhere. */
  readonly csatGrid: number;
  readonly poolBelow: number;
  readonly left: { readonly all: number; readonly withoutSegment: number; readonly withoutWeight: number };
}

/** The door of `segmentsFromSurvey`: throws with all faults at once. */
export function readSurvey(given: unknown, options: unknown): ReadSurvey {
  const read = reading(options, surveyKeys, { path: 'options', under: 'options' });
  const table = Table.read(given, 'rows', read.issues);
  const survey = readColumns(table, read, true);
  read.finish();
  return survey!;
}

/** The columns of a survey by its options; undefined where nothing can be read. Faults go to `issues`. */
export function readColumns(table: Table | undefined, read: Reading<SurveyKey>, needsSteps: boolean): ReadSurvey | undefined {
  const { issues } = read;
  const hasScale = needsSteps || read.has('scale');
  const scale = hasScale ? checkScale(read.written.scale, read.at('scale'), issues) : ([1, 5] as const);
  const poolBelow = read.whole('poolBelow', { min: 1, max: 1e6 }) ?? 1;
  const missing = readCodes(read.written.missing, read.at('missing'), issues);
  const notUsed = readCodes(read.written.notUsed, read.at('notUsed'), issues);
  if (table === undefined || scale === undefined) return undefined;
  const known = { scale, missing, notUsed };
  const steps =
    needsSteps || read.has('touchpoints') ? readTouchpoints(table, read.written.touchpoints, read.at('touchpoints'), known) : [];
  const { answers, csatGrid } = readWhole(table, read.written.overall, read.at('overall'), known);
  const weights = readWeights(table, read.written.weight, read.at('weight'), missing);
  const ids = readSegmentIds(table, read.written.segment, read.at('segment'));
  return { ...sorted(ids, weights), weights, steps, answers, csatGrid, poolBelow };
}

/** How far ratings lie apart as affect, on a scale with whole ends and few points. */
function gridOf([low, high]: RatingScale): number {
  const points = Math.abs(high - low);
  return Number.isInteger(low) && Number.isInteger(high) && points <= mostPoints ? 20 / points : 0;
}

interface KnownCodes {
  readonly scale: RatingScale;
  readonly missing: readonly MissingCell[];
  readonly notUsed: readonly MissingCell[];
}

function readTouchpoints(table: Table, written: unknown, path: string, survey: KnownCodes): ReadSurvey['steps'] {
  const { issues } = table;
  const named: (readonly [column: unknown, settings: unknown, path: string])[] = Array.isArray(written)
    ? written.slice(0, mostTouchpoints + 1).map((column, index) => [column, {}, at(path, index)])
    : isRecord(written)
      ? Object.entries(written).map(([column, settings]) => [column, settings, at(path, column)])
      : [];
  if (named.length === 0 || named.length > mostTouchpoints) {
    const expected = `the columns with ratings, at most ${mostTouchpoints}: a list of names, or an object { column: step }`;
    const received = written === undefined ? 'nothing' : named.length > 0 ? `${named.length}` : quote(written);
    issues.push({ code: written === undefined ? 'missing' : 'invalid-type', path, expected, received });
  }
  const steps: RatedStep[] = [];
  for (const [name, settings, place] of named.slice(0, mostTouchpoints)) {
    const column = table.column(name, place);
    const own = typeof settings === 'string' ? { step: settings } : settings;
    const read = readRecord<keyof TouchpointColumn>(own, place, issues, 'the id of a step, or an object with step, scale', touchpointKeys);
    if (column === undefined || read === undefined) continue;
    const step = read.has('step') ? read.text('step', 'the id of a step') : column;
    const scale = read.has('scale') ? checkScale(read.written.scale, read.at('scale'), issues) : survey.scale;
    const missing = read.has('missing') ? readCodes(read.written.missing, read.at('missing'), issues) : survey.missing;
    const notUsed = read.has('notUsed') ? readCodes(read.written.notUsed, read.at('notUsed'), issues) : survey.notUsed;
    if (step === undefined || scale === undefined) continue;
    if (step.trim() === '' || isForbiddenKey(step)) read.fault('step', 'the id of a step');
    if (steps.some((other) => other.step === step)) {
      issues.push({ code: 'duplicate-id', path: place, expected: 'each step rated in one column', received: quote(step) });
    }
    const ratings = readRatings(table, { column, scale, missing, notUsed, path: place });
    steps.push({
      step,
      ratings,
      scale,
      grid: gridOf(scale),
      path: read.has('step') && typeof settings !== 'string' ? read.at('step') : place,
    });
  }
  return steps;
}

function readWhole(
  table: Table,
  written: unknown,
  path: string,
  survey: KnownCodes,
): { readonly answers: WholeAnswers; readonly csatGrid: number } {
  const nothing = { answers: {}, csatGrid: 0 };
  if (written === undefined) return nothing;
  const known = ['csat', 'recommendation', 'returned'] as const;
  const read = readRecord(written, path, table.issues, 'an object with csat, recommendation, returned', known);
  if (read === undefined) return nothing;
  const columnAt = (
    key: (typeof known)[number],
  ): { column: string; scale: RatingScale | undefined; missing: readonly MissingCell[] | undefined } | undefined => {
    if (!read.has(key)) return undefined;
    const given = read.written[key];
    const keys = key === 'csat' ? (['column', 'scale', 'missing'] as const) : (['column', 'missing'] as const);
    const settings = typeof given === 'string' ? { column: given } : given;
    const own = readRecord<'column' | 'scale' | 'missing'>(
      settings,
      read.at(key),
      table.issues,
      'the name of a column, or an object with column, missing',
      keys,
    );
    const column = own && table.column(own.written.column, typeof given === 'string' ? read.at(key) : own.at('column'));
    if (own === undefined || column === undefined) return undefined;
    const scale = own.has('scale') ? checkScale(own.written.scale, own.at('scale'), table.issues) : survey.scale;
    return { column, scale, missing: own.has('missing') ? readCodes(own.written.missing, own.at('missing'), table.issues) : undefined };
  };
  const csat = columnAt('csat');
  const recommendation = columnAt('recommendation');
  const returned = columnAt('returned');
  const hint = 'codes that are no answer belong in missing: { column, missing: [11] }';
  const answers = {
    ...(csat?.scale === undefined ? {} : { csat: readCsat(table, csat.column, csat.scale, csat.missing, survey, read.at('csat')) }),
    ...(recommendation === undefined
      ? {}
      : {
          recommendation: table.numbers(recommendation.column, {
            missing: recommendation.missing ?? couldBeNone(survey.missing, (code) => isNumber(code, 0, 10)),
            min: 0,
            max: 10,
            what: 'a score',
            hint,
          }),
        }),
    ...(returned === undefined
      ? {}
      : { returned: readFlags(table, returned.column, returned.missing ?? couldBeNone(survey.missing, isFlag)) }),
  };
  return { answers, csatGrid: csat?.scale === undefined ? 0 : gridOf(csat.scale) / 5 };
}

function readCsat(
  table: Table,
  column: string,
  scale: RatingScale,
  own: readonly MissingCell[] | undefined,
  survey: KnownCodes,
  path: string,
): Float64Array {
  const codes = own === undefined ? survey : { missing: own, notUsed: [] };
  const { affect } = readRatings(table, { column, scale, missing: codes.missing, notUsed: codes.notUsed, path });
  return affect.map((value) => 3 + value / 5);
}

function readFlags(table: Table, column: string, missing: readonly MissingCell[]): Float64Array {
  const texts = table.texts(column, missing);
  return Float64Array.from(texts, (text, row) => {
    if (text === undefined) return NaN;
    const flag = readCell(text, 'flag');
    if (typeof flag === 'boolean') return flag ? 1 : 0;
    const hint = 'codes that are no answer belong in missing: { column, missing: [9] }';
    const place = at(at(table.path, row), column);
    table.tell(column, { code: 'invalid-type', path: place, expected: 'true, false, 1, 0, yes or no', received: quote(text), hint });
    return NaN;
  });
}

/** Of the codes for no rating those that can be no answer to another question: who writes 9 for no rating may still recommend with 9, or weigh 9. */
function couldBeNone(codes: readonly MissingCell[], isAnswer: (code: MissingCell) => boolean): readonly MissingCell[] {
  return codes.filter((code) => !isAnswer(code));
}

function isNumber(code: MissingCell, min: number, max: number): boolean {
  const value = readCell(code, 'number');
  return typeof value === 'number' && value >= min && value <= max;
}

function isFlag(code: MissingCell): boolean {
  return typeof readCell(code, 'flag') === 'boolean';
}

/** 0 where a row has no weight. */
function readWeights(table: Table, written: unknown, path: string, missing: readonly MissingCell[]): Float64Array {
  if (written === undefined) return new Float64Array(table.count).fill(1);
  const column = table.column(written, path);
  if (column === undefined) return new Float64Array(table.count).fill(1);
  const codes = couldBeNone(missing, (code) => isNumber(code, 0, heaviest));
  const hint = 'leave the cell blank where a row has no weight, or name a code that is no weight, such as -1, in missing';
  const weights = table.numbers(column, { missing: codes, min: 0, max: heaviest, what: 'a weight', hint });
  return weights.map((weight) => (weight >= lightest ? weight : 0));
}

function readSegmentIds(table: Table, written: unknown, path: string): readonly (string | undefined)[] {
  const { issues } = table;
  if (written === undefined) return Array.from({ length: table.count }, () => 'everyone');
  let ids: readonly (string | undefined)[];
  if (typeof written === 'function') {
    const idOf = written as (row: Row, index: number) => unknown;
    ids = table.rows.map((row, index) => {
      const id = idOf(row as Row, index);
      if (id === undefined || id === null || id === '') return undefined;
      if (typeof id === 'string') return id;
      const expected = 'a function that gives the id of a segment as text, or undefined';
      table.tell('', { code: 'invalid-type', path, expected, received: `${quote(id)} for rows[${index}]` });
      return undefined;
    });
  } else {
    const column = table.column(written, path);
    ids = column === undefined ? [] : table.texts(column);
  }
  const known = new Set(ids);
  known.delete(undefined);
  if (known.size === 0 && issues.length === 0) {
    issues.push({ code: 'missing', path, expected: 'a segment for at least one row', received: 'none' });
  }
  if (known.size > mostSegments) {
    const hint = 'a column of names or numbers of people is no segment';
    issues.push({ code: 'too-large', path, expected: `at most ${mostSegments} segments`, received: `${known.size}`, hint });
  }
  for (const id of known) if (isForbidden(id!)) issues.push(notAnId(id!, path));
  return ids;
}

function isForbidden(id: string): boolean {
  return id === 'overall' || id === 'each' || id.length > 10_000 || isForbiddenKey(id);
}

function notAnId(id: string, path: string): Issue {
  const hint = 'results use overall and each for all segments';
  return { code: 'conflict', path, expected: 'another id for a segment', received: quote(id), hint };
}

/** Which rows belong where. */
function sorted(ids: readonly (string | undefined)[], weights: Float64Array): Pick<ReadSurvey, 'ids' | 'rows' | 'left'> {
  const bySegment = new Map<string, number[]>();
  let withoutSegment = 0;
  let withoutWeight = 0;
  ids.forEach((id, row) => {
    if (id === undefined) return void withoutSegment++;
    if (weights[row] === 0) return void withoutWeight++;
    const rows = bySegment.get(id);
    if (rows === undefined) bySegment.set(id, [row]);
    else rows.push(row);
  });
  return { ids: [...bySegment.keys()], rows: [...bySegment.values()], left: { all: ids.length, withoutSegment, withoutWeight } };
}
