import { JourneyError } from './journey-error';

/** Of a run that its signal stopped. A new error for each run: many may share a signal, and its reason belongs to the caller. */
export function abortedError(reason: unknown): JourneyError {
  return new JourneyError([{ code: 'aborted', path: 'signal', expected: 'the run to finish', received: 'an abort' }], { cause: reason });
}
