import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';

/** The most faults listed at once; the error counts the rest. */
export const mostIssues = 200;

/** Everything wrong, as the one error the library throws. */
export function issuesError(issues: readonly Issue[]): JourneyError {
  return new JourneyError(issues.slice(0, mostIssues), { more: Math.max(0, issues.length - mostIssues) });
}

/** Throws all faults at once, where there are any. */
export function throwIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw issuesError(issues);
}

/** Issues in the order of the steps or segments they are about, whichever check found them; what is about the whole comes first. */
export function inWrittenOrder(issues: readonly Issue[]): readonly Issue[] {
  const place = (issue: Issue): number => Number(/^(?:interactions)?\[(\d+)\]/.exec(issue.path)?.[1] ?? -1);
  return issues
    .map((issue) => ({ issue, place: place(issue) }))
    .sort((a, b) => a.place - b.place)
    .map(({ issue }) => issue);
}
