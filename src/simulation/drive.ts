import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import type { Progress } from './run-study';

/** What the asynchronous doors take besides the study. */
export interface DriveOptions {
  /** Stops the run between blocks; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told how far the run has come, about as often as it gives way. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Customers × steps worked through before giving way to the event loop: a few milliseconds of work. */
const workPerTurn = 150_000;

/**
 * Drives work without holding up the event loop: after every few milliseconds of work others get their turn. `partial` is attached to
 * whatever stops the run, where there is something to show.
 */
export async function drive<Result>(
  work: Generator<Progress, Result, void>,
  steps: number,
  options: DriveOptions,
  partial: () => unknown,
): Promise<Result> {
  let last = 0;
  for (;;) {
    if (options.signal?.aborted === true) throw withPartial(options.signal.reason, partial());
    const step = work.next();
    if (step.done === true) return step.value;
    if ((step.value.done - last) * steps < workPerTurn && step.value.done >= last) continue;
    last = step.value.done;
    options.onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** The reason itself where it can carry the partial result, else an error of ours around it. */
function withPartial(reason: unknown, partial: unknown): unknown {
  const error = reason instanceof Error && Object.isExtensible(reason) && !('partial' in reason) ? reason : aborted(reason);
  Object.defineProperty(error, 'partial', { value: partial, enumerable: false, configurable: true });
  return error;
}

function aborted(reason: unknown): JourneyError {
  const issue: Issue = { code: 'aborted', path: 'signal', expected: 'the run to finish', received: 'an abort' };
  return new JourneyError([issue], { cause: reason });
}
