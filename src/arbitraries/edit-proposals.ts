import type { Interaction, Journey, Option, OptionInput } from '../journey/types';
import { editKinds as allKinds } from '../redesign/edit-schemas';
import { units } from '../journey/units';
import type { Edit, EditKind, Place, StepChanges } from '../redesign/types';
import { assembleSteps } from './assemble';
import type { EditSeed } from './edit-seeds';
import { withoutGaps } from './maybe';
import { tidy } from './quantities';

/** Every kind of edit, the plainest first. */
export const editKinds: readonly EditKind[] = [...new Set<EditKind>(['remove', 'move', 'merge', ...allKinds])];

/** Edits of one kind that might be lawful here, the one the seed asks for first. */
export function* proposals(journey: Journey, kind: EditKind, seed: EditSeed): Generator<Edit, void, void> {
  const found = [...units(journey)];
  const steps = journey.interactions.map((step) => step.id);
  const withSteps = turned(steps, seed.step);
  const stepsAndParts = found.filter(({ role }) => role !== 'option').map(({ unit }) => unit as Interaction);
  const all: readonly (Interaction | Option)[] = found.map(({ unit }) => unit);
  const own = turned(
    all.filter((unit) => !isMerged(unit)),
    seed.step,
  );
  const fresh = freshIds(found.map(({ unit }) => unit.id));
  switch (kind) {
    case 'insert':
      for (const place of places(steps, seed)) yield priced(seed, { edit: 'insert', step: newStep(seed, fresh), place });
      return;
    case 'remove':
      for (const id of withSteps) yield priced(seed, { edit: 'remove', id });
      return;
    case 'move':
      for (const id of withSteps) for (const place of places(steps, seed)) yield priced(seed, { edit: 'move', id, place });
      return;
    case 'swap':
      for (const id of withSteps) for (const other of turned(steps, seed.place)) yield priced(seed, { edit: 'swap', id, with: other });
      return;
    case 'reorder':
      yield priced(seed, { edit: 'reorder', ids: turned(shuffled(steps, seed.step), seed.place) });
      yield priced(seed, { edit: 'reorder', ids: turned(steps, seed.place) });
      yield priced(seed, { edit: 'reorder', ids: steps });
      return;
    case 'merge':
      for (const first of turned(steps.slice(0, -1), seed.step)) {
        const from = steps.indexOf(first);
        yield priced(seed, {
          edit: 'merge',
          ids: steps.slice(from, from + seed.count),
          into: withoutGaps({ id: fresh(), affect: seed.mergedAffect }) as never,
        });
      }
      return;
    case 'split':
      for (const unit of turned(stepsAndParts, seed.step)) {
        yield priced(seed, isMerged(unit) ? { edit: 'split', id: unit.id } : { edit: 'split', id: unit.id, parts: pieces(seed, fresh) });
      }
      return;
    case 'replace':
      for (const unit of turned(stepsAndParts, seed.step)) yield priced(seed, { edit: 'replace', id: unit.id, step: newStep(seed, fresh) });
      return;
    case 'update':
      for (const unit of turned(all, seed.step)) yield priced(seed, { edit: 'update', id: unit.id, changes: changesTo(unit, seed) });
      return;
    case 'addChoice':
      for (const unit of turned(stepsAndParts, seed.step))
        yield priced(seed, { edit: 'addChoice', id: unit.id, options: newOptions(seed, fresh) });
      return;
    case 'removeChoice':
      for (const { id, choice } of turned(stepsAndParts, seed.step)) {
        if (choice === undefined) continue;
        const option = turned([undefined, ...choice.options.map((one) => one.id)], seed.place)[0];
        yield priced(seed, withoutGaps({ edit: 'removeChoice', id, option }) as Edit);
      }
      return;
    case 'scaleDuration':
      for (const { id } of turned(all, seed.step)) yield priced(seed, { edit: 'scaleDuration', id, factor: seed.factor });
      return;
    case 'occupyWait':
      for (const { id } of own) yield priced(seed, { edit: 'occupyWait', id, share: seed.share });
      return;
    case 'explainWait':
    case 'informWait':
      for (const { id } of own) yield priced(seed, { edit: kind, id });
      return;
    case 'showProgress':
      yield priced(seed, withoutGaps({ edit: 'showProgress', pace: seed.pace, endowed: seed.endowed }) as Edit);
      return;
    case 'preventFailure':
      for (const { id, failure } of own) {
        if (failure !== undefined) yield priced(seed, { edit: 'preventFailure', id, probability: tidy(failure.probability * seed.share) });
      }
      return;
    case 'improveRecovery':
      for (const { id, failure } of own)
        if (failure !== undefined) yield priced(seed, recovery(id, failure.recovery?.probability ?? 0, seed));
      return;
    case 'changeChannel':
      for (const { id } of turned(all, seed.step))
        yield priced(seed, { edit: 'changeChannel', id, channel: ['app', 'phone', 'desk'][seed.place % 3]! });
  }
}

function isMerged(unit: Interaction | Option): boolean {
  return 'parts' in unit && unit.parts !== undefined;
}

/** The list from its nth entry on, and round again. */
function turned<Item>(list: readonly Item[], number: number): readonly Item[] {
  if (list.length === 0) return list;
  const start = number % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** Another order for every number. */
function shuffled(list: readonly string[], number: number): readonly string[] {
  const left = [...list];
  const order: string[] = [];
  for (let rest = number; left.length > 0; rest = Math.floor(rest / 3) + 1) order.push(left.splice(rest % left.length, 1)[0]!);
  return order;
}

function places(steps: readonly string[], seed: EditSeed): readonly Place[] {
  const beside = steps.flatMap((id): Place[] => [{ before: id }, { after: id }]);
  return turned<Place>([{ to: 'start' }, { to: 'end' }, ...beside], seed.place);
}

/** Ids nobody has: `new-1`, `new-2`, … */
function freshIds(taken: readonly string[]): () => string {
  const known = new Set(taken);
  let count = 0;
  return () => {
    do count++;
    while (known.has(`new-${count}`));
    return `new-${count}`;
  };
}

/** A new step, all its ids new. */
function newStep(seed: EditSeed, fresh: () => string): Interaction {
  const rename = (step: Interaction): Interaction => ({
    ...step,
    id: fresh(),
    ...(step.parts === undefined ? {} : { parts: step.parts.map(rename) }),
    ...(step.choice === undefined
      ? {}
      : { choice: { ...step.choice, options: step.choice.options.map((option) => ({ ...option, id: fresh() })) } }),
  });
  return rename(assembleSteps([seed.newStep], false)[0]!);
}

function newOptions(seed: EditSeed, fresh: () => string): readonly OptionInput[] {
  return assembleSteps(seed.options, false).map(({ stage: _stage, choice: _choice, parts: _parts, after: _after, pin: _pin, ...step }) => {
    return { ...step, id: fresh() } as OptionInput;
  });
}

function pieces(seed: EditSeed, fresh: () => string): readonly { readonly id: string; readonly share: number }[] {
  return Array.from({ length: seed.count }, () => ({ id: fresh(), share: 1 / seed.count }));
}

function changesTo(unit: Interaction | Option, seed: EditSeed): StepChanges {
  const removable = (['name', 'channel', 'effort', 'failure', 'dropout', 'skip', 'affect'] as const).filter(
    (key) => unit[key] !== undefined,
  );
  if (seed.place % 3 === 1 && removable.length > 0) return { without: [removable[seed.place % removable.length]!] };
  if (seed.place % 3 === 2 && !isMerged(unit)) return { duration: Math.floor(seed.factor * 120), affect: seed.affect };
  return { affect: seed.affect };
}

function recovery(id: string, known: number, seed: EditSeed): Edit {
  // A gain of 10 is no less than any other; a distribution is taken as given.
  const affect = typeof seed.gain === 'number' ? 10 : seed.gain;
  return { edit: 'improveRecovery', id, probability: Math.min(1, tidy(known + (1 - known) * seed.share)), affect };
}

function priced(seed: EditSeed, edit: Edit): Edit {
  return seed.cost === undefined ? edit : { ...edit, cost: seed.cost };
}
