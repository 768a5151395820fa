import * as z from 'zod/mini';
import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { eachOf, fieldTable, optional, within, type Field, type FieldsOf, type Reader } from './fields';
import { quantities } from './quantity-schema';
import { readExtensions } from './read-extensions';
import { readAffect, readDuration, readEffort, readLevel, readSeconds, readShift } from './read-quantity';
import { between, bounded, flag, probability, share, text, word } from './schema-parts';
import type { Choice, Failure, Interaction, Journey, NoChoice, Option, Progress, Recovery, Retry, RetryWait } from './types';
import { durationText } from './duration-text';
import { waitEntries, waitFields } from './wait-conditions';
import { source } from './source-fields';

/** A step as people write it. Parts are steps: only an interface may refer to itself while it is being declared. */
export interface StepData extends z.input<z.ZodMiniObject<StepAlone, z.core.$strict>> {
  parts?: StepData[];
}
type Tables = ReturnType<typeof buildTables>;
type StepAlone = Omit<Tables['step']['schema']['shape'], 'parts'>;
type StepSchema = z.ZodMiniObject<
  StepAlone & { parts: z.ZodMiniExactOptional<z.ZodMiniArray<z.ZodMiniType<StepData, StepData>>> },
  z.core.$strict
>;

const hasParts = (holder: Record<string, unknown>): boolean => holder['parts'] !== undefined;

/** Stages by name, at least one. */
export const stageNames = /* @__PURE__ */ (() =>
  z
    .array(text('the name of a stage'), { error: 'a list of stages' })
    .check(z.minLength(1, { error: bounded('at least one stage', { min: 1 }) })))();

/** Every object a journey is made of, each as one table: what may stand in it, in which order it is kept, how it is read. */
function buildTables() {
  const duration = [quantities.duration, readDuration] as const;
  const seconds = optional([quantities.seconds, readSeconds]);
  const name = text('a name');
  const id = text('an id (text that is not blank)');
  const chance = optional(probability);
  const appeal = optional(between(-100, 100, 'logits'));
  const extensions = optional([z.record(z.string(), z.unknown(), { error: 'an object with anything in it' }), readExtensions]);
  const affectOf = <Shape extends z.core.$ZodType>(shape: Shape) =>
    optional([shape, (value, path, issues, holder) => readAffect(value, path, issues, hasParts(holder))]);
  /** The shift of a failure or recovery; it must be there, which only the reader can say well. */
  const shift = <Shape extends z.core.$ZodType>(shape: Shape, sign: -1 | 1) =>
    [shape, ((value, path, issues) => readShift(value, path, issues, sign)) satisfies Reader] as const;

  const recovery = fieldTable(
    'a recovery: { probability, affect, duration? }',
    { probability, affect: shift(quantities.gain, 1), duration: optional(duration) } satisfies FieldsOf<Recovery>,
    needsAffect,
  );
  const retryWait = fieldTable(
    'the wait before going through it again: { duration, … }',
    {
      duration,
      affect: optional([quantities.level, readLevel]),
      ...waitEntries,
    } satisfies FieldsOf<RetryWait>,
    needsDuration,
  );
  const retry = fieldTable('a retry: { atMost, wait? }', {
    atMost: z.literal([1, 2, 3, 4, 5], { error: bounded('a whole number from 1 to 5', { min: 1, max: 5 }) }),
    wait: optional(within(retryWait)),
  } satisfies FieldsOf<Retry>);
  const failure = fieldTable(
    'a failure: { probability, affect, duration?, wait?, recovery?, retry? }',
    {
      probability,
      affect: shift(quantities.loss, -1),
      duration: optional(duration),
      wait: optional(within(waitFields)),
      recovery: optional(within(recovery)),
      retry: optional(within(retry)),
    } satisfies FieldsOf<Failure>,
    needsAffect,
  );
  const named = { id, name: optional(name) };
  const channel = optional(text('the name of a channel'));
  const howLong = { duration: optional(duration), durationText: optional(durationText) };
  const leavingAffect = optional(between(-10, 0, 'a shift of affect'));
  const lived = {
    anxious: optional(between(0, 1, 'how worried people are,')),
    effort: optional([quantities.effort, readEffort]),
    wait: optional(within(waitFields)),
    failure: optional(within(failure)),
  } as const;
  const drawAs = optional(text('the id of the stream to draw from'));
  const words = (what: string) => optional(z.array(text(what), { error: `a list of ${what.replace(/^an? /, '')}s, each a text` }));
  const told = {
    note: optional(text('a note in words')),
    touchpoints: words('a touchpoint'),
    pains: words('a pain'),
    actors: words('an actor'),
  };
  const ends = { ...told, source: optional(within(source)), extensions };

  const option = fieldTable(
    'an option: an object with an id and a duration',
    {
      ...named,
      channel,
      kind: optional(word(['service', 'wait'])),
      ...howLong,
      affect: affectOf(quantities.affect),
      ...lived,
      dropout: chance,
      leavingAffect,
      skip: chance,
      drawAs,
      ...ends,
      appeal,
      available: optional(flag),
    } satisfies FieldsOf<Option>,
    checkAlone,
  );
  const options = z
    .array(option.schema, { error: 'a list of options' })
    .check(z.minLength(1, { error: bounded('at least one option besides the step itself', { min: 1 }) }));
  const none = fieldTable('walking on without choosing: { appeal }', {
    appeal: between(-100, 100, 'logits'),
  } satisfies FieldsOf<NoChoice>);
  const choice = fieldTable('a choice: { options: [ … ] }', {
    options: [options, eachOf(option.read)],
    appeal,
    difficulty: optional(between(0, 1, 'a difficulty')),
    none: optional(within(none)),
  } satisfies FieldsOf<Choice>);
  const step = fieldTable(
    'a step: an object with an id and a duration',
    {
      ...named,
      stage: optional(text('the name of a stage')),
      channel,
      kind: optional(word(['service', 'wait', 'gap'])),
      ...howLong,
      affect: affectOf(quantities.mergedAffect),
      ...lived,
      choice: optional(within(choice)),
      dropout: chance,
      leavingAffect,
      skip: chance,
      parts: parts as () => Field,
      drawAs,
      after: optional(z.array(id, { error: 'a list of ids' })),
      pin: optional(word(['first', 'last'])),
      ...ends,
    } satisfies FieldsOf<Interaction>,
    (holder, path, issues) => (hasParts(holder) ? checkMerged : checkAlone)(holder, path, issues),
  );
  const progress = fieldTable('a progress display: { shown, endowed?, pace? }', {
    shown: z.union([flag, stageNames], { error: 'true, false or a list of stages' }),
    endowed: optional(between(0, 1, 'a head start')),
    pace: optional(
      z.union([word(['constant', 'fast-to-slow', 'slow-to-fast']), z.array(share, { error: 'a list of shares, one for each step' })], {
        error: '"constant", "fast-to-slow", "slow-to-fast" or a list of shares, one for each step',
      }),
    ),
  } satisfies FieldsOf<Progress>);
  return { seconds, name, extensions, recovery, retryWait, retry, failure, none, option, choice, step, progress };
}

/** Parts are steps. */
function parts(): Field {
  const shape = z.array(journeyTables.step.schema, { error: 'a list of steps' });
  return optional([shape.check(z.minLength(2, { error: bounded('at least two parts', { min: 2 }) })), eachOf(journeyTables.step.read)]);
}

function buildJourney() {
  const { seconds, name, extensions, ...tables } = buildTables();
  const step = tables.step as unknown as { readonly schema: StepSchema; readonly read: Reader };
  const steps = z.array(step.schema, { error: 'a list of steps' });
  const journey = fieldTable('a journey: an object with a name and interactions', {
    $schema: [optional(z.string({ error: 'the address of a schema' })), leftOut],
    schemaVersion: optional(z.literal(1, { error: '1, the only version there is' })),
    name,
    interactions: [steps.check(z.minLength(1, { error: bounded('at least one step', { min: 1 }) })), eachOf(step.read)],
    cohesion: optional(between(0, 1, 'a cohesion')),
    progress: optional(within(tables.progress)),
    promise: seconds,
    tolerance: seconds,
    extensions,
  } satisfies FieldsOf<Journey & { $schema: string }>);
  return { ...tables, step, journey, wait: waitFields, source };
}

/** The tables of a journey as people write it. The published JSON Schema is built from them. */
export const journeyTables = /* @__PURE__ */ buildJourney();

function buildSchemas() {
  const { journey, step, option, choice, none, failure, recovery, retry, retryWait, wait, progress, source } = journeyTables;
  return {
    journey: journey.schema,
    step: step.schema,
    option: option.schema,
    choice: choice.schema,
    failure: failure.schema,
    recovery: recovery.schema,
    retry: retry.schema,
    retryWait: retryWait.schema,
    none: none.schema,
    wait: wait.schema,
    progress: progress.schema,
    source: source.schema,
  };
}

/** Their shapes. */
export const journeySchemas = /* @__PURE__ */ buildSchemas();

/** What says nothing about the journey itself is not kept. */
function leftOut(): undefined {
  return undefined;
}

/** What is missing only the reader of durations can say well. */
function needsDuration(holder: Record<string, unknown>, path: string, issues: Issue[]): void {
  if (holder['duration'] === undefined) readDuration(undefined, at(path, 'duration'), issues);
}

function needsAffect(moment: Record<string, unknown>, path: string, issues: Issue[]): void {
  if (moment['affect'] !== undefined) return;
  const expected = 'a shift of affect: a number, or a distribution';
  issues.push({ code: 'missing', path: at(path, 'affect'), expected, received: 'nothing' });
}

/** One step or part in canonical form, with the rules that hold within it. */
export function readStep(value: unknown, path: string, issues: Issue[]): unknown {
  return journeyTables.step.read(value, path, issues, {});
}

/** A merged step is its parts: what acts through them cannot stand beside them. */
function checkMerged(step: Record<string, unknown>, path: string, issues: Issue[]): void {
  if (step['kind'] === 'gap') {
    const hint = 'leave the kind out: its parts are what they are';
    issues.push({ code: 'conflict', path: at(path, 'kind'), expected: 'no gap that has parts', received: quote('gap'), hint });
  }
  for (const key of ['duration', 'durationText', 'anxious', 'wait', 'failure', 'dropout', 'leavingAffect', 'skip', 'choice']) {
    if (step[key] === undefined) continue;
    const hint =
      key === 'choice'
        ? 'give a part the choice, or split the step first'
        : `a step with parts takes its ${key} from them: set it on a part`;
    issues.push({
      code: 'conflict',
      path: at(path, key),
      expected: `either parts or ${key} of its own`,
      received: quote(step[key]),
      hint,
    });
  }
}

const notInAGap = ['affect', 'effort', 'anxious', 'wait', 'failure', 'choice'] as const;

function checkAlone(step: Record<string, unknown>, path: string, issues: Issue[]): void {
  needsDuration(step, path, issues);
  if (step['kind'] === 'gap') {
    for (const key of notInAGap) {
      if (step[key] === undefined) continue;
      const hint = 'a gap is neither felt nor waited: write kind: "wait", or leave this out';
      issues.push({ code: 'conflict', path: at(path, key), expected: `no ${key} in a gap`, received: quote(step[key]), hint });
    }
    return;
  }
  if (step['anxious'] !== undefined && isRecord(step['wait']) && step['wait']['anxious'] !== undefined) {
    issues.push({
      code: 'conflict',
      path: at(path, 'anxious'),
      expected: 'anxious only once, of the step or of its wait',
      received: 'both',
      hint: 'keep wait.anxious: it says all that the other does',
    });
  }
  if (step['wait'] !== undefined && step['kind'] !== 'wait') {
    const hint = 'write kind: "wait", or leave the waiting conditions out';
    issues.push({
      code: 'conflict',
      path: at(path, 'wait'),
      expected: 'waiting conditions only where people wait',
      received: quote(step['wait']),
      hint,
    });
  }
}
