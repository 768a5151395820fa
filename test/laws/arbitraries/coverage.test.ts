import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries } from '../../../src/arbitraries';
import type { Distribution } from '../../../src/distributions/families';
import type { Interaction, Journey, Option, Segment } from '../../../src/journey/types';
import { journeySchemas } from '../../../src/journey/step-fields';
import { segmentSchemas } from '../../../src/journey/segment-fields';
import { memoryKinds } from '../../../src/model/memory';
import { modelParameters } from '../../../src/model/parameters';
import { editKinds } from '../../../src/redesign/edit-catalogue';
import { units } from '../../../src/journey/units';

const seed = 20260302;
const { journeys, segments, models, journeyWithRedesign, distributions } = arbitraries(fc);

type Count = Map<string, number>;
const see = (count: Count, shape: string): void => void count.set(shape, (count.get(shape) ?? 0) + 1);
const missing = (count: Count, shapes: readonly string[]): string[] => shapes.filter((shape) => !count.has(shape));

/** Keys and kinds of values in an object, by path: `wait.phase before`, `duration lognormal`. */
function shapesIn(value: unknown, path: string, count: Count): void {
  if (typeof value !== 'object' || value === null)
    return see(count, typeof value === 'string' || typeof value === 'boolean' ? `${path} ${value}` : path);
  const { type } = value as { type?: string };
  if (type !== undefined) return see(count, `${path} ${type}`);
  if (Array.isArray(value)) return value.forEach((one) => shapesIn(one, path, count));
  for (const [key, inner] of Object.entries(value)) {
    see(count, path === '' ? key : `${path}.${key}`);
    if (key !== 'extensions') shapesIn(inner, path === '' ? key : `${path}.${key}`, count);
  }
}

function shapesOfJourneys(all: readonly Journey[]): { readonly whole: Count; readonly units: Count; readonly options: Count } {
  const [whole, plain, options]: Count[] = [new Map(), new Map(), new Map()];
  for (const { interactions, ...journey } of all) {
    shapesIn(journey, '', whole!);
    see(whole!, `steps ${interactions.length}`);
    for (const { role, unit } of units({ ...journey, interactions })) {
      const { parts, choice, ...alone } = unit as Interaction;
      if (parts !== undefined) see(plain!, role === 'part' ? 'parts in parts' : 'parts');
      if (choice !== undefined) see(plain!, role === 'part' ? 'choice in a part' : 'choice');
      if (alone.after !== undefined && role === 'part') see(plain!, 'after of a part');
      shapesIn(
        { ...alone, ...(choice === undefined ? {} : { choice: { appeal: choice.appeal, difficulty: choice.difficulty } }) },
        '',
        role === 'option' ? options! : plain!,
      );
    }
  }
  return { whole: whole!, units: plain!, options: options! };
}

const types: readonly Distribution['type'][] = [
  ...(['constant', 'uniform', 'triangular', 'pert', 'normal', 'truncatedNormal', 'lognormal', 'gamma', 'weibull', 'exponential'] as const),
  ...(['beta', 'empirical', 'discrete', 'mixture', 'scaled'] as const),
];
const onHalfLine = types.filter((type) => type !== 'normal');

describe(`every valid shape is reached (seed ${seed})`, () => {
  it('of distributions', () => {
    const seen = new Set(fc.sample(distributions(), { seed, numRuns: 400 }).map(({ type }) => type));
    expect(types.filter((type) => !seen.has(type))).toEqual([]);
  });

  it('of journeys', () => {
    const all = fc.sample(journeys(), { seed, numRuns: 1500 });
    const seen = shapesOfJourneys(all);
    const keysOfStep = Object.keys(journeySchemas.step._zod.def.shape as object);
    expect(keysOfStep.length).toBeGreaterThan(15);
    expect(missing(seen.units, keysOfStep)).toEqual([]);
    expect(missing(seen.options, Object.keys(journeySchemas.option.shape))).toEqual([]);
    expect(
      missing(
        seen.whole,
        Object.keys(journeySchemas.journey.shape).filter((key) => !['$schema', 'interactions', 'extensions'].includes(key)),
      ),
    ).toEqual([]);
    expect(
      missing(
        seen.whole,
        [1, 2, 3, 4, 5, 6].map((count) => `steps ${count}`),
      ),
    ).toEqual([]);
    expect(
      missing(seen.whole, [
        'progress.shown true',
        'progress.shown false',
        'progress.pace constant',
        'progress.pace fast-to-slow',
        'progress.pace slow-to-fast',
        'progress.pace',
      ]),
    ).toEqual([]);
    expect(
      missing(
        seen.units,
        onHalfLine.map((type) => `duration ${type}`),
      ),
    ).toEqual([]);
    expect(
      missing(
        seen.units,
        types.map((type) => `affect ${type}`),
      ),
    ).toEqual([]);
    const conditions = Object.keys(journeySchemas.wait.shape).map((key) => `wait.${key}`);
    expect(
      missing(seen.units, [
        ...conditions,
        'wait.phase before',
        'wait.phase during',
        'wait.phase after',
        'wait.display animated',
        'wait.fair false',
      ]),
    ).toEqual([]);
    expect(
      missing(seen.units, [
        'failure.recovery.duration',
        'failure.duration',
        'affect.start',
        'affect.end',
        'affect kept',
        'affect time-weighted',
      ]),
    ).toEqual([]);
    expect(
      missing(seen.units, [
        'choice.difficulty',
        'choice.appeal',
        'choice in a part',
        'parts',
        'parts in parts',
        'after of a part',
        'pin first',
        'pin last',
        'kind service',
        'kind wait',
      ]),
    ).toEqual([]);
    expect(missing(seen.options, ['available false', 'available true', 'kind wait', 'failure.recovery.affect', 'wait.tolerance'])).toEqual(
      [],
    );
  });

  it('of journeys, and neither too seldom', () => {
    const all = fc.sample(journeys(), { seed, numRuns: 600 });
    const share = (has: (unit: Interaction | Option) => boolean): number => {
      return all.filter((journey) => Array.from(units(journey)).some(({ unit }) => has(unit))).length / all.length;
    };
    // Half of all journeys have a wait, a quarter a choice or a failure, every tenth a merge: enough that a property of one of them is tried.
    expect(share(({ kind }) => kind === 'wait')).toBeGreaterThan(0.5);
    expect(share((unit) => 'choice' in unit)).toBeGreaterThan(0.25);
    expect(share(({ failure }) => failure !== undefined)).toBeGreaterThan(0.25);
    expect(share((unit) => 'parts' in unit)).toBeGreaterThan(0.1);
    expect(share(({ dropout = 0 }) => dropout > 0)).toBeGreaterThan(0.25);
    expect(share(({ duration }) => typeof duration === 'object')).toBeGreaterThan(0.5);
  });

  it('of segments', () => {
    const visit = fc.sample(journeys({ minInteractions: 4 }), { seed, numRuns: 1 });
    const all = fc.sample(segments({ journeys: visit }), { seed, numRuns: 800 });
    const count: Count = new Map();
    for (const people of all)
      for (const { model, responses, ...segment } of people as readonly Segment[]) {
        shapesIn(segment, '', count);
        if (model !== undefined) see(count, 'model');
        for (const [target, response] of Object.entries(responses ?? {})) {
          see(count, 'responses');
          see(count, `to ${/^(stage:|channel:|\*)/.exec(target)?.[1] ?? 'id'}`);
          shapesIn(response, 'response', count);
        }
      }
    expect(missing(count, Object.keys(segmentSchemas.segment.shape))).toEqual([]);
    expect(
      missing(
        count,
        Object.keys(segmentSchemas.response.shape)
          .filter((key) => key !== 'available')
          .map((key) => `response.${key}`),
      ),
    ).toEqual([]);
    expect(
      missing(count, ['dependence.affect', 'dependence.duration', 'to *', 'to id', 'patience exponential', 'expectation normal']),
    ).toEqual([]);
  });

  it('of experience models', () => {
    const count: Count = new Map();
    for (const model of fc.sample(models(), { seed, numRuns: 3000 })) shapesIn(model, '', count);
    const ofMemory = ['memory.recallDelay', 'memory.lifetime', 'memory.stretch.seconds'];
    const wide = ['time.reference', 'waiting.tolerance', 'waiting.workTime', 'handOff.duration', ...ofMemory];
    const paths = Object.keys(modelParameters);
    expect(missing(count, paths)).toEqual([]);
    // A weight of the four that share one whole is a number, so that they sum to 1.
    const drawn = paths.filter((path) => !wide.includes(path) && !/^memory\.weights\.(peak|end|mean|beginning)$/.test(path));
    expect(
      missing(
        count,
        drawn.map((path) => `${path} scaled`),
      ),
    ).toEqual([]);
    const kinds = Object.keys(memoryKinds).filter((kind) => kind !== 'custom');
    expect(
      missing(
        count,
        kinds.map((kind) => `memory.kind ${kind}`),
      ),
    ).toEqual([]);
    expect(
      missing(count, [
        'memory.peak worst',
        'memory.peak furthest',
        'memory.peak.worstAndBest',
        'memory.endWindow.share',
        'memory.endWindow.seconds',
        'time.perspective prospective',
      ]),
    ).toEqual([]);
  });

  it('of edits', () => {
    const all = fc.sample(journeyWithRedesign(), { seed, numRuns: 400 });
    const seen: Count = new Map();
    for (const { edits } of all) for (const edit of edits) see(seen, edit.edit);
    expect(missing(seen, editKinds)).toEqual([]);
    // Most redesigns do change something.
    expect(all.filter(({ journey, redesigned }) => journey !== redesigned).length / all.length).toBeGreaterThan(0.8);
  });
});
