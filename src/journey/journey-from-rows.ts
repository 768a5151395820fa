import { longestDuration } from '../distributions/longest-duration';
import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { checkKeys } from '../model/check-keys';
import { checkNumber, isRecord } from '../model/check-number';
import { guardPlain, standardLimits } from '../model/guard-plain';
import { prefixIssues } from '../model/prefix-issues';
import { issuesError } from './issues-error';
import { readJourney } from './read-journey';
import type { Interaction, Journey } from './types';

/** One line of a spreadsheet: a step. */
export interface JourneyRow {
  /** Unique, not blank. */
  readonly id: string;
  /** For reading. Default: the id. */
  readonly name?: string | undefined;
  /** A heading it stands under. Default: none. */
  readonly stage?: string | undefined;
  /** Where it happens. Default: none. */
  readonly channel?: string | undefined;
  /** Default `service`. */
  readonly kind?: 'service' | 'wait' | undefined;
  /** How long it takes, in minutes, 0 or more. Give this, `seconds` or `duration`; none of them has a default. */
  readonly minutes?: number | undefined;
  /** How long it takes, in seconds, 0…1e11; instead of `minutes`. */
  readonly seconds?: number | undefined;
  /** How long it takes, as text such as `'5 to 10 min'`; instead of `minutes`. */
  readonly duration?: string | undefined;
  /** Affect, −10…+10. Default 0. */
  readonly feeling?: number | undefined;
  /** How much effort it takes, 0…10. Default: not asked. */
  readonly effort?: number | undefined;
  /** Probability of giving up here, 0…1. Default 0. */
  readonly dropout?: number | undefined;
  /** Probability of not taking part, 0…1. Default 0. */
  readonly skip?: number | undefined;
}

/** Kept as written; the others are turned into a duration and an affect. */
const kept = ['id', 'name', 'stage', 'channel', 'kind', 'effort', 'dropout', 'skip'] as const satisfies readonly (keyof JourneyRow &
  keyof Interaction)[];
const lengths = ['minutes', 'seconds', 'duration'] as const;
const columns: readonly string[] = [...kept, ...lengths, 'feeling'];
const limits = { ...standardLimits, counted: { ...standardLimits.counted, name: 'rows' } };

/**
 * A journey from the rows of a spreadsheet, one step each, in order. For starting from a table; everything else a step can have is added
 * with `redesign` or by hand.
 *
 * @param rows Each with an `id`, one of `minutes`, `seconds` or `duration` (text), and maybe `feeling` (affect −10…+10, default 0), `stage`,
 * `channel`, `kind`, `name`, `effort` (0…10), `dropout` and `skip` (0…1). An empty cell is a key that is left out.
 * @param options `name`: what the journey is called.
 * @returns the journey, as `defineJourney` makes it.
 * @throws JourneyError with every fault at once; paths name the row (`rows[0]` is the first) and the column.
 *
 * @example
 * import { journeyFromRows } from 'peakend';
 * const visit = journeyFromRows([{ id: 'register', stage: 'arrival', minutes: 4, feeling: -1 }], { name: 'Clinic visit' });
 * visit.interactions[0].duration; // 240
 */
export function journeyFromRows(
  rows: readonly JourneyRow[],
  options: {
    /** What the journey is called, not blank. */
    readonly name: string;
  },
): Journey {
  const guarded = guardPlain(rows, limits);
  if (guarded.issue !== undefined) throw issuesError(prefixIssues([guarded.issue], 'rows'));
  if (!Array.isArray(guarded.data)) {
    throw issuesError([{ code: 'invalid-type', path: 'rows', expected: 'a list of rows', received: quote(guarded.data) }]);
  }
  const issues: Issue[] = [];
  const written = guarded.data as readonly unknown[];
  const interactions = written.map((row, index) => readRow(row, at('rows', index), issues));
  const reading = readJourney({ name: isRecord(options) ? options.name : options, interactions });
  issues.push(...reading.issues.flatMap((issue) => toRow(issue, written)));
  if (issues.length > 0 || reading.journey === undefined) throw issuesError(issues);
  return reading.journey;
}

/** The step a row describes. What is wrong with the row itself is written down here; the journey's own checks do the rest. */
function readRow(cells: unknown, path: string, issues: Issue[]): unknown {
  if (!isRecord(cells)) return cells;
  // A spreadsheet writes an empty cell as an empty text.
  const row = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));
  checkKeys(row, columns, path, issues);
  const step: Record<string, unknown> = {};
  for (const key of kept) if (row[key] !== undefined) step[key] = numeric.has(key) ? numberOf(row[key]) : row[key];
  if (row['feeling'] !== undefined) step['affect'] = numberOf(row['feeling']);
  const given = lengths.filter((key) => row[key] !== undefined);
  if (given.length > 1) {
    issues.push({ code: 'conflict', path, expected: 'one of minutes, seconds and duration', received: given.join(' and ') });
  }
  const column = given[0];
  if (column === 'duration') step['duration'] = row[column];
  else if (column !== undefined) {
    const unit = column === 'minutes' ? 60 : 1;
    const length = numberOf(row[column]);
    const isSound = checkNumber(length, at(path, column), issues, { min: 0, max: longestDuration / unit, what: column });
    step['duration'] = isSound ? length * unit : 0;
  }
  return step;
}

/** Columns that hold numbers: a CSV file has them as text. */
const numeric: ReadonlySet<string> = new Set(['effort', 'dropout', 'skip']);

/** A number written as text, as CSV has it; anything else as it is. */
function numberOf(cell: unknown): unknown {
  return typeof cell === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(cell) ? Number(cell) : cell;
}

/** An issue of the journey, told by row and column. */
function toRow(issue: Issue, rows: readonly unknown[]): Issue[] {
  const match = /^interactions(?:\[(\d+)\](.*))?$/s.exec(issue.path);
  if (match === null) return [issue];
  if (match[1] === undefined) return [{ ...issue, path: 'rows' }];
  const row = rows[Number(match[1])];
  const path = `rows[${match[1]}]`;
  if (match[2] === '' && !isRecord(row)) return [{ ...issue, path, expected: 'a row: an object with an id and minutes' }];
  if (match[2] === '.affect') return [{ ...issue, path: `${path}.feeling` }];
  if (match[2] !== '.duration' || !isRecord(row)) return [{ ...issue, path: `${path}${match[2]}` }];
  const column = lengths.find((key) => row[key] !== undefined);
  if (column !== undefined) return [{ ...issue, path: `${path}.${column}` }];
  return [{ ...issue, path: `${path}.minutes`, expected: 'minutes, seconds or a duration', received: 'nothing' }];
}
