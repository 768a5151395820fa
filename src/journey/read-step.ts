import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { isRecord } from '../model/check-number';
import { readExtensions } from './read-extensions';
import { readAffect, readDuration, readEffort, readSeconds, readShift } from './read-quantity';

/** Reads one value found in a step; `holder` is the object it stands in. */
type Reader = (value: unknown, path: string, issues: Issue[], holder: Record<string, unknown>) => unknown;

/** Keys in their canonical order, with a reader for those whose value is not kept as written. */
export type Fields = readonly (readonly [key: string, read?: Reader])[];

/**
 * An object in its canonical form: known keys in order, quantities read, the rest as guarded. What comes back is sound only if no issue was
 * written down (here or by the shape); values of a wrong shape pass through, because the shape has already said so.
 */
export function readFields(value: unknown, path: string, issues: Issue[], fields: Fields): unknown {
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, read] of fields) {
    if (value[key] === undefined) continue;
    const made = read === undefined ? value[key] : read(value[key], at(path, key), issues, value);
    if (made !== undefined) result[key] = made;
  }
  return result;
}

export function listOf(read: (value: unknown, path: string, issues: Issue[]) => unknown): Reader {
  return (value, path, issues) => (Array.isArray(value) ? value.map((item, index) => read(item, at(path, index), issues)) : value);
}

const hasParts = (holder: Record<string, unknown>): boolean => holder['parts'] !== undefined;

const waitFields: Fields = [
  ['occupied'],
  ['explained'],
  ['informed'],
  ['fair'],
  ['anxious'],
  ['accompanied'],
  ['phase'],
  ['tolerance', readSeconds],
  ['display'],
];
const recoveryFields: Fields = [
  ['probability'],
  ['affect', (value, path, issues) => readShift(value, path, issues, 1)],
  ['duration', readDuration],
];
const failureFields: Fields = [
  ['probability'],
  ['affect', (value, path, issues) => readShift(value, path, issues, -1)],
  ['duration', readDuration],
  ['recovery', (value, path, issues) => readMoment(value, path, issues, recoveryFields)],
];
const sourceFields: Fields = [['kind'], ['note']];

/** A failure or recovery; its affect must be there, which only the reader can say well. */
function readMoment(value: unknown, path: string, issues: Issue[], fields: Fields): unknown {
  if (isRecord(value) && value['affect'] === undefined) {
    issues.push({
      code: 'missing',
      path: at(path, 'affect'),
      expected: 'a shift of affect: a number, or a distribution',
      received: 'nothing',
    });
  }
  return readFields(value, path, issues, fields);
}

/** What steps and options have in common, in two runs because a step has more in between. */
const beforeChoice: Fields = [
  ['kind'],
  ['duration', readDuration],
  ['affect', (value, path, issues, holder) => readAffect(value, path, issues, hasParts(holder))],
  ['effort', readEffort],
  ['wait', (value, path, issues) => readFields(value, path, issues, waitFields)],
  ['failure', (value, path, issues) => readMoment(value, path, issues, failureFields)],
];
const optionFields: Fields = [
  ['id'],
  ['name'],
  ['channel'],
  ...beforeChoice,
  ['dropout'],
  ['skip'],
  ['drawAs'],
  ['source', (value, path, issues) => readFields(value, path, issues, sourceFields)],
  ['extensions', readExtensions],
  ['appeal'],
  ['available'],
];
const choiceFields: Fields = [['options', listOf(readOption)], ['appeal'], ['difficulty']];
const stepFields: Fields = [
  ['id'],
  ['name'],
  ['stage'],
  ['channel'],
  ...beforeChoice,
  ['choice', (value, path, issues) => readFields(value, path, issues, choiceFields)],
  ['dropout'],
  ['skip'],
  ['parts', listOf(readStep)],
  ['drawAs'],
  ['after'],
  ['pin'],
  ['source', (value, path, issues) => readFields(value, path, issues, sourceFields)],
  ['extensions', readExtensions],
];

/** One step or part in canonical form, with the rules that hold within it. */
export function readStep(value: unknown, path: string, issues: Issue[]): unknown {
  if (isRecord(value)) {
    if (hasParts(value)) checkMerged(value, path, issues);
    else checkAlone(value, path, issues);
  }
  return readFields(value, path, issues, stepFields);
}

function readOption(value: unknown, path: string, issues: Issue[]): unknown {
  if (isRecord(value)) checkAlone(value, path, issues);
  return readFields(value, path, issues, optionFields);
}

/** A merged step is its parts: what acts through them cannot stand beside them. */
function checkMerged(step: Record<string, unknown>, path: string, issues: Issue[]): void {
  for (const key of ['duration', 'wait', 'failure', 'dropout', 'skip', 'choice']) {
    if (step[key] === undefined) continue;
    const hint =
      key === 'choice'
        ? 'give a part the choice, or split the step first'
        : `a step with parts takes its ${key} from them: set it on a part`;
    issues.push({
      code: 'conflict',
      path: at(path, key),
      expected: `either parts or a ${key} of its own`,
      received: quote(step[key]),
      hint,
    });
  }
}

function checkAlone(step: Record<string, unknown>, path: string, issues: Issue[]): void {
  if (step['duration'] === undefined) readDuration(undefined, at(path, 'duration'), issues);
  if (step['wait'] !== undefined && step['kind'] !== 'wait') {
    const hint = 'write kind: "wait", or leave the waiting conditions out';
    issues.push({
      code: 'conflict',
      path: at(path, 'wait'),
      expected: 'waiting conditions only where people wait',
      received: quote(step['wait']),
      hint,
    });
  }
}
