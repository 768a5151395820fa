import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { prefixIssues } from '../plain/prefix-issues';
import { checkIds } from '../journey/check-ids';
import { checkShape } from '../journey/check-shape';
import { knownJourneyKeys } from '../journey/known-keys';
import { journeySchemas } from '../journey/step-fields';
import { readAffect, readDuration, readShift } from '../journey/read-quantity';
import { readStep } from '../journey/step-fields';
import { walkSteps } from '../journey/walk-steps';
import { editKinds, editSchemas } from './edit-schemas';
import { readOption } from './read-option';
import type { EditKind } from './types';
import { usage } from './usage';

type Data = Record<string, unknown>;

/** Everything that is wrong with an edit whatever the journey is: guarded data in, located and hinted issues out. */
export function checkEditData(data: unknown, path: string, issues: Issue[]): void {
  const kind = kindOf(data, path, issues);
  if (kind === undefined) return;
  const edit = data as Data;
  const found: Issue[] = [];
  const shaped = kind === 'update' ? checkUpdate(edit, found) : edit;
  checkCounts(kind, shaped, found);
  const already = new Set(found.map((issue) => issue.path));
  const shape: Issue[] = [];
  checkShape(editSchemas.edits[kind], shaped, shape, (inner) => keysAt(kind, inner));
  found.push(...shape.filter((issue) => !already.has(issue.path)));
  checkQuantities(kind, shaped, found);
  checkNewIds(kind, shaped, found);
  checkShares(kind, shaped, found);
  const hinted = found.map((issue) => (issue.hint === undefined ? { ...issue, hint: `as in ${usage[kind]}` } : issue));
  issues.push(...prefixIssues(hinted, path));
}

function kindOf(data: unknown, path: string, issues: Issue[]): EditKind | undefined {
  const hint = `made by a constructor, as in ${usage.move}, or read from JSON`;
  if (!isRecord(data)) {
    issues.push({ code: 'invalid-type', path, expected: 'an edit: an object that says in edit what it does', received: quote(data), hint });
    return undefined;
  }
  const kind = data['edit'];
  if (typeof kind === 'string' && (editKinds as string[]).includes(kind)) return kind as EditKind;
  issues.push({
    code: kind === undefined ? 'missing' : typeof kind === 'string' ? 'out-of-range' : 'invalid-type',
    path: at(path, 'edit'),
    expected: 'the name of an edit',
    received: kind === undefined ? 'nothing' : quote(kind),
    hint: meant(kind, editKinds, quote).hint ?? `one of ${editKinds.join(', ')}`,
  });
  return undefined;
}

/** What cannot be in an update is told here; the rest goes on to the shape. */
function checkUpdate(edit: Data, issues: Issue[]): Data {
  const changes = edit['changes'];
  if (!isRecord(changes)) return edit;
  const rest: Data = {};
  const without = Array.isArray(changes['without']) ? changes['without'] : [];
  for (const [key, value] of Object.entries(changes)) {
    const path = at('changes', key);
    if (key === 'id' || key === 'parts') {
      const hint =
        key === 'id'
          ? 'to rename a step, replace it by itself with another id and drawAs: the old id'
          : 'parts come and go with merge and split; to change a part, update it by its own id';
      issues.push({ code: 'impossible-edit', path, expected: `no ${key} among the changes`, received: quote(value), hint });
    } else if (value === null) {
      const hint = `to take it away: without: [${quote(key)}]`;
      issues.push({ code: 'invalid-type', path, expected: 'a value', received: 'null', hint });
    } else {
      if (without.includes(key)) {
        const hint = 'say one of the two';
        issues.push({ code: 'conflict', path, expected: `either a new ${key} or ${key} in without`, received: 'both', hint });
      }
      rest[key] = value;
    }
  }
  if (Object.keys(changes).length === 0) {
    issues.push({ code: 'missing', path: 'changes', expected: 'at least one change', received: 'an empty object' });
  }
  return { ...edit, changes: rest };
}

function checkCounts(kind: EditKind, edit: Data, issues: Issue[]): void {
  const { ids, options } = edit;
  if (kind === 'merge' && Array.isArray(ids) && ids.length < 2) {
    const hint = `name all that become one, as in ${usage.merge}`;
    issues.push({ code: 'impossible-edit', path: 'ids', expected: 'at least two steps', received: quote(ids), hint, params: { min: 2 } });
  }
  if (kind === 'addChoice' && Array.isArray(options) && options.length === 0) {
    const hint = `the step itself is the first option; name at least one other, as in ${usage.addChoice}`;
    issues.push({
      code: 'impossible-edit',
      path: 'options',
      expected: 'at least one option',
      received: 'an empty list',
      hint,
      params: { min: 1 },
    });
  }
}

/** The keys that may stand at a path inside an edit. */
function keysAt(kind: EditKind, path: readonly PropertyKey[]): readonly string[] {
  const name = path.findLast((key) => typeof key === 'string');
  if (name === undefined) return Object.keys(editSchemas.edits[kind].shape);
  if (path.length === 1) {
    if (name === 'step') return Object.keys(journeySchemas.step.shape);
    if (name === 'changes') return Object.keys(editSchemas.changes.shape);
    if (name === 'into') return Object.keys(editSchemas.into.shape);
    if (name === 'place') return ['to', 'before', 'after'];
  }
  if (kind === 'split' && name === 'parts') return Object.keys(editSchemas.part.shape);
  return knownJourneyKeys(path);
}

/** Durations, affects and the like, which the shape leaves to their own readers. */
function checkQuantities(kind: EditKind, edit: Data, issues: Issue[]): void {
  const { step, options, into, changes } = edit;
  if (isRecord(step)) readStep(step, 'step', issues);
  if (kind === 'addChoice' && Array.isArray(options)) {
    options.forEach((option, index) => isRecord(option) && readOption(option, at('options', index), issues));
  }
  if (isRecord(into) && into['affect'] !== undefined) readAffect(into['affect'], 'into.affect', issues, true);
  if (isRecord(changes)) {
    // Rules that hold between keys need the step itself: they are left to the plan.
    const { affect, ...rest } = changes;
    readStep({ duration: 0, ...rest, kind: 'wait' }, 'changes', issues);
    if (affect !== undefined) readAffect(affect, 'changes.affect', issues, true);
  }
  if (kind === 'improveRecovery') {
    if (edit['affect'] !== undefined) readShift(edit['affect'], 'affect', issues, 1);
    if (edit['duration'] !== undefined) readDuration(edit['duration'], 'duration', issues);
    if (['probability', 'affect', 'duration'].every((key) => edit[key] === undefined)) {
      issues.push({ code: 'missing', path: '', expected: 'a probability, an affect or a duration', received: 'none of them' });
    }
  }
}

/** Ids that an edit brings: each once, and usable as ids. */
function checkNewIds(kind: EditKind, edit: Data, issues: Issue[]): void {
  const { step, options, into, changes, parts } = edit;
  const check = (made: Data, from: string, to: string): void => {
    const found: Issue[] = [];
    checkIds(walkSteps({ interactions: [made] }), found);
    for (const issue of found) {
      const told = (text: string): string => text.replace(from, to).replace(/^\./, '');
      issues.push({ ...issue, path: told(issue.path), ...(issue.hint === undefined ? {} : { hint: told(issue.hint) }) });
    }
  };
  const inList = 'interactions[0]';
  if (isRecord(step)) check(step, inList, 'step');
  if (isRecord(into)) check({ id: into['id'] }, inList, 'into');
  if (isRecord(changes)) check({ choice: changes['choice'] }, inList, 'changes');
  if (kind === 'addChoice') check({ choice: { options } }, `${inList}.choice`, '');
  if (kind === 'split') check({ parts }, inList, '');
}

function checkShares(kind: EditKind, edit: Data, issues: Issue[]): void {
  const { parts } = edit;
  if (kind !== 'split' || !Array.isArray(parts) || parts.length < 2) return;
  const shares: unknown[] = parts.map((part) => (isRecord(part) ? part['share'] : undefined));
  if (!shares.every((share) => typeof share === 'number' && share > 0 && share <= 1)) return;
  const sum = (shares as number[]).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  const hint = sum < 1 ? `${short(1 - sum)} of the duration is missing` : `${short(sum - 1)} too much`;
  issues.push({ code: 'shares', path: 'parts', expected: 'shares that sum to 1', received: `a sum of ${short(sum)}`, hint });
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
