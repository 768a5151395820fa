import type { Issue } from '../errors/issue';
import { nearest, quote } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';

/** The one outcome a question is about; anything else goes to `issues`. */
export function readOutcome(value: unknown, path: string, issues: Issue[]): OutcomeName {
  if ((outcomeNames as readonly unknown[]).includes(value)) return value as OutcomeName;
  const guess = typeof value === 'string' ? nearest(value, outcomeNames) : undefined;
  issues.push({
    code: value === undefined ? 'missing' : typeof value === 'string' ? 'unknown-id' : 'invalid-type',
    path,
    expected: `one of ${outcomeNames.join(', ')}`,
    received: value === undefined ? 'nothing' : quote(value),
    ...(guess === undefined ? {} : { hint: `did you mean ${guess}?` }),
  });
  return 'satisfaction';
}
