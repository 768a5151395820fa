import type { Issue } from '../../errors/issue';
import { isList, isReadable, peek } from '../../plain/plain-object';
import { quote } from '../../errors/wording';
import { canonicalJson } from '../../plain/canonical-json';
import { issuesError } from '../../plain/issues-error';
import { readExtensions } from '../../journey/read-extensions';
import { copyPlain } from '../../plain/copy-plain';
import { deepFreeze } from '../../plain/deep-freeze';
import { guardPlain } from '../../plain/guard-plain';
import { openOptions } from '../../plain/open-options';
import type { TaskRunner } from '../../plain/runner';
import { broken, type AsyncLaw } from './law';

/** Work to try a runner with. */
export interface RunnerTrial<Task, Result> {
  /** What is to be done, in order. */
  readonly tasks: readonly Task[];
  /** What the runner is to have done. A runner that works elsewhere knows by itself and may pass over this one. */
  readonly execute: (task: Task) => Result | Promise<Result>;
  /** A task that must fail. Default: none. */
  readonly failing?: Task | undefined;
}

/** A task runners are tried with where no trial is given: a number to be squared. */
export interface SquareTask {
  /** What is to be squared; a runner must pass the failure of a number below 0 on. */
  readonly number: number;
}
/** The result of a {@link SquareTask}. */
export interface Square extends SquareTask {
  /** The number times itself. */
  readonly square: number;
}

const squares: RunnerTrial<SquareTask, Square> = {
  tasks: Array.from({ length: 12 }, (_, number) => ({ number })),
  execute: ({ number }) => {
    if (number < 0) throw new Error('no square of a debt');
    return { number, square: number * number };
  },
  failing: { number: -1 },
};

/**
 * What must hold for a runner of your own: something that has the parts of a big study done by workers, processes or a queue.
 *
 * Every task is done once and its result stands in its place; tasks are left as they were; results are plain JSON and the same bytes as when
 * the task is done here; no tasks are no work; a task that fails fails the run; several runs at once do not get in each other's way.
 *
 * @param runner `{ run(tasks, execute) }`.
 * @param trial Tasks and what is to be done with each. A runner that works elsewhere is tried with work it knows (shards of a study).
 * Default: small sums.
 * @returns laws whose `check` returns a promise, rejected where the law does not hold.
 *
 * @example
 * import { runnerLaws } from 'peakend/arbitraries';
 * const oneAfterTheOther = {
 *   async run(tasks, execute) {
 *     const results = [];
 *     for (const task of tasks) results.push(await execute(task));
 *     return results;
 *   },
 * };
 * for (const { check } of runnerLaws(oneAfterTheOther)) await check();
 * runnerLaws(oneAfterTheOther).length; // 6
 */
export function runnerLaws<Task = SquareTask, Result = Square>(
  runner: TaskRunner,
  trial: RunnerTrial<Task, Result> = squares as object as RunnerTrial<Task, Result>,
): readonly AsyncLaw[] {
  const { tasks, failing, execute } = readTrial(trial);
  const run = readRunner(runner);
  const fresh = (): unknown[] => copyPlain([...tasks]);
  const here = async (): Promise<string> => written(await Promise.all(fresh().map(execute)));
  const laws: AsyncLaw[] = [
    needed('every result stands in the place of its task, the same as when the task is done here', async (name) => {
      const [results, expected] = [await run(fresh(), execute), await here()];
      if (written(results) !== expected) throw broken(name, { path: 'runner', received: cut(written(results)) });
    }),
    needed('tasks are left as they were, also where nothing may be changed', async (name) => {
      const frozen = deepFreeze(fresh());
      await run(frozen, execute);
      if (written(frozen) !== written(fresh())) throw broken(name, { path: 'runner', received: cut(written(frozen)) });
    }),
    needed('results are plain JSON', async (name) => {
      const results = await run(fresh(), execute);
      const { data, issue } = guardPlain(results) as { data?: unknown; issue?: Issue };
      const faults: Issue[] = issue === undefined ? [] : [issue];
      if (issue === undefined) readExtensions(data, '', faults);
      const [fault] = faults;
      if (fault !== undefined) throw broken(name, { path: `results${fault.path}`, received: fault.received });
    }),
    needed('no tasks give no results', async (name) => {
      const results = await run([], execute);
      if (!isList(results) || results.length > 0) throw broken(name, { path: 'runner', received: cut(written(results)) });
    }),
    needed('several runs at once do not get in each other’s way', async (name) => {
      const backwards = fresh().reverse();
      const [first, second] = await Promise.all([run(fresh(), execute), run(backwards, execute)]);
      if (!isList(second) || written(Array.from(second).reverse()) !== written(first))
        throw broken(name, { path: 'runner', received: cut(written(second)) });
    }),
  ];
  if (failing !== undefined) {
    laws.push(
      needed('a task that fails fails the run', async (name) => {
        const outcome = await run([...fresh(), copyPlain<unknown>(failing)], execute).then(
          (results) => quote(results),
          () => undefined,
        );
        if (outcome !== undefined) throw broken(name, { path: 'runner', received: outcome });
      }),
    );
  }
  return laws;
}

function needed(name: string, check: (name: string) => Promise<void>): AsyncLaw {
  return { name, kind: 'needed', check: () => check(name) };
}

type Runs = (tasks: readonly unknown[], execute: (task: unknown) => unknown) => Promise<unknown>;

/** A runner may be of any class, and its method may stand anywhere above it. */
function readRunner(runner: unknown): Runs {
  const run = peek(runner, 'run');
  if (typeof run === 'function' && isReadable(run)) return async (tasks, execute) => (run as Runs).call(runner, tasks, execute);
  const received = runner === undefined ? 'nothing' : quote(runner);
  throw issuesError([{ code: 'invalid-type', path: 'runner', expected: 'an object with a method run(tasks, execute)', received }]);
}

function readTrial(given: unknown): { tasks: readonly unknown[]; execute: (task: unknown) => unknown; failing?: unknown } {
  const issues: Issue[] = [];
  const { tasks, execute, failing } = openOptions(given, ['tasks', 'execute', 'failing'], issues, { path: 'trial', under: 'trial' });
  if (!isList(tasks)) issues.push({ code: 'invalid-type', path: 'trial.tasks', expected: 'a list of tasks', received: quote(tasks) });
  if (typeof execute !== 'function') {
    issues.push({ code: 'invalid-type', path: 'trial.execute', expected: 'a function of a task', received: quote(execute) });
  }
  if (issues.length > 0) throw issuesError(issues);
  return { tasks: tasks as readonly unknown[], execute: execute as (task: unknown) => unknown, failing };
}

/** As JSON, to compare by; what JSON cannot hold is told by a law of its own. */
function written(value: unknown): string {
  try {
    return canonicalJson(value) ?? 'undefined';
  } catch {
    return 'what JSON cannot hold';
  }
}

function cut(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
