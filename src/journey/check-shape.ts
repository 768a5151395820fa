import * as z from 'zod/mini';
import type { Issue, IssueCode } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, percentHint, quote } from '../errors/wording';
import { numberHint } from '../errors/written-number';
import { unknownKey } from '../plain/check-keys';
import { quantityMark, readMessage } from './schema-parts';
import { waitConditions } from './wait-conditions';

/** What other tools call these. */
const synonyms: Readonly<Record<string, string>> = {
  steps: 'interactions',
  touchpoints: 'interactions',
  title: 'name',
  label: 'name',
  minutes: 'duration',
  seconds: 'duration',
  time: 'duration',
  feeling: 'affect',
  emotion: 'affect',
  score: 'affect',
  type: 'kind',
  phase: 'stage',
  abandonment: 'dropout',
  weight: 'share',
  size: 'count',
  people: 'count',
};

/** Keys that people write one level too high; `phase` is left out, for they may well mean the stage. */
const homes: Readonly<Record<string, string>> = {
  recovery: 'failure',
  probability: 'failure',
  options: 'choice',
  .../* @__PURE__ */ homesOfConditions(),
  endowed: 'progress',
  pace: 'progress',
};

function homesOfConditions(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(waitConditions).flatMap((key) => (key === 'phase' ? [] : [[key, 'wait']])));
}

function misplaced(issue: Issue, key: string): Issue {
  return Object.hasOwn(homes, key) ? { ...issue, hint: `${key} stands inside ${homes[key]}` } : issue;
}

type ShapeIssue = z.core.$ZodIssue;

/**
 * The shape of guarded data, judged by a schema: every fault, as issues. Faults inside quantities are left out, because `readQuantity` words
 * them better. `knownKeys` names the keys that may stand in the object at a path, for the hint at an unknown one.
 */
export function checkShape(
  schema: z.ZodMiniType,
  data: unknown,
  issues: Issue[],
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): void {
  const result = z.safeParse(schema, data);
  if (result.success) return;
  for (const issue of result.error.issues) addIssue(issue, [], data, issues, knownKeys);
}

function addIssue(
  issue: ShapeIssue,
  above: readonly PropertyKey[],
  data: unknown,
  issues: Issue[],
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): void {
  if (issue.message === quantityMark) return;
  const path = [...above, ...issue.path];
  const where = writePath(path);
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) issues.push(misplaced(unknownKey(key, knownKeys(path), where, synonyms), key));
    return;
  }
  if (issue.code === 'invalid_union') {
    // The branch that was meant is the one whose kind of value was written: a list gets the faults of the list.
    const meant = issue.errors.find((branch) => branch.length > 0 && branch.every((inner) => inner.path.length > 0));
    if (meant !== undefined) {
      for (const inner of meant) addIssue(inner, path, data, issues, knownKeys);
      return;
    }
  }
  const code = codeOf(issue, value);
  const { expected, params } = readMessage(issue.message);
  const received = code === 'missing' && value === undefined ? 'nothing' : quote(value);
  issues.push({ code, path: where, expected, received, ...hintFor(issue, value), ...(params === undefined ? {} : { params }) });
}

function codeOf(issue: ShapeIssue, value: unknown): IssueCode {
  if (value === undefined) return 'missing';
  if (issue.code === 'too_small' && Array.isArray(value) && value.length === 0) return 'missing';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'out-of-range';
  if (issue.code === 'invalid_type') return 'invalid-type';
  if (issue.code === 'invalid_value') return typeof value === 'string' || typeof value === 'number' ? 'out-of-range' : 'invalid-type';
  if (issue.code === 'invalid_union') return typeof value === 'string' ? 'out-of-range' : 'invalid-type';
  if (issue.code === 'invalid_format') return 'invalid-text';
  return 'out-of-range';
}

function hintFor(issue: ShapeIssue, value: unknown): { readonly hint?: string } {
  if (issue.code === 'invalid_value') {
    const written = typeof value === 'string' ? Number(value) : value;
    if (issue.values.includes(written as number)) return { hint: `write the number ${String(written)}, without quotes` };
    if (issue.path.at(-1) === 'schemaVersion' && typeof written === 'number' && written > 1)
      return { hint: 'a newer version of the library wrote this: read it with that one' };
    return meant(value, issue.values.map(String), quote);
  }
  if (issue.code === 'too_big' && issue.maximum === 1) return percentHint(value, 0, 1);
  if (issue.code !== 'invalid_type') return {};
  if (issue.expected === 'string' && typeof value === 'number') return { hint: `write "${value}", in quotes` };
  if (issue.expected !== 'number' || typeof value !== 'string') return {};
  const hint = numberHint(value);
  return hint === undefined ? {} : { hint };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `['interactions', 2, 'duration']` is `interactions[2].duration`. */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => at(written, typeof key === 'number' ? key : String(key)), '');
}
