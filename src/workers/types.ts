import type { RunTasksOptions, TaskRunner } from '../plain/runner';

/** What of a worker is used: a Web Worker has it all, and so has a worker thread of Node. */
export interface PoolWorker {
  postMessage(message: unknown): unknown;
  terminate(): unknown;
  /** How a worker thread tells (`message`, `error`, `exit`). */
  on?(event: string, listener: (value: unknown) => void): unknown;
  /** How a Web Worker tells (`message`, `error`). */
  addEventListener?(type: string, listener: (event: unknown) => void): unknown;
  /** Lets a busy worker keep the process alive, where the host asks for it. */
  ref?(): unknown;
  /** Lets the process end while the worker has nothing to do. */
  unref?(): unknown;
}

/** What `createPool` takes. */
export interface PoolOptions {
  /** How many workers there are at most, 1…256; each is started when there is a task for it. Default: what the machine can do at once, 16 at most. */
  readonly workers?: number | undefined;
  /** Starts one worker on the program `peakend/worker`. Default: a worker thread or a Web Worker on the file that stands beside the library's own. */
  readonly createWorker?: (() => PoolWorker) | undefined;
  /** Work of less than this, in customers × steps, is done where it is asked for, 0…1e15. Default 1,000,000, where two workers break even (measured). */
  readonly least?: number | undefined;
}

/** What `await using` asks for, where the caller's types know of it. */
export type ClosedAfterUse = SymbolConstructor extends { readonly asyncDispose: infer Name extends symbol }
  ? { readonly [key in Name]: () => Promise<void> }
  : object;

/** Workers that do tasks, kept for the next ones. `await using` closes it by itself. */
export interface WorkerPool extends TaskRunner, ClosedAfterUse {
  /** How many workers there are at most. */
  readonly size: number;
  /** Work of less than this, in customers × steps, is done where it is asked for. */
  readonly least: number;
  /** Results reach the caller as clones, which may hold typed arrays. */
  readonly clones: true;
  /** Has every task done by a worker, which knows by itself what to do: `execute`, which other runners are handed, is passed over. */
  run<Task, Result>(
    tasks: readonly Task[],
    execute?: ((task: Task) => Result | Promise<Result>) | undefined,
    options?: RunTasksOptions,
  ): Promise<readonly Result[]>;
  /** Ends every worker; runs that are not through are rejected, and so are later ones. May be called more than once. */
  close(): Promise<void>;
}
