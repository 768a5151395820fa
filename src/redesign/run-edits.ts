import { enablePatches, Immer, type Patch } from 'immer';
import type { Issue } from '../errors/issue';
import { makeHinter } from '../journey/hinter';
import { journeyHash } from '../journey/journey-hash';
import { issuesError } from '../plain/issues-error';
import { readJourney } from '../journey/read-journey';
import type { Journey } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { isRecord } from '../plain/check-number';
import { attributeFaults, type Stage } from './attribute-faults';
import { definitionOf } from './edit-catalogue';
import { readEdits, type ReadEdit } from './read-edits';
import type { JourneyDraft, Recipe } from './plan-kit';
import { reuseSteps } from './reuse-steps';
import type { JourneyPatch } from './types';

/** What came of a redesign: the journey and the way there and back, or everything that is in the way. */
export type Redesigned =
  { readonly issues: readonly Issue[]; readonly done?: undefined } | { readonly issues: readonly []; readonly done: Done };
export interface Done {
  readonly journey: Journey;
  readonly patches: readonly JourneyPatch[];
  readonly inversePatches: readonly JourneyPatch[];
}

/**
 * (1) Journey and edits are read; (2) each sound edit is planned on the journey as the ones before it left it, and done on a draft;
 * (3) the finished journey goes through the door. Nothing is kept unless all went well, and all faults found are told together. Patches are
 * made only on request: there is one for every step that stands elsewhere.
 */
export function runEdits(input: unknown, edits: unknown, withPatches = false): Redesigned {
  const redesigned = findRedesign(input, edits, withPatches);
  return redesigned.done === undefined ? { issues: redesigned.issues.map(shortened) } : redesigned;
}

/** Ids may be long, and some faults quote them inside a phrase. */
function shortened(issue: Issue): Issue {
  return issue.received.length <= 80 ? issue : { ...issue, received: `${issue.received.slice(0, 79)}…` };
}

function findRedesign(input: unknown, edits: unknown, withPatches: boolean): Redesigned {
  const reading = readJourney(input);
  const { read, issues: unreadable } = readEdits(edits);
  const journey = reading.journey;
  if (journey === undefined || unreadable.length > 0) {
    return { issues: [...reading.issues, ...unreadable, ...read.flatMap((one) => one.issues)] };
  }

  const run = applyAll(journey, read, withPatches);
  if (run.issues.length > 0) return { issues: run.issues };
  if (run.stages.length === 0) return unchanged(journey);
  const checked = readJourney(run.stages.at(-1)!.journey);
  if (checked.journey === undefined) return { issues: attributeFaults(run.stages, checked.issues) };
  const next = reuseSteps(journey, checked.journey);
  if (next === journey) return unchanged(journey);
  const patches = basedOn(journey, run.patches);
  const inversePatches = basedOn(next, run.inversePatches);
  return { issues: [], done: deepFreeze({ journey: next, patches, inversePatches }) };
}

/** Patches aim by place: on any other journey the same place may be another step, so each says where its list starts from. */
function basedOn(journey: Journey, patches: readonly JourneyPatch[]): JourneyPatch[] {
  if (patches.length === 0) return [];
  const base = journeyHash(journey);
  return patches.map((patch) => ({ base, ...patch }));
}

function unchanged(journey: Journey): Redesigned {
  return { issues: [], done: deepFreeze({ journey, patches: [], inversePatches: [] }) };
}

interface Run {
  readonly issues: Issue[];
  readonly stages: Stage[];
  readonly patches: JourneyPatch[];
  readonly inversePatches: JourneyPatch[];
}

function applyAll(base: Journey, read: readonly ReadEdit[], withPatches: boolean): Run {
  const immer = withPatches ? privateImmer() : undefined;
  const hint = makeHinter();
  const run: Run = { issues: [], stages: [], patches: [], inversePatches: [] };
  const doubtful = new Set<string>();
  let journey = base;
  let orderIsSound = true;
  for (const { edit, path, issues: faults } of read) {
    const issues = [...faults];
    const recipe = issues.length > 0 ? undefined : definitionOf(edit.edit).plan({ journey, path, issues, hint }, edit);
    if (recipe !== undefined && issues.length === 0) {
      if (immer !== undefined) {
        const [next, patches, inverse] = immer.produceWithPatches(journey, recipe);
        journey = next;
        run.patches.push(...(patches as Patch[]));
        run.inversePatches.unshift(...(inverse as Patch[]));
      } else journey = changed(journey, recipe);
      run.stages.push({ edit, path, journey });
      continue;
    }
    const names = namesIn(edit);
    // What an earlier fault may have caused is not told: it might vanish with it.
    if (faults.length > 0 || ![...names].some((name) => doubtful.has(name))) run.issues.push(...issues);
    if (definitionOf(edit?.edit)?.structural) {
      orderIsSound = false;
      for (const name of names) doubtful.add(name);
    }
  }
  if (run.issues.length > 0 && orderIsSound && run.stages.length > 0) {
    const checked = readJourney(journey);
    if (checked.journey === undefined) run.issues.push(...attributeFaults(run.stages, checked.issues));
  }
  return run;
}

/** Without patches nobody has to watch what a recipe does; a list of thousands of steps is then moved about as it is. */
function changed(journey: Journey, recipe: Recipe): Journey {
  const draft: JourneyDraft = { ...journey, interactions: journey.interactions.slice() };
  recipe(draft);
  return draft;
}

/** An instance of our own: nobody else's settings apply to it, and it freezes nothing that is not ours. */
export function privateImmer(): Immer {
  enablePatches();
  return new Immer({ autoFreeze: false });
}

/** All or nothing. */
export function runOrThrow(input: unknown, edits: unknown, withPatches = false): Done {
  const { issues, done } = runEdits(input, edits, withPatches);
  if (done === undefined) throw issuesError(issues);
  return done;
}

/** Keys under which an edit names what is there already, or what it makes. */
const namingKeys: readonly string[] = ['id', 'ids', 'with', 'before', 'after', 'option'];

/** Every id an edit names or brings, whether or not the edit is sound. */
export function namesIn(edit: unknown): Set<string> {
  const names = new Set<string>();
  collect(edit, '', names);
  return names;
}

function collect(value: unknown, key: string, names: Set<string>): void {
  if (typeof value === 'string') {
    if (namingKeys.includes(key)) names.add(value);
  } else if (Array.isArray(value)) for (const item of value) collect(item, key, names);
  else if (isRecord(value)) for (const inner of Object.keys(value)) if (inner !== 'extensions') collect(value[inner], inner, names);
}
