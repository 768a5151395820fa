import * as z from 'zod/mini';
import type { Issue, IssueCode } from '../errors/issue';
import { at, nearest, quote } from '../errors/wording';
import { numberHint } from '../errors/written-number';
import { unknownKey } from '../model/check-keys';
import { quantityMark, readMessage } from './schema-parts';

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

/** Keys that people write one level too high. */
const homes: Readonly<Record<string, string>> = {
  recovery: 'failure',
  probability: 'failure',
  options: 'choice',
  occupied: 'wait',
  explained: 'wait',
  informed: 'wait',
  fair: 'wait',
  anxious: 'wait',
  accompanied: 'wait',
  tolerance: 'wait',
  endowed: 'progress',
  pace: 'progress',
};

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
  const hint = hintFor(issue, value);
  issues.push({
    code,
    path: where,
    expected,
    received,
    ...(hint === undefined ? {} : { hint }),
    ...(params === undefined ? {} : { params }),
  });
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

function hintFor(issue: ShapeIssue, value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (issue.code === 'invalid_value') {
      const near = nearest(value, issue.values.map(String));
      if (near !== undefined) return `did you mean ${quote(near)}?`;
    }
    return issue.code === 'invalid_type' && issue.expected === 'number' ? numberHint(value) : undefined;
  }
  if (issue.code === 'too_big' && issue.maximum === 1 && typeof value === 'number' && value <= 100)
    return `if ${value} % is meant, write ${value / 100}`;
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number') return `write "${value}", in quotes`;
  return undefined;
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
