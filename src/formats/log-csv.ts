import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import { isBlank, trimmed } from '../journey/row-columns';
import { isForbiddenKey } from '../plain/plain-object';
import { CsvRecords } from './csv-records';
import { plainCell } from './csv-cells';
import { Leftovers, type Converted } from './left';
import { LogTaker, type LogOptions, type LogRow } from './log-rows';
import { placeAt } from './place-in-text';
import { piecesInTime, piecesOf, type TextSource, type TextStream } from './sources';

const mostColumns = 1000;

/**
 * The events of a log in CSV, a row each: cells as texts, by the headers of the first line. Ready for `journeyFromLog`, which is told which columns
 * hold the case, the activity and the time. For a table of steps there is `fromCsv`.
 *
 * @param source The text, its bytes in UTF-8, or either of them in pieces. Packed or coming in its own time: `fromLogCsvAsync`.
 * @param options `atMost` events, default 5,000,000; `columns`: only these; `each`: takes the rows one by one.
 * @returns `value`: the rows; empty cells have no key; `left`: cells that no header names, lines with too few, columns that are empty in every line.
 * @throws JourneyError with the line: `invalid-text` for a quote that is never closed or another encoding, `too-large` for too many events; `unknown-id` for one
 * of `columns` that no header names.
 *
 * @example
 * import { fromLogCsv } from 'peakend/formats';
 * const { value } = fromLogCsv('case;activity;time\nc1;Register;2026-03-01 09:30\n');
 * value[0]; // { case: 'c1', activity: 'Register', time: '2026-03-01 09:30' }
 */
export function fromLogCsv(source: TextSource, options: LogOptions = {}): Converted<readonly LogRow[]> {
  const log = new CsvLog(options, false);
  for (const piece of piecesOf(source, 'source')) log.records.write(piece);
  return log.end();
}

/**
 * As {@link fromLogCsv}, for what comes in its own time: a file that is being read, a response, any async pieces; bytes packed with gzip are unpacked.
 *
 * @param source What `fromLogCsv` takes, an async iterable of texts or bytes, or a `ReadableStream`.
 * @param options As for `fromLogCsv`.
 * @returns a promise of what `fromLogCsv` returns.
 * @throws (the promise is rejected with) what `fromLogCsv` throws, `invalid-text` for a packed file that is damaged, and whatever the source itself or `each` throws.
 *
 * @example
 * import { fromLogCsvAsync } from 'peakend/formats';
 * const { value } = await fromLogCsvAsync(new Blob(['case,activity\nc1,Register\n']).stream());
 * value.length; // 1
 */
export async function fromLogCsvAsync(source: TextStream, options: LogOptions = {}): Promise<Converted<readonly LogRow[]>> {
  const log = new CsvLog(options, true);
  for await (const piece of piecesInTime(source, 'source')) {
    log.records.write(piece);
    await log.taker.heard();
  }
  const made = log.end();
  await log.taker.heard();
  return made;
}

class CsvLog {
  readonly records = new CsvRecords((cells, line) => this.#take(cells, line));
  readonly taker: LogTaker;
  readonly #left = new Leftovers();
  #headers: readonly string[] | undefined;
  #wanted: readonly number[] = [];
  /** Columns that no line has filled yet, with the place of their headers. */
  readonly #empty = new Map<string, string>();

  constructor(options: unknown, canWait: boolean) {
    this.taker = new LogTaker(options, canWait);
  }

  end(): Converted<readonly LogRow[]> {
    this.records.end();
    if (this.#headers === undefined) {
      const expected = 'a line of headers, then a line for each event';
      throw new JourneyError([{ code: 'missing', path: 'source', expected, received: 'an empty text' }]);
    }
    if (this.taker.count > 0)
      for (const [header, path] of this.#empty)
        this.#left.add(path, `the column ${quote(header)} is empty in every line, so no row has it`);
    return this.taker.result(this.#left);
  }

  #take(cells: readonly string[], line: number): void {
    if (cells.every(isBlank)) {
      const issue = this.taker.beside(this.taker.count);
      if (issue !== undefined) throw new JourneyError([{ code: 'too-large', path: placeAt(line), received: 'more', ...issue }]);
      return;
    }
    const headers = this.#headers;
    if (headers === undefined) return this.#begin(cells, line);
    const max = this.taker.most;
    if (this.taker.count >= max) {
      const hint = 'atMost says how many events are read';
      throw new JourneyError([
        { code: 'too-large', path: placeAt(line), expected: `at most ${max} events`, received: 'more', hint, params: { max } },
      ]);
    }
    const row: Record<string, string> = {};
    for (const index of this.#wanted) {
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      const text = plainCell(trimmed(cell));
      if (text === '') continue;
      row[headers[index]!] = text;
      if (this.#empty.size > 0) this.#empty.delete(headers[index]!);
    }
    if (cells.length < headers.length) {
      this.#left.add(placeAt(line), 'lines with fewer cells than headers: what is missing is read as empty');
    } else if (cells.length > headers.length) {
      const beyond = cells.slice(headers.length).filter((cell) => !isBlank(cell));
      this.#left.add(placeAt(line), 'cells beyond the last header are not read', beyond.length);
    }
    this.taker.take(row);
  }

  #begin(cells: readonly string[], line: number): void {
    const headers = cells.map((cell) => plainCell(trimmed(cell)));
    const issues: Issue[] = [];
    if (headers.length > mostColumns) {
      issues.push({
        code: 'too-large',
        path: placeAt(line),
        expected: `at most ${mostColumns} columns`,
        received: `${headers.length}`,
        params: { max: mostColumns },
      });
    }
    headers.slice(0, mostColumns).forEach((header, index) => {
      const path = at(placeAt(line), header);
      if (header === '') this.#left.add(placeAt(line), 'columns without a header are not read');
      else if (isForbiddenKey(header)) issues.push({ code: 'forbidden-key', path, expected: 'another header', received: quote(header) });
      else if (headers.indexOf(header) < index)
        issues.push({ code: 'conflict', path, expected: 'every header once', received: `${quote(header)} again` });
    });
    const named = headers.filter((header) => header !== '');
    this.taker.columns.forEach((column, index) => {
      if (!headers.includes(column)) issues.push(unknownName(at('columns', index), column, named));
    });
    if (issues.length > 0) throw new JourneyError(issues.slice(0, 200));
    this.#headers = headers;
    this.#wanted = headers.flatMap((header, index) => (header !== '' && this.taker.wants(header) ? [index] : []));
    // Of those that were asked for by name the taker says it.
    if (this.taker.columns.length === 0)
      for (const index of this.#wanted) this.#empty.set(headers[index]!, at(placeAt(line), headers[index]!));
  }
}
