import type { Patch } from 'immer';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { journeyHash } from '../journey/journey-hash';
import { readJourney } from '../journey/read-journey';
import type { Journey, JourneyInput } from '../journey/types';
import { prefixIssues } from '../plain/prefix-issues';
import { guardPlain } from '../plain/guard-plain';
import { isRecord } from '../plain/check-number';
import { isForbiddenKey } from '../plain/plain-object';
import { privateImmer, runOrThrow } from './run-edits';
import { reuseSteps } from './reuse-steps';
import type { Edit, JourneyPatch } from './types';

/** A redesigned journey, with the way there and back. */
export interface RedesignWithPatches {
  readonly journey: Journey;
  /** From the journey given to this one, whose hash is the `base` of each. Empty where nothing changed. */
  readonly patches: readonly JourneyPatch[];
  /** From this one back: their `base` is the hash of this one. */
  readonly inversePatches: readonly JourneyPatch[];
}

/**
 * {@link redesign}, with patches: for undo and redo. `examples/undo-stack` shows a stack of them. To change a journey that others change too,
 * send the edits instead: they aim at steps by id, and fit whatever the journey has become meanwhile.
 *
 * @param journey - A journey from `defineJourney`, or one as you would write it.
 * @param edits - Edits, applied in order, all or none.
 * @returns The redesigned journey; `patches` that lead to it from the journey given and `inversePatches` that lead back, both for
 * {@link applyPatches}. All frozen JSON. A patch holds whole steps; it fits only the journey it was made from, whose hash it carries as `base`.
 * @throws JourneyError as {@link redesign} does.
 * @example
 * import { applyPatches, defineJourney, redesignWithPatches, remove } from 'peakend';
 * const visit = defineJourney({ name: 'Visit', interactions: [{ id: 'form', duration: 300 }, { id: 'doctor', duration: 600 }] });
 * const { journey, inversePatches } = redesignWithPatches(visit, [remove('form')]);
 * journey.interactions.length; // 1
 * applyPatches(journey, inversePatches).interactions.length; // 2
 */
export function redesignWithPatches(journey: JourneyInput, edits: readonly Edit[]): RedesignWithPatches {
  return runOrThrow(journey, edits, true);
}

/**
 * Goes the way that patches describe: `patches` forward, `inversePatches` back.
 *
 * @param journey - The journey they start from.
 * @param patches - From {@link redesignWithPatches}, maybe by way of JSON.
 * @returns The journey they lead to, checked and deeply frozen; the very journey given where they change nothing.
 * @throws JourneyError `impossible-edit` at `patches[i].base` where they were made from another journey, at `patches[i]` for the first patch
 * that does not fit the journey it meets; otherwise as for a journey that is wrong.
 * @example
 * import { applyPatches, defineJourney } from 'peakend';
 * const visit = defineJourney({ name: 'Visit', interactions: [{ id: 'doctor', duration: 600 }] });
 * applyPatches(visit, [{ op: 'replace', path: ['name'], value: 'Short visit' }]).name; // 'Short visit'
 */
export function applyPatches(journey: JourneyInput, patches: readonly JourneyPatch[]): Journey {
  const before = readJourney(journey);
  if (before.journey === undefined) throw issuesError(before.issues);
  const checked = readPatches(patches);
  checkBases(before.journey, checked);
  const immer = privateImmer();
  const patched: unknown = immer.produce(before.journey as object, (draft) => {
    checked.forEach((patch, index) => {
      const fault = patchMisfit(draft, patch);
      if (fault !== undefined) throw misfit(fault.expected, fault.received, `patches[${index}]`);
      immer.applyPatches(draft, [patch as Patch]);
    });
  });
  const after = readJourney(patched);
  if (after.journey === undefined) throw issuesError(after.issues);
  return reuseSteps(before.journey, after.journey);
}

function readPatches(patches: unknown): JourneyPatch[] {
  const guarded = guardPlain(patches);
  if (guarded.issue !== undefined) throw issuesError(prefixIssues([guarded.issue], 'patches'));
  const { data } = guarded;
  if (!Array.isArray(data)) throw misfit('a list of patches', quote(data));
  data.forEach((patch: unknown, index) => {
    if (!isPatch(patch)) throw misfit('a patch: { base, op, path, value? }', quote(patch), `patches[${index}]`);
  });
  return data as JourneyPatch[];
}

/** A place that another journey has too would take the patch without a word, and what stands there would be lost. */
function checkBases(journey: Journey, patches: readonly JourneyPatch[]): void {
  const based = patches.filter(({ base }) => base !== undefined);
  if (based.length === 0) return;
  const hash = journeyHash(journey);
  const other = based.find(({ base }) => base !== hash);
  if (other === undefined) return;
  const expected = `patches made from this journey, which is ${quote(hash)}`;
  throw misfit(expected, quote(other.base), `patches[${patches.indexOf(other)}].base`);
}

function isPatch(patch: unknown): boolean {
  if (!isRecord(patch) || !['add', 'remove', 'replace'].includes(patch['op'] as string) || !Array.isArray(patch['path'])) return false;
  if (patch['base'] !== undefined && typeof patch['base'] !== 'string') return false;
  return patch['path'].length > 0 && patch['path'].every((key) => typeof key === 'string' || typeof key === 'number');
}

function misfit(expected: string, received: string, path = 'patches'): JourneyError {
  const hint = 'patches fit only the journey they were made from, all of them in order; to change one that has moved on, redo the edits';
  return new JourneyError([{ code: 'impossible-edit', path, expected, received, hint }]);
}

/** Why a patch does not fit the data it meets; undefined where it does. Immer itself would do something with almost any place. */
function patchMisfit(root: unknown, patch: JourneyPatch): { readonly expected: string; readonly received: string } | undefined {
  const { op, path } = patch;
  let holder = root;
  for (const key of path.slice(0, -1)) {
    if (!isThere(holder, key)) return { expected: 'a path that this journey has', received: quote(path.join('/')) };
    holder = (holder as Record<string | number, unknown>)[key];
  }
  const key = path.at(-1)!;
  if (op !== 'add') {
    return isThere(holder, key) ? undefined : { expected: `a place to ${op} that this journey has`, received: quote(path.join('/')) };
  }
  const free = Array.isArray(holder) ? key === holder.length || isThere(holder, key) : isRecord(holder) && isFree(holder, key);
  return free ? undefined : { expected: 'a place to add to that is free in this journey', received: quote(path.join('/')) };
}

function isThere(holder: unknown, key: string | number): boolean {
  if (Array.isArray(holder)) return Number.isInteger(key) && (key as number) >= 0 && (key as number) < holder.length;
  return isRecord(holder) && typeof key === 'string' && Object.hasOwn(holder, key);
}

function isFree(holder: object, key: string | number): boolean {
  return typeof key === 'string' && !isForbiddenKey(key) && !Object.hasOwn(holder, key);
}
