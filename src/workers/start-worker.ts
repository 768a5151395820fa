import { builtin, type Threads } from './builtin';
import type { PoolWorker } from './types';

/** As many workers as this there are by default, on however large a machine. */
const mostByDefault = 16;

/** How many workers can work at once here. */
export function parallelism(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  const found = navigator?.hardwareConcurrency ?? builtin<{ availableParallelism(): number }>('node:os')?.availableParallelism() ?? 1;
  return Math.max(1, Math.min(found, mostByDefault));
}

/** A worker on the file that is published beside the one in which this ends up. */
export function startWorker(): PoolWorker {
  const threads = builtin<Threads>('node:worker_threads');
  // The pattern of this line is what bundlers know a worker by, and bundle it.
  if (threads === undefined) return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const [file, here] = ['./worker.js', import.meta.url];
  // Without the flags of the program: some (`--input-type`) are refused, and none is needed.
  return new threads.Worker(new URL(file, here), { execArgv: [] });
}
