import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutcomeName } from '../../../src/experience/outcomes';
import { defineJourney } from '../../../src/journey/define-journey';
import { defineSegments } from '../../../src/journey/define-segments';
import type { InteractionInput, JourneyInput } from '../../../src/journey/types';
import { defaultModel } from '../../../src/model/defaults';
import { deepFreeze } from '../../../src/plain/deep-freeze';
import { resolveModel } from '../../../src/model/resolve-model';
import { outcomeNames } from '../../../src/experience/outcomes';
import { rootKey } from '../../../src/random/root-key';
import { createSimulator } from '../../../src/comparison/create-simulator';
import { compare } from '../../../src/comparison/compare';
import { Cohort, Place } from '../../../src/simulation/cohort';
import { Experience } from '../../../src/experience/experience-block';
import { finish } from '../../../src/plain/work';
import { simulate } from '../../../src/simulation/simulate';
import { anyStudy, plain, without, type AnyStudy } from '../../reference/any-study';

/*
 * What the determinism contract promises: the same customers whatever else is in the study.
 */

const seed = 1812;
const few = { seed, numRuns: 30 };

/** Studies that can always be simulated: no response closes an option. */
const study = anyStudy.map((one) => without(one, 'available'));
const bytes = (value: unknown) => JSON.stringify(value);
const kept = (one: AnyStudy & { readonly outcomes?: readonly OutcomeName[] }) =>
  simulate({ ...one, keep: 'all' }).kept as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

describe(`the same study (seed ${seed})`, () => {
  it('gives the same bytes twice, and leaves its input alone', () => {
    fc.assert(
      fc.property(study, (one) => {
        const before = bytes(one);
        const first = bytes(simulate(one));
        expect(bytes(simulate(deepFreeze(structuredClone(one))))).toBe(first);
        expect(bytes(one)).toBe(before);
      }),
      few,
    );
  });

  it('holds no number that is not finite, for one customer too', () => {
    fc.assert(
      fc.property(study, fc.constantFrom(1, 2, 7), (one, customers) => {
        const result = simulate({ ...one, customers, keep: 'all' });
        JSON.stringify(result, (key, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value), key).toBe(true);
          return value;
        });
        if (customers > 1) return;
        for (const summary of Object.values(result.segments)) {
          const { satisfaction } = summary;
          expect([satisfaction.sd, satisfaction.standardError]).toEqual([0, 0]);
          // One customer says nothing of the others: what the journey leaves open stays open, over the whole scale.
          const { low, high } = satisfaction.interval;
          expect([high - low === 0 || (low === 0 && high === 100), low <= high]).toEqual([true, true]);
        }
        expect(result.cautions.some(({ code }) => code === 'one-customer')).toBe(true);
      }),
      few,
    );
  });
});

describe(`customers (seed ${seed})`, () => {
  it('the first n of N are the n', () => {
    fc.assert(
      fc.property(study, fc.constantFrom([1, 40], [2047, 2049], [2048, 4097], [3000, 5000]), (one, [n, all]) => {
        const fewer = kept({ ...one, customers: n! });
        const more = kept({ ...one, customers: all! });
        for (const [segment, columns] of Object.entries(fewer)) {
          for (const [name, values] of Object.entries(columns)) expect(bytes(more[segment]![name]!.slice(0, n)), name).toBe(bytes(values));
        }
      }),
      { seed, numRuns: 15 },
    );
  });

  it('do not depend on how many are worked on at a time', () => {
    fc.assert(
      fc.property(study, (one) => {
        const journey = defineJourney(one.journey);
        const segment = defineSegments(one.segments)[0]!;
        const model = resolveModel(resolveModel(defaultModel, one.model), segment.model ?? {});
        const customers = 9000;
        const needs = { outcomes: new Set(outcomeNames), steps: true };
        const columnsAt = (size: number): string => {
          const place = new Place(size);
          const cohort = new Cohort(segment, model, rootKey(one.seed), place);
          const experience = new Experience(finish(cohort.compile(journey)), cohort.columns, needs, place.arena);
          const all = new Map<string, number[]>();
          for (let first = 0; first < customers; first += size) {
            cohort.columns.begin(first, Math.min(size, customers - first));
            const { outcomes, count } = finish(experience.live(Math.min(size, customers - first)));
            for (const [name, values] of Object.entries(outcomes)) {
              const known = all.get(name) ?? [];
              all.set(name, known);
              for (let i = 0; i < count; i++) known.push(values[i]!);
            }
          }
          return bytes([...all]);
        };
        const standard = columnsAt(2048);
        expect(columnsAt(4096) === standard).toBe(true);
        expect(columnsAt(16_384) === standard).toBe(true);
      }),
      { seed, numRuns: 12 },
    );
  });

  it('of a segment do not depend on the other segments, nor on their order', () => {
    fc.assert(
      fc.property(study, (one) => {
        const both = [
          { ...one.segments[0]!, share: 0.3 },
          { ...one.segments[0]!, id: 'other', share: 0.7 },
        ];
        const a = simulate({ ...one, segments: both, keep: 'all' });
        const b = simulate({ ...one, segments: [...both].reverse(), keep: 'all' });
        const alone = simulate({ ...one, segments: [{ ...both[0]!, share: 1 }], keep: 'all' });
        const { id } = both[0]!;
        for (const name of [id, 'other']) {
          expect(bytes(b.segments[name])).toBe(bytes(a.segments[name]));
          expect(bytes(b.kept![name])).toBe(bytes(a.kept![name]));
        }
        expect(bytes(alone.kept![id])).toBe(bytes(a.kept![id]));
        expect(bytes({ ...alone.segments[id], share: 0.3 })).toBe(bytes(a.segments[id]));
      }),
      few,
    );
  });

  it('are the same with 1 and "1" as seed, and others with another', () => {
    fc.assert(
      fc.property(study, (one) => {
        const journey = { name: 'noise', interactions: [{ id: 'a', duration: 1, affect: 1 }] };
        const answers = (number: string | number) => bytes(simulate({ journey, seed: number, customers: 5, keep: ['csat'] }).kept);
        expect(answers(String(one.seed))).toBe(answers(one.seed));
        expect(answers(one.seed + 1)).not.toBe(answers(one.seed));
      }),
      few,
    );
  });
});

describe(`editing a journey (seed ${seed})`, () => {
  // Nobody leaves, no mood is carried, no bar is shown, no channel and no work counts: what a step is to those who live it depends on the step alone.
  const alone = study.map((one) => without(one, 'dropout', 'patience', 'carryOver', 'progress', 'drawAs', 'handOff', 'work'));
  const extra = plain.map((step) => without({ ...step, id: 'extra' }, 'dropout', 'work') as InteractionInput);
  const stepsOf = (one: AnyStudy, journey: JourneyInput) => {
    const result = simulate({ ...one, journey });
    return one.segments.map(({ id }) =>
      Object.fromEntries(
        Object.entries(result.segments[id]!.interactions!).map(([step, { reached, clockDuration, perceivedDuration, affect, chosen }]) => [
          step,
          bytes({ reached, clockDuration, perceivedDuration, affect, chosen }),
        ]),
      ),
    );
  };

  it('adding, moving or removing a step leaves what the others drew as it was, to the byte', () => {
    fc.assert(
      fc.property(alone, extra, fc.nat(), fc.nat(), (one, step, from, to) => {
        const { interactions } = one.journey;
        const segments = one.segments.map((segment) => ({ ...segment, responses: {} }));
        const fixed = { ...one, segments };
        const before = stepsOf(fixed, one.journey);
        const check = (list: readonly InteractionInput[]): void => {
          stepsOf(fixed, { ...one.journey, interactions: list }).forEach((steps, index) => {
            for (const [id, found] of Object.entries(steps)) if (id !== 'extra') expect(found, id).toBe(before[index]![id]);
          });
        };
        const place = to % (interactions.length + 1);
        check([...interactions.slice(0, place), step, ...interactions.slice(place)]);
        if (interactions.length < 2) return;
        const moved = from % interactions.length;
        const others = interactions.filter((_, index) => index !== moved);
        check(others);
        check([...others.slice(0, to % interactions.length), interactions[moved]!, ...others.slice(to % interactions.length)]);
      }),
      few,
    );
  });

  it('leaves the answers noise, expectation and patience as they were', () => {
    const step = (id: string, affect: number) => ({ id, duration: 10, affect });
    const noise = (interactions: InteractionInput[]) => {
      const { csat, satisfaction } = simulate({
        journey: { name: 'noise', interactions },
        seed: 3,
        customers: 50,
        keep: ['csat', 'satisfaction'],
      }).kept!['everyone']!;
      return csat!.map((value, index) => value - 1 - (4 * satisfaction![index]!) / 100);
    };
    const a = noise([step('a', 0)]);
    const b = noise([step('b', 1), step('c', -1)]);
    a.forEach((value, index) => expect(value).toBeCloseTo(b[index]!, 12));
  });
});

describe(`asking for less (seed ${seed})`, () => {
  it('limited outcomes are the same bytes as among all', () => {
    fc.assert(
      fc.property(study, fc.subarray([...outcomeNames], { minLength: 1, maxLength: 3 }), fc.boolean(), (one, names, steps) => {
        const all = simulate({ ...one, keep: 'all' });
        const some = simulate({ ...one, outcomes: steps ? [...names, 'interactions'] : names, keep: 'all' });
        for (const { id } of one.segments) {
          const whole = all.segments[id]! as unknown as Record<string, unknown>;
          const part = some.segments[id]! as unknown as Record<string, unknown>;
          for (const name of names) expect(bytes(part[name]), name).toBe(bytes(whole[name]));
          expect(bytes(part['interactions'])).toBe(steps ? bytes(whole['interactions']) : undefined);
          const others = outcomeNames.filter((name) => !names.includes(name) && part[name] !== undefined);
          expect(others).toEqual([]);
        }
      }),
      few,
    );
  });
});

describe(`comparing (seed ${seed})`, () => {
  it('a journey with itself differs by exactly nothing, in nothing and for nobody', () => {
    fc.assert(
      fc.property(study, (one) => {
        const { journey, ...rest } = one;
        const verdict = compare({ ...rest, baseline: journey, variants: { same: structuredClone(journey) } });
        const { overall, segments } = verdict.variants['same']!;
        for (const differences of [overall, ...Object.values(segments)]) {
          for (const name of outcomeNames) {
            const difference = differences[name];
            if (difference === undefined) continue;
            const { difference: mean, standardError, interval, better, worse, same, superiority, effectSize, conclusion } = difference;
            expect(
              [mean, standardError, interval.low, interval.high, better, worse, same, superiority, effectSize ?? 0, conclusion],
              name,
            ).toEqual([0, 0, 0, 0, 0, 0, 1, 0.5, 0, 'practically the same']);
          }
          expect([differences.mostGained, differences.mostLost]).toEqual([[], []]);
        }
      }),
      few,
    );
  });

  it('simulates each journey as simulate does, and takes their difference customer by customer', () => {
    fc.assert(
      fc.property(study, (one) => {
        const { journey, ...rest } = one;
        const longer = {
          ...journey,
          interactions: [...journey.interactions, { id: 'more', duration: 60, affect: -3 }].map((step) => without(step, 'pin')),
        };
        const progress = without(longer, 'pace');
        const base = without(journey, 'pace');
        const verdict = compare({ ...rest, baseline: base, variants: { longer: progress }, keep: 'all' });
        const before = simulate({ ...rest, journey: base, keep: 'all' });
        const after = simulate({ ...rest, journey: progress, keep: 'all' });
        expect(bytes(verdict.baseline)).toBe(bytes(before));
        expect(bytes(verdict.variants['longer']!.simulation)).toBe(bytes(after));
        for (const { id } of one.segments) {
          const was = before.kept![id]!.satisfaction!;
          const is = after.kept![id]!.satisfaction!;
          const mean = is.reduce((sum, value, index) => sum + value - was[index]!, 0) / is.length;
          expect(verdict.variants['longer']!.segments[id]!.satisfaction.difference).toBeCloseTo(mean, 9);
        }
      }),
      few,
    );
  });
});

describe(`a simulator kept (seed ${seed})`, () => {
  it('answers as simulate does, whatever it was asked before, however little it may keep', () => {
    fc.assert(
      fc.property(study, extraSteps(), fc.constantFrom(0, 2000, 1e9), fc.constantFrom(5, 2100), (one, steps, maxBytes, customers) => {
        const { journey, ...rest } = { ...one, customers };
        const editor = createSimulator(rest, { maxBytes });
        const edited = [
          journey,
          { ...without(journey, 'pace'), interactions: [...journey.interactions, ...steps] },
          without(journey, 'failure'),
          journey,
        ];
        for (const version of edited) expect(bytes(editor.simulate(version))).toBe(bytes(simulate({ ...rest, journey: version })));
        expect(editor.bytes).toBeLessThanOrEqual(maxBytes);
      }),
      { seed, numRuns: 15 },
    );
  });

  it('also where a pilot sets the number of customers, another for each journey', () => {
    const rest = { until: { outcome: 'clockDuration', halfWidth: 1 }, seed: 1, outcomes: ['clockDuration'] } as const;
    const journey = (sd: number) => ({
      name: 'one',
      interactions: [{ id: 'a', duration: { type: 'truncatedNormal', mean: 500, sd, min: 0 } as const }],
    });
    const editor = createSimulator(rest);
    for (const sd of [30, 45, 20]) expect(bytes(editor.simulate(journey(sd)))).toBe(bytes(simulate({ ...rest, journey: journey(sd) })));
    // the same column for another number of customers
    const twice = (sd: number) => ({
      name: 'two',
      interactions: [...journey(30).interactions, { ...journey(sd).interactions[0]!, id: 'b' }],
    });
    for (const sd of [1, 60]) expect(bytes(editor.simulate(twice(sd)))).toBe(bytes(simulate({ ...rest, journey: twice(sd) })));
  });
});

function extraSteps(): fc.Arbitrary<InteractionInput[]> {
  return fc
    .array(plain, { maxLength: 2 })
    .map((steps) => steps.map((step, index) => ({ ...step, id: `extra-${index}` }) as InteractionInput));
}

describe(`shares (seed ${seed})`, () => {
  it('means, shares and NPS of the whole are those of the segments, weighed', () => {
    fc.assert(
      fc.property(study, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), (one, parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const segments = parts.map((part, index) => ({
          ...one.segments[index % one.segments.length]!,
          id: `segment-${index}`,
          share: part / whole,
        }));
        const { overall, segments: found } = simulate({
          ...one,
          segments,
          outcomes: ['satisfaction', 'satisfied', 'nps', 'completed', 'clockDuration'],
        });
        for (const name of ['satisfaction', 'satisfied', 'nps', 'completed', 'clockDuration'] as const) {
          const weighed = segments.reduce((sum, { id, share }) => sum + share * found[id]![name].mean, 0);
          expect(Math.abs(overall[name].mean - weighed)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(weighed)));
          const error = Math.sqrt(segments.reduce((sum, { id, share }) => sum + (share * found[id]![name].standardError) ** 2, 0));
          expect(Math.abs(overall[name].standardError - error)).toBeLessThanOrEqual(1e-12 * Math.max(1, error));
        }
      }),
      few,
    );
  });
});
