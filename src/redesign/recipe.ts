import type { Interaction, Journey, Option } from '../journey/types';
import type { FoundUnit } from '../journey/units';

/** A journey under change: its own keys and its lists may be written to, a step is replaced as a whole. */
export type JourneyDraft = { -readonly [Key in keyof Journey]: Journey[Key] };

/** What an edit does, once it is known to be possible. */
export type Recipe = (draft: JourneyDraft) => void;

/** The steps of a draft, as a list to change. */
export function stepsOf(draft: JourneyDraft): Interaction[] {
  return draft.interactions as Interaction[];
}

/** The list in a draft that holds what was found, and its place there. */
export function listOf(draft: JourneyDraft, found: FoundUnit): { readonly list: (Interaction | Option)[]; readonly index: number } {
  let list: unknown = draft;
  for (const key of found.path.slice(0, -1)) list = (list as Record<string | number, unknown>)[key];
  return { list: list as (Interaction | Option)[], index: found.path.at(-1) as number };
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
