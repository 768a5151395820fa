import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';

/** A new error for each run: many may share a signal, and its reason belongs to the caller. */
export function aborted(reason: unknown, partial?: unknown): JourneyError {
  const issue: Issue = { code: 'aborted', path: 'signal', expected: 'the run to finish', received: 'an abort' };
  const error = new JourneyError([issue], { cause: reason });
  Object.defineProperty(error, 'partial', { value: partial, enumerable: false, configurable: true });
  return error;
}
