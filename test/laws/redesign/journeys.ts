import fc from 'fast-check';
import { defineJourney } from '../../../src/journey/define-journey';
import type { Interaction, InteractionInput, Journey, OptionInput } from '../../../src/journey/types';
import { unitsOf } from '../../../src/journey/units';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';

const level = fc.integer({ min: -9, max: 9 });
const duration = fc.oneof(
  fc.integer({ min: 0, max: 3600 }),
  fc.record({ type: fc.constant('lognormal' as const), median: fc.integer({ min: 10, max: 900 }), sigma: fc.constantFrom(0.25, 0.5) }),
  fc.record({ type: fc.constant('uniform' as const), min: fc.constant(30), max: fc.integer({ min: 31, max: 600 }) }),
);
const normal = fc.record({ type: fc.constant('normal' as const), mean: level, sd: fc.constantFrom(0.5, 2) });
const affect = fc.oneof(level, normal, fc.record({ start: fc.oneof(level, normal), end: level }));
const chance = fc.constantFrom(0, 0.1, 0.5, 1);
const failure = fc.record(
  {
    probability: chance,
    affect: fc.integer({ min: -8, max: 0 }),
    recovery: fc.record({ probability: chance, affect: fc.integer({ min: 0, max: 8 }) }),
  },
  { requiredKeys: ['probability', 'affect'] },
);
const shared = {
  duration,
  affect,
  effort: fc.integer({ min: 0, max: 10 }),
  failure,
  dropout: chance,
  skip: chance,
  channel: fc.constantFrom('desk', 'app'),
};
const optional = { requiredKeys: ['duration'] as ['duration'] };
const wait = fc.record(
  { occupied: chance, informed: fc.boolean(), anxious: chance, tolerance: fc.integer({ min: 5, max: 900 }) },
  { requiredKeys: [] },
);

type Bare = Omit<InteractionInput, 'id'>;
const service: fc.Arbitrary<Bare> = fc.record(shared, optional);
const waiting: fc.Arbitrary<Bare> = fc.record(
  { ...shared, kind: fc.constant('wait' as const), wait },
  { requiredKeys: ['duration', 'kind'] },
);
const plain: fc.Arbitrary<Bare> = fc
  .tuple(fc.oneof(service, waiting), fc.constantFrom(undefined, 'arrive', 'leave'))
  .map(([step, stage]) => (stage === undefined ? step : { ...step, stage }));
const bareOption: fc.Arbitrary<Omit<OptionInput, 'id'>> = fc.record({ duration, affect: level, appeal: level }, optional);

/** Shapes without ids: ids come from where a unit stands, so none is there twice. */
type Shape =
  | { readonly plain: Bare; readonly options: readonly Omit<OptionInput, 'id'>[] }
  | { readonly parts: readonly Shape[]; readonly affect: 'time-weighted' | number | undefined };
const single: fc.Arbitrary<Shape> = fc.record({
  plain,
  options: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(bareOption, { minLength: 1, maxLength: 2 })),
});
const mergedOf = (part: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> =>
  fc.record({ parts: fc.array(part, { minLength: 2, maxLength: 3 }), affect: fc.constantFrom(undefined, 'time-weighted' as const, 3) });
const shape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 6, arbitrary: single },
  { weight: 1, arbitrary: mergedOf(single) },
  { weight: 1, arbitrary: mergedOf(fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: mergedOf(single) })) },
);

function named(one: Shape, id: string): InteractionInput {
  if ('parts' in one) {
    const parts = one.parts.map((part, index) => named(part, `${id}-${index}`));
    return { id, parts, ...(one.affect === undefined ? {} : { affect: one.affect }) };
  }
  if (one.options.length === 0) return { id, ...one.plain };
  return { id, ...one.plain, choice: { options: one.options.map((option, index) => ({ id: `${id}-or-${index}`, ...option })) } };
}

/** Small journeys with everything that edits work on: waits, failures, choices, merged steps (also of merged steps), `after`, `pin`. */
export const anyJourney: fc.Arbitrary<Journey> = fc
  .record({
    shapes: fc.array(shape, { minLength: 2, maxLength: 6 }),
    after: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
    pins: fc.tuple(fc.boolean(), fc.boolean()),
  })
  .map(({ shapes, after, pins }) => {
    const steps: InteractionInput[] = shapes.map((one, index) => named(one, `s${index}`));
    for (const [a, b] of after) {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      if (early !== late && late < steps.length) steps[late] = { ...steps[late]!, after: [`s${early}`] };
    }
    if (pins[0]) steps[0] = { ...steps[0]!, pin: 'first' };
    if (pins[1]) steps[steps.length - 1] = { ...steps.at(-1)!, pin: 'last' };
    return defineJourney({ name: 'Any', interactions: steps });
  });

/** Turns numbers into an edit of a journey; often a possible one. `fresh` is part of every new id. */
function draft(journey: Journey, [kind, a, b, c]: readonly number[], fresh: string): Edit {
  const steps = journey.interactions;
  const all = steps.flatMap((step) => Array.from(unitsOf(step), ({ unit }) => unit as Interaction));
  const step = steps[a! % steps.length]!;
  const other = steps[b! % steps.length]!;
  const unit = all[a! % all.length]!;
  const place = [{ to: 'start' as const }, { to: 'end' as const }, { before: other.id }, { after: other.id }][c! % 4]!;
  const share = ((b! % 8) + 1) / 10;
  const edits: readonly (() => Edit)[] = [
    () => ({ edit: 'insert', step: { id: `${fresh}-new`, duration: '2 min', affect: 1 }, place }),
    () => ({ edit: 'remove', id: step.id }),
    () => ({ edit: 'move', id: step.id, place }),
    () => ({ edit: 'swap', id: step.id, with: other.id }),
    () => ({ edit: 'reorder', ids: [...steps.slice(a! % steps.length), ...steps.slice(0, a! % steps.length)].map(({ id }) => id) }),
    () => ({
      edit: 'merge',
      ids: steps.slice(a! % steps.length, (a! % steps.length) + 2 + (b! % 3)).map(({ id }) => id),
      into: { id: `${fresh}-all` },
    }),
    () => ({ edit: 'split', id: all.find(({ parts }) => parts !== undefined)?.id ?? unit.id }),
    () => ({
      edit: 'split',
      id: unit.id,
      parts: [
        { id: `${fresh}-a`, share },
        { id: `${fresh}-b`, share: 1 - share },
      ],
    }),
    () => ({ edit: 'replace', id: unit.id, step: { id: c! % 2 === 0 ? unit.id : `${fresh}-other`, duration: 60, drawAs: unit.id } }),
    () => ({ edit: 'update', id: unit.id, changes: { affect: (b! % 9) - 4, without: ['channel'] } }),
    () => ({ edit: 'addChoice', id: unit.id, options: [{ id: `${fresh}-or`, duration: '3 min', affect: 2 }] }),
    () => ({ edit: 'removeChoice', id: all.find(({ choice }) => choice !== undefined)?.id ?? unit.id }),
    () => ({ edit: 'scaleDuration', id: unit.id, factor: [0.5, 1, 2, 1.3][b! % 4]! }),
    () => ({ edit: 'occupyWait', id: (all.find(({ kind }) => kind === 'wait') ?? unit).id, share }),
    () => ({ edit: 'explainWait', id: (all.find(({ kind }) => kind === 'wait') ?? unit).id }),
    () => ({ edit: 'informWait', id: (all.find(({ kind }) => kind === 'wait') ?? unit).id }),
    () => ({ edit: 'showProgress', pace: 'fast-to-slow', endowed: share, cost: b! }),
    () => ({ edit: 'preventFailure', id: (all.find((one) => one.failure !== undefined) ?? unit).id, probability: 0 }),
    () => ({
      edit: 'improveRecovery',
      id: (all.find((one) => one.failure !== undefined) ?? unit).id,
      probability: 1,
      affect: 8,
      duration: '1 min',
    }),
    () => ({ edit: 'changeChannel', id: unit.id, channel: 'phone' }),
  ];
  return edits[kind! % edits.length]!();
}

const seeds = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 5 });

/** A journey and edits that are possible on it, one after the other. Where numbers give an impossible edit, a plain one stands instead. */
export const redesignable: fc.Arbitrary<{ readonly journey: Journey; readonly edits: readonly Edit[] }> = fc
  .tuple(anyJourney, seeds)
  .map(([journey, numbers]) => {
    const edits: Edit[] = [];
    let now = journey;
    for (const [index, one] of numbers.entries()) {
      const wanted = draft(now, one, `n${index}`);
      const edit: Edit =
        checkEdits([wanted], now).length === 0 ? wanted : { edit: 'scaleDuration', id: now.interactions[0]!.id, factor: 1.5 };
      edits.push(edit);
      now = redesign(now, [edit]);
    }
    return { journey, edits };
  });

/** Edits, possible or not. */
export const anyEdits: fc.Arbitrary<{ readonly journey: Journey; readonly edits: readonly Edit[] }> = fc
  .tuple(anyJourney, seeds)
  .map(([journey, numbers]) => ({ journey, edits: numbers.map((one, index) => draft(journey, one, `n${index}`)) }));
