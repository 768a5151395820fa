import { JourneyError } from './journey-error';

/** Of a run that its signal stopped. A new error for each run: many may share a signal, and its reason belongs to the caller. */
export function abortedError(reason: unknown, partial?: unknown): JourneyError {
  const issue = { code: 'aborted', path: 'signal', expected: 'the run to finish', received: 'an abort' } as const;
  const error = new JourneyError([issue], { cause: reason });
  return Object.defineProperty(error, 'partial', { value: partial, enumerable: false, configurable: true });
}
