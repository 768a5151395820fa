import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { isForbiddenKey } from '../errors/plain-object';

const most = 10_000;

/** Whether a list, or an object of things by name, is too long to be walked; one issue says so. */
export function tooMany(written: unknown, path: string, issues: Issue[]): boolean {
  if (typeof written !== 'object' || written === null) return false;
  const count = Array.isArray(written) ? written.length : Object.keys(written).length;
  if (count <= most) return false;
  issues.push({ code: 'too-large', path, expected: `at most ${most}`, received: `${count}` });
  return true;
}

/** Whether a name would be dangerous as a key of a result; one issue says so. */
export function forbidden(name: string, path: string, issues: Issue[]): boolean {
  if (!isForbiddenKey(name)) return false;
  issues.push({ code: 'forbidden-key', path, expected: 'another name', received: quote(name) });
  return true;
}
