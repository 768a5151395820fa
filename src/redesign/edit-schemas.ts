import * as z from 'zod/mini';
import { journeySchemas } from '../journey/step-fields';
import { quantities } from '../journey/quantity-schema';
import { between, bounded, probability, share, text, word } from '../journey/schema-parts';
import type { EditKind, RemovableKey } from './types';

const removableKeys = [
  'name',
  'stage',
  'channel',
  'kind',
  'affect',
  'effort',
  'wait',
  'failure',
  'choice',
  'dropout',
  'skip',
  'drawAs',
  'after',
  'pin',
  'source',
  'extensions',
  'appeal',
  'available',
] as const satisfies readonly RemovableKey[];

function buildEdits() {
  const optional = z.exactOptional;
  const { step, option, progress } = journeySchemas;
  const id = text('the id of a step');
  const newId = text('a new id (text that is not blank)');
  const name = text('a name');
  const cost = optional(between(-1e15, 1e15, 'a cost, in a unit of your own,'));
  const stepIds = z.array(id, { error: 'a list of ids of steps' });

  const aPlace = { error: 'one place: { to: "start" | "end" }, { before: id } or { after: id }' };
  const place = z.union(
    [z.strictObject({ to: word(['start', 'end']) }, aPlace), z.strictObject({ before: id }, aPlace), z.strictObject({ after: id }, aPlace)],
    aPlace,
  );
  const into = z.strictObject(
    { id: newId, name: optional(name), affect: optional(quantities.mergedAffect) },
    { error: 'the merged step: { id, name?, affect? }' },
  );
  const aShare = { error: bounded('a share of the duration, above 0 and at most 1', { min: 0, minExcluded: true, max: 1 }) };
  const part = z.strictObject(
    { id: newId, share: z.number(aShare).check(z.positive(aShare), z.maximum(1, aShare)), name: optional(name) },
    { error: 'a part: { id, share }' },
  );
  const atLeastTwoParts = { error: bounded('at least two parts: [{ id, share }, …]', { min: 2 }) };
  const { appeal, available } = option.shape;
  const changes = z.strictObject(
    {
      ...z.omit(step, { id: true, parts: true }).shape,
      appeal,
      available,
      without: optional(
        z.array(z.enum(removableKeys, { error: 'the name of a key that a step can do without' }), { error: 'a list of keys to take away' }),
      ),
    },
    { error: 'the changes as an object: { key: new value }' },
  );
  const aFactor = { error: bounded('a factor above 0', { min: 0, minExcluded: true }) };

  const edit = <const Kind extends EditKind, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) =>
    z.strictObject({ edit: z.literal(kind), ...shape, cost }, { error: 'an edit: an object' });
  return {
    place,
    into,
    part,
    changes,
    edits: {
      insert: edit('insert', { step, place }),
      remove: edit('remove', { id }),
      move: edit('move', { id, place }),
      swap: edit('swap', { id, with: id }),
      reorder: edit('reorder', { ids: stepIds }),
      merge: edit('merge', { ids: stepIds.check(z.minLength(2, { error: bounded('at least two steps', { min: 2 }) })), into }),
      split: edit('split', { id, parts: optional(z.array(part, atLeastTwoParts).check(z.minLength(2, atLeastTwoParts))) }),
      replace: edit('replace', { id, step }),
      update: edit('update', { id, changes }),
      addChoice: edit('addChoice', {
        id,
        options: z
          .array(option, { error: 'a list of options' })
          .check(z.minLength(1, { error: bounded('at least one option', { min: 1 }) })),
      }),
      removeChoice: edit('removeChoice', { id, option: optional(text('the id of an option')) }),
      scaleDuration: edit('scaleDuration', { id, factor: z.number(aFactor).check(z.positive(aFactor)) }),
      occupyWait: edit('occupyWait', { id, share }),
      explainWait: edit('explainWait', { id }),
      informWait: edit('informWait', { id }),
      showProgress: edit('showProgress', { pace: progress.shape.pace, endowed: optional(between(0, 1, 'a head start')) }),
      preventFailure: edit('preventFailure', { id, probability }),
      improveRecovery: edit('improveRecovery', {
        id,
        probability: optional(probability),
        affect: optional(quantities.parameter),
        duration: optional(quantities.duration),
      }),
      changeChannel: edit('changeChannel', { id, channel: text('the name of a channel') }),
    } satisfies Record<EditKind, z.ZodMiniType>,
  };
}

/** The shapes of all edits, by kind, and of what stands in them. */
export const editSchemas = /* @__PURE__ */ buildEdits();

/** The names of all edits. */
export const editKinds = /* @__PURE__ */ Object.keys(editSchemas.edits) as EditKind[];
