import type { Interaction, Journey, Option, OptionInput } from '../journey/types';
import { units } from '../journey/units';
import type { FieldRole } from '../redesign/define-edit';
import { definitionOf, editKinds as allKinds } from '../redesign/edit-catalogue';
import type { StepChanges } from '../redesign/edits/update';
import type { Place } from '../redesign/place';
import type { Edit, EditKind } from '../redesign/types';
import { assembleSteps } from './assemble';
import type { EditSeed } from './edit-seeds';
import { withoutGaps } from './maybe';
import { tidy } from './quantities';

/** Every kind of edit, the plainest first. */
export const editKinds: readonly EditKind[] = [...new Set<EditKind>(['remove', 'move', 'merge', ...allKinds])];

/** What proposals are made from: a seed, and the journey in lists that begin where the seed says. */
interface Matter {
  readonly seed: EditSeed;
  /** Ids of the steps, in order. */
  readonly steps: readonly string[];
  readonly stepsAndParts: readonly Interaction[];
  readonly all: readonly Unit[];
  /** Those that are not merged. */
  readonly own: readonly Unit[];
  readonly fresh: () => string;
}
type Unit = Interaction | Option;
type Fields = Readonly<Record<string, unknown>>;

/** What may stand in a field, the likeliest first. `unit` is what the edit is about, where it names something. */
type Propose = (matter: Matter, unit: Interaction) => readonly unknown[];

const idsOf = (units: readonly Unit[]): readonly string[] => units.map(({ id }) => id);

const references = {
  step: ({ steps, seed }) => turned(steps, seed.step),
  otherStep: ({ steps, seed }) => turned(steps, seed.place),
  allSteps: ({ steps, seed }) => [turned(shuffled(steps, seed.step), seed.place), turned(steps, seed.place), steps],
  neighbours: ({ steps, seed }) => {
    const froms = turned(Array.from(steps.slice(0, -1).keys()), seed.step);
    return froms.map((from) => steps.slice(from, from + seed.count));
  },
  stepOrPart: ({ stepsAndParts }) => idsOf(stepsAndParts),
  unit: ({ all }) => idsOf(all),
  wait: ({ own }) => idsOf(own.filter(({ kind }) => kind === 'wait')),
  failing: ({ own }) => idsOf(own.filter(({ failure }) => failure !== undefined)),
  choosing: ({ stepsAndParts }) => idsOf(stepsAndParts.filter(({ choice }) => choice !== undefined)),
  otherOption: ({ seed }, { choice }) => turned([undefined, ...idsOf(choice!.options)], seed.place).slice(0, 1),
} satisfies { readonly [Role in FieldRole]?: Propose };

/** These take new ids, so they are made last, for each proposal anew. */
const makers = {
  newStep: ({ seed, fresh }) => [newStep(seed, fresh)],
  newOptions: ({ seed, fresh }) => [newOptions(seed, fresh)],
  newWhole: ({ seed, fresh }) => [{ id: fresh(), affect: seed.mergedAffect }],
  newPieces: ({ seed, fresh }, unit) => [isMerged(unit) ? undefined : pieces(seed, fresh)],
} satisfies { readonly [Role in FieldRole]?: Propose };

const proposed: { readonly [Role in FieldRole]: Propose } = {
  ...references,
  ...makers,
  place: ({ steps, seed }) => places(steps, seed),
  changes: ({ seed }, unit) => [changesTo(unit, seed)],
  channel: ({ seed }) => [['app', 'phone', 'desk'][seed.place % 3]!],
  factor: ({ seed }) => [seed.factor],
  share: ({ seed }) => [seed.share],
  pace: ({ seed }) => [seed.pace],
  headStart: ({ seed }) => [seed.endowed],
  rarer: ({ seed }, { failure }) => [tidy(failure!.probability * seed.share)],
  likelier: ({ seed }, { failure }) => {
    const known = failure!.recovery?.probability ?? 0;
    return [Math.min(1, tidy(known + (1 - known) * seed.share))];
  },
  // A gain of 10 is no less than any other; a distribution is taken as given.
  gain: ({ seed }) => [typeof seed.gain === 'number' ? 10 : seed.gain],
};

/** What the fields of an edit of this kind hold, by key, as far as it is proposed. */
export function rolesOf(kind: EditKind): readonly (readonly [key: string, role: FieldRole])[] {
  const { fields } = definitionOf(kind);
  return Object.entries(fields).flatMap(([key, [, role]]) => (role === undefined ? [] : [[key, role] as const]));
}

/** Edits of one kind that might be lawful here, the one the seed asks for first. */
export function* proposals(journey: Journey, kind: EditKind, seed: EditSeed): Generator<Edit, void, void> {
  const found = [...units(journey)];
  const all: readonly Unit[] = found.map(({ unit }) => unit);
  const stepsAndParts = found.filter(({ role }) => role !== 'option').map(({ unit }) => unit as Interaction);
  const matter: Matter = {
    seed,
    steps: idsOf(journey.interactions),
    stepsAndParts: turned(stepsAndParts, seed.step),
    all: turned(all, seed.step),
    own: turned(
      all.filter((unit) => !isMerged(unit)),
      seed.step,
    ),
    fresh: freshIds(idsOf(all)),
  };
  const roles = rolesOf(kind);
  const isMade = (role: FieldRole): boolean => Object.hasOwn(makers, role);
  const order = [...roles.filter(([, role]) => !isMade(role)), ...roles.filter(([, role]) => isMade(role))];
  for (const fields of filled(matter, order, {})) {
    const inOrder = Object.fromEntries(roles.map(([key]) => [key, fields[key]]));
    yield withoutGaps({ edit: kind, ...inOrder, cost: seed.cost }) as Edit;
  }
}

/** All fields filled in every way, the last changing fastest. */
function* filled(matter: Matter, roles: ReturnType<typeof rolesOf>, fields: Fields): Generator<Fields, void, void> {
  const [first, ...rest] = roles;
  if (first === undefined) return yield fields;
  const [key, role] = first;
  const unit = matter.all.find(({ id }) => id === fields['id']) as Interaction;
  for (const value of proposed[role](matter, unit)) yield* filled(matter, rest, { ...fields, [key]: value });
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
