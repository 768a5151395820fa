// What hosts have to let others have their turn: each has one of them at least.
declare const setImmediate: ((then: () => void) => unknown) | undefined;
declare const MessageChannel:
  | (new () => {
      readonly port1: { onmessage: (() => void) | null; close(): void };
      readonly port2: { postMessage(message: unknown): void };
    })
  | undefined;

/** As the host has them when the library is loaded: clocks that a test stops later stop nobody. */
const immediately = typeof setImmediate === 'function' ? setImmediate : undefined;
const Channel = typeof MessageChannel === 'function' ? MessageChannel : undefined;
const later = setTimeout;

const waiting: (() => void)[] = [];

/** Everybody else in this thread first. Runs side by side wait in one line, so that all of them hold up the thread no longer than one. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) callNext();
  });
}

function callNext(): void {
  if (immediately !== undefined) immediately(next);
  else if (Channel === undefined) later(next, 0);
  else {
    // Browsers make nested timeouts wait four milliseconds, messages not.
    const { port1, port2 } = new Channel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(0);
  }
}

function next(): void {
  const resolve = waiting.shift();
  if (waiting.length > 0) callNext();
  resolve?.();
}
