import type { Issue } from '../errors/issue';
import { isList } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';

const mostFaults = 20;

/** What is kept untouched (extensions, an edit that nobody has judged yet) must survive being written as JSON. Comes back as given. */
export function readExtensions(value: unknown, path: string, issues: Issue[]): unknown {
  // Writing a path for every value of a large extension would take longer than reading it.
  if (!isJson(value)) addFaults(value, path, issues, issues.length + mostFaults);
  return value;
}

function isJson(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return (isList(value) ? value : Object.values(value)).every(isJson);
}

function addFaults(value: unknown, path: string, issues: Issue[], most: number): void {
  if (isJson(value) || issues.length >= most) return;
  if (isList(value)) value.forEach((item, index) => addFaults(item, at(path, index), issues, most));
  else if (isRecord(value)) for (const key of Object.keys(value)) addFaults(value[key], at(path, key), issues, most);
  else
    issues.push({
      code: typeof value === 'number' ? 'out-of-range' : 'invalid-type',
      path,
      expected: 'data that JSON can hold',
      received: quote(value),
    });
}
