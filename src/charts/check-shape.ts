import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, quote, unfit } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { guardAt, standardLimits } from '../plain/guard-plain';
import { throwIssues } from '../plain/issues-error';
import { isOutcome } from '../experience/read-outcome';

/** What a chart reads of a result: `{ '*': … }` is an object by names, `[…]` a list; a key with `?` may be absent. */
export type Shape = 'number' | 'text' | 'flag' | 'name' | 'outcome' | 'whatever' | readonly [Shape] | { readonly [key: string]: Shape };

/** What charts read of an interval, and of a study. */
export const intervalShape = { low: 'number', high: 'number' } as const satisfies Shape;
export const studyShape: Shape = { customers: 'number', confidence: 'number', seed: 'text', segments: [{ id: 'text', 'name?': 'text' }] };

const limits = { ...standardLimits, values: 5_000_000, counted: { ...standardLimits.counted, keys: [] } };
const mostIssues = 20;
const words = {
  number: 'a finite number',
  text: 'a text',
  flag: 'true or false',
  name: 'a text or a number',
  outcome: 'an outcome',
} as const;

/** A result as a chart may rely on it: its kind and the structure of what is read of it. Its numbers are taken as they are. */
export function checkShape<Result>(given: unknown, path: string, kind: string, from: string, shape: Shape): Result {
  const data = guardAt(given, path, limits);
  if (!isRecord(data) || data['kind'] !== kind) {
    const received = isRecord(data) && data['kind'] !== undefined ? `a result of kind ${quote(data['kind'])}` : quote(data);
    throw new JourneyError([
      {
        code: data === undefined ? 'missing' : 'invalid-type',
        path,
        expected: `what ${from} returned`,
        received: data === undefined ? 'nothing' : received,
      },
    ]);
  }
  const issues: Issue[] = [];
  checkPart(data, path, shape, issues);
  throwIssues(issues);
  return data as Result;
}

/** A part of a result, once it is known to be plain data. */
export function checkPart(value: unknown, path: string, shape: Shape, issues: Issue[]): void {
  if (issues.length >= mostIssues || shape === 'whatever') return;
  if (typeof shape === 'string') {
    if (!fits(value, shape)) issues.push(unfit(value, path, words[shape], { hint: 'hand over a whole result' }));
  } else if (isListShape(shape)) {
    if (!Array.isArray(value)) issues.push(unfit(value, path, 'a list'));
    else value.forEach((one, index) => checkPart(one, at(path, index), shape[0], issues));
  } else if (!isRecord(value)) {
    issues.push(unfit(value, path, 'an object'));
  } else if (shape['*'] !== undefined) {
    for (const key of Object.keys(value)) checkPart(value[key], at(path, key), shape['*'], issues);
  } else {
    for (const key of Object.keys(shape)) {
      const name = key.replace(/\?$/, '');
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      if (own !== undefined || name === key) checkPart(own, at(path, name), shape[key]!, issues);
    }
  }
}

function fits(value: unknown, shape: keyof typeof words): boolean {
  if (shape === 'number') return typeof value === 'number' && Math.abs(value) <= 1e30;
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'flag') return typeof value === 'boolean';
  if (shape === 'outcome') return isOutcome(value);
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function isListShape(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
