import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { readExtensions } from './read-extensions';
import { readAffect, readDuration, readEffort, readSeconds, readShift } from './read-quantity';
import type { Choice, Failure, Interaction, Option, Recovery, Source, WaitConditions } from './types';

/** Reads one value found in a step; `holder` is the object it stands in. */
type Reader = (value: unknown, path: string, issues: Issue[], holder: Record<string, unknown>) => unknown;

/** Keys in their canonical order, each with its reader. */
export type Fields = readonly (readonly [key: string, read: Reader])[];

/** A value that is kept as written. */
export const kept: Reader = (value) => value;

/** The fields of a type, in the order in which they are written here: one that the type has and this has not does not compile. */
export function fieldsOf<Data>(readers: { readonly [Key in keyof Required<Data>]: Reader }): Fields {
  return Object.entries<Reader>(readers);
}

/**
 * An object in its canonical form: known keys in order, quantities read, the rest as guarded. What comes back is sound only if no issue was
 * written down (here or by the shape); values of a wrong shape pass through, because the shape has already said so.
 */
export function readFields(value: unknown, path: string, issues: Issue[], fields: Fields): unknown {
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, read] of fields) {
    if (value[key] === undefined) continue;
    const made = read(value[key], at(path, key), issues, value);
    if (made !== undefined) result[key] = made;
  }
  return result;
}

export function listOf(read: (value: unknown, path: string, issues: Issue[]) => unknown): Reader {
  return (value, path, issues) => (Array.isArray(value) ? value.map((item, index) => read(item, at(path, index), issues)) : value);
}

const hasParts = (holder: Record<string, unknown>): boolean => holder['parts'] !== undefined;

const waitFields = /* @__PURE__ */ fieldsOf<WaitConditions>({
  occupied: kept,
  explained: kept,
  informed: kept,
  fair: kept,
  anxious: kept,
  accompanied: kept,
  phase: kept,
  tolerance: readSeconds,
  display: kept,
});
const recoveryFields = /* @__PURE__ */ fieldsOf<Recovery>({
  probability: kept,
  affect: (value, path, issues) => readShift(value, path, issues, 1),
  duration: readDuration,
});
const failureFields = /* @__PURE__ */ fieldsOf<Failure>({
  probability: kept,
  affect: (value, path, issues) => readShift(value, path, issues, -1),
  duration: readDuration,
  recovery: (value, path, issues) => readMoment(value, path, issues, recoveryFields),
});
const sourceFields = /* @__PURE__ */ fieldsOf<Source>({ kind: kept, note: kept });

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

const readSource: Reader = (value, path, issues) => readFields(value, path, issues, sourceFields);

/** What steps and options have in common, in one run of the order of both. */
const beforeChoice = {
  kind: kept,
  duration: readDuration,
  affect: (value, path, issues, holder) => readAffect(value, path, issues, hasParts(holder)),
  effort: readEffort,
  wait: (value, path, issues) => readFields(value, path, issues, waitFields),
  failure: (value, path, issues) => readMoment(value, path, issues, failureFields),
} satisfies Readonly<Record<string, Reader>>;
const optionFields = /* @__PURE__ */ fieldsOf<Option>({
  id: kept,
  name: kept,
  channel: kept,
  ...beforeChoice,
  dropout: kept,
  skip: kept,
  drawAs: kept,
  source: readSource,
  extensions: readExtensions,
  appeal: kept,
  available: kept,
});
const choiceFields = /* @__PURE__ */ fieldsOf<Choice>({ options: /* @__PURE__ */ listOf(readOption), appeal: kept, difficulty: kept });
const stepFields = /* @__PURE__ */ fieldsOf<Interaction>({
  id: kept,
  name: kept,
  stage: kept,
  channel: kept,
  ...beforeChoice,
  choice: (value, path, issues) => readFields(value, path, issues, choiceFields),
  dropout: kept,
  skip: kept,
  parts: /* @__PURE__ */ listOf(readStep),
  drawAs: kept,
  after: kept,
  pin: kept,
  source: readSource,
  extensions: readExtensions,
});

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
