import type { TaskRunner } from '../../../src/plain/runner';
import { executeTask } from '../../../src/elsewhere/execute-task';

/** A runner, and the tasks it was given. */
export interface Watched extends TaskRunner {
  readonly tasks: Record<string, unknown>[];
}

const throughJson = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;

/** Does all here, one after the other. */
export function inline(): Watched {
  const given: Record<string, unknown>[] = [];
  return {
    tasks: given,
    clones: true,
    async run(tasks, execute) {
      given.push(...(tasks as readonly never[]));
      const results = [];
      for (const task of tasks) results.push(await execute(task));
      return results;
    },
  };
}

/** As a process behind a queue would: nothing but JSON goes there and comes back, the last task is done first. */
export function backwards(): Watched {
  const given: Record<string, unknown>[] = [];
  return {
    tasks: given,
    async run<Task, Result>(tasks: readonly Task[]) {
      await Promise.resolve();
      given.push(...(tasks as readonly never[]));
      const results = new Array<Result>(tasks.length);
      for (let place = tasks.length - 1; place >= 0; place--) results[place] = throughJson(executeTask(throughJson(tasks[place])));
      return results;
    },
  };
}

/** As workers would: what crosses is cloned, and each result is told at once, every other task first. */
export function early(): Watched {
  const given: Record<string, unknown>[] = [];
  return {
    tasks: given,
    clones: true,
    async run<Task, Result>(
      tasks: readonly Task[],
      _: unknown,
      { onResult }: { onResult?: (result: unknown, place: number) => void } = {},
    ) {
      given.push(...(tasks as readonly never[]));
      const results = new Array<Result>(tasks.length);
      for (const turn of [1, 0]) {
        for (let place = turn; place < tasks.length; place += 2) {
          await Promise.resolve();
          results[place] = structuredClone(executeTask(structuredClone(tasks[place]))) as Result;
          onResult?.(results[place], place);
        }
      }
      return results;
    },
  };
}
