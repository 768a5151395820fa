import { quote } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { peek } from '../plain/plain-object';
import { executeDriversTask } from '../drivers/execute-drivers';
import { executeRobustnessTask } from '../robustness/execute-robustness';
import { executeSearchTask } from '../search/execute-search';
import { askedOf } from '../sharding/asked-of';
import { runShard } from '../sharding/run-shard';
import { executeRange, type RangeTask } from '../simulation/range-errand';

/** What each kind of task has to be done with. */
const executors: Readonly<Record<string, (task: never) => unknown>> = {
  shard: runShard,
  simulation: executeRangeTask,
  comparison: executeRangeTask,
  robustness: executeRobustnessTask,
  drivers: executeDriversTask,
  search: executeSearchTask,
};

/** Does a task that was handed over as plain JSON. Throws for what is none. */
export function executeTask(task: unknown): unknown {
  const kind = peek(task, 'kind');
  if (typeof kind === 'string' && Object.hasOwn(executors, kind)) return executors[kind]!(task as never);
  const hint = 'tasks are made by the library, for a runner of the same version';
  throw issuesError([{ code: 'invalid-type', path: 'kind', expected: Object.keys(executors).join(', '), received: quote(kind), hint }]);
}

function executeRangeTask({ kind, study, first, count, clones }: RangeTask): unknown {
  const asked = askedOf(kind, study);
  return executeRange(asked, asked.study.customers, { first, count, clones });
}
