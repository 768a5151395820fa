import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { reading } from '../plain/reading';
import type { Converted, Leftovers } from './left';
import { shown } from './shown';

/** One event of a log: what stands in it by name, ready for a table. */
export type LogRow = { readonly [column: string]: string | number | boolean };

/** How a log is to be read. */
export interface LogOptions {
  /** The most events; more is an error. 1 … 1,000,000,000. Default 5,000,000, of which each takes some hundred bytes. */
  readonly atMost?: number | undefined;
  /** Only these columns; of XES, these attributes beside the four of every event. Default: all of them. */
  readonly columns?: readonly string[] | undefined;
  /**
   * Takes each row as it is read, in place of a list of all: `value` is then empty, and of a log only the names of its XES cases and the events of the
   * trace that is being read stay in memory. Default: none.
   */
  readonly each?: ((row: LogRow) => void) | undefined;
}

const defaultMost = 5_000_000;

/** What to keep of a log, and where to put it. */
export class LogTaker {
  readonly rows: LogRow[] = [];
  readonly most: number;
  count = 0;
  readonly #columns: ReadonlySet<string> | undefined;
  /** Columns that no event has had yet. */
  readonly #unmet: Set<string>;
  readonly #each: ((row: LogRow) => void) | undefined;

  constructor(options: unknown) {
    const read = reading(options, ['atMost', 'columns', 'each'], { path: 'options', asTheyAre: ['each'] });
    this.most = read.whole('atMost', { min: 1, max: 1e9 }) ?? defaultMost;
    this.#each = read.callback('each');
    const columns = read.by('columns', (value, path, issues: Issue[]) => {
      if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value as string[];
      issues.push({ code: 'invalid-type', path, expected: 'a list of names of columns', received: 'something else' });
      return undefined;
    });
    read.finish();
    this.#columns = columns === undefined ? undefined : new Set(columns);
    this.#unmet = new Set(columns);
  }

  /** The columns that were asked for, in their order. */
  get columns(): readonly string[] {
    return [...(this.#columns ?? [])];
  }

  wants(column: string): boolean {
    return this.#columns === undefined || this.#columns.has(column);
  }

  take(row: LogRow): void {
    this.count++;
    for (const column of this.#unmet) if (Object.hasOwn(row, column)) this.#unmet.delete(column);
    if (this.#each !== undefined) this.#each(row);
    else this.rows.push(row);
  }

  result(left: Leftovers): Converted<readonly LogRow[]> {
    if (this.count > 0)
      for (const column of this.#unmet) left.add(at('columns', this.columns.indexOf(column)), `no event has the column ${quote(column)}`);
    return shown({ value: this.rows, left: left.list() });
  }
}
