import { issuesError } from '../plain/issues-error';
import { readJourney } from '../journey/read-journey';
import type { Interaction, Journey, JourneyInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { prefixIssues } from '../plain/prefix-issues';
import { diffFields, type JourneyChange, type JourneyDiff } from './diff-fields';
import { diffWords } from './diff-words';
import { movedSteps } from './moved-steps';
import { unitsById, type FoundUnit } from '../journey/units';
import { samePlain } from '../plain/same-plain';
import { lineWords, withDisplay } from '../words/display';

/**
 * What tells one journey from another, in data and in words: for review, for a log of changes, or to see what a redesign did. It looks at
 * the two journeys only, not at how one came from the other.
 *
 * @param before - A journey, resolved or as you would write it.
 * @param after - The other.
 * @returns `same`; and `changes`, each saying what happened to which id; `toText` has all of them in words, one a line. Moved steps are the
 * fewest that explain the new order. Steps are known by their ids: one with a new id is another step, unless it draws as the old one did.
 * @throws JourneyError with everything wrong in either journey, paths starting with `before` or `after`.
 * @example
 * import { diffJourneys, toText } from 'peakend';
 * const before = { name: 'Visit', interactions: [{ id: 'form', duration: '5 min' }, { id: 'doctor', duration: '10 min' }] };
 * const after = { name: 'Visit', interactions: [{ id: 'doctor', duration: '12 min' }] };
 * toText(diffJourneys(before, after)); // 'removed "form"\n"doctor": duration 10 min → 12 min'
 */
export function diffJourneys(before: JourneyInput, after: JourneyInput): JourneyDiff {
  const [first, second] = [readJourney(before), readJourney(after)];
  if (first.journey === undefined || second.journey === undefined) {
    throw issuesError([...prefixIssues(first.issues, 'before'), ...prefixIssues(second.issues, 'after')]);
  }
  const [a, b] = [first.journey, second.journey];
  const changes = samePlain(a, b) ? [] : diff(a, b);
  const found: JourneyDiff = { kind: 'journey diff', same: changes.length === 0, changes };
  return deepFreeze(withDisplay(found, () => lineWords(diffWords(changes, a, b))));
}

/** Both journeys by id, and what became of steps that are in one only. */
interface Sides {
  readonly a: Journey;
  readonly b: Journey;
  readonly inA: ReadonlyMap<string, FoundUnit>;
  readonly inB: ReadonlyMap<string, FoundUnit>;
}

function diff(a: Journey, b: Journey): JourneyChange[] {
  const sides: Sides = { a, b, inA: unitsById(a), inB: unitsById(b) };
  const { changes, became } = diffSteps(sides);
  return [...diffFields(a, b), ...changes, ...diffOrder(sides, became), ...diffUnits(sides, became)];
}

/** Steps, parts and options that came or went. `became`: what stands for a step of the first journey in the second. */
function diffSteps({ inA, inB }: Sides): { readonly changes: JourneyChange[]; readonly became: Map<string, readonly string[]> } {
  const changes: JourneyChange[] = [];
  const became = new Map<string, readonly string[]>();
  const explained = new Set<string>();
  const successors = new Map<string, string[]>();
  for (const { unit, role } of inB.values()) {
    if (role === 'option' || inA.has(unit.id) || unit.drawAs === undefined) continue;
    const others = successors.get(unit.drawAs);
    if (others === undefined) successors.set(unit.drawAs, [unit.id]);
    else others.push(unit.id);
  }
  for (const { unit, role } of inA.values()) {
    if (role === 'option' || inB.has(unit.id)) continue;
    const parts = unit.parts?.map((part) => part.id) ?? successors.get(unit.drawAs ?? unit.id) ?? [];
    if (parts.length === 0 || !parts.every((id) => inB.has(id) && !explained.has(id))) continue;
    if (unit.parts === undefined && parts.length === 1) changes.push({ change: 'replaced', id: unit.id, by: parts[0]! });
    else changes.push({ change: 'split', id: unit.id, parts });
    became.set(unit.id, parts);
    for (const id of [unit.id, ...(unit.parts === undefined ? parts : [])]) explained.add(id);
  }
  for (const { unit, role } of inB.values()) {
    if (role === 'option' || unit.parts === undefined || inA.has(unit.id) || explained.has(unit.id)) continue;
    const parts = unit.parts.map((part) => part.id);
    if (!parts.every((id) => inA.has(id) || explained.has(id))) continue;
    changes.push({ change: 'merged', id: unit.id, parts });
    for (const id of parts) became.set(id, [unit.id]);
    explained.add(unit.id);
  }
  comings(inA, inB, explained, 'removed', changes);
  comings(inB, inA, explained, 'added', changes);
  return { changes, became };
}

/** Units of one journey that the other has not. */
function comings(
  own: ReadonlyMap<string, FoundUnit>,
  other: ReadonlyMap<string, FoundUnit>,
  explained: ReadonlySet<string>,
  change: 'added' | 'removed',
  changes: JourneyChange[],
): void {
  for (const [id, found] of own) {
    const there = other.get(id);
    if (found.role === 'option') {
      if (there?.role === 'option' && there.holder.id === found.holder.id) continue;
      // With a step come and go its options.
      if (!other.has(found.holder.id) && !explained.has(found.holder.id)) continue;
      changes.push({ change: change === 'added' ? 'optionAdded' : 'optionRemoved', id: found.holder.id, option: id });
    } else if ((there === undefined || there.role === 'option') && !explained.has(id)) {
      // With a merged step come and go its parts.
      if (found.role === 'part' && !other.has(found.holder.id) && !explained.has(found.holder.id)) continue;
      changes.push({ change, id, place: found.path[1] as number });
    }
  }
}

/** Steps that stand elsewhere, once it is taken into account what became of those that were merged, split or replaced. */
function diffOrder({ a, b }: Sides, became: ReadonlyMap<string, readonly string[]>): JourneyChange[] {
  if (became.size === 0 && a.interactions.every((step, index) => step.id === b.interactions[index]?.id)) return [];
  // Where what a step became stood before, in that order; of several, the first.
  const before = new Map<string, number>();
  const follow = (id: string, index: number): void => {
    const next = became.get(id);
    if (next === undefined) {
      if (!before.has(id)) before.set(id, index);
    } else for (const heir of next) follow(heir, index);
  };
  a.interactions.forEach((step, index) => follow(step.id, index));
  const after = new Map<string, number>();
  b.interactions.forEach((step, index) => after.set(step.id, index));
  return movedSteps([...before.keys()], after).map((id) => ({ change: 'moved', id, from: before.get(id)!, to: after.get(id)! }));
}

/** What changed within those that both journeys have, or that took another's place. */
function diffUnits({ inA, inB }: Sides, became: ReadonlyMap<string, readonly string[]>): JourneyChange[] {
  const changes: JourneyChange[] = [];
  for (const { unit } of inA.values()) {
    const heirs = became.get(unit.id);
    const replaced = !inB.has(unit.id) && heirs?.length === 1 && !('parts' in unit);
    const next = inB.get(replaced ? heirs[0]! : unit.id)?.unit;
    if (next === undefined || next === unit) continue;
    changes.push(...diffFields(unit, replaced ? sameStream(next, unit) : next, next.id));
    changes.push(...diffLists(unit as Interaction, next as Interaction));
  }
  return changes;
}

/** A replacement that draws as the old step did has no new stream. */
function sameStream(next: object, old: { readonly id: string; readonly drawAs?: string }): Interaction {
  const { drawAs: _, ...rest } = next as Interaction;
  return old.drawAs === undefined ? rest : { ...rest, drawAs: old.drawAs };
}

/** Parts and options that are the same but in another order, or parts that were exchanged within a merged step. */
function diffLists(before: Interaction, after: Interaction): JourneyChange[] {
  const changes: JourneyChange[] = [];
  const list = (field: 'parts' | 'choice.options', from: readonly string[] | undefined, to: readonly string[] | undefined): void => {
    if (samePlain(from, to)) return;
    const change: JourneyChange = { change: 'changed', id: after.id, field };
    changes.push({ ...change, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  };
  const ids = (units: readonly { readonly id: string }[] | undefined): readonly string[] | undefined => units?.map((unit) => unit.id);
  list('parts', ids(before.parts), ids(after.parts));
  const [from, to] = [new Set(ids(before.choice?.options)), new Set(ids(after.choice?.options))];
  // Options that came or went are told already.
  list(
    'choice.options',
    [...from].filter((id) => to.has(id)),
    [...to].filter((id) => from.has(id)),
  );
  return changes;
}
