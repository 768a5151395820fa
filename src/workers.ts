export { createPool } from './workers/create-pool';
export type { ClosedAfterUse, PoolOptions, PoolWorker, WorkerPool } from './workers/types';
export type { RunTasksOptions, TaskRunner } from './plain/runner';
