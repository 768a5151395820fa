import { isJourneyError, JourneyError } from '../errors/journey-error';
import type { Issue } from '../errors/issue';
import { at, nearest, quote } from '../errors/wording';
import { journeyFromRows, type JourneyFromRowsOptions } from '../journey/journey-from-rows';
import { columnNamed, columnNames, columnSynonyms, isBlank, plainHeader, trimmed } from '../journey/row-columns';
import type { Journey } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { isForbiddenKey } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { CsvRecords, delimiters, type Delimiter } from './csv-records';
import { plainCell } from './csv-cells';
import { Leftovers, type Converted } from './left';
import { tellNamedWaits } from './named-waits';
import { placeAt } from './place-in-text';
import { wholeText } from './whole-text';
import { shown } from './shown';

/** How a table of steps is to be read. */
export interface FromCsvOptions extends Pick<JourneyFromRowsOptions, 'name' | 'scale' | 'tolerance'> {
  /** What parts the cells. Default: whichever of `,`, `;`, tab and `|` the first line has most of. */
  readonly delimiter?: Delimiter | undefined;
}

const optionNames = ['name', 'scale', 'tolerance', 'delimiter'] as const satisfies readonly (keyof FromCsvOptions)[];
/** Steps, and blank lines between them. */
const mostRecords = 100_000;
const mostColumns = 1000;

/**
 * A journey from a table of steps as CSV: a line of headers, then a step a line. Columns and cells are those of `journeyFromRows`, in any order and
 * spelling; cells in quotes may hold line ends; a byte order mark, blank lines and `sep=;` do not matter. An apostrophe that guards a text against
 * being run as a formula (`'=…`) is taken away.
 *
 * @param text The table, or its bytes in UTF-8; at most 20 million characters.
 * @param options `name` of the journey; maybe `scale` of the ratings, `tolerance` of waits that name none, `delimiter`.
 * @returns `value`: the journey; `left`: columns nobody knows, which are kept under `extensions` of their steps, lines with too many or too few cells, and
 * without a column `kind` steps whose names say that people wait.
 * @throws JourneyError `invalid-text` for a quote that is never closed or another encoding; otherwise as `journeyFromRows`, with paths by line and column:
 * `line[4].minutes`.
 *
 * @example
 * import { fromCsv } from 'peakend/formats';
 * const { value } = fromCsv('id;Minutes;Rating\ncall;4;2\nhold;12;1\n', { name: 'Hotline', scale: [1, 5] });
 * value.interactions[1].affect; // -10
 */
export function fromCsv(text: string | Uint8Array, options: FromCsvOptions): Converted<Journey> {
  const read = reading(options, optionNames, { path: 'options', expected: 'an object with the name of the journey' });
  const delimiter = read.oneOf('delimiter', delimiters);
  read.finish();
  const left = new Leftovers();
  const table = readTable(wholeText(text, 'text', left), delimiter, left);
  const { name, scale, tolerance } = read.written;
  const settings = { name, ...(scale === undefined ? {} : { scale }), ...(tolerance === undefined ? {} : { tolerance }) };
  const value = journeyOf(table, settings as JourneyFromRowsOptions);
  if (!table.hasKinds) tellNamedWaits(value.interactions, left, 'add a column kind that says wait');
  return deepFreeze(shown({ value, left: left.list() }));
}

interface Sheet {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The line each row begins at. */
  readonly lines: readonly number[];
  /** Whether a column says where people wait. */
  readonly hasKinds: boolean;
}

function journeyOf({ rows, lines }: Sheet, settings: JourneyFromRowsOptions): Journey {
  try {
    return journeyFromRows(rows, { ...settings, extra: 'extensions' });
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    const inLines = (text: string): string => text.replace(/\brows\[(\d+)\]/g, (_, row: string) => placeAt(lines[Number(row)] ?? 1));
    const told = error.issues.map((issue): Issue => {
      const path = issue.path === 'rows' ? '' : inLines(issue.path);
      return { ...issue, path, ...(issue.hint === undefined ? {} : { hint: inLines(issue.hint) }) };
    });
    throw new JourneyError(told, { more: error.more });
  }
}

function readTable(text: string, delimiter: Delimiter | undefined, left: Leftovers): Sheet {
  let headers: readonly string[] | undefined;
  const rows: Record<string, string>[] = [];
  const lines: number[] = [];
  const records = new CsvRecords((cells, line) => {
    if (cells.every(isBlank)) return;
    if (headers === undefined) {
      headers = readHeaders(cells, line, left);
      return;
    }
    if (rows.length === mostRecords) throw tooMany(line, 'rows', mostRecords);
    const row: Record<string, string> = {};
    headers.forEach((header, index) => {
      if (header !== '' && index < cells.length) row[header] = plainCell(trimmed(cells[index]!));
    });
    if (cells.length < headers.length) left.add(placeAt(line), 'lines with fewer cells than headers: what is missing is read as empty');
    const beyond = cells.slice(headers.length).filter((cell) => !isBlank(cell));
    left.add(placeAt(line), 'cells beyond the last header are not read', beyond.length);
    const unnamed = cells.filter((cell, index) => headers![index] === '' && !isBlank(cell));
    left.add(placeAt(line), 'cells without a header are not read', unnamed.length);
    rows.push(row);
    lines.push(line);
  }, delimiter);
  records.write(text);
  records.end();
  if (headers === undefined) {
    throw new JourneyError([
      { code: 'missing', path: '', expected: 'a line of headers, then a line for each step', received: 'an empty text' },
    ]);
  }
  return { rows, lines, hasKinds: headers.some((header) => columnNamed(header)?.name === 'kind') };
}

function tooMany(line: number, what: string, max: number): JourneyError {
  return new JourneyError([
    { code: 'too-large', path: placeAt(line), expected: `at most ${max} ${what}`, received: 'more', params: { max } },
  ]);
}

/** The headers of a table; what the library does not know is said once. */
function readHeaders(cells: readonly string[], line: number, left: Leftovers): readonly string[] {
  const headers = cells.map((cell) => plainCell(trimmed(cell)));
  if (headers.length > mostColumns) throw tooMany(line, 'columns', mostColumns);
  const issues: Issue[] = [];
  headers.forEach((header, index) => {
    const path = at(placeAt(line), header);
    if (isForbiddenKey(header)) issues.push({ code: 'forbidden-key', path, expected: 'another header', received: quote(header) });
    else if (header !== '' && headers.indexOf(header) < index) {
      issues.push({ code: 'conflict', path, expected: 'every header once', received: `${quote(header)} again` });
    } else if (header !== '' && columnNamed(header) === undefined) {
      left.add(path, `the column ${quote(header)} is kept under extensions${meantBy(header)}`);
    }
  });
  if (!headers.some((header) => columnNamed(header) !== undefined)) {
    const hint = 'the first line names the columns, with an id and minutes at least';
    issues.push({
      code: 'missing',
      path: placeAt(line),
      expected: 'headers of steps, such as id and minutes',
      received: quote(cells.join(' | ')),
      hint,
    });
  }
  if (issues.length > 0) throw new JourneyError(issues.slice(0, 200));
  return headers;
}

function meantBy(header: string): string {
  const plain = plainHeader(header);
  const meant = Object.hasOwn(columnSynonyms, plain) ? columnSynonyms[plain] : nearest(header, columnNames);
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}
