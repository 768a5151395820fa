import type { Issue, IssueCode, IssueParams } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { isList, openList, openPlain, unreadable } from '../../plain/plain-object';
import { at, nearest, quote } from '../../errors/wording';
import { numberHint } from '../../errors/written-number';

export type Fields = Readonly<Record<string, unknown>>;

/** An object under inspection: its keys, where it stands, and where faults are written down. */
export interface Entry {
  readonly fields: Fields;
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

const forbidden: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** The keys of an object, each read once; undefined where there is no object to read, with the fault written down. */
export function openFields(value: unknown, path: string, expected: string, issues: Issue[], hint?: string): Fields | undefined {
  const { fields, issue } = openPlain(value, expected);
  if (issue === undefined) return fields;
  issues.push({ ...issue, path: joined(path, issue.path), ...(hint === undefined ? {} : { hint }) });
  return undefined;
}

/** The items of a list; none where there is no list to read, with the fault written down. */
export function openItems(value: unknown, path: string, most: number, issues: Issue[]): readonly unknown[] {
  const { items, issue } = openList(value, 'a list', most);
  if (issue === undefined) return items;
  issues.push({ ...issue, path: joined(path, issue.path) });
  return [];
}

function joined(path: string, key: string): string {
  return path === '' || key === '' || key.startsWith('[') ? `${path}${key}` : `${path}.${key}`;
}

/** Writes a fault down for every key that does not belong. `hints` explain keys that people may well try. */
export function checkKeys(entry: Entry, known: readonly string[], hints: Readonly<Record<string, string>> = {}): void {
  const { fields, path, issues } = entry;
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue;
    const code: IssueCode = forbidden.includes(key) ? 'forbidden-key' : 'unknown-key';
    const close = nearest(key, known);
    const hint = Object.hasOwn(hints, key) ? hints[key] : close === undefined ? undefined : `did you mean ${close}?`;
    issues.push({
      code,
      path: at(path, key),
      expected: `only ${known.join(', ')}`,
      received: quote(key),
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/** The options of a function as something to inspect; throws where they are no object, before anything walks through them. */
export function optionFields(options: unknown, path: string, known: readonly string[], issues: Issue[]): Fields {
  const faults: Issue[] = [];
  const fields = openFields(options, path, `an object with ${known.join(', ')}`, faults);
  if (fields === undefined) throw new JourneyError(faults);
  checkKeys({ fields, path: '', issues }, known);
  return fields;
}

/** The number under `key`, or undefined with a fault written down. */
export function numberField(entry: Entry, key: string, rule: NumberRule = anyNumber): number | undefined {
  const value = Object.hasOwn(entry.fields, key) ? entry.fields[key] : undefined;
  if (value !== undefined) return checkNumber(value, at(entry.path, key), entry.issues, rule);
  entry.issues.push({ code: 'missing', path: at(entry.path, key), expected: rule.expected, received: 'nothing', ...paramsOf(rule) });
  return undefined;
}

/** As {@link numberField}, for a key that may be absent: then `absent` comes back and nothing is wrong. */
export function optionalNumberField<Absent>(
  entry: Entry,
  key: string,
  absent: Absent,
  rule: NumberRule = anyNumber,
): number | Absent | undefined {
  if (!Object.hasOwn(entry.fields, key) || entry.fields[key] === undefined) return absent;
  return numberField(entry, key, rule);
}

export function checkNumber(value: unknown, path: string, issues: Issue[], rule: NumberRule = anyNumber): number | undefined {
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
  entry.issues.push({
    code: 'conflict',
    path: at(entry.path, key),
    expected,
    received: quote(received),
    ...(hint === undefined ? {} : { hint }),
  });
}

export const longestList = 1_000_000;
const faultsPerList = 20;

/** A list of numbers, or undefined with its faults written down (the first twenty of them). What `isMissing` knows need be none: it comes back as 0. */
export function checkNumbers(
  value: unknown,
  path: string,
  issues: Issue[],
  rule: NumberRule = anyNumber,
  isMissing: (value: unknown) => boolean = () => false,
): readonly number[] | undefined {
  if (!isList(value) && !isColumn(value)) {
    issues.push({
      code: value === undefined ? 'missing' : 'invalid-type',
      path,
      expected: 'a list of numbers',
      received: value === undefined ? 'nothing' : quote(value),
    });
    return undefined;
  }
  const before = issues.length;
  const numbers: number[] = [];
  try {
    if (value.length === 0) issues.push({ code: 'missing', path, expected: 'at least one number', received: 'an empty list' });
    else if (refuseLongList(value, path, issues)) return undefined;
    for (let i = 0; i < value.length && issues.length - before < faultsPerList; i++) {
      const item: unknown = value[i];
      numbers.push(isMissing(item) ? 0 : (checkNumber(item, at(path, i), issues, rule) ?? 0));
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
