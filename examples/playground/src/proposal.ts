import { isJourneyError, journeyHash, redesign, toText, type Edit, type Interaction, type Issue, type Journey } from 'peakend';
import { durationWords } from './steps';

/** Edits with the journey they make, or why they make none. */
export type Attempt = { readonly edits: readonly Edit[]; readonly current: Journey } | { readonly issues: readonly Issue[] };

/** Edits as they are. */
export function attempt(journey: Journey, edits: readonly Edit[]): Attempt {
  try {
    return { edits, current: redesign(journey, edits) };
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    return { issues: error.issues };
  }
}

/**
 * A proposal with one more edit, kept short: moving a step twice is one move, a value changed again is one change, and what comes back to the journey
 * as it is disappears. It is shortened only where the journey it makes stays the very same.
 */
export function withEdit(journey: Journey, edits: readonly Edit[], edit: Edit): Attempt {
  const longer = attempt(journey, [...edits, edit]);
  if ('issues' in longer) return longer;
  const wanted = shown(longer.current);
  if (wanted === shown(journey)) return { edits: [], current: journey };
  for (let index = edits.length - 1; index >= 0; index--) {
    const together = joined(edits[index]!, edit);
    if (together === undefined) continue;
    const others = edits.filter((_, at) => at !== index);
    for (const candidate of [others, [...edits.slice(0, index), together, ...edits.slice(index + 1)], [...others, together]]) {
      const shorter = attempt(journey, candidate);
      if (!('issues' in shorter) && shown(shorter.current) === wanted) return shorter;
    }
  }
  return longer;
}

/** Everything that is seen of a journey: how durations are written is no part of its hash. */
function shown(journey: Journey): string {
  const written = (steps: readonly Interaction[]): unknown[] =>
    steps.map((step) => [durationWords(step), written(step.parts ?? []), written(step.choice?.options ?? [])]);
  return `${journeyHash(journey)} ${JSON.stringify(written(journey.interactions))}`;
}

/** Two edits of the same thing as one. */
function joined(earlier: Edit, later: Edit): Edit | undefined {
  if (earlier.edit === 'move' && later.edit === 'move' && earlier.id === later.id) return later;
  if (earlier.edit === 'update' && later.edit === 'update' && earlier.id === later.id) {
    return { ...later, changes: { ...earlier.changes, ...later.changes } };
  }
  if (earlier.edit === 'occupyWait' && later.edit === 'occupyWait' && earlier.id === later.id) return later;
  return undefined;
}

/** A proposal without one of its edits; refused where a later one stands on it. */
export function withoutEdit(journey: Journey, edits: readonly Edit[], index: number): Attempt {
  return attempt(
    journey,
    edits.filter((_, at) => at !== index),
  );
}

/** What was said of an edit before, on the journey it was said of. */
const said = new WeakMap<Edit, { readonly before: Journey; readonly words: string; readonly after: Journey }>();

/** Each edit in the library's words, by the names that its steps have when it is done. */
export function describe(journey: Journey, edits: readonly Edit[]): string[] {
  let before = journey;
  return edits.map((edit) => {
    let known = said.get(edit);
    if (known?.before !== before) {
      // In between an order may be broken that the finished journey keeps: then the names of before do.
      const done = leavesNames(edit) ? undefined : attempt(before, [edit]);
      const after = done === undefined || 'issues' in done ? before : done.current;
      known = { before, words: toText(edit, { journey: before }), after };
      said.set(edit, known);
    }
    before = known.after;
    return known.words;
  });
}

/** Most edits: every step is there and called what it was. */
function leavesNames(edit: Edit): boolean {
  return edit.edit === 'move' || (edit.edit === 'update' && edit.changes.name === undefined);
}
