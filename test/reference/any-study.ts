import fc from 'fast-check';
import { lognormal } from '../../src/distributions/families/lognormal';
import { normal } from '../../src/distributions/families/normal';
import { uniform } from '../../src/distributions/families/uniform';
import type { Distribution } from '../../src/distributions/families';
import type {
  Failure,
  InteractionInput,
  JourneyInput,
  Option,
  Progress,
  Response,
  Retry,
  Segment,
  WaitConditions,
} from '../../src/journey/types';
import { acclimationDecay, averaging, classicPeakEnd, meanEnd, peakEnd, recency, total } from '../../src/model/memory';
import type { ExperienceModelInput, MemoryModelInput } from '../../src/model/types';

/*
 * Studies in which every mechanism of the model turns up, alone and with the others. Numbers are round, so that a failing case can be
 * worked out by hand; they shrink to nothing special happening.
 */

const oneOf = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
/** Nothing, or with this probability in percent a value. */
const orNone = <Value>(arbitrary: fc.Arbitrary<Value>, percent = 50): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ withCrossShrink: true }, { weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary });

/** Leaves out the keys that are undefined. */
function sparse<Shape extends object>(value: Shape): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

const seconds: fc.Arbitrary<number> = oneOf(0, 5, 20, 60, 100, 300, 900, 2400);
const duration: fc.Arbitrary<number | Distribution> = fc.oneof(
  { weight: 3, arbitrary: seconds },
  {
    weight: 2,
    arbitrary: oneOf<Distribution>(lognormal({ median: 120, sigma: 0.6 }), uniform({ min: 0, max: 400 }), {
      type: 'exponential',
      mean: 200,
    }),
  },
  {
    weight: 1,
    arbitrary: oneOf<Distribution>(
      { type: 'gamma', shape: 2, scale: 60 },
      { type: 'discrete', values: [0, 90], probabilities: [0.5, 0.5] },
    ),
  },
);
const level: fc.Arbitrary<number | Distribution> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -10, max: 10 }) },
  { weight: 2, arbitrary: oneOf<Distribution>(normal({ mean: 1, sd: 3 }), normal({ mean: -4, sd: 5 }), uniform({ min: -10, max: 10 })) },
  {
    weight: 1,
    arbitrary: oneOf<Distribution>(
      { type: 'triangular', min: -9, mode: 2, max: 9 },
      { type: 'discrete', values: [-5, 5], probabilities: [0.3, 0.7] },
    ),
  },
);
const affect = fc.oneof({ weight: 2, arbitrary: level }, { weight: 1, arbitrary: fc.record({ start: level, end: level }) });
const probability = oneOf(0, 0.2, 0.5, 0.9, 1);

export const wait: fc.Arbitrary<WaitConditions> = fc
  .record({
    occupied: orNone(oneOf(0, 0.3, 1)),
    explained: orNone(fc.boolean()),
    informed: orNone(fc.boolean()),
    fair: orNone(fc.boolean()),
    anxious: orNone(oneOf(0, 0.5, 1)),
    accompanied: orNone(fc.boolean()),
    phase: orNone(oneOf<'before' | 'during' | 'after'>('before', 'during', 'after')),
    tolerance: orNone(oneOf(5, 60, 600)),
    told: orNone(oneOf(10, 90, 900), 25),
    work: orNone(fc.boolean(), 40),
    display: orNone(oneOf<'plain' | 'animated'>('plain', 'animated')),
  })
  .map(sparse) as fc.Arbitrary<WaitConditions>;

const again: fc.Arbitrary<Retry> = fc
  .record({
    atMost: oneOf<1 | 2 | 3>(1, 2, 3),
    wait: orNone(
      fc.tuple(fc.record({ duration, affect: orNone(level, 60) }), wait).map(([own, conditions]) => sparse({ ...conditions, ...own })),
      60,
    ),
  })
  .map(sparse) as fc.Arbitrary<Retry>;

const failure: fc.Arbitrary<Failure> = fc
  .record({
    probability,
    affect: oneOf<number | Distribution>(0, -2, -8, -15, uniform({ min: -8, max: 0 }), normal({ mean: -2, sd: 2 })),
    duration: orNone(duration, 60),
    wait: orNone(fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: wait }), 40),
    recovery: orNone(
      fc
        .record({ probability, affect: oneOf<number | Distribution>(0, 3, 12, normal({ mean: 2, sd: 2 })), duration: orNone(duration) })
        .map(sparse),
    ),
    retry: orNone(again, 40),
  })
  .map(sparse) as fc.Arbitrary<Failure>;

const stages = ['arrive', 'meet'] as const;
const channels = ['phone', 'desk'] as const;

/** What steps, parts and options have in common; the id is put in later. */
export const plain: fc.Arbitrary<Omit<InteractionInput, 'id'>> = fc
  .record({
    channel: orNone(oneOf(...channels), 40),
    duration,
    affect: orNone(affect, 80),
    effort: orNone(oneOf<number | Distribution>(0, 3, 10, uniform({ min: 0, max: 10 })), 30),
    anxious: orNone(oneOf(0, 0.5, 1), 30),
    waits: fc.boolean(),
    wait: orNone(wait, 75),
    failure: orNone(failure, 30),
    dropout: orNone(oneOf(0, 0.05, 0.1, 0.3, 0.6, 1), 15),
    leavingAffect: orNone(oneOf(0, -1, -9), 30),
    skip: orNone(oneOf(0, 0.3, 0.3, 1), 20),
  })
  .map(({ waits, wait: conditions, anxious, ...rest }) => {
    if (!waits) return sparse({ ...rest, anxious });
    // How worried people are stands in one place.
    const own = conditions?.anxious === undefined ? anxious : undefined;
    return sparse({ ...rest, anxious: own, kind: 'wait' as const, wait: conditions });
  }) as fc.Arbitrary<Omit<InteractionInput, 'id'>>;

/** Time between steps. */
const gap: fc.Arbitrary<Omit<InteractionInput, 'id'>> = fc
  .record({
    kind: fc.constant('gap' as const),
    channel: orNone(oneOf(...channels), 40),
    duration,
    dropout: orNone(oneOf(0, 0.1, 0.3, 1), 20),
    leavingAffect: orNone(oneOf(0, -1, -9), 30),
    skip: orNone(oneOf(0, 0.3, 1), 20),
  })
  .map(sparse) as fc.Arbitrary<Omit<InteractionInput, 'id'>>;

const option = fc
  .tuple(plain, orNone(oneOf(-2, 0, 1, 5), 30), orNone(fc.boolean(), 30))
  .map(([unit, appeal, available]) => sparse({ ...unit, appeal, available })) as fc.Arbitrary<Omit<Option, 'id'>>;

const withChoice: fc.Arbitrary<Omit<InteractionInput, 'id'>> = fc
  .tuple(
    plain,
    fc.array(option, { minLength: 1, maxLength: 12 }),
    orNone(oneOf(-1, 0, 2)),
    orNone(oneOf(0, 0.5, 1)),
    orNone(fc.record({ appeal: oneOf(-3, 0, 2, 100) }), 30),
  )
  .map(([unit, options, appeal, difficulty, none]) => ({ ...unit, choice: sparse({ options, appeal, difficulty, none }) as never }));

/** A plain step, one with a choice, a gap, or one that holds parts. */
function stepOf(depth: number): fc.Arbitrary<Omit<InteractionInput, 'id'>> {
  const alone = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: withChoice }, { weight: 1, arbitrary: gap });
  const anywhere =
    depth === 0
      ? alone
      : fc.oneof(
          { weight: 5, arbitrary: alone },
          {
            weight: 1,
            arbitrary: fc
              .tuple(
                fc.array(stepOf(depth - 1), { minLength: 2, maxLength: 3 }),
                orNone(fc.oneof(affect, oneOf('kept' as const, 'time-weighted' as const)), 70),
                orNone(oneOf(...channels), 30),
                orNone(oneOf('wait' as const), 15),
                orNone(oneOf<number | Distribution>(2, uniform({ min: 0, max: 10 })), 15),
              )
              .map(
                ([parts, rule, channel, kind, effort]) => sparse({ parts: parts as never, affect: rule, channel, kind, effort }) as never,
              ),
          },
        );
  return fc.tuple(anywhere, orNone(oneOf(...stages), 30)).map(([step, stage]) => sparse({ ...step, stage }) as never);
}

type Numbered = InteractionInput & { parts?: Numbered[]; choice?: { options: { id: string }[] } };

/** Gives every step, part and option an id; `split` steps draw as the first of them. */
function named(steps: readonly Omit<InteractionInput, 'id'>[], prefix: string, splits: readonly boolean[] = []): Numbered[] {
  return steps.map((step, index) => {
    const id = `${prefix}${index}`;
    return {
      ...step,
      id,
      ...(splits[index] === true && step.parts === undefined && step.choice === undefined ? { drawAs: 'whole' } : {}),
      ...(step.parts === undefined ? {} : { parts: named(step.parts, `${id}.`) }),
      ...(step.choice === undefined
        ? {}
        : { choice: { ...step.choice, options: step.choice.options.map((one, k) => ({ ...one, id: `${id}/${k}` })) } }),
    } as Numbered;
  });
}

/** Bars over the steps of some channels, or of some of the stages that steps stand in, or over all steps. */
function progress(steps: readonly Numbered[]): fc.Arbitrary<Progress> {
  const count = steps.length;
  const standing = stages.filter((name) => steps.some(({ stage }) => stage === name));
  return fc
    .record({
      shown: fc.oneof(
        { weight: 2, arbitrary: fc.boolean() },
        ...(standing.length === 0 ? [] : [{ weight: 1, arbitrary: fc.subarray(standing, { minLength: 1 }) }]),
      ),
      endowed: orNone(oneOf(0, 0.2, 0.5)),
      pace: orNone(
        fc.oneof(
          oneOf<'constant' | 'fast-to-slow' | 'slow-to-fast'>('constant', 'fast-to-slow', 'slow-to-fast'),
          fc.array(oneOf(0, 0.25, 0.5, 1), { minLength: count, maxLength: count }),
        ),
      ),
    })
    .map(sparse) as fc.Arbitrary<Progress>;
}

export const anyJourney: fc.Arbitrary<JourneyInput> = fc
  .tuple(fc.array(stepOf(2), { minLength: 1, maxLength: 6 }), fc.array(oneOf(false, false, true), { minLength: 6, maxLength: 6 }))
  .map(([steps, splits]) => named(steps, 's', splits))
  .chain((interactions) =>
    fc
      .record({
        progress: orNone(progress(interactions), 40),
        cohesion: orNone(oneOf(0, 0.4, 1), 30),
        promise: orNone(oneOf(30, 300, 2000), 30),
        tolerance: orNone(oneOf(8, 120, 700), 30),
      })
      .map((rest) => ({ name: 'any', interactions, ...sparse(rest) }) as JourneyInput),
  );

const response: fc.Arbitrary<Response> = fc
  .record({
    duration: orNone(duration, 30),
    affect: orNone(affect, 30),
    skip: orNone(oneOf(0, 0.5), 20),
    dropout: orNone(oneOf(0, 0.2), 20),
    affectShift: orNone(oneOf(-3, 0, 2)),
    durationScale: orNone(oneOf(0, 0.5, 2)),
    failureScale: orNone(oneOf(0, 0.5, 3)),
    dropoutScale: orNone(oneOf(0, 0.5, 3)),
    appeal: orNone(oneOf(-2, 3), 30),
    available: orNone(fc.boolean(), 15),
  })
  .map(sparse) as fc.Arbitrary<Response>;

/** All targets a journey offers, and which of them mean a merged step. */
function targetsOf(journey: JourneyInput): { names: string[]; merged: Set<string> } {
  const names = new Set<string>(['*']);
  const merged = new Set<string>();
  const visit = (step: Numbered): void => {
    names.add(step.id);
    if (step.drawAs !== undefined) names.add(step.drawAs);
    if (step.stage !== undefined) names.add(`stage:${step.stage}`);
    if (step.channel !== undefined) names.add(`channel:${step.channel}`);
    if (step.parts !== undefined) merged.add(step.id);
    step.parts?.forEach(visit);
    step.choice?.options.forEach((one) => visit(one as Numbered));
  };
  (journey.interactions as Numbered[]).forEach(visit);
  return { names: [...names], merged };
}

function responses(journey: JourneyInput): fc.Arbitrary<Segment['responses']> {
  const { names, merged } = targetsOf(journey);
  return fc
    .uniqueArray(fc.tuple(oneOf(...names), response), { selector: ([name]) => name, maxLength: 4 })
    .map((all) =>
      Object.fromEntries(
        all.map(([name, { duration: d, skip, dropout, ...rest }]) => [
          name,
          merged.has(name) ? rest : sparse({ ...rest, duration: d, skip, dropout }),
        ]),
      ),
    ) as fc.Arbitrary<Segment['responses']>;
}

const drawnWeights: MemoryModelInput = {
  kind: 'blend',
  weights: { peak: uniform({ min: 0.2, max: 0.5 }), end: 0.35, mean: uniform({ min: 0.1, max: 0.6 }), trend: 0.2 },
};

export const anyMemory: fc.Arbitrary<MemoryModelInput> = fc
  .tuple(
    oneOf<MemoryModelInput>(
      peakEnd,
      classicPeakEnd,
      averaging,
      meanEnd,
      { ...peakEnd, weights: { peak: 0.1, end: 0.2, mean: 0.3, beginning: 0.4, trend: 0.5, duration: -0.3 } },
      drawnWeights,
      recency(),
      recency({ halfLife: 1.5 }),
      recency({ halfLife: uniform({ min: 0.05, max: 0.5 }) }),
      acclimationDecay(),
      acclimationDecay({ acclimation: 0, decay: 0.01 }),
      acclimationDecay({ acclimation: 0.01, decay: 0 }),
      acclimationDecay({ acclimation: 0.004, decay: 0.004 }),
      acclimationDecay({ acclimation: uniform({ min: 0.001, max: 0.01 }), decay: 0.003 }),
      total,
    ),
    orNone(
      oneOf<'extreme' | 'furthest' | 'worst' | 'best' | { worstAndBest: number }>('extreme', 'furthest', 'worst', 'best', {
        worstAndBest: 0.7,
      }),
    ),
    orNone(oneOf({ seconds: 0 }, { seconds: 30 }, { seconds: 500 }, { share: 0.2 }, { share: 1 }, { seconds: 90, share: 0.3 }), 30),
    orNone(
      oneOf<{ seconds?: number | Distribution; share?: number | Distribution }>(
        { seconds: 0 },
        { seconds: 20, share: 1 },
        { seconds: 1e6 },
        { seconds: 400, share: 0.4 },
        { seconds: 1e6, share: 1 },
        { seconds: uniform({ min: 0, max: 200 }), share: 0.3 },
        { seconds: 1e6, share: uniform({ min: 0, max: 1 }) },
      ),
      40,
    ),
    orNone(oneOf<number | Distribution>(0.3, 0.9, uniform({ min: 0, max: 0.5 })), 30),
    orNone(
      fc
        .record({
          recallDelay: oneOf<number | Distribution>(86_400, 3e6, uniform({ min: 0, max: 1e6 })),
          lifetime: orNone(oneOf<number | Distribution>(1e5, 2.5e6, 1, uniform({ min: 1e5, max: 1e6 }))),
        })
        .map(sparse),
      40,
    ),
    orNone(oneOf<'mean' | 'remembered'>('mean', 'remembered', 'remembered')),
  )
  .map(([memory, peak, endWindow, stretch, carryOver, delay, effort]) => {
    const blend = memory.kind === undefined || memory.kind === 'blend';
    const ofKind = { ...(blend ? { peak, endWindow, stretch } : {}), ...(blend || memory.kind === 'recency' ? { effort } : {}) };
    return { ...memory, ...sparse({ ...ofKind, carryOver }), ...delay } as MemoryModelInput;
  });

const condition = fc.record({ time: orNone(oneOf(0.7, 1.5)), affect: orNone(oneOf(-1, 1)), hazard: orNone(oneOf(0, 0.5, 2)) }).map(sparse);

export const anyModel: fc.Arbitrary<ExperienceModelInput> = fc
  .record({
    memory: orNone(anyMemory, 80),
    time: orNone(
      fc
        .record({
          beta: orNone(oneOf<number | Distribution>(0.6, 1, uniform({ min: 0.7, max: 1 }))),
          reference: orNone(oneOf<number | Distribution>(60, uniform({ min: 300, max: 1200 }))),
          perspective: orNone(oneOf<'retrospective' | 'prospective'>('retrospective', 'prospective')),
          boundary: orNone(oneOf(0, 0.2)),
          floor: orNone(oneOf(0, 0.5, 1)),
        })
        .map(sparse),
    ),
    waiting: orNone(
      fc
        .record({
          idle: orNone(condition, 30),
          anxious: orNone(condition, 30),
          animated: orNone(condition, 30),
          informed: orNone(condition, 30),
          explained: orNone(condition, 30),
          unfair: orNone(condition, 30),
          accompanied: orNone(condition, 30),
          information: orNone(oneOf<number | Distribution>(0, 1, uniform({ min: 0, max: 1 }))),
          phase: orNone(fc.record({ before: orNone(oneOf(0, 0.5)), during: orNone(oneOf(2)), after: orNone(oneOf(3)) }).map(sparse), 30),
          impatience: orNone(oneOf<number | Distribution>(0, 3, uniform({ min: 0, max: 2 })), 30),
          tolerance: orNone(oneOf<number | Distribution>(60, uniform({ min: 10, max: 100 })), 30),
          occupied: orNone(oneOf<number | Distribution>(0, 1, uniform({ min: 0, max: 1 })), 30),
          work: orNone(oneOf<number | Distribution>(0, 4, uniform({ min: 0, max: 3 })), 30),
          workTime: orNone(oneOf<number | Distribution>(5, 500, uniform({ min: 10, max: 200 })), 30),
        })
        .map(sparse),
      30,
    ),
    choice: orNone(
      fc
        .record({
          attraction: orNone(oneOf<number | Distribution>(0, 3, uniform({ min: 0, max: 2 }))),
          weight: orNone(oneOf(0, 2)),
          deciding: orNone(oneOf(0, 30)),
          overload: orNone(oneOf(0, 4)),
          scale: orNone(oneOf<number | Distribution>(1, uniform({ min: 2, max: 8 })), 30),
          relief: orNone(oneOf<number | Distribution>(0, 4, uniform({ min: 0, max: 3 })), 30),
          reliefRate: orNone(oneOf(0, 3), 30),
        })
        .map(sparse),
      30,
    ),
    progress: orNone(fc.record({ gain: orNone(oneOf<number | Distribution>(0, 8, uniform({ min: 0, max: 8 }))) }).map(sparse), 30),
    handOff: orNone(
      fc
        .record({
          affect: orNone(oneOf<number | Distribution>(0, -3, uniform({ min: -4, max: 0 })), 70),
          effort: orNone(oneOf<number | Distribution>(0, 4, uniform({ min: 0, max: 8 }))),
          duration: orNone(oneOf<number | Distribution>(0, 30, 600, uniform({ min: 0, max: 90 }))),
        })
        .map(sparse),
    ),
    abandonment: orNone(fc.record({ affect: oneOf<number | Distribution>(0, -10, uniform({ min: -8, max: -2 })) }), 30),
    satisfaction: orNone(
      fc
        .record({
          balance: orNone(oneOf<number | Distribution>(0, 1, uniform({ min: 0, max: 1 }))),
          lossAversion: orNone(oneOf(1, 2.25)),
          scale: orNone(oneOf<number | Distribution>(2, uniform({ min: 3, max: 6 }))),
          late: orNone(oneOf(0, 1), 30),
          slow: orNone(oneOf<number | Distribution>(0, 2, uniform({ min: 0, max: 1 })), 30),
          base: orNone(oneOf<number | Distribution>(-2, 1, uniform({ min: -1, max: 1 }))),
        })
        .map(sparse),
      30,
    ),
    response: orNone(
      fc
        .record({
          sd: orNone(oneOf<number | Distribution>(0, 20, uniform({ min: 5, max: 15 })), 70),
          recommendation: orNone(fc.record({ shift: oneOf<number | Distribution>(0, -1, 2, uniform({ min: -1, max: 1 })) })),
        })
        .map(sparse),
      30,
    ),
  })
  .map(sparse) as fc.Arbitrary<ExperienceModelInput>;

/** A segment with any targets of this journey among its responses. */
export const segmentFor = (journey: JourneyInput, id: string): fc.Arbitrary<Omit<Segment, 'share'>> =>
  fc
    .record({
      expectation: orNone(oneOf<number | Distribution>(-4, 0, 3, 8, normal({ mean: 2, sd: 1 }))),
      patience: orNone(oneOf<number | Distribution>(0, 30, 200, 1500, { type: 'exponential', mean: 400 })),
      priorBelief: orNone(oneOf<number | Distribution>(5, uniform({ min: -3, max: 3 })), 30),
      returnValue: orNone(oneOf(40), 30),
      expectedDuration: orNone(oneOf(60, 600, 1800), 40),
      dependence: orNone(fc.record({ affect: orNone(oneOf(0, 0.5, 1)), duration: orNone(oneOf(0.3, 1)) }).map(sparse), 30),
      model: orNone(anyModel, 30),
      responses: orNone(responses(journey), 60),
    })
    .map((rest) => ({ id, ...sparse(rest) }) as Omit<Segment, 'share'>);

export interface AnyStudy {
  readonly journey: JourneyInput;
  readonly segments: readonly Segment[];
  readonly model: ExperienceModelInput;
  readonly customers: number;
  readonly seed: number;
}

export const anyStudy: fc.Arbitrary<AnyStudy> = anyJourney.chain((journey) =>
  fc.record({
    journey: fc.constant(journey),
    segments: fc.oneof(
      { weight: 3, arbitrary: segmentFor(journey, 'all').map((one) => [{ ...one, share: 1 }]) },
      {
        weight: 1,
        arbitrary: fc.tuple(segmentFor(journey, 'a'), segmentFor(journey, 'b')).map(([a, b]) => [
          { ...a, share: 0.25 },
          { ...b, share: 0.75 },
        ]),
      },
    ),
    model: anyModel,
    customers: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(1000),
  }),
);

/** The same data without some keys, at any depth: a study in which nobody drops out, nothing fails, … */
export function without<Data>(data: Data, ...keys: readonly string[]): Data {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (keys.includes(key) ? undefined : value))) as Data;
}
