import { affectOfRating, type RatingScale } from '../distributions/rating-scale';
import { isBlank, readCell, trimmed } from '../journey/row-columns';
import type { MissingCell, Table } from '../tables/table';

/** One column of ratings as affect. */
export interface Ratings {
  /** Affect −10…+10, NaN where there is no rating. */
  readonly affect: Float64Array;
  /** 1 where the form says "did not take part". */
  readonly notUsed: Uint8Array;
}

/** How a column of ratings is to be read, and where that was said. */
export interface RatingColumn {
  readonly column: string;
  readonly scale: RatingScale;
  readonly missing: readonly MissingCell[];
  readonly notUsed: readonly MissingCell[];
  /** Where the codes were written. */
  readonly path: string;
}

/** Ratings, told apart from "did not take part" and from no answer. */
export function readRatings(table: Table, { column, scale, missing, notUsed, path }: RatingColumn): Ratings {
  const [low, high] = scale;
  const ends = { min: Math.min(low, high), max: Math.max(low, high) };
  for (const code of [...missing, ...notUsed]) {
    if (typeof code !== 'number' || !(code >= ends.min && code <= ends.max)) continue;
    const received = `the code ${code}, which is a rating from ${ends.min} to ${ends.max}`;
    table.issues.push({ code: 'conflict', path, expected: `codes outside the scale of ${column}`, received });
  }
  const isNotUsed = codeReader(notUsed);
  const hint = 'what stands for no answer belongs in missing, what says "did not take part" in notUsed';
  const read = table.numbers(column, { missing: [...missing, ...notUsed], ...ends, what: 'a rating', hint });
  const flags = new Uint8Array(table.count);
  for (let row = 0; row < table.count; row++) {
    if (!Number.isNaN(read[row])) read[row] = affectOfRating(read[row]!, low, high);
    else if (notUsed.length > 0 && isNotUsed(table.cell(row, column))) flags[row] = 1;
  }
  return { affect: read, notUsed: flags };
}

/** Whether a cell holds one of some codes: numbers also as text, `''` for whatever is blank. */
function codeReader(codes: readonly MissingCell[]): (cell: unknown) => boolean {
  const known = new Set<unknown>(codes.map((code) => (typeof code === 'string' ? trimmed(code) : code)));
  return (cell) => {
    if (isBlank(cell)) return known.has('');
    return known.has(typeof cell === 'string' ? trimmed(cell) : cell) || known.has(readCell(cell, 'number'));
  };
}
