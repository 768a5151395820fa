import type { Issue } from '../errors/issue';
import { meant, unknownName } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { writtenNumber } from '../errors/written-number';
import { isBlank, readCell, trimmed } from '../journey/row-columns';
import { isForbiddenKey, openList } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { dateSpelling, momentHint, readMoment, saysZone } from '../plain/moments';

/** One line of a sheet, a query or a log: what stands in it by the names of its columns. What a function does not ask for is never read. */
export type Row = Readonly<Record<string, unknown>>;

/** What stands in a sheet where there is no answer, beside blank cells, `null`, `undefined` and `NaN`. */
export type MissingCell = number | string;

/** More rows than any machine this runs on holds. */
const mostRows = 50_000_000;
/** Rows that are asked which columns there are. */
const looked = 1000;

/** No moment is further off, seconds: three thousand years. Milliseconds since 1970 are. */
const latest = 1e11;

/** Where a numeric column has to lie. */
export interface NumberCells {
  readonly missing?: readonly MissingCell[] | undefined;
  readonly min?: number;
  readonly max?: number;
  /** What a cell holds, for who wrote something else. Default: a number. */
  readonly what?: string;
  readonly hint?: string;
}

/**
 * Rows from outside, read a column at a time: a cell is looked at without running anything of its row's own. Faults go to `issues`, one a
 * column (of times, one a spelling), with the place of the first cell that has it.
 */
export class Table {
  readonly count: number;
  #names: readonly string[] | undefined;
  /** Where the fault of a column stands among all, and how many rows have it. */
  readonly #told = new Map<string, { readonly index: number; readonly issue: Issue; rows: number }>();
  /** The first time that says its zone, and the first that does not, of all columns of times. */
  readonly #zones: { with?: Cell; without?: Cell; told?: true } = {};

  private constructor(
    readonly rows: readonly unknown[],
    readonly path: string,
    readonly issues: Issue[],
  ) {
    this.count = rows.length;
  }

  /** Undefined, with the fault written down, where there is no list of rows. */
  static read(rows: unknown, path: string, issues: Issue[]): Table | undefined {
    const expected = 'a list of rows, each an object with the cells of a line by the names of their columns';
    // Each row is looked at where it lies; nothing of the list's own is run.
    const { items, issue } = openList(rows, expected, mostRows);
    if (items === undefined) issues.push(...prefixIssues([issue], path));
    else if (items.length === 0) issues.push({ code: 'missing', path, expected: 'at least one row', received: 'an empty list' });
    else return new Table(items, path, issues);
    return undefined;
  }

  /** The names of columns that the first rows have, in the order of the first that has each. */
  get names(): readonly string[] {
    if (this.#names !== undefined) return this.#names;
    const names = new Set<string>();
    for (const row of this.rows.slice(0, looked)) {
      try {
        if (typeof row === 'object' && row !== null) for (const name of Object.keys(row)) names.add(name);
      } catch {
        // Told when one of its cells is read.
      }
    }
    return (this.#names = [...names]);
  }

  /** The name of a column, as an option gives it: one that some row has. */
  column(name: unknown, path: string): string | undefined {
    if (typeof name === 'string' && !isForbiddenKey(name) && (this.names.includes(name) || this.#somewhere(name))) return name;
    const { hint = 'a column that is empty in every row may have been left out' } = meant(name, this.names);
    this.issues.push(unknownName(path, name, this.names, typeof name === 'string' ? { hint } : {}));
    return undefined;
  }

  #somewhere(name: string): boolean {
    return this.count > looked && this.rows.some((row) => cellOf(row, name) !== undefined);
  }

  /** A cell as it is; undefined where the row has none. A row that is no object is a fault, told once. */
  cell(row: number, column: string): unknown {
    const cells = this.rows[row];
    const cell = cellOf(cells, column);
    if (cell !== unreadableCell) return cell;
    this.tell('', unfit(cells, at(this.path, row), 'a row: a plain object with a cell for each column'));
    return undefined;
  }

  /** As {@link cell}, of a column that nobody named: what cannot be read is not there. */
  peek(row: number, column: string): unknown {
    const cell = cellOf(this.rows[row], column);
    return cell === unreadableCell ? undefined : cell;
  }

  /** Writes down the fault of a cell, at the first row that has it; of more rows with one of the same kind in the same column only how many there are is told. */
  tell(column: string, issue: Issue, kind = ''): void {
    const key = `${kind} ${column}`;
    const known = this.#told.get(key);
    if (known === undefined) {
      this.#told.set(key, { index: this.issues.length, issue, rows: 1 });
      this.issues.push(issue);
      return;
    }
    known.rows++;
    const more = known.rows === 2 ? 'another row' : `${known.rows - 1} other rows`;
    this.issues[known.index] = { ...known.issue, received: `${known.issue.received}, and the like in ${more}` };
  }

  /** As {@link tell}, for a cell that must not be empty. */
  tellMissing(row: number, column: string, expected: string, hint?: string): void {
    const path = at(at(this.path, row), column);
    this.tell(column, { code: 'missing', path, expected, received: 'nothing', ...(hint === undefined ? {} : { hint }) });
  }

  /** A column of numbers, NaN where there is no answer. Numbers written as text count as numbers. */
  numbers(column: string, { missing = [], min = -Infinity, max = Infinity, what = 'a number', hint }: NumberCells = {}): Float64Array {
    const values = new Float64Array(this.count);
    const codes = new Set<unknown>(missing.map((code) => (typeof code === 'string' ? trimmed(code) : code)));
    for (let row = 0; row < this.count; row++) {
      const cell = this.cell(row, column);
      if (typeof cell === 'number' && cell >= min && cell <= max && !codes.has(cell)) values[row] = cell;
      else values[row] = isNoAnswer(cell, codes) ? NaN : this.#odd(cell, row, column, { codes, min, max, what, hint });
    }
    return values;
  }

  #odd(
    cell: unknown,
    row: number,
    column: string,
    rule: { codes: ReadonlySet<unknown>; min: number; max: number; what: string; hint: string | undefined },
  ): number {
    const value = readCell(cell, 'number');
    if (rule.codes.has(value)) return NaN;
    if (typeof value === 'number' && value >= rule.min && value <= rule.max) return value;
    const isNumber = typeof value === 'number' && !Number.isNaN(value);
    const bounds = rule.min === -Infinity ? '' : ` from ${rule.min} to ${rule.max}`;
    const place = at(at(this.path, row), column);
    const hint = commaHint(cell) ?? rule.hint ?? 'what stands for no answer belongs in missing';
    this.tell(column, unfit(cell, place, `${rule.what}${bounds}`, { ...(isNumber ? { code: 'out-of-range' } : {}), hint }));
    return NaN;
  }

  /** A column of names: texts without blanks around them, numbers as text; undefined where there is none. */
  texts(column: string, missing: readonly MissingCell[] = []): (string | undefined)[] {
    const codes = new Set<unknown>(missing);
    // The same text is held once, however many rows have it.
    const known = new Map<unknown, string | undefined>();
    return Array.from({ length: this.count }, (_, row) => {
      const cell = this.cell(row, column);
      const met = known.get(cell);
      if (met !== undefined) return met;
      const text = isNoAnswer(cell, codes) ? undefined : this.#name(cell, row, column);
      known.set(cell, text);
      return text;
    });
  }

  #name(cell: unknown, row: number, column: string): string | undefined {
    if (typeof cell === 'boolean') return String(cell);
    const text = readCell(cell, 'text');
    if (typeof text === 'string') return text;
    this.tell(column, unfit(cell, at(at(this.path, row), column), 'a text or a number'));
    return undefined;
  }

  /**
   * A column of moments in time, seconds since whenever: numbers are seconds, texts are ISO 8601 dates, dates are dates. NaN where there is none.
   * Times with a zone beside times without, in this column or another, are a fault: of the others nobody knows how far off they are. So are,
   * where all rows go by one clock, plain seconds beside dates in one column.
   */
  moments(column: string, isOneClock = false): Float64Array {
    const values = new Float64Array(this.count);
    const kinds = { seconds: { first: -1, rows: 0 }, dates: { first: -1, rows: 0 } };
    for (let row = 0; row < this.count; row++) {
      const cell = this.cell(row, column);
      const value = isNoAnswer(cell, none) ? NaN : readMoment(cell);
      if (value !== undefined && !Number.isNaN(value)) {
        const kind = kinds[isSeconds(cell) ? 'seconds' : 'dates'];
        if (kind.rows++ === 0) kind.first = row;
      }
      values[row] = value ?? NaN;
      if (value === undefined) {
        const expected = 'a time: seconds as a number, or a text such as 2026-03-01T09:30:00';
        const issue: Issue = { code: 'invalid-type', path: at(at(this.path, row), column), expected, received: quote(cell) };
        this.tell(column, { ...issue, ...momentHint(cell) }, dateSpelling(cell));
      } else if (value > latest || value < -latest) {
        const [expected, hint] = isSeconds(cell)
          ? [`seconds up to ${latest}`, 'if it counts milliseconds, divide it by 1000']
          : ['a date before the year 5138', 'if it stands for no moment, leave the cell blank'];
        this.tell(column, { code: 'out-of-range', path: at(at(this.path, row), column), expected, received: quote(cell), hint });
      }
      const zone = saysZone(cell);
      if (zone === true) this.#zones.with ??= { row, column };
      if (zone === false) this.#zones.without ??= { row, column };
    }
    this.#tellZones();
    const { seconds, dates } = kinds;
    if (isOneClock && seconds.rows > 0 && dates.rows > 0) {
      // Whichever is rarer is the slip.
      const [row, other] = seconds.rows <= dates.rows ? [seconds.first, dates.first] : [dates.first, seconds.first];
      const expected = row === seconds.first ? 'a date, as in other rows' : 'seconds as a number, as in other rows';
      const hint = `write dates in every row, or seconds in every row; row ${other} has ${quote(this.cell(other, column))}`;
      this.tell(
        column,
        { code: 'conflict', path: at(at(this.path, row), column), expected, received: quote(this.cell(row, column)), hint },
        'seconds',
      );
    }
    return values;
  }

  #tellZones(): void {
    const { with: zoned, without, told } = this.#zones;
    if (zoned === undefined || without === undefined || told) return;
    this.#zones.told = true;
    const { row, column } = without;
    const where = zoned.column === column ? '' : ` under ${zoned.column}`;
    this.tell(column, {
      code: 'conflict',
      path: at(at(this.path, row), column),
      expected: 'a time with a zone, as others have',
      received: quote(this.cell(row, column)),
      hint: `write it everywhere, or nowhere; row ${zoned.row} has one${where}`,
    });
  }
}

/** Whether what was read as a moment is a number of seconds; a date begins with its year. */
function isSeconds(cell: unknown): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && !/^\s*\d{4}-/.test(cell));
}

interface Cell {
  readonly row: number;
  readonly column: string;
}

/** What to write in place of a decimal comma. */
function commaHint(cell: unknown): string | undefined {
  const read = typeof cell === 'string' ? writtenNumber(cell) : undefined;
  return read !== undefined && 'hint' in read ? read.hint : undefined;
}

const none: ReadonlySet<unknown> = /* @__PURE__ */ new Set();

function isNoAnswer(cell: unknown, codes: ReadonlySet<unknown>): boolean {
  if (isBlank(cell) || Number.isNaN(cell)) return true;
  return codes.size > 0 && codes.has(typeof cell === 'string' ? trimmed(cell) : cell);
}

/** A row as it is now: its cells as they were written, nothing of the row's own run. */
export function snapshotOf(row: unknown): Row {
  const cells: Record<string, unknown> = {};
  try {
    for (const name of Object.keys(row as object)) {
      const value = cellOf(row, name);
      if (value !== unreadableCell && value !== undefined && !isForbiddenKey(name)) cells[name] = value;
    }
  } catch {
    // Which cells it has cannot be told: it has none.
  }
  return Object.freeze(cells);
}

const unreadableCell = Symbol('unreadable');

/** Of rows that hold their cells behind getters nothing is run. */
function cellOf(row: unknown, column: string): unknown {
  if (typeof row !== 'object' || row === null) return unreadableCell;
  try {
    const property = Object.getOwnPropertyDescriptor(row, column);
    if (property === undefined) return undefined;
    return 'value' in property ? (property.value as unknown) : unreadableCell;
  } catch {
    return unreadableCell;
  }
}
