import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, quote, unfit } from '../errors/wording';
import { methodOf } from '../plain/iterate';
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
   * trace that is being read stay in memory. A promise it returns is waited for before more of the log is read, and reading ends with what it fails
   * with; only readers whose names end in Async can wait. Default: none.
   */
  readonly each?: ((row: LogRow) => unknown) | undefined;
}

const defaultMost = 5_000_000;
/** So much may stand in a log beside its events, for each of them and in all: what is packed small and holds nothing is not read to its end. */
const besideEach = 1000;
const besideAll = 100_000;

/** What to keep of a log, and where to put it. */
export class LogTaker {
  readonly rows: LogRow[] = [];
  readonly most: number;
  count = 0;
  readonly #columns: ReadonlySet<string> | undefined;
  /** Columns that no event has had yet. */
  readonly #unmet: Set<string>;
  readonly #each: LogOptions['each'];
  /** What `each` has begun and may not be through with. */
  #begun: Promise<unknown>[] = [];
  #beside = 0;

  constructor(
    options: unknown,
    readonly canWait: boolean,
  ) {
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
    if (this.#each === undefined) this.rows.push(row);
    else this.#hear(this.#each(row));
  }

  /** Waits for what `each` has begun. */
  async heard(): Promise<void> {
    const begun = this.#begun;
    this.#begun = [];
    await Promise.all(begun);
  }

  /** What is wrong where more stands beside the events, so many till now, than any log has. */
  beside(events: number): (Partial<Issue> & { readonly expected: string }) | undefined {
    const max = besideAll + besideEach * events;
    if (++this.#beside <= max) return undefined;
    return { code: 'too-large', expected: `at most ${max} lines or elements beside ${events} events`, params: { max } };
  }

  #hear(made: unknown): void {
    if (methodOf(made, 'then') === undefined) return;
    const begun = Promise.resolve(made);
    // Nobody else would see it fail, should reading end first.
    begun.catch(() => undefined);
    if (this.canWait) return void this.#begun.push(begun);
    const hint = 'the function of the same name that ends in Async waits for it';
    throw new JourneyError([unfit(begun, 'each', 'a function that is through when it returns', { hint })]);
  }

  result(left: Leftovers): Converted<readonly LogRow[]> {
    if (this.count > 0)
      for (const column of this.#unmet) left.add(at('columns', this.columns.indexOf(column)), `no event has the column ${quote(column)}`);
    return shown({ value: this.rows, left: left.list() });
  }
}
