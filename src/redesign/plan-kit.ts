import { isDraft } from 'immer';
import { quote } from '../errors/wording';
import type { Failure, Interaction, Journey, Option, WaitConditions } from '../journey/types';
import { units, unitsOf, type FoundUnit } from '../journey/units';
import { impossible, needOwn, type EditContext } from './edit-context';
import { listIds } from './words';

/** A journey under change: its own keys and its lists may be written to, a step is replaced as a whole. */
export type JourneyDraft = { -readonly [Key in keyof Journey]: Journey[Key] };

/** What an edit does, once it is known to be possible. */
export type Recipe = (draft: JourneyDraft) => void;

/** The steps of a draft, as a list to change. */
export function stepsOf(draft: JourneyDraft): Interaction[] {
  return draft.interactions as Interaction[];
}

/** The list in a draft that holds what was found, and its place there. On the way to it, what is no draft of its own is copied first. */
export function listOf(draft: JourneyDraft, found: FoundUnit): { readonly list: (Interaction | Option)[]; readonly index: number } {
  let list = draft as object as Record<string | number, object>;
  for (const key of found.path.slice(0, -1)) {
    const inner = list[key]!;
    if (!isDraft(inner)) list[key] = Array.isArray(inner) ? inner.slice() : { ...inner };
    list = list[key] as Record<string | number, object>;
  }
  return { list: list as object as (Interaction | Option)[], index: found.path.at(-1) as number };
}

/** Puts something else in the place of what was found. */
export function putInstead(found: FoundUnit, ...next: readonly (Interaction | Option)[]): Recipe {
  return (draft) => {
    const { list, index } = listOf(draft, found);
    if (next.length === 1) list[index] = next[0]!;
    else list.splice(index, 1, ...next);
  };
}

/** Whoever had to come after one of `gone` now comes after `instead`. */
export function repoint(draft: JourneyDraft, gone: string, instead: readonly string[]): void {
  const steps = stepsOf(draft);
  steps.forEach((step, index) => {
    const next = repointed(step, gone, instead);
    if (next !== step) steps[index] = next;
  });
}

function repointed(step: Interaction, gone: string, instead: readonly string[]): Interaction {
  const parts = step.parts?.map((part) => repointed(part, gone, instead));
  const partsChanged = parts?.some((part, index) => part !== step.parts![index]) === true;
  const afterChanged = step.after?.includes(gone) === true;
  if (!partsChanged && !afterChanged) return step;
  return {
    ...step,
    ...(partsChanged ? { parts } : {}),
    ...(afterChanged ? { after: [...new Set(step.after!.flatMap((id) => (id === gone ? instead : [id])))] } : {}),
  };
}

/** Sets conditions of a wait. */
export function planWait(context: EditContext, id: string, conditions: WaitConditions): Recipe | undefined {
  const found = needOwn(context, id, 'id', 'waiting', (unit) => unit.kind === 'wait');
  if (found === undefined) return undefined;
  if (found.unit.kind !== 'wait') {
    const waits = context.journey.interactions.flatMap((step) =>
      Array.from(unitsOf(step)).filter(({ unit }) => unit.kind === 'wait' && !('parts' in unit)),
    );
    const known = waits.length === 0 ? '' : `waits are ${listIds(waits.map(({ unit }) => unit.id))}; `;
    const hint = `${known}if people wait here, update(${quote(id)}, { kind: "wait" }) before`;
    return impossible(context, 'id', 'a wait', `${quote(id)}, a ${found.unit.kind ?? 'service'}`, hint);
  }
  return putInstead(found, { ...found.unit, wait: { ...found.unit.wait, ...conditions } });
}

/** A unit with a failure of its own, and that failure. */
export function needFailure(context: EditContext, id: string): { readonly found: FoundUnit; readonly failure: Failure } | undefined {
  const found = needOwn(context, id, 'id', 'a failure', (unit) => unit.failure !== undefined);
  if (found === undefined) return undefined;
  const { failure } = found.unit;
  if (failure !== undefined) return { found, failure };
  const known = Array.from(units(context.journey))
    .filter(({ unit }) => unit.failure !== undefined)
    .map(({ unit }) => unit.id);
  const written = `update(${quote(id)}, { failure: { probability, affect } }) before`;
  const hint = known.length === 0 ? `if it can fail, ${written}` : `failures have ${listIds(known)}; if this can fail too, ${written}`;
  return impossible(context, 'id', 'a step, part or option with a failure', `${quote(id)}, which never fails`, hint);
}
