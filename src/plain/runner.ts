import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { isReadable, peek } from './plain-object';

/** What of an `AbortSignal` a runner may listen to. */
export interface RunSignal {
  /** Whether the tasks are to be given up. */
  readonly aborted: boolean;
  /** Why. Default: no reason. */
  readonly reason?: unknown;
  /** As every event target has it. Default: it has to be looked at. */
  readonly addEventListener?: ((type: 'abort', listener: () => void) => void) | undefined;
  /** As every event target has it. Default: nothing is taken back. */
  readonly removeEventListener?: ((type: 'abort', listener: () => void) => void) | undefined;
}

/** How tasks are run, for a runner that cares. */
export interface RunTasksOptions {
  /** Gives up what is not done yet: the promise is rejected. Default: nothing does. */
  readonly signal?: RunSignal | undefined;
  /** Told of each result as soon as it is there, with the place of its task; the promise still brings them all. Default: nobody. */
  readonly onResult?: ((result: unknown, index: number) => void) | undefined;
}

/** Has tasks done, here or elsewhere: one result for each task, in the order of the tasks. Tasks and results are plain JSON. */
export interface TaskRunner {
  /** Has every task done; the promise is rejected where one fails. A runner that works elsewhere may pass over `execute`, and any over `options`. */
  run<Task, Result>(
    tasks: readonly Task[],
    execute: (task: Task) => Result | Promise<Result>,
    options?: RunTasksOptions,
  ): Promise<readonly Result[]>;
  /** Work of less than this, in customers × steps, is not worth handing over and is done where it is asked for. Default 0. */
  readonly least?: number | undefined;
  /** Whether results reach the caller as clones and not as JSON, so that they may hold typed arrays: that is faster. Default `false`. */
  readonly clones?: boolean | undefined;
}

/** A runner as it is used here: it may be of any class, and its method may stand anywhere above it. `issue`: it is none. */
export function readRunner(
  runner: unknown,
): { readonly runner: TaskRunner; readonly issue?: undefined } | { readonly runner?: undefined; readonly issue: Issue } {
  const run = peek(runner, 'run');
  const [least, clones] = [peek(runner, 'least'), peek(runner, 'clones')];
  if (typeof run !== 'function' || !isReadable(run)) {
    const received = runner === undefined ? 'nothing' : quote(runner);
    return { issue: { code: 'invalid-type', path: 'runner', expected: 'an object with a method run(tasks, execute)', received } };
  }
  const own: TaskRunner['run'] = async (tasks, execute, options) =>
    (run as (...given: unknown[]) => Promise<never>).call(runner, tasks, execute, options);
  return { runner: { run: own, least: typeof least === 'number' ? least : 0, clones: clones === true } };
}
