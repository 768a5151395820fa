import { peek } from '../plain/plain-object';
import { builtin, type Threads } from './builtin';

/** The worker's end of the line, whichever host it is. */
export interface Port {
  /** `transfer`: memory that goes over to the other side in place of a copy. */
  post(message: unknown, transfer?: readonly ArrayBufferLike[]): void;
  listen(hear: (message: unknown) => void): void;
}

/** The end of the line where this is a worker; undefined where it is none, so that whoever imports the program on a page starts nothing. */
export function portOfWorker(): Port | undefined {
  const thread = builtin<Threads>('node:worker_threads')?.parentPort;
  if (thread)
    return { post: (message, transfer) => thread.postMessage(message, transfer), listen: (hear) => void thread.on('message', hear) };
  const { DedicatedWorkerGlobalScope: Scope } = globalThis as { DedicatedWorkerGlobalScope?: new () => object };
  if (Scope === undefined || !(globalThis instanceof Scope)) return undefined;
  const scope = globalThis as unknown as { postMessage: Port['post']; addEventListener: typeof addEventListener };
  return {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (hear) => scope.addEventListener('message', (event) => hear(peek(event, 'data'))),
  };
}
