import * as z from 'zod/mini';
import { quantities } from './quantity-schema';
import { between, bounded, flag, probability, share, text, word } from './schema-parts';

/** Everything a journey is made of but steps within steps. */
function buildFields() {
  const { affect, mergedAffect, loss, gain, effort, duration, seconds } = quantities;
  const optional = z.exactOptional;
  const extensions = z.record(z.string(), z.unknown(), { error: 'an object with anything in it' });
  const name = text('a name');
  const id = text('an id (text that is not blank)');

  const wait = z.strictObject(
    {
      occupied: optional(share),
      explained: optional(flag),
      informed: optional(flag),
      fair: optional(flag),
      anxious: optional(between(0, 1, 'how worried people are,')),
      accompanied: optional(flag),
      phase: optional(word(['before', 'during', 'after'])),
      tolerance: optional(seconds),
      display: optional(word(['plain', 'animated'])),
    },
    { error: 'the waiting conditions as an object' },
  );
  const recovery = z.strictObject(
    { probability, affect: gain, duration: optional(duration) },
    { error: 'a recovery: { probability, affect, duration? }' },
  );
  const failure = z.strictObject(
    { probability, affect: loss, duration: optional(duration), recovery: optional(recovery) },
    { error: 'a failure: { probability, affect, duration?, recovery? }' },
  );
  const source = z.strictObject(
    { kind: word(['measured', 'literature', 'expert', 'guess']), note: optional(z.string({ error: 'a note in words' })) },
    { error: 'a source: { kind, note? }' },
  );
  /** What a step and an option have in common. */
  const shared = {
    id,
    name: optional(name),
    channel: optional(text('the name of a channel')),
    kind: optional(word(['service', 'wait'])),
    duration: optional(duration),
    effort: optional(effort),
    wait: optional(wait),
    failure: optional(failure),
    dropout: optional(probability),
    skip: optional(probability),
    drawAs: optional(text('the id of the stream to draw from')),
    source: optional(source),
    extensions: optional(extensions),
  };
  const appeal = between(-100, 100, 'logits');
  const option = z.strictObject(
    { ...shared, affect: optional(affect), appeal: optional(appeal), available: optional(flag) },
    { error: 'an option: an object with an id and a duration' },
  );
  const choice = z.strictObject(
    {
      options: z
        .array(option, { error: 'a list of options' })
        .check(z.minLength(1, { error: bounded('at least one option besides the step itself', { min: 1 }) })),
      appeal: optional(appeal),
      difficulty: optional(between(0, 1, 'a difficulty')),
    },
    { error: 'a choice: { options: [ … ] }' },
  );
  const stepAlone = {
    ...shared,
    affect: optional(mergedAffect),
    stage: optional(text('the name of a stage')),
    choice: optional(choice),
    after: optional(z.array(id, { error: 'a list of ids' })),
    pin: optional(word(['first', 'last'])),
  };
  return { optional, extensions, name, seconds, stepAlone, option, choice, failure, recovery, wait, source };
}

type StepAlone = ReturnType<typeof buildFields>['stepAlone'];

/** A step as people write it. Parts are steps: only an interface may refer to itself while it is being declared. */
export interface StepData extends z.input<z.ZodMiniObject<StepAlone, z.core.$strict>> {
  parts?: StepData[];
}

function buildJourney() {
  const { optional, extensions, name, seconds, stepAlone, option, choice, failure, recovery, wait, source } = buildFields();
  type StepShape = StepAlone & { parts: z.ZodMiniExactOptional<z.ZodMiniArray<z.ZodMiniType<StepData, StepData>>> };
  const step: z.ZodMiniObject<StepShape, z.core.$strict> = z.strictObject(
    {
      ...stepAlone,
      get parts() {
        return optional(
          z.array(step, { error: 'a list of steps' }).check(z.minLength(2, { error: bounded('at least two parts', { min: 2 }) })),
        );
      },
    },
    { error: 'a step: an object with an id and a duration' },
  );
  const progress = z.strictObject(
    {
      shown: flag,
      endowed: optional(between(0, 1, 'a head start')),
      pace: optional(
        z.union([word(['constant', 'fast-to-slow', 'slow-to-fast']), z.array(share, { error: 'a list of shares, one for each step' })], {
          error: '"constant", "fast-to-slow", "slow-to-fast" or a list of shares, one for each step',
        }),
      ),
    },
    { error: 'a progress display: { shown, endowed?, pace? }' },
  );
  const journey = z.strictObject(
    {
      $schema: optional(z.string({ error: 'the address of a schema' })),
      schemaVersion: optional(z.literal(1, { error: '1, the only version there is' })),
      name,
      interactions: z.array(step, { error: 'a list of steps' }).check(z.minLength(1, { error: bounded('at least one step', { min: 1 }) })),
      cohesion: optional(between(0, 1, 'a cohesion')),
      progress: optional(progress),
      promise: optional(seconds),
      extensions: optional(extensions),
    },
    { error: 'a journey: an object with a name and interactions' },
  );
  return { journey, step, option, choice, failure, recovery, wait, progress, source };
}

/** The shape of a journey as people write it. The published JSON Schema is built from it. */
export const journeySchemas = /* @__PURE__ */ buildJourney();
