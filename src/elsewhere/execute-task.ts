import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { peek } from '../plain/plain-object';

/**
 * Does one task, wherever it was sent to.
 *
 * @throws JourneyError for a task of no known kind.
 */
export function executeTask(task: unknown): unknown {
  const number = peek(task, 'number');
  if (peek(task, 'kind') !== 'square' || typeof number !== 'number' || number < 0)
    throw new JourneyError([{ code: 'invalid-type', path: 'task', expected: 'a task of a known kind', received: quote(task) }]);
  return { number, square: number * number };
}
