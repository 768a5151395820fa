import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InteractionInput, JourneyInput, SegmentInput } from '../../../src/journey/types';
import { averaging, classicPeakEnd, meanEnd, peakEnd, recency } from '../../../src/model/memory';
import type { ExperienceModelInput, MemoryModelInput } from '../../../src/model/types';
import { anyJourney, anyModel, plain, segmentFor, without } from '../../reference/any-study';
import { atMost, columnsOf, run, type LawStudy } from './columns';

/*
 * What the model promises for every journey, segment and setting. Each is checked customer by customer at the same draws.
 */

const seed = 4711;
const options = { seed, numRuns: 50 };

type SegmentPart = Omit<SegmentInput, 'id' | 'share'>;
interface Any {
  readonly journey: JourneyInput;
  readonly segment: SegmentPart;
  readonly model: ExperienceModelInput;
  readonly seed: number;
}

/** Any journey, segment and model, without some of their keys. */
function anyCase(...without_: readonly string[]): fc.Arbitrary<Any> {
  return anyJourney
    .map((journey) => without(journey, ...without_))
    .chain((journey) =>
      fc.record({
        journey: fc.constant(journey),
        segment: segmentFor(journey, 'one'),
        model: anyModel.map((model) => without(model, ...without_)),
        seed: fc.nat(1000),
      }),
    )
    .map(({ segment: { id: _, ...segment }, ...rest }) => ({
      ...rest,
      segment: without(segment, 'available', ...without_) as SegmentPart,
    }));
}
const nobodyLeaves = ['dropout', 'patience'] as const;

/** The parts of merged steps side by side. */
function unmerged(cases: fc.Arbitrary<Any>): fc.Arbitrary<Any> {
  const apart = (step: InteractionInput): readonly InteractionInput[] => step.parts?.flatMap(apart) ?? [step];
  return cases.map(({ journey, segment, ...rest }) => {
    const interactions = journey.interactions.flatMap(apart);
    const names = new Set(interactions.flatMap((step) => [step.id, ...(step.choice?.options ?? []).map(({ id }) => id)]));
    const responses = Object.fromEntries(Object.entries(segment.responses ?? {}).filter(([target]) => names.has(target)));
    return { ...rest, journey: { ...without(journey, 'pace'), interactions }, segment: { ...segment, responses } };
  });
}

function law<Values extends unknown[]>(title: string, property: fc.IPropertyWithHooks<Values>): void {
  it(`${title} (seed ${seed})`, () => fc.assert(property, options));
}

/** Every step, part and option of a journey. */
function unitsOf(journey: JourneyInput): InteractionInput[] {
  const walk = (step: InteractionInput): InteractionInput[] => [
    step,
    ...(step.parts ?? []).flatMap(walk),
    ...((step.choice?.options ?? []) as InteractionInput[]).flatMap(walk),
  ];
  return journey.interactions.flatMap(walk);
}

/** Neither a merge nor a gap: something that can fail, be chosen, and be waited for. */
function isPlain({ kind, parts }: InteractionInput): boolean {
  return kind !== 'gap' && parts === undefined;
}

/** The segment with one more thing it answers to a step. */
function answering(segment: SegmentPart, target: string, response: object): SegmentPart {
  const before = segment.responses?.[target] as Record<string, number> | undefined;
  const added = Object.entries(response as Record<string, number>).map(([key, value]) => {
    const known = before?.[key];
    return [key, known === undefined ? value : key.endsWith('Shift') ? Math.max(-20, known + value) : known * value] as const;
  });
  return { ...segment, responses: { ...segment.responses, [target]: { ...before, ...Object.fromEntries(added) } } };
}

describe('a longer wait', () => {
  const waits = ({ journey }: Any) => unitsOf(journey).filter(({ kind }) => kind === 'wait');
  const stretched = fc.constantFrom(1.001, 1.5, 20);

  // Without failures: whoever leaves a longer wait is spared the time of the failure that would have followed it.
  law(
    'never feels shorter by itself, to those who live it, whether or not people leave',
    fc.property(anyCase('choice', 'skip', 'drawAs', 'responses', 'failure'), stretched, fc.nat(), (one, factor, pick) => {
      const steps = one.journey.interactions.filter(({ kind }) => kind === 'wait');
      fc.pre(steps.length > 0);
      const { id } = steps[pick % steps.length]!;
      const before = run(one).overall.interactions![id]!;
      const after = run({ ...one, segment: answering(one.segment, id, { durationScale: factor }) }).overall.interactions![id]!;
      expect(after.reached).toBe(before.reached);
      expect(atMost(before.perceivedDuration.mean, after.perceivedDuration.mean)).toBe(true);
    }),
  );

  // Without merged steps: in one, a short informed wait weighs its mean factor down, and at a β far below the standard by more than it adds.
  law(
    'never makes the whole feel shorter where nobody leaves, as remembered',
    fc.property(unmerged(anyCase(...nobodyLeaves, 'perspective')), stretched, fc.nat(), (one, factor, pick) => {
      const found = waits(one);
      fc.pre(found.length > 0);
      const { id } = found[pick % found.length]!;
      const before = columnsOf(one).perceivedDuration;
      const after = columnsOf({ ...one, segment: answering(one.segment, id, { durationScale: factor }) }).perceivedDuration;
      before.forEach((seconds, customer) => expect(atMost(seconds, after[customer]!)).toBe(true));
    }),
  );

  // Only near the standard β: from below, an informed wait of seconds beside long service weighs the mean factor down by more than it adds.
  law(
    'nor while it runs, at the standard power law and conditions',
    fc.property(anyCase(...nobodyLeaves), stretched, fc.nat(), (one, factor, pick) => {
      const found = waits(one);
      fc.pre(found.length > 0);
      const { id } = found[pick % found.length]!;
      const model: ExperienceModelInput = { time: { perspective: 'prospective' }, memory: one.model.memory ?? {} };
      const segment = without(one.segment, 'model');
      const before = columnsOf({ ...one, segment, model }).perceivedDuration;
      const after = columnsOf({ ...one, model, segment: answering(segment, id, { durationScale: factor }) }).perceivedDuration;
      before.forEach((seconds, customer) => expect(atMost(seconds, after[customer]!)).toBe(true));
    }),
  );
});

describe('a worse step', () => {
  const memories: readonly MemoryModelInput[] = [
    peakEnd,
    classicPeakEnd,
    averaging,
    meanEnd,
    recency(),
    recency({ halfLife: 2 }),
    { ...peakEnd, peak: { worstAndBest: 0.7 } },
  ];
  const rest = fc.record(
    {
      carryOver: fc.constantFrom(0.3, 0.9),
      recallDelay: fc.constantFrom(3600, 1e7),
    },
    { requiredKeys: [] },
  );

  law(
    'never raises remembered utility, without choice and leaving',
    fc.property(
      anyCase('choice', ...nobodyLeaves),
      fc.constantFrom(...memories),
      rest,
      fc.constantFrom(-0.01, -1, -6, -20),
      fc.nat(),
      (one, memory, settings, shift, pick) => {
        const units = unitsOf(one.journey);
        const { id } = units[pick % units.length]!;
        const segment = { ...one.segment, model: {} };
        const model = { ...one.model, memory: { ...memory, ...settings } as MemoryModelInput };
        const before = columnsOf({ ...one, model, segment }).rememberedUtility;
        const after = columnsOf({ ...one, model, segment: answering(segment, id, { affectShift: shift }) }).rememberedUtility;
        before.forEach((utility, customer) => expect(atMost(after[customer]!, utility)).toBe(true));
      },
    ),
  );
});

describe('patience', () => {
  law(
    'more of it never makes anybody leave who would have stayed',
    fc.property(anyCase('patience'), fc.constantFrom(0, 10, 60, 300, 1000), fc.constantFrom(0, 1, 100, 5000), (one, patience, more) => {
      const before = columnsOf({ ...one, segment: { ...one.segment, patience } }).completed;
      const after = columnsOf({ ...one, segment: { ...one.segment, patience: patience + more } }).completed;
      before.forEach((completed, customer) => expect(after[customer]!).toBeGreaterThanOrEqual(completed));
    }),
  );
});

describe('failures', () => {
  law(
    'never raise loyalty above what it is when nothing fails',
    fc.property(anyCase(), (one) => {
      const smooth = columnsOf({ ...one, journey: without(one.journey, 'failure') }).loyalty;
      const real = columnsOf(one).loyalty;
      real.forEach((loyalty, customer) => expect(atMost(loyalty, smooth[customer]!)).toBe(true));
    }),
  );

  law(
    'one alone never raises loyalty, however well it is made good',
    fc.property(anyCase('failure'), fc.nat(), fc.constantFrom(0, -1, -9), fc.constantFrom(0, 8, 20), (one, pick, loss, gain) => {
      const failing = pick % one.journey.interactions.length;
      fc.pre(isPlain(one.journey.interactions[failing]!));
      const failure = { probability: 1, affect: loss, duration: 30, recovery: { probability: 1, affect: gain, duration: 10 } };
      const interactions = one.journey.interactions.map((step, index) => (index === failing ? { ...step, failure } : step));
      const before = columnsOf(one).loyalty;
      const after = columnsOf({ ...one, journey: { ...one.journey, interactions } }).loyalty;
      after.forEach((loyalty, customer) => expect(atMost(loyalty, before[customer]!)).toBe(true));
    }),
  );

  it('recovery may raise satisfaction, not loyalty', () => {
    const step = { id: 'a', duration: 100, affect: 1 };
    const failure = { probability: 1, affect: -3, recovery: { probability: 1, affect: 9 } };
    const of = (one: InteractionInput) => columnsOf({ journey: { name: 'one', interactions: [one] }, customers: 1 });
    expect(of({ ...step, failure }).satisfaction[0]!).toBeGreaterThan(of(step).satisfaction[0]!);
    expect(of({ ...step, failure }).loyalty[0]!).toBe(of(step).loyalty[0]!);
  });
});

describe('merging and splitting', () => {
  law(
    'merging neighbours never lengthens remembered felt time where nobody leaves',
    fc.property(anyCase(...nobodyLeaves, 'perspective', 'pace', 'responses'), fc.nat(), fc.nat(), (one, from, length) => {
      const steps = one.journey.interactions;
      fc.pre(steps.length > 1);
      const start = from % (steps.length - 1);
      const end = Math.min(steps.length, start + 2 + (length % steps.length));
      const merged: InteractionInput = { id: 'merged', parts: steps.slice(start, end) };
      const interactions = [...steps.slice(0, start), merged, ...steps.slice(end)];
      const before = columnsOf(one);
      const after = columnsOf({ ...one, journey: { ...one.journey, interactions } });
      before.perceivedDuration.forEach((seconds, customer) => expect(atMost(after.perceivedDuration[customer]!, seconds)).toBe(true));
      before.clockDuration.forEach((seconds, customer) =>
        expect(Math.abs(after.clockDuration[customer]! - seconds)).toBeLessThan(1e-9 * (1 + seconds)),
      );
    }),
  );

  const constantStep = fc
    .tuple(plain, fc.constantFrom(0, 3, 40, 900, 5000))
    .map(([step, duration]) => ({ ...without(step, 'dropout', 'failure'), duration }));
  law(
    'splitting a step never shortens it',
    fc.property(
      constantStep,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
      anyModel,
      fc.nat(1000),
      (step, pieces, any, number) => {
        const model = without(any, 'perspective');
        const whole = pieces.reduce((sum, piece) => sum + piece, 0);
        const parts = pieces.map((piece, index) => ({
          ...step,
          id: `whole-${index}`,
          drawAs: 'whole',
          duration: (step.duration * piece) / whole,
        }));
        const at = (interactions: readonly object[]): LawStudy => ({
          journey: { name: 'split', interactions: interactions as InteractionInput[] },
          model,
          seed: number,
          customers: 3,
        });
        const before = columnsOf(at([{ ...step, id: 'whole' }]));
        const after = columnsOf(at(parts));
        before.perceivedDuration.forEach((seconds, customer) => expect(atMost(seconds, after.perceivedDuration[customer]!)).toBe(true));
        before.clockDuration.forEach((seconds, customer) =>
          expect(Math.abs(after.clockDuration[customer]! - seconds)).toBeLessThan(1e-9 * (1 + seconds)),
        );
      },
    ),
  );
});

describe('what changes nothing, byte for byte', () => {
  const bytes = (study: LawStudy) => JSON.stringify(columnsOf(study));

  law(
    'a constant bar without a head start',
    fc.property(anyCase('progress'), (one) => {
      const plainly = bytes(one);
      expect(bytes({ ...one, journey: { ...one.journey, progress: { shown: true } } })).toBe(plainly);
      expect(bytes({ ...one, journey: { ...one.journey, progress: { shown: true, endowed: 0, pace: 'constant' } } })).toBe(plainly);
    }),
  );

  law(
    'a choice with one option on offer',
    fc.property(anyCase('choice'), plain, fc.nat(), (one, other, pick) => {
      const at = pick % one.journey.interactions.length;
      fc.pre(isPlain(one.journey.interactions[at]!));
      const choice = { options: [{ ...other, id: 'other', available: false }], difficulty: 1, appeal: 2 };
      const interactions = one.journey.interactions.map((step, index) => (index === at ? ({ ...step, choice } as InteractionInput) : step));
      expect(bytes({ ...one, journey: { ...one.journey, interactions } })).toBe(bytes(one));
    }),
  );

  law(
    'a wait that nobody is informed of, explained, … : conditions written out as their defaults',
    fc.property(anyCase(), (one) => {
      const neutral = {
        explained: false,
        informed: false,
        fair: true,
        anxious: 0,
        accompanied: false,
        phase: 'during',
        display: 'plain',
      } as const;
      // A step says once how anxious people are, itself or in its wait.
      const { anxious: _, ...rest } = neutral;
      const interactions = one.journey.interactions.map((step) =>
        step.kind === 'wait' && isPlain(step)
          ? { ...step, wait: { ...(step.anxious === undefined ? neutral : rest), ...step.wait } }
          : step,
      );
      expect(bytes({ ...one, journey: { ...one.journey, interactions } })).toBe(bytes(one));
    }),
  );
});

describe('leaving', () => {
  law(
    'never beats completing in a journey of constant affect without carried mood',
    fc.property(
      anyCase(
        ...([
          'affect',
          'affectShift',
          'failure',
          'choice',
          'fair',
          'anxious',
          'patience',
          'carryOver',
          'waiting',
          'memory',
          'perspective',
        ] as const),
        // What comes before a step moves its affect, too.
        ...(['work', 'handOff'] as const),
      ),
      fc.constantFrom<MemoryModelInput>(peakEnd, classicPeakEnd, averaging, meanEnd, recency()),
      fc.integer({ min: -10, max: 10 }),
      fc.constantFrom(0, 50, 400),
      (one, memory, level, patience) => {
        // Whoever leaves in a gap before anything was felt leaves from 0, not from the level of the journey.
        fc.pre(unitsOf(one.journey).every(({ kind }) => kind !== 'gap'));
        const model = { ...one.model, memory, waiting: { impatience: 0 } };
        const segment = {
          ...one.segment,
          responses: { ...one.segment.responses, '*': { ...one.segment.responses?.['*'], affect: level } },
        };
        const leaving = columnsOf({ ...one, model, segment: { ...segment, patience } });
        const staying = columnsOf({ ...one, journey: without(one.journey, 'dropout'), model, segment: without(segment, 'dropout') });
        leaving.completed.forEach((completed, customer) => {
          if (completed === 1) return;
          expect(atMost(leaving.rememberedUtility[customer]!, staying.rememberedUtility[customer]!)).toBe(true);
          expect(atMost(leaving.satisfaction[customer]!, staying.satisfaction[customer]!)).toBe(true);
        });
      },
    ),
  );
});
