import { joined } from '../words/joined';
import { affectOfRating, checkScale, type RatingScale } from '../distributions/rating-scale';
import { longestDuration } from '../distributions/duration-units';
import { readDurationText } from '../distributions/read-duration-text';
import type { Issue } from '../errors/issue';
import { at, nearest, quote } from '../errors/wording';
import { checkChoice, unknownKey } from '../plain/check-keys';
import { checkNumber, isRecord } from '../plain/check-number';
import { guardPlain, standardLimits } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';
import { issuesError } from '../plain/issues-error';
import { readJourney } from './read-journey';
import { readSeconds } from './read-quantity';
import { columnNamed, columnNames, columnSynonyms, isBlank, plainHeader, readCell, rowColumns, trimmed } from './row-columns';
import type { JourneyRow, RowColumn } from './row-columns';
import { atEmptyCell, toRow, type StepRow } from './row-issues';
import type { Journey } from './types';

/** How the rows of a spreadsheet are to be read. */
export interface JourneyFromRowsOptions {
  /** What the journey is called, not blank. */
  readonly name: string;
  /** The ends of the scale the feelings are rated on, such as `[1, 5]`, as in `fromScale`. Default: they are affect, −10…+10. */
  readonly scale?: RatingScale | undefined;
  /** Columns the library does not know: refused (the default), or kept with their step under `extensions`. */
  readonly extra?: 'refuse' | 'extensions' | undefined;
  /** How long waits may take that name no tolerance of their own, before they sour: seconds, or text such as `'10 min'`. Default: the model's 20 s. */
  readonly tolerance?: number | string | undefined;
}

const limits = { ...standardLimits, counted: { ...standardLimits.counted, name: 'rows' } };
const optionNames = ['name', 'scale', 'extra', 'tolerance'] as const satisfies readonly (keyof JourneyFromRowsOptions)[];

/**
 * A journey from the rows of a spreadsheet, one step each, in order. For starting from a table; everything else a step can have is added
 * with `redesign` or by hand.
 *
 * Cells may be numbers or, as CSV has them, texts. Rows without anything in them are left out, and so are empty cells: `null`, absent, or
 * blank. What surrounds a header or a cell unseen (blanks, line ends, a byte order mark) does not count, nor do capitals in headers.
 *
 * @param rows - Each with an `id`, one of `minutes`, `seconds`, `hours`, `days` and `duration` (text), and maybe the other columns of
 * {@link JourneyRow}: `feeling` (affect −10…+10, default 0, or a rating on `scale`), `kind`, `tolerance`, `failure`, …
 * @param options - `name`, and maybe `scale`, `extra` and `tolerance`; see {@link JourneyFromRowsOptions}.
 * @returns the journey, as `defineJourney` makes it.
 * @throws JourneyError with every fault at once; paths name the row (`rows[0]` is the first) and the column. A column nobody knows is one fault.
 *
 * @example
 * import { journeyFromRows } from 'peakend';
 * const visit = journeyFromRows([{ id: 'register', stage: 'arrival', minutes: 4, feeling: 2 }], { name: 'Clinic visit', scale: [1, 5] });
 * visit.interactions[0].affect; // -5
 */
export function journeyFromRows(
  rows: readonly (JourneyRow | { readonly [column: string]: unknown })[],
  options: JourneyFromRowsOptions,
): Journey {
  const guarded = guardPlain(rows, limits);
  if (guarded.issue !== undefined) throw issuesError(prefixIssues([guarded.issue], 'rows'));
  if (!Array.isArray(guarded.data)) {
    throw issuesError([{ code: 'invalid-type', path: 'rows', expected: 'a list of rows', received: quote(guarded.data) }]);
  }
  const issues: Issue[] = [];
  const settings = readOptions(options, issues);
  const written = (guarded.data as readonly unknown[])
    .map((cells, index) => ({ cells, path: at('rows', index) }))
    .filter(({ cells }) => !isBlank(cells) && !(isRecord(cells) && Object.values(cells).every(isBlank)));
  const unknown = new Map<string, { readonly path: string; rows: number }>();
  const steps = written.map(({ cells, path }) => readRow(cells, path, settings, unknown, issues));
  for (const [header, { path, rows: count }] of unknown) issues.push(unknownColumn(header, path, count));
  const reading = readJourney({ name: settings.name, interactions: steps.map(({ step }) => step) });
  issues.push(...reading.issues.map((issue) => toRow(issue, steps)));
  if (issues.length > 0 || reading.journey === undefined) throw issuesError(issues.map(atEmptyCell));
  return reading.journey;
}

interface Settings {
  readonly name: unknown;
  readonly scale: RatingScale | undefined;
  /** Whether a rating without a scale has been complained of: once is enough. */
  scaleMissed: boolean;
  readonly keepsExtra: boolean;
  readonly tolerance: number | undefined;
}

function readOptions(options: unknown, issues: Issue[]): Settings {
  const guarded = guardPlain(options);
  if (guarded.issue !== undefined) throw issuesError([{ ...guarded.issue, path: `options${guarded.issue.path}` }]);
  const given = isRecord(guarded.data) ? guarded.data : { name: guarded.data };
  for (const key of Object.keys(given)) if (!optionNames.some((name) => name === key)) issues.push(unknownKey(key, optionNames, 'options'));
  const { name, scale, extra, tolerance } = given as Record<(typeof optionNames)[number], unknown>;
  return {
    name,
    scale: scale === undefined ? undefined : checkScale(scale, 'scale', issues),
    scaleMissed: scale !== undefined,
    keepsExtra: extra !== undefined && checkChoice(extra, ['refuse', 'extensions'], 'extra', issues) && extra === 'extensions',
    tolerance: tolerance === undefined ? undefined : readSeconds(tolerance, 'tolerance', issues),
  };
}

/** The step a row describes. What is wrong with the row itself is written down here; the journey's own checks do the rest. */
function readRow(
  cells: unknown,
  path: string,
  settings: Settings,
  unknown: Map<string, { path: string; rows: number }>,
  issues: Issue[],
): StepRow {
  const headers = new Map<string, string[]>();
  if (!isRecord(cells)) return { step: cells, path, headers };
  const step: Record<string, unknown> = {};
  let nothingFails = false;
  // Without a prototype, so that every header is a key like any other.
  const extensions = Object.create(null) as Record<string, unknown>;
  for (const [key, cell] of Object.entries(cells)) {
    const header = trimmed(key);
    const column = columnNamed(header);
    if (isBlank(cell)) {
      if (column?.target === 'failure.probability') nothingFails = true;
      continue;
    }
    if (column !== undefined) {
      headers.set(column.target, [...(headers.get(column.target) ?? []), header]);
      put(step, column.target, valueOf(cell, column, at(path, header), settings, issues));
      if (column.name === 'duration' && typeof cell === 'string') step['durationText'] = trimmed(cell);
    } else if (settings.keepsExtra) extensions[header in extensions ? key : header] = typeof cell === 'string' ? trimmed(cell) : cell;
    else if (unknown.has(header)) unknown.get(header)!.rows++;
    else unknown.set(header, { path: at(path, header), rows: 1 });
  }
  for (const [target, found] of headers) if (found.length > 1) issues.push(conflict(target, found, path));
  if (Object.keys(extensions).length > 0) step['extensions'] = extensions;
  // A column of failures is 0 or empty where nothing fails, whatever the columns beside it say.
  const { failure } = step;
  if (isRecord(failure) && (failure['probability'] === 0 || (nothingFails && failure['probability'] === undefined))) delete step['failure'];
  if (step['kind'] === 'wait' && settings.tolerance !== undefined && !headers.has('wait.tolerance')) {
    put(step, 'wait.tolerance', settings.tolerance);
  }
  return { step, path, headers };
}

/** What a cell puts into its step; undefined where a fault has been written down. */
function valueOf(cell: unknown, column: RowColumn, path: string, settings: Settings, issues: Issue[]): unknown {
  const value = readCell(cell, column.kind);
  const { kind, name } = column;
  if (kind === 'feeling') return affectOf(value, column, path, settings, issues);
  if (kind === 'duration' && typeof value === 'number') {
    const hint = `name the unit: '${value} min' or '${value} s'`;
    issues.push({ code: 'invalid-type', path, expected: 'a duration as text with its unit', received: quote(value), hint });
    return 1;
  }
  if (typeof kind !== 'number') return value;
  if (typeof value === 'string' && readDurationText(value, path, []) !== undefined) {
    const hint = 'a text with its unit goes under duration';
    issues.push({ code: 'invalid-type', path, expected: `a number of ${name}`, received: quote(value), hint });
    return 1;
  }
  const isSound = checkNumber(value, path, issues, {
    min: 0,
    max: Math.floor(longestDuration / kind),
    what: kind === 60 ? 'minutes' : name,
  });
  return isSound ? value * kind : 1;
}

function affectOf(value: unknown, column: RowColumn, path: string, settings: Settings, issues: Issue[]): unknown {
  const { scale } = settings;
  if (scale !== undefined) {
    const [low, high] = [Math.min(...scale), Math.max(...scale)];
    return checkNumber(value, path, issues, { min: low, max: high, what: 'a rating' }) ? affectOfRating(value, ...scale) : 0;
  }
  if (column.name !== 'rating') return value;
  if (!settings.scaleMissed) {
    const expected = 'the low and high end of the scale of the ratings, such as [1, 5]';
    issues.push({ code: 'missing', path: 'scale', expected, received: 'nothing', hint: `${path} is a rating; affect goes under feeling` });
  }
  settings.scaleMissed = true;
  return 0;
}

/** Puts a value at a path of a step, making the objects on the way. */
function put(step: Record<string, unknown>, target: string, value: unknown): void {
  const keys = target.split('.');
  let holder = step;
  for (const key of keys.slice(0, -1)) holder = (holder[key] ??= {}) as Record<string, unknown>;
  holder[keys.at(-1)!] = value;
}

function conflict(target: string, headers: readonly string[], path: string): Issue {
  const names = rowColumns.filter((column) => column.target === target).map(({ name }) => name);
  const expected = names.length === 1 ? `one column ${names[0]}` : `one of ${joined(names)}`;
  return { code: 'conflict', path, expected, received: headers.map((header) => quote(header)).join(' and ') };
}

function unknownColumn(header: string, path: string, count: number): Issue {
  const plain = plainHeader(header);
  const meant = Object.hasOwn(columnSynonyms, plain) ? columnSynonyms[plain] : nearest(header, columnNames);
  return {
    code: 'unknown-key',
    path,
    expected: 'a known column',
    received: `${quote(header)}${count === 1 ? '' : `, in ${count} rows`}`,
    hint: `${meant === undefined ? '' : `did you mean ${meant}? `}extra: 'extensions' keeps other columns`,
  };
}
