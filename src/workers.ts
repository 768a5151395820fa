export { createPool } from './workers/create-pool';
export type { PoolOptions, PoolWorker, WorkerPool } from './workers/types';
export type { RunTasksOptions, TaskRunner } from './plain/runner';
