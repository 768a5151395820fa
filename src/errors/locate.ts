import { oneLine } from '../words/one-line';
import type { Issue } from './issue';
import type { Issue as LocatedIssue } from './located-issue';

/** A name, `.name`, `[2]` or `["any text"]`: what `at` writes. */
const step = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.[\]]+)/gy;

/** The keys a path was written from: names as text, places as numbers. */
export function pathKeys(path: string): (string | number)[] {
  return Array.from(path.matchAll(step), ([, place, quoted, name]) =>
    place !== undefined ? Number(place) : quoted !== undefined ? (JSON.parse(quoted) as string) : name!,
  );
}

/** A fault as it is handed out: whatever it quotes, each of its texts is one line that can be read. */
export function locate({ code, path, ...told }: Issue): LocatedIssue {
  const { expected, received, hint, severity, ...rest } = withoutKeys(told);
  const texts = { expected: oneLine(expected), received: oneLine(received), ...(hint === undefined ? {} : { hint: oneLine(hint) }) };
  const isEmpty = code === 'missing' || /^"\s*"$/.test(received);
  return Object.freeze({
    code,
    path,
    keys: Object.freeze(pathKeys(path)),
    severity: severity ?? (isEmpty ? 'unfinished' : 'wrong'),
    ...texts,
    ...rest,
  });
}

/** What was located once may have moved since. */
function withoutKeys(told: Omit<Issue, 'code' | 'path'> & { readonly keys?: unknown }): Omit<Issue, 'code' | 'path'> {
  const { keys: _, ...rest } = told;
  return rest;
}
