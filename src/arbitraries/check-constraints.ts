import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';

/** How many there may be: whole numbers, the least not above the most. */
export function checkCounts(what: string, least: number, { min, max }: { readonly min: number; readonly max: number }): void {
  const issues: Issue[] = [];
  for (const [key, value] of [
    [`min${what}`, min],
    [`max${what}`, max],
  ] as const) {
    if (!Number.isInteger(value) || value < least) {
      issues.push({
        code: 'out-of-range',
        path: key,
        expected: `a whole number of at least ${least}`,
        received: quote(value),
        params: { min: least, whole: true },
      });
    }
  }
  if (issues.length === 0 && min > max) {
    issues.push({ code: 'conflict', path: `max${what}`, expected: `a number of at least min${what} (${min})`, received: quote(max) });
  }
  if (issues.length > 0) throw new JourneyError(issues);
}
