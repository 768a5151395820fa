import { peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import type { RunTasksOptions } from '../plain/runner';

/** One task on its way. */
export interface Job {
  readonly run: Run;
  readonly task: unknown;
  readonly index: number;
  /** How many workers have ended over it. */
  losses: number;
}

/** How often a signal that tells nobody is looked at, in milliseconds. */
const lookEvery = 10;

type Signal = RunTasksOptions['signal'];

/** @throws JourneyError with everything that is wrong. */
export function readRunOptions(options: unknown): RunTasksOptions {
  const keys = ['signal', 'onResult'] as const;
  const read = reading(options, keys, { under: 'options', asTheyAre: keys });
  const signal = read.by('signal', (value) =>
    typeof peek(value, 'aborted') === 'boolean' ? (value as Signal) : read.fault('signal', 'an AbortSignal'),
  );
  const onResult = read.callback<NonNullable<RunTasksOptions['onResult']>>('onResult');
  read.finish();
  return { signal, onResult };
}

/** The tasks of one call, and how far they are. */
export class Run {
  /** Tasks that nobody does yet. */
  readonly waiting: Job[];
  readonly promise: Promise<readonly unknown[]>;
  readonly #results: unknown[] = [];
  #left: number;
  #settle!: { readonly resolve: (results: readonly unknown[]) => void; readonly reject: (error: unknown) => void };
  #unwatch: () => void = () => {};

  constructor(
    tasks: readonly unknown[],
    private readonly onResult: RunTasksOptions['onResult'],
  ) {
    this.waiting = tasks.map((task, index) => ({ run: this, task, index, losses: 0 }));
    this.#left = tasks.length;
    this.promise = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  /** Calls `stop` once the signal says so, as long as the run is not over. */
  watch(signal: Signal, stop: () => void): void {
    if (signal === undefined) return;
    if (typeof signal.addEventListener === 'function') {
      signal.addEventListener('abort', stop);
      this.#unwatch = () => signal.removeEventListener?.('abort', stop);
      return;
    }
    const timer = setInterval(() => {
      if (signal.aborted) stop();
    }, lookEvery);
    this.#unwatch = () => clearInterval(timer);
  }

  /** Puts a result in its place; true where it was the last. Throws what the listener throws. */
  fill({ index }: Job, result: unknown): boolean {
    this.#results[index] = result;
    this.#left--;
    this.onResult?.(result, index);
    if (this.#left > 0) return false;
    this.#unwatch();
    this.#settle.resolve(this.#results);
    return true;
  }

  fail(error: unknown): void {
    this.waiting.length = 0;
    this.#unwatch();
    this.#settle.reject(error);
  }
}
