import { checkScale, type RatingScale } from '../distributions/rating-scale';
import { unfit } from '../errors/wording';
import { reading, type Reading } from '../plain/reading';
import { readCodes } from '../tables/codes';
import { Table } from '../tables/table';
import { Gathering } from './gather';
import type { MissingRatings } from './types';

const shared = ['scale', 'missing', 'gaps', 'atLeast'] as const;
type Shared = (typeof shared)[number];

/** Rows and the options of a reader, once both are known to be sound. */
export interface RatedRows<Key extends string> {
  readonly table: Table;
  readonly read: Reading<Key | Shared>;
  readonly gathering: Gathering;
  /** The name of a column under a key; undefined where no such option was given. */
  readonly column: (key: Key) => string | undefined;
  /** A column of ratings, NaN where there is none. */
  readonly ratings: (column: string) => Float64Array;
}

/** What all readers of ratings are told, read at one door. Faults are in the table's list; `finish` of the reading throws them. */
export function readRatings<Key extends string>(
  rows: unknown,
  options: unknown,
  known: readonly Key[],
  needed: readonly Key[],
): RatedRows<Key> {
  const read = reading<Key | Shared>(options, [...known, ...shared], { path: 'columns' });
  const issues = read.issues;
  const table = Table.read(rows, 'rows', issues);
  const scale = checkScale(read.written.scale, 'scale', issues);
  const missing = readCodes(read.written.missing, 'missing', issues);
  const gaps = read.oneOf<MissingRatings>('gaps', ['skip', 'carry', 'refuse']) ?? 'skip';
  const atLeast = read.whole('atLeast', { min: 1, max: 1e9, what: 'a number of moments' }) ?? 1;
  for (const key of needed)
    if (!read.has(key))
      issues.push(unfit(undefined, key, 'the name of a column', { hint: known.length === 0 ? undefined : hintFor(table) }));
  // Without rows or a scale nothing below can be read.
  if (table === undefined || scale === undefined) read.finish();
  const [low, high] = scale as RatingScale;
  return {
    table: table!,
    read,
    gathering: new Gathering(scale!, gaps, atLeast),
    column: (key) => (read.written[key] === undefined ? undefined : table!.column(read.written[key], key)),
    ratings: (column) => table!.numbers(column, { missing, min: Math.min(low, high), max: Math.max(low, high), what: 'a rating' }),
  };
}

function hintFor(table: Table | undefined): string | undefined {
  return table === undefined || table.names.length === 0 ? undefined : `columns here: ${table.names.slice(0, 12).join(', ')}`;
}

/** Where a rating must not be missing. */
export function tellMissingRating(table: Table, row: number, column: string): void {
  table.tellMissing(row, column, 'a rating', "gaps: 'skip' leaves such moments out, 'carry' repeats the rating before");
}
