import * as z from 'zod/mini';
import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { journeySchemas, readStep } from '../../journey/step-fields';
import { readAffect } from '../../journey/read-quantity';
import type { Interaction, InteractionInput, Option } from '../../journey/types';
import type { FoundUnit } from '../../journey/units';
import { isRecord } from '../../plain/check-number';
import { defineEdit, makeEdit, stepId, type EditBase, type EditData, type EditOptions } from '../define-edit';
import { impossible, needFreshId, needUnit, type EditContext } from '../edit-context';
import { checkNewIds, readOption } from '../new-steps';
import { putInstead } from '../plan-kit';
import { fieldWords, valueWords } from '../../journey/field-words';
import { joined } from '../../words/joined';

const removableKeys = [
  ...([
    'name',
    'stage',
    'channel',
    'kind',
    'affect',
    'effort',
    'anxious',
    'wait',
    'failure',
    'choice',
    'dropout',
    'leavingAffect',
    'skip',
  ] as const),
  ...([
    'durationText',
    'drawAs',
    'after',
    'pin',
    'note',
    'touchpoints',
    'pains',
    'actors',
    'source',
    'extensions',
    'appeal',
    'available',
  ] as const),
] as const;

/** A key that `update` can take away. */
export type RemovableKey = (typeof removableKeys)[number];

/** New values by key, each in place of what stood under it; within `wait`, `failure` and `choice` what is not named stays. `without` names keys to take away. */
export type StepChanges = Omit<InteractionInput, 'id' | 'parts'> & {
  /** Of an option only: what draws people beyond its affect, logits, −100…100. Default: as it is. */
  readonly appeal?: number | undefined;
  /** Of an option only: whether it can be taken. Default: as it is. */
  readonly available?: boolean | undefined;
  /** Keys to take away. Default: none. */
  readonly without?: readonly RemovableKey[] | undefined;
};

/** Gives a step, part or option new values. */
export interface UpdateEdit extends EditBase<'update'> {
  /** Id of what changes. */
  readonly id: string;
  /** New values by key. */
  readonly changes: StepChanges;
}

/**
 * Changes what is said of a step. What is not named stays, also within its `wait`, `failure` and `choice`; any other key is replaced as a
 * whole. To take something away, name it in `without`; `null` is an error. The draws stay: a step that gets a faster duration still has its
 * slow customers in the same place.
 *
 * @param id - A step, a part of a merged step, or an option.
 * @param changes - Any key of a step but `id` (see {@link replace}) and `parts` (see {@link merge}, {@link split}); for an option also
 * `appeal` and `available`. `without`: a list of keys to take away; one that is not there changes nothing.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @throws JourneyError only where `changes` cannot be data at all; `redesign` tells everything else.
 * @example
 * import { redesign, update } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '10 min', dropout: 0.1 }] };
 * const calmer = redesign(visit, [update('doctor', { duration: '12 min', without: ['dropout'] })]);
 * calmer.interactions[0].duration; // 720
 * 'dropout' in calmer.interactions[0]; // false
 */
export function update(id: string, changes: StepChanges, options?: EditOptions): UpdateEdit {
  return makeEdit<UpdateEdit>({ edit: 'update', id, changes }, options);
}

export const updateEdit = /* @__PURE__ */ defineEdit<UpdateEdit>(
  'update',
  () => ({ id: [stepId, 'unit'], changes: [changesShape(), 'changes'] }),
  {
    usage: 'update("doctor", { affect: 3, without: ["failure"] })',
    blames: 'changes',
    beforeShape,
    check({ changes }, issues) {
      if (!isRecord(changes)) return;
      // Rules that hold between keys need the step itself: they are left to the plan.
      const { affect, durationText, ...rest } = changes;
      // What was typed for a duration that stays is judged beside it.
      const typed = durationText !== undefined && rest['duration'] !== undefined ? { durationText } : {};
      readStep({ duration: 0, ...rest, ...typed, kind: 'wait' }, 'changes', issues);
      if (affect !== undefined) readAffect(affect, 'changes.affect', issues, true);
      checkNewIds({ choice: changes['choice'] }, 'changes', issues);
    },
    plan(context, edit) {
      const found = needUnit(context, edit.id, 'id');
      if (found === undefined) return undefined;
      const before = context.issues.length;
      needKeysOf(context, edit, found);
      needFreshOptions(context, edit, found);
      if (context.issues.length > before) return undefined;

      const { without = [], ...values } = edit.changes;
      const kept: Record<string, unknown> = { ...found.unit };
      for (const key of without) delete kept[key];
      if (values.duration !== undefined) delete kept['durationText'];
      const next: Record<string, unknown> = { ...kept, ...values };
      // What a wait, a failure or a choice already has stays, unless it is named: nothing is lost by changing one thing of it.
      for (const key of ['wait', 'failure', 'choice'])
        if (isRecord(kept[key]) && isRecord(next[key])) next[key] = { ...kept[key], ...next[key] };
      for (const key of without) if (!Object.hasOwn(values, key)) delete next[key];
      const issues: Issue[] = [];
      const read = found.role === 'option' ? readOption(next, '', issues) : readStep(next, '', issues);
      for (const issue of issues) context.issues.push(inChanges(issue, context, edit));
      return issues.length > 0 ? undefined : putInstead(found, read as Interaction | Option);
    },
    words({ id, changes: { without = [], ...values } }, name) {
      // What was typed for a duration says the same as the duration.
      const told = Object.entries(values).filter(([key]) => key !== 'durationText' || values.duration === undefined);
      const changes = told.map(([key, value]) => `${fieldWords(key)} ${valueWords(key, value)}`);
      if (without.length > 0) changes.push(`without ${joined(without.map(fieldWords))}`);
      return `change ${name(id)}: ${changes.join(', ')}`;
    },
  },
);

function changesShape() {
  const { step, option } = journeySchemas;
  const { appeal, available } = option.shape;
  const removable = z.enum(removableKeys, { error: 'the name of a key that a step can do without' });
  const without = z.exactOptional(z.array(removable, { error: 'a list of keys to take away' }));
  return z.strictObject(
    { ...z.omit(step, { id: true, parts: true }).shape, appeal, available, without },
    { error: 'the changes as an object: { key: new value }' },
  );
}

/** What cannot be in an update is told here; the rest goes on to the shape. */
function beforeShape(edit: EditData, issues: Issue[]): EditData {
  const changes = edit['changes'];
  if (!isRecord(changes)) return edit;
  const rest: Record<string, unknown> = {};
  const without = Array.isArray(changes['without']) ? changes['without'] : [];
  for (const [key, value] of Object.entries(changes)) {
    const path = at('changes', key);
    if (key === 'id' || key === 'parts') {
      const hint =
        key === 'id'
          ? 'to rename a step, replace it by itself with another id and drawAs: the old id'
          : 'parts come and go with merge and split; to change a part, update it by its own id';
      issues.push({ code: 'impossible-edit', path, expected: `no ${key} among the changes`, received: quote(value), hint });
    } else if (value === null) {
      const hint = `to take it away: without: [${quote(key)}]`;
      issues.push({ code: 'invalid-type', path, expected: 'a value', received: 'null', hint });
    } else {
      if (without.includes(key)) {
        const hint = 'say one of the two';
        issues.push({ code: 'conflict', path, expected: `either a new ${key} or ${key} in without`, received: 'both', hint });
      }
      rest[key] = value;
    }
  }
  if (Object.keys(changes).length === 0) {
    issues.push({ code: 'missing', path: 'changes', expected: 'at least one change', received: 'an empty object' });
  }
  return { ...edit, changes: rest };
}

const ofStepsOnly = ['stage', 'choice', 'after', 'pin'] as const;
const ofOptionsOnly = ['appeal', 'available'] as const;

function needKeysOf(context: EditContext, edit: UpdateEdit, found: FoundUnit): void {
  const wrong: readonly string[] = found.role === 'option' ? ofStepsOnly : ofOptionsOnly;
  for (const key of Object.keys(edit.changes)) {
    if (!wrong.includes(key)) continue;
    const expected = found.role === 'option' ? `no ${key} for an option` : `${key} only for an option`;
    const hint =
      found.role === 'option'
        ? `${key} belongs to the step: update(${quote(found.holder.id)}, …)`
        : `the appeal of a step as first option stands in its choice: { choice: { options, appeal } }`;
    impossible(context, at('changes', key), expected, quote(edit.id), hint);
  }
}

/** A choice that is written anew brings ids of its own; those it had may stay. */
function needFreshOptions(context: EditContext, edit: UpdateEdit, found: FoundUnit): void {
  if (found.role === 'option') return;
  const known = new Set(found.unit.choice?.options.map((option) => option.id));
  edit.changes.choice?.options.forEach((option, index) => {
    if (!known.has(option.id)) needFreshId(context, option.id, `changes.choice.options[${index}].id`);
  });
  if (edit.changes.choice === undefined || found.unit.parts === undefined) return;
  const hint = 'give one of its parts the choice';
  impossible(context, 'changes.choice', 'a step that is not merged', quote(edit.id), hint);
}

/** A fault of the changed step, told in words of the edit: it stands where the key was given, else at the changes as a whole. */
function inChanges(issue: Issue, context: EditContext, { changes }: UpdateEdit): Issue {
  const key = /^\w+/.exec(issue.path)?.[0] ?? '';
  const where = `${context.path}.changes`;
  if (Object.hasOwn(changes, key)) return { ...issue, path: `${where}.${issue.path}` };
  const kind = key === 'wait' && Object.hasOwn(changes, 'kind');
  const path = kind
    ? `${where}.kind`
    : changes.without?.some((gone) => gone === key || gone === 'kind') === true
      ? `${where}.without`
      : where;
  const hint = key === 'wait' ? { hint: 'take the waiting conditions away too: without: ["wait"]' } : {};
  return { ...issue, code: 'impossible-edit', path, ...hint };
}
