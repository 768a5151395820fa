import Papa from 'papaparse';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { lineEnds, placeAt } from './place-in-text';

/** What parts the cells of a line. */
export type Delimiter = ',' | ';' | '\t' | '|';

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Characters of one record, quoted line ends included: more is a quote that was never closed. */
const longestRecord = 1_000_000;

/** Cells of one record, and the line it begins at. */
export type TakeRecord = (cells: string[], line: number) => void;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Records of a text that comes in pieces. A record that is not whole yet waits for the next piece. */
export class CsvRecords {
  #rest = '';
  #line = 1;
  #parser: { parse(text: string, base: number, ignoreLast: boolean): Parsed } | undefined;
  #delimiter: Delimiter | undefined;
  #isMac = false;

  constructor(
    private readonly take: TakeRecord,
    delimiter?: Delimiter,
  ) {
    this.#delimiter = delimiter;
  }

  write(piece: string): void {
    this.#rest += piece;
    if (this.#parser === undefined) {
      // The first line decides; it may not have come yet.
      if (!/[\n\r]/.test(this.#rest.slice(0, -1)) && this.#rest.length < longestRecord) return;
      this.#begin();
    }
    this.#parse(true);
    if (this.#rest.length > longestRecord) {
      const hint = 'a quote is probably opened here and never closed';
      const issue = { code: 'too-large', path: placeAt(this.#line), expected: `a record of at most ${longestRecord} characters` } as const;
      throw new JourneyError([{ ...issue, received: quote(this.#rest.slice(0, 100)), hint, params: { max: longestRecord } }]);
    }
  }

  end(): void {
    if (this.#parser === undefined) this.#begin();
    this.#parse(false);
  }

  /** What parts the cells, once the first line is known. */
  get delimiter(): Delimiter {
    return this.#delimiter ?? ',';
  }

  #begin(): void {
    this.#isMac = this.#rest.includes('\r') && !this.#rest.includes('\n');
    // A line for spreadsheets that names what parts the cells.
    const named = /^sep=([,;\t|])[ \t]*(\r\n|\n|\r|$)/i.exec(this.#rest);
    if (named !== null) {
      this.#delimiter ??= named[1] as Delimiter;
      this.#rest = this.#rest.slice(named[0].length);
      this.#line++;
    }
    this.#delimiter ??= guessDelimiter(this.#rest);
    this.#parser = new Papa.Parser({ delimiter: this.#delimiter, newline: this.#isMac ? '\r' : '\n' } as object) as unknown as {
      parse(text: string, base: number, ignoreLast: boolean): Parsed;
    };
  }

  #parse(goesOn: boolean): void {
    const text = this.#rest;
    if (text === '') return;
    const { data, errors, meta } = this.#parser!.parse(text, 0, goesOn);
    const quotes = text.includes('"');
    // What is wrong with a record that is not whole yet may come right.
    const wrong = errors.find(({ row }) => !goesOn || (row ?? 0) < data.length);
    data.forEach((cells, index) => {
      if (wrong?.row === index) throw this.#fault(wrong.code, cells);
      const last = cells.length - 1;
      if (cells[last]!.endsWith('\r')) cells[last] = cells[last]!.slice(0, -1);
      this.take(cells, this.#line);
      this.#line += 1 + (quotes ? cells.reduce((sum, cell) => sum + this.#ends(cell), 0) : 0);
    });
    if (wrong !== undefined) throw this.#fault(wrong.code, []);
    this.#rest = goesOn ? text.slice(meta.cursor) : '';
  }

  #ends(cell: string): number {
    return this.#isMac ? cell.split('\r').length - 1 : lineEnds(cell);
  }

  #fault(code: string, cells: readonly string[]): JourneyError {
    const isOpen = code === 'MissingQuotes';
    const expected = isOpen ? 'a double quote that closes the cell' : 'the end of the cell behind the double quote that closes it';
    const hint = isOpen ? 'a cell that begins with a double quote ends with one' : 'write a double quote within a quoted cell twice: ""';
    const cell = cells.find((one) => one.includes('"')) ?? cells.at(-1) ?? '';
    return new JourneyError([{ code: 'invalid-text', path: placeAt(this.#line), expected, received: quote(cell), hint }]);
  }
}

/** The sign that stands most often in the first line, outside quotes. */
function guessDelimiter(text: string): Delimiter {
  const first = (/^[\s\ufeff]*([^\n\r]*(?:"[^"]*"[^\n\r]*)*)/.exec(text.slice(0, 100_000))?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((sign) => first.split(sign).length);
  const most = Math.max(...counts);
  return most === 1 ? ',' : delimiters[counts.indexOf(most)]!;
}
