// What hosts have to let others have their turn: each has one of them at least.
declare const setImmediate: ((then: () => void) => unknown) | undefined;
interface Line {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: unknown): void };
}
declare const MessageChannel: (new () => Line) | undefined;

/** As the host has them when the library is loaded: clocks that a test stops later stop nobody. */
const immediately = typeof setImmediate === 'function' ? setImmediate : undefined;
const Channel = typeof MessageChannel === 'function' ? MessageChannel : undefined;
const later = setTimeout;

const waiting: (() => void)[] = [];
/** Open while somebody takes turns: opening one for each turn takes a good part of it. */
let line: Line | undefined;

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
    if (line === undefined) {
      line = new Channel();
      line.port1.onmessage = next;
    }
    line.port2.postMessage(0);
  }
}

function next(): void {
  const resolve = waiting.shift();
  if (waiting.length > 0) callNext();
  resolve?.();
  // Whoever goes on asks again before this: where nobody does, nothing may keep the host awake.
  if (line !== undefined) void Promise.resolve().then(hangUp);
}

function hangUp(): void {
  if (waiting.length > 0) return;
  line?.port1.close();
  line = undefined;
}
