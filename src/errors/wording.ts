import { inCode, oneLine } from '../words/one-line';
import type { Issue, IssueParams } from './issue';
import { shareOfPercent } from './written-number';

const longest = 80;
/** No key of sound data is longer; what is longer is not repeated in full. */
const longestKey = 10_000;

/** Any value as a short quotation for an error: one line, never longer than 80 characters, never throws, never runs a getter's text. */
export function quote(value: unknown): string {
  try {
    return quoted(value);
  } catch {
    return 'an object that cannot be read';
  }
}

function quoted(value: unknown): string {
  if (typeof value === 'string') return cut(JSON.stringify(oneLine(value.slice(0, 4 * longest))));
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return cut(`${value}n`);
  if (value === null || value === undefined || typeof value === 'boolean') return String(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (value instanceof Promise) {
    // Whoever handed it over is told here; should it fail as well, no host has to end over it.
    Promise.prototype.then.call(value, undefined, () => undefined);
    return 'a promise';
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return cut(oneLine(`an object with ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}`));
}

function cut(text: string): string {
  // A character of two halves is left out whole.
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** The one place where an issue becomes a sentence: `path: expected X, received Y — hint`. */
export function describeIssue(issue: Issue): string {
  const where = issue.path === '' ? '' : `${issue.path.replace(/"(?:[^"\\]|\\.)*"|[\w$]+/g, cut)}: `;
  const hint = issue.hint === undefined ? '' : ` — ${issue.hint}`;
  return `${where}expected ${issue.expected}, received ${issue.received}${hint}`;
}

/** What a fault may say beyond its place and what is wanted there. */
export interface IssueDetails {
  /** Default: missing where there is nothing, else of the wrong type. */
  readonly code?: Issue['code'];
  readonly hint?: string | undefined;
  readonly params?: IssueParams;
}

/** What is wrong where something else stands than what is wanted, or nothing at all. */
export function unfit(value: unknown, path: string, expected: string, { hint, ...more }: IssueDetails = {}): Issue {
  const missing = value === undefined;
  const received = missing ? 'nothing' : quote(value);
  return { code: missing ? 'missing' : 'invalid-type', path, expected, received, ...more, ...(hint === undefined ? {} : { hint }) };
}

/** The hint at 95 where 0.95 is wanted: where the range is one of shares. */
export function percentHint(value: unknown, min: number, max: number): { readonly hint?: string } {
  if (typeof value !== 'number' || !(value > 1) || min < -1 || max > 1) return {};
  const share = shareOfPercent(value);
  if (share < min || share > max) return {};
  return { hint: `if ${value} % is meant, write ${share}` };
}

/** A path one step deeper: `at('interactions', 2)` is `interactions[2]`, `at('a', 'b')` is `a.b`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${inCode(key.slice(0, longestKey))}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The known name nearest to what was written, if it is near enough to be a slip of the pen: `most` characters apart. */
export function nearest(written: string, known: Iterable<string>, most = Math.max(2, Math.floor(written.length / 3))): string | undefined {
  let best: string | undefined;
  // At least one character must be the same, or `zz` would be a slip for `id`.
  let least = Math.min(most, written.length - 1) + 1;
  if (written.length > 200) return undefined;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const steps = distance(written.toLowerCase(), name.toLowerCase());
    if (steps < least) {
      least = steps;
      best = name;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
