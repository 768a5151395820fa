import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';

/** The most faults listed at once; the error counts the rest. */
export const mostIssues = 200;

/** Everything wrong, as the one error the library throws. */
export function issuesError(issues: readonly Issue[]): JourneyError {
  return new JourneyError(issues.slice(0, mostIssues), { more: Math.max(0, issues.length - mostIssues) });
}
