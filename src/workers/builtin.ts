import type { PoolWorker } from './types';

/** What of `node:worker_threads` is used. */
export interface Threads {
  readonly Worker: new (file: URL, options: { readonly execArgv: readonly string[] }) => PoolWorker;
  readonly parentPort: {
    postMessage(message: unknown, transfer?: readonly ArrayBufferLike[]): void;
    on(event: 'message', hear: (message: unknown) => void): void;
  } | null;
}

/** A module of Node, which Deno and Bun have too; browsers have none. An import would stop bundlers for browsers. */
export function builtin<Module>(name: string): Module | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  return process?.getBuiltinModule?.(name) as Module | undefined;
}
