import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import type { RunProgress } from './run-study';

/** What of an `AbortSignal` is looked at. Every host has one, but not every project the types of its host. */
export interface StopSignal {
  /** Whether the run is to stop. */
  readonly aborted: boolean;
  /** Why: what the promise is rejected with. Default: no reason. */
  readonly reason?: unknown;
}

/** What the asynchronous doors take besides the study. */
export interface DriveOptions {
  /**
   * Stops the run between blocks: the promise is rejected with a JourneyError of this run's own, `name` `'AbortError'` and `code` `'aborted'`,
   * whose `cause` is the signal's reason and whose `partial` is the result so far, or undefined. Default: nothing stops it.
   */
  readonly signal?: StopSignal | undefined;
  /**
   * Told how far the run has come, about as often as it gives way. What it throws stops the run and rejects the promise. A promise it returns
   * is not waited for; rejected while the run goes on, it does the same, afterwards it is ignored. Default: nobody.
   */
  readonly onProgress?: ((progress: RunProgress) => unknown) | undefined;
}

/** Customers × steps worked through before giving way to the event loop: a few milliseconds of work. */
const workPerTurn = 150_000;

/**
 * Drives work without holding up the event loop: after every few milliseconds of work others get their turn. `partial` makes what an aborted
 * run has to show.
 */
export async function drive<Result>(
  work: Generator<RunProgress, Result, void>,
  steps: number,
  given: DriveOptions,
  partial: () => unknown,
): Promise<Result> {
  const { signal, onProgress } = readOptions(given);
  const listener = new Listener(onProgress);
  let told = 0;
  let last: RunProgress | undefined;
  for (;;) {
    if (signal?.aborted === true) throw aborted(signal.reason, last === undefined ? undefined : level(work, partial));
    const step = work.next();
    if (step.done === true) {
      if (onProgress !== undefined && last !== undefined && last.done !== told) await listener.tell(last);
      return step.value;
    }
    last = step.value;
    if ((last.done - told) * steps < workPerTurn && last.done >= told) continue;
    told = last.done;
    await listener.tell(last);
  }
}

/** Whoever hears of progress, maybe with an asynchronous function: nobody else would ever see its promise fail. */
class Listener {
  #failure: { readonly reason: unknown } | undefined;

  constructor(private readonly hear: DriveOptions['onProgress']) {}

  /** Tells and lets others have their turn. */
  async tell(progress: RunProgress): Promise<void> {
    Promise.resolve(this.hear?.(progress)).catch((reason: unknown) => (this.#failure ??= { reason }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.#failure !== undefined) throw this.#failure.reason;
  }
}

/** Segments take turns: the turn at hand is finished, so that the partial result holds as many customers of each. */
function level(work: Generator<RunProgress, unknown, void>, partial: () => unknown): unknown {
  for (;;) {
    const made = partial();
    if (made !== undefined || work.next().done === true) return made;
  }
}

function readOptions(given: unknown): DriveOptions {
  const keys = ['signal', 'onProgress'] as const;
  const read = reading(given, keys, { under: 'options', expected: 'an object with signal and onProgress', asTheyAre: keys });
  const signal = read.by('signal', (value) =>
    typeof peek(value, 'aborted') === 'boolean' ? (value as StopSignal) : read.fault('signal', 'an AbortSignal'),
  );
  const onProgress = read.callback<NonNullable<DriveOptions['onProgress']>>('onProgress');
  read.finish();
  return { signal, onProgress };
}

/** A new error for each run: many may share a signal, and its reason belongs to the caller. */
function aborted(reason: unknown, partial: unknown): JourneyError {
  const issue: Issue = { code: 'aborted', path: 'signal', expected: 'the run to finish', received: 'an abort' };
  const error = new JourneyError([issue], { cause: reason });
  Object.defineProperty(error, 'partial', { value: partial, enumerable: false, configurable: true });
  return error;
}
