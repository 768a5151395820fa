import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import { isList } from '../plain/plain-object';
import type { MissingCell } from './table';

/** People write few. */
const most = 1000;

/** Codes that stand in cells for no answer: numbers and texts; none where nothing is written, or where a fault was written down. */
export function readCodes(value: unknown, path: string, issues: Issue[]): readonly MissingCell[] {
  if (value === undefined) return [];
  if (isList(value) && value.length <= most) {
    const wrong = value.findIndex((code) => !isCode(code));
    if (wrong < 0) return value as readonly MissingCell[];
    const hint = 'blanks, null and NaN are no answers anyway';
    issues.push(unfit(value[wrong] ?? null, at(path, wrong), 'a code: a number or a text', { hint }));
    return [];
  }
  const hint = isCode(value) ? `write [${JSON.stringify(value)}]` : undefined;
  issues.push(unfit(value, path, 'a list of codes for no answer, such as [0, 6]', { hint }));
  return [];
}

function isCode(code: unknown): code is MissingCell {
  return typeof code === 'number' || typeof code === 'string';
}
