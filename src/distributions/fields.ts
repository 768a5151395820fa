import type { Issue, IssueParams } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, nearest, quote } from '../errors/wording';
import { numberHint } from '../errors/written-number';
import { checkKeys } from '../plain/check-keys';
import { isList, openAt, openList, unreadable } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';

/** The own values of an object that somebody wrote. */
export type Written = Readonly<Record<string, unknown>>;

/** An object under inspection: its keys, where it stands, and where faults are written down. */
export interface Entry {
  readonly fields: Written;
  readonly path: string;
  readonly issues: Issue[];
}

/** What a number must be, in words and as a test. */
export interface NumberRule {
  readonly expected: string;
  readonly holds: (value: number) => boolean;
  readonly hint?: string;
  /** The hint where there is no number at all. */
  readonly hintAtOthers?: string;
  /** The bounds in `expected`, where there are any. */
  readonly params?: IssueParams;
}

export const anyNumber: NumberRule = { expected: 'a finite number', holds: () => true };

export function above(limit: number, hint?: string): NumberRule {
  const params = { min: limit, minExcluded: true } as const;
  return { expected: `a number above ${limit}`, holds: (value) => value > limit, params, ...(hint === undefined ? {} : { hint }) };
}

export function between(low: number, high: number): NumberRule {
  return { expected: `a number from ${low} to ${high}`, holds: (value) => value >= low && value <= high, params: { min: low, max: high } };
}

/** The items of a list; none where there is no list to read, with the fault written down. */
export function openItems(value: unknown, path: string, most: number, issues: Issue[]): readonly unknown[] {
  const { items, issue } = openList(value, 'a list', most);
  if (issue !== undefined) issues.push(...prefixIssues([issue], path));
  return items ?? [];
}

/** Writes a fault down for every key that does not belong. `hints` explain keys that people may well try. */
export function onlyKeys({ fields, path, issues }: Entry, known: readonly string[], hints: Readonly<Record<string, string>> = {}): void {
  checkKeys(fields, known, path, issues, (key) => {
    if (Object.hasOwn(hints, key)) return { hint: hints[key]! };
    const close = nearest(key, known);
    return close === undefined ? {} : { hint: `did you mean ${close}?` };
  });
}

/** The options of a function as something to inspect; throws where they are no object, before anything walks through them. */
export function optionFields(options: unknown, path: string, known: readonly string[], issues: Issue[]): Written {
  const faults: Issue[] = [];
  const fields = openAt(options, path, `an object with ${known.join(', ')}`, faults);
  if (fields === undefined) throw new JourneyError(faults);
  onlyKeys({ fields, path: '', issues }, known);
  return fields;
}

/** The number under `key`, or undefined with a fault written down. */
export function numberUnder(entry: Entry, key: string, rule: NumberRule = anyNumber): number | undefined {
  const value = Object.hasOwn(entry.fields, key) ? entry.fields[key] : undefined;
  if (value !== undefined) return readNumber(value, at(entry.path, key), entry.issues, rule);
  entry.issues.push({ code: 'missing', path: at(entry.path, key), expected: rule.expected, received: 'nothing', ...paramsOf(rule) });
  return undefined;
}

export function readNumber(value: unknown, path: string, issues: Issue[], rule: NumberRule = anyNumber): number | undefined {
  if (typeof value !== 'number') {
    const hint = (typeof value === 'string' ? numberHint(value) : undefined) ?? rule.hintAtOthers;
    const more = { ...(hint === undefined ? {} : { hint }), ...paramsOf(rule) };
    issues.push({ code: 'invalid-type', path, expected: rule.expected, received: quote(value), ...more });
    return undefined;
  }
  // + 0 turns −0 into 0: canonical data holds no −0, which JSON could not keep.
  if (Number.isFinite(value) && rule.holds(value)) return value + 0;
  const hint = rule.hint === undefined ? {} : { hint: rule.hint };
  issues.push({ code: 'out-of-range', path, expected: rule.expected, received: quote(value), ...hint, ...paramsOf(rule) });
  return undefined;
}

function paramsOf({ params }: NumberRule): { readonly params?: IssueParams } {
  return params === undefined ? {} : { params };
}

/** Two numbers that each are fine but cannot stand together. */
export function conflict(entry: Entry, key: string, expected: string, received: number, hint?: string): void {
  const more = hint === undefined ? {} : { hint };
  entry.issues.push({ code: 'conflict', path: at(entry.path, key), expected, received: quote(received), ...more });
}

export const longestList = 1_000_000;
const faultsPerList = 20;

/** A list of numbers, or undefined with its faults written down (the first twenty of them). What `isMissing` knows need be none: it comes back as 0. */
export function readNumbers(
  value: unknown,
  path: string,
  issues: Issue[],
  rule: NumberRule = anyNumber,
  isMissing: (value: unknown) => boolean = () => false,
): readonly number[] | undefined {
  if (!isList(value) && !isColumn(value)) {
    const missing = value === undefined;
    const received = missing ? 'nothing' : quote(value);
    issues.push({ code: missing ? 'missing' : 'invalid-type', path, expected: 'a list of numbers', received });
    return undefined;
  }
  const before = issues.length;
  const numbers: number[] = [];
  try {
    if (value.length === 0) issues.push({ code: 'missing', path, expected: 'at least one number', received: 'an empty list' });
    else if (refuseLongList(value, path, issues)) return undefined;
    for (let i = 0; i < value.length && issues.length - before < faultsPerList; i++) {
      const item: unknown = value[i];
      numbers.push(isMissing(item) ? 0 : (readNumber(item, at(path, i), issues, rule) ?? 0));
    }
  } catch {
    issues.push({ code: 'invalid-type', path, expected: 'a list of numbers', received: unreadable });
  }
  return issues.length === before ? numbers : undefined;
}

export function isColumn(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && value instanceof Float64Array;
}

/** Whether a list is longer than anything measured; judged before walking, for an empty list can claim any length. */
export function refuseLongList(list: ArrayLike<unknown>, path: string, issues: Issue[], most = longestList): boolean {
  if (list.length <= most) return false;
  issues.push({ code: 'too-large', path, expected: `at most ${most} entries`, received: String(list.length), params: { max: most } });
  return true;
}
