import type { Issue } from '../errors/located-issue';
import { isJourneyError, JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { peek } from '../plain/plain-object';

/** What a worker is told. */
export interface Order {
  readonly peakend: 'task';
  readonly task: unknown;
}

/** What a worker tells: once that it has started, then how each task ended. */
export type Reply =
  | { readonly peakend: 'started' }
  | { readonly peakend: 'done'; readonly result: unknown }
  | { readonly peakend: 'failed'; readonly error: SentError };

/** An error as plain data: of an error itself only little arrives. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly issues?: readonly Issue[];
  readonly more?: number;
}

/** Whether a message is one of ours: others may talk to the same worker. */
export function isOurs(message: unknown): message is Order | Reply {
  return typeof peek(message, 'peakend') === 'string';
}

export function sentError(error: unknown): SentError {
  const text = (key: string, otherwise: string): string => {
    const value = peek(error, key);
    return typeof value === 'string' ? value : otherwise;
  };
  const told = { name: text('name', 'Error'), message: text('message', quote(error)), stack: text('stack', '') };
  return isJourneyError(error) ? { ...told, issues: error.issues, more: error.more } : told;
}

export function receivedError({ name, message, stack, issues, more = 0 }: SentError): Error {
  if (issues !== undefined) return new JourneyError(issues, { more });
  const error = new Error(message);
  for (const [key, value] of Object.entries({ name, stack }))
    Object.defineProperty(error, key, { value, configurable: true, writable: true });
  return error;
}
