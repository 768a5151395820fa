/** Has tasks done, here or elsewhere: one result for each task, in the order of the tasks. Tasks and results are plain JSON. */
export interface TaskRunner {
  /** Has every task done; the promise is rejected where one fails. */
  run<Task, Result>(
    tasks: readonly Task[],
    execute: (task: Task) => Result | Promise<Result>,
    options?: RunTasksOptions,
  ): Promise<readonly Result[]>;
  /** Work of less than this, in customers × steps, is not worth handing over and is done where it is asked for. Default 0. */
  readonly least?: number | undefined;
}

/** What a {@link TaskRunner} takes besides the tasks. */
export interface RunTasksOptions {
  /** Stops it: an `AbortSignal`, or anything whose `aborted` becomes true. Default: nothing stops it. */
  readonly signal?:
    | {
        readonly aborted: boolean;
        readonly reason?: unknown;
        addEventListener?(type: 'abort', listener: () => void): void;
        removeEventListener?(type: 'abort', listener: () => void): void;
      }
    | undefined;
  /** Told of each result as soon as it is there, in whatever order; what it throws fails the run. Default: nobody. */
  readonly onResult?: ((result: unknown, index: number) => void) | undefined;
}
