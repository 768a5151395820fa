import type * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import { checkShape } from '../journey/check-shape';
import { parsed } from '../journey/from-json';
import { isRecord } from '../plain/check-number';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain, standardLimits } from '../plain/guard-plain';
import { issuesError } from '../plain/issues-error';
import { prefixIssues } from '../plain/prefix-issues';
import type { EditData } from './define-edit';
import { definitionOf, editKinds } from './edit-catalogue';
import type { Edit, EditKind } from './types';

/** One edit, copied and checked as data: sound where there are no issues. */
export interface ReadEdit {
  readonly path: string;
  readonly edit: Edit;
  readonly issues: readonly Issue[];
}

const limits = { ...standardLimits, counted: { ...standardLimits.counted, name: 'edits and steps' } };

/** A list of edits from outside, or what makes it unreadable as a whole. */
export function readEdits(edits: unknown): { readonly read: readonly ReadEdit[]; readonly issues: readonly Issue[] } {
  const guarded = guardPlain(edits, limits);
  if (guarded.issue !== undefined) return { read: [], issues: prefixIssues([guarded.issue], 'edits') };
  const { data } = guarded;
  if (!Array.isArray(data)) {
    const hint = isRecord(data) ? 'put it into a list: [ … ]' : `as in redesign(journey, [${definitionOf('move').usage}])`;
    const received = data === undefined ? 'nothing' : quote(data);
    return { read: [], issues: [{ code: 'invalid-type', path: 'edits', expected: 'a list of edits', received, hint }] };
  }
  const read = data.map((edit: unknown, index): ReadEdit => {
    const path = at('edits', index);
    const issues: Issue[] = [];
    checkEditData(edit, path, issues);
    return { path, edit: edit as Edit, issues };
  });
  return { read, issues: [] };
}

/** Everything that is wrong with an edit whatever the journey is: guarded data in, located and hinted issues out. */
function checkEditData(data: unknown, path: string, issues: Issue[]): void {
  const kind = kindOf(data, path, issues);
  if (kind === undefined) return;
  const definition = definitionOf(kind);
  const found: Issue[] = [];
  const edit = definition.beforeShape?.(data as EditData, found) ?? (data as EditData);
  const already = new Set(found.map((issue) => issue.path));
  const shape: Issue[] = [];
  checkShape(definition.schema, edit, shape, (inner) => keysAt(definition.schema, inner));
  found.push(...shape.filter((issue) => !already.has(issue.path)));
  definition.check?.(edit, found);
  const hinted = found.map((issue) => (issue.hint === undefined ? { ...issue, hint: `as in ${definition.usage}` } : issue));
  issues.push(...prefixIssues(hinted, path));
}

function kindOf(data: unknown, path: string, issues: Issue[]): EditKind | undefined {
  const hint = `made by a constructor, as in ${definitionOf('move').usage}, or read from JSON`;
  if (!isRecord(data)) {
    issues.push({ code: 'invalid-type', path, expected: 'an edit: an object that says in edit what it does', received: quote(data), hint });
    return undefined;
  }
  const kind = data['edit'];
  if (definitionOf(kind) !== undefined) return kind as EditKind;
  issues.push({
    code: kind === undefined ? 'missing' : typeof kind === 'string' ? 'out-of-range' : 'invalid-type',
    path: at(path, 'edit'),
    expected: 'the name of an edit',
    received: kind === undefined ? 'nothing' : quote(kind),
    hint: meant(kind, editKinds, quote).hint ?? `one of ${editKinds.join(', ')}`,
  });
  return undefined;
}

/** The keys that may stand at a path of what a schema describes; of alternatives, the keys of all. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  if (def.type === 'optional') return keysAt(def.innerType, path);
  if (def.type === 'union') return def.options.flatMap((option) => keysAt(option, path));
  if (def.type === 'array') return keysAt(def.element, rest);
  if (def.type !== 'object') return [];
  const inner = key === undefined ? undefined : def.shape[key as string];
  return key === undefined ? Object.keys(def.shape) : inner === undefined ? [] : keysAt(inner, rest);
}

/** What is wrong with edits that stand elsewhere, told from there: as a list, or as one edit alone. */
export function editIssuesAt(issues: readonly Issue[], path: string, asList: boolean): Issue[] {
  const own = asList ? /^edits/ : /^edits(\[0\]\.?)?/;
  return prefixIssues(
    issues.map((issue) => ({ ...issue, path: issue.path.replace(own, '') })),
    path,
  );
}

/**
 * Edits from JSON: a stored proposal, a message from another editor. Checks what can be told without the journey; `redesign` and `checkEdits`
 * do the rest.
 *
 * @param json A list of edits, parsed or as JSON text.
 * @returns The edits as frozen JSON, for `redesign`.
 * @throws JourneyError with every fault in them at once; `invalid-text` for a text that is not JSON.
 * @example
 * import { editsFromJson } from 'peakend';
 * editsFromJson('[{ "edit": "remove", "id": "queue" }]')[0].edit; // 'remove'
 */
export function editsFromJson(json: unknown): readonly Edit[] {
  const { read, issues } = readEdits(parsed(json));
  const faults = [...issues, ...read.flatMap((one) => one.issues)];
  if (faults.length > 0) throw issuesError(faults);
  return deepFreeze(read.map(({ edit }) => edit));
}
