import type { Issue } from '../errors/issue';

/** Conditions, contrasts, episodes of one condition. */
export const mostNamed = 10_000;

/** Whether a list, or an object of things by name, is too long to be walked; one issue says so. */
export function tooMany(written: unknown, path: string, issues: Issue[]): boolean {
  if (typeof written !== 'object' || written === null) return false;
  const count = Array.isArray(written) ? written.length : Object.keys(written).length;
  if (count <= mostNamed) return false;
  issues.push({ code: 'too-large', path, expected: `at most ${mostNamed}`, received: `${count}` });
  return true;
}
