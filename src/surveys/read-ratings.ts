import { at } from '../errors/wording';
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

/** Codes for no answer as a list of numbers and texts. */
export function readCodes(value: unknown, path: string, table: Pick<Table, 'issues'>): readonly MissingCell[] {
  if (value === undefined) return [];
  const isCode = (code: unknown): code is MissingCell => typeof code === 'number' || typeof code === 'string';
  if (Array.isArray(value) && value.length <= 1000) {
    const wrong = value.findIndex((code) => !isCode(code));
    if (wrong < 0) return value as MissingCell[];
    table.issues.push({
      code: 'invalid-type',
      path: at(path, wrong),
      expected: 'a code: a number or a text',
      received: typeof value[wrong],
    });
    return [];
  }
  const hint = isCode(value) ? { hint: `write [${JSON.stringify(value)}]` } : {};
  const received = Array.isArray(value) ? `a list of ${value.length}` : typeof value;
  table.issues.push({ code: 'invalid-type', path, expected: 'a list of codes, such as [0, 6]', received, ...hint });
  return [];
}
