import { seen, tellApart } from '../errors/alike';
import type { Issue, IssueCode } from '../errors/issue';
import { at, quote } from '../errors/wording';
import type { Hinter } from '../journey/hinter';
import type { Interaction, Journey, Option } from '../journey/types';
import { findAlike, findUnit, units, unitsOf, type FoundStepOrPart, type FoundUnit } from '../journey/units';
import { listIds } from './words';

/** What an edit is judged against: the journey as the edits before it left it, and where its faults are written down. */
export interface EditContext {
  readonly journey: Journey;
  /** Where the edit stands: `edits[2]`. */
  readonly path: string;
  readonly issues: Issue[];
  readonly hint: Hinter;
}

/** Writes down one fault, told from where the edit stands. */
export function fault(context: EditContext, key: string, issue: Omit<Issue, 'path'> & { readonly code: IssueCode }): undefined {
  const path = key === '' ? context.path : key.startsWith('[') ? `${context.path}${key}` : `${context.path}.${key}`;
  const { code, ...words } = issue;
  context.issues.push({ code, path, ...words });
}

/** Writes down that the journey does not allow this. */
export function impossible(context: EditContext, key: string, expected: string, received: string, hint: string): undefined {
  return fault(context, key, { code: 'impossible-edit', expected, received, hint });
}

/** The step with this id, or a fault that says what it is instead. Steps only: what stands in the order of the journey. */
export function needStep(context: EditContext, id: string, key: string): FoundStepOrPart | undefined {
  const found = need(context, id, key, 'step');
  if (found === undefined || found.role === 'step') return found;
  if (found.role === 'option') {
    const hint = `name ${quote(found.holder.id)}; options come and go with addChoice and removeChoice`;
    return impossible(context, key, 'the id of a step', `${quote(id)}, an option of ${quote(found.holder.id)}`, hint);
  }
  const hint = `name ${quote(found.holder.id)}, or split(${quote(found.holder.id)}) before`;
  return impossible(context, key, 'the id of a step', `${quote(id)}, a part of ${quote(found.holder.id)}`, hint);
}

/** The step or part with this id, or a fault. */
export function needStepOrPart(context: EditContext, id: string, key: string, forOptions: string): FoundStepOrPart | undefined {
  const found = need(context, id, key, 'step or part');
  if (found === undefined || found.role !== 'option') return found;
  return impossible(context, key, 'the id of a step or part', `${quote(id)}, an option of ${quote(found.holder.id)}`, forOptions);
}

/** The step, part or option with this id, or a fault. */
export function needUnit(context: EditContext, id: string, key: string): FoundUnit | undefined {
  return need(context, id, key, 'step, part or option');
}

function need(context: EditContext, id: string, key: string, what: string): FoundUnit | undefined {
  const found = findUnit(context.journey, id);
  if (found !== undefined) return found;
  const known: string[] = [];
  for (const { role, unit } of units(context.journey)) if (what.includes(role)) known.push(unit.id);
  const hint = context.hint(id, known).hint ?? `there are ${listIds(known)}`;
  return fault(context, key, { code: 'unknown-id', expected: `the id of a ${what}`, received: quote(id), hint });
}

/** Faults for every id in a new step that is taken by something that stays. `freed`: what goes away in the same edit. */
export function needFreshIds(context: EditContext, made: Interaction, key: string, freed?: Interaction): void {
  const leaving = freed === undefined ? new Set<string>() : new Set(Array.from(unitsOf(freed), ({ unit }) => seen(unit.id)));
  for (const { unit, path } of unitsOf(made)) {
    // The first place only says which step of the list this is, and the list is this one step.
    const where = path.slice(1).reduce<string>((written, step) => at(written, step), key);
    if (!leaving.has(seen(unit.id))) needFreshId(context, unit.id, at(where, 'id'));
  }
}

export function needFreshId(context: EditContext, id: string, key: string): void {
  const taken = findAlike(context.journey, id);
  if (taken === undefined) return;
  const alike = taken.unit.id === id ? '' : ` (${tellApart(id, taken.unit.id)})`;
  fault(context, key, {
    code: 'duplicate-id',
    expected: 'an id no step, part or option of the journey has',
    received: quote(id),
    hint: `${describeUnit(taken)} has it${alike}: ${quote(freshId(context.journey, taken.unit.id))} is free`,
  });
}

export function describeUnit(found: FoundUnit): string {
  if (found.role === 'step') return 'a step';
  return found.role === 'part' ? `a part of ${quote(found.holder.id)}` : `an option of ${quote(found.holder.id)}`;
}

function freshId(journey: Journey, id: string): string {
  const taken = new Set(Array.from(units(journey), ({ unit }) => unit.id));
  let count = 2;
  while (taken.has(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}

/** The unit itself where it has its own waiting, failure and so on; a fault with the parts to name where it is merged. */
export function needOwn(
  context: EditContext,
  id: string,
  key: string,
  what: string,
  has: (unit: Interaction | Option) => boolean,
): FoundUnit | undefined {
  const found = needUnit(context, id, key);
  if (found === undefined || found.role === 'option' || found.unit.parts === undefined) return found;
  const inside = Array.from(unitsOf(found.unit))
    .filter(({ unit }) => !('parts' in unit) && has(unit))
    .map(({ unit }) => unit.id);
  const received = `${quote(id)}, which is merged from ${listIds(found.unit.parts.map((part) => part.id))}`;
  const hint = inside.length === 0 ? `none of its parts has ${what}` : `name the part: ${listIds(inside)}`;
  return impossible(context, key, `a step, part or option with ${what} of its own`, received, hint);
}
