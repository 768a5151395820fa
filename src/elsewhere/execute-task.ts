import { quote } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { samePlain } from '../plain/same-plain';
import { chunkSize } from '../random/stream';
import { executeDriversTask } from '../drivers/execute-drivers';
import { executeRobustnessTask } from '../robustness/execute-robustness';
import { executeSearchTask } from '../search/execute-search';
import { askedOf } from '../sharding/asked-of';
import { runShard } from '../sharding/run-shard';
import { executeRange, type RangeTask } from '../simulation/range-errand';
import { Stage } from '../simulation/stage';

type Executors = Readonly<Record<string, (task: never) => unknown>>;

/** Does a task that was handed over as plain JSON. Throws for what is none. */
export function executeTask(task: unknown): unknown {
  return createExecutor()(task);
}

/** Does one task after another, as {@link executeTask} does one: what the last had read and compiled is there for the next of the same study. */
export function createExecutor(): (task: unknown) => unknown {
  const ranges = new RangeExecutor();
  const executors: Executors = {
    shard: runShard,
    simulation: (task: RangeTask) => ranges.execute(task),
    comparison: (task: RangeTask) => ranges.execute(task),
    robustness: executeRobustnessTask,
    drivers: executeDriversTask,
    search: executeSearchTask,
  };
  return (task) => {
    const kind = peek(task, 'kind');
    if (typeof kind === 'string' && Object.hasOwn(executors, kind)) return executors[kind]!(task as never);
    const hint = 'tasks are made by the library, for a runner of the same version';
    throw issuesError([{ code: 'invalid-type', path: 'kind', expected: Object.keys(executors).join(', '), received: quote(kind), hint }]);
  };
}

/** A study that was read, and where its customers live. */
interface Prepared {
  readonly task: Pick<RangeTask, 'kind' | 'study'>;
  readonly asked: ReturnType<typeof askedOf>;
  readonly stage: Stage;
}

/** Ranges of customers; of the study they are of, the last is kept. */
class RangeExecutor {
  #last: Prepared | undefined;

  execute(given: RangeTask): unknown {
    const { kind, study } = given;
    const last = this.#last;
    // What fails in the middle leaves nothing to go on with.
    this.#last = undefined;
    const isSame = last !== undefined && last.task.kind === kind && samePlain(last.task.study, study);
    const prepared = isSame ? last : prepare(given);
    const { customers } = prepared.asked.study;
    const read = reading(given, ['kind', 'study', 'first', 'count', 'clones'], { under: 'task', asTheyAre: ['study'] });
    for (const key of ['first', 'count'] as const) if (!read.has(key)) read.fault(key, 'a whole number');
    const first = read.whole('first', { min: 0, max: customers - 1 }) ?? 0;
    const count = read.whole('count', { min: 1, max: customers - first }) ?? 1;
    if (first % chunkSize !== 0) read.fault('first', `a multiple of ${chunkSize}`);
    const clones = read.flag('clones') ?? false;
    read.finish();
    const result = executeRange(prepared.asked, customers, { first, count, clones }, prepared.stage);
    this.#last = prepared;
    return result;
  }
}

function prepare({ kind, study }: RangeTask): Prepared {
  const asked = askedOf(kind, study);
  return { task: { kind, study }, asked, stage: new Stage(asked.study, chunkSize) };
}
