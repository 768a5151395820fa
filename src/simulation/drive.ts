import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { checkKeys } from '../model/check-keys';
import { openInput } from './read-study';
import type { Progress } from './run-study';

/** What the asynchronous doors take besides the study. */
export interface DriveOptions {
  /** Stops the run between blocks; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told how far the run has come, about as often as it gives way. What it throws, or the rejection of a promise it returns, ends the run. */
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
  given: DriveOptions,
  partial: () => unknown,
): Promise<Result> {
  const { signal, onProgress } = readOptions(given);
  let told = 0;
  let last: Progress | undefined;
  for (;;) {
    if (signal?.aborted === true) throw withPartial(signal.reason, last === undefined ? undefined : level(work, partial));
    const step = work.next();
    if (step.done === true) {
      if (last !== undefined && last.done !== told) await onProgress?.(last);
      return step.value;
    }
    last = step.value;
    if ((last.done - told) * steps < workPerTurn && last.done >= told) continue;
    told = last.done;
    await onProgress?.(last);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Segments take turns: the turn at hand is finished, so that the partial result holds as many customers of each. */
function level(work: Generator<Progress, unknown, void>, partial: () => unknown): unknown {
  for (;;) {
    const made = partial();
    if (made !== undefined || work.next().done === true) return made;
  }
}

function readOptions(given: unknown): DriveOptions {
  const issues: Issue[] = [];
  const written = openInput(given, ['signal', 'onProgress']);
  checkKeys(written, ['signal', 'onProgress'], 'options', issues);
  const { signal, onProgress } = written;
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.aborted !== 'boolean') {
    issues.push({ code: 'invalid-type', path: 'options.signal', expected: 'an AbortSignal', received: quote(signal) });
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    issues.push({ code: 'invalid-type', path: 'options.onProgress', expected: 'a function', received: quote(onProgress) });
  }
  if (issues.length > 0) throw new JourneyError(issues);
  return written as DriveOptions;
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
