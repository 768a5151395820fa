import { expect, it } from 'vitest';
import { modelParameters, outcomeNames, simulate, type ExperienceModelInput, type SegmentInput, type WaitConditions } from 'peakend';
import { waitConditions } from '../../../src/journey/wait-conditions';
import { estimateIn } from '../../../src/results/simulation-words';

/*
 * What has a name does something: nothing can be added to a table and then be left out of the engine without a red test.
 */

/** All that can be written of a wait, each as far as it goes. */
const everyCondition = Object.fromEntries(
  Object.entries(waitConditions).map(([key, { kind }]) => {
    const most = { share: 0.5, flag: true, seconds: 60 };
    return [key, typeof kind === 'string' ? most[kind] : kind.at(-1)];
  }),
) as WaitConditions;

const journey = {
  name: 'Everything',
  cohesion: 0.9,
  progress: { shown: true, pace: 'slow-to-fast' as const },
  interactions: [
    {
      id: 'before',
      kind: 'wait' as const,
      duration: { type: 'lognormal' as const, median: 300, sigma: 0.5 },
      affect: 1,
      channel: 'phone',
      wait: { ...everyCondition, phase: 'before' as const },
    },
    {
      id: 'during',
      kind: 'wait' as const,
      duration: 400,
      affect: -1,
      channel: 'desk',
      effort: 6,
      wait: { phase: 'during' as const, fair: false, occupied: 0.3 },
    },
    {
      id: 'choose',
      duration: 120,
      affect: { start: 1, end: 4 },
      dropout: 0.2,
      failure: { probability: 0.2, affect: -4, recovery: { probability: 0.5, affect: 3 } },
      choice: {
        difficulty: 0.8,
        options: Array.from({ length: 12 }, (_, index) => ({ id: `option-${index}`, duration: 60 + index, affect: index / 4 })),
      },
    },
    { id: 'after', kind: 'wait' as const, duration: 500, affect: 2, wait: { phase: 'after' as const } },
    { id: 'end', duration: 60, affect: 3, dropout: 0.1 },
  ],
};
const segment: SegmentInput = {
  id: 'all',
  share: 1,
  patience: '30 min',
  expectation: 1,
  priorBelief: -2,
  expectedDuration: '9 min',
  returnValue: 100,
};
/** With a promise waits sour after it, and without one after the model's tolerance: both, so that either can show. */
const promised = { ...journey, promise: '10 min' };
const means = (model: ExperienceModelInput): string =>
  JSON.stringify(
    [journey, promised].map((one) => {
      const { overall } = simulate({ journey: one, segments: [segment], model, customers: 300, seed: 1 });
      // The goal gradient is no outcome of customers: it is told of each step.
      const paces = Object.values(overall.interactions!).map(({ pace }) => pace);
      return [...outcomeNames.map((name) => estimateIn(overall, name)?.mean), ...paces];
    }),
  );

it('every outcome that has a name is in the result of a full study', () => {
  const { overall } = simulate({ journey, segments: [segment], customers: 10, seed: 1 });
  expect(outcomeNames.filter((name) => typeof estimateIn(overall, name)?.mean !== 'number')).toEqual([]);
});

/** Models under which a parameter acts that the default model leaves asleep. */
function around(path: string): Record<string, unknown> {
  const setting = path.replace(/^memory\./, '');
  if (setting === 'lifetime') return { memory: { recallDelay: 1e6 } };
  if (setting === 'halfLife') return { memory: { kind: 'recency' } };
  if (setting === 'acclimation' || setting === 'decay') return { memory: { kind: 'acclimationDecay' } };
  if (path === 'time.boundary' || path === 'time.floor') return { time: { perspective: 'prospective', boundary: 0.2, floor: 0.1 } };
  return {};
}

function withValue(path: string, value: number): ExperienceModelInput {
  const model = structuredClone(around(path));
  const keys = path.split('.');
  let holder = model;
  for (const key of keys.slice(0, -1)) holder = (holder[key] ??= {}) as Record<string, unknown>;
  holder[keys.at(-1)!] = value;
  // Weights sum to 1: what one takes, the mean gives.
  if (path.startsWith('memory.weights.')) {
    const none = { peak: 0, end: 0, mean: 0, beginning: 0 };
    const own = keys.at(-1)!;
    holder[own] = value;
    if (own in none && own !== 'mean') Object.assign(holder, { ...none, [own]: value, mean: 1 - value });
    if (own === 'mean') Object.assign(holder, { ...none, mean: value, end: 1 - value });
  }
  return model as ExperienceModelInput;
}

it.each(Object.keys(modelParameters))('%s moves some outcome, or what is told of a step', (path) => {
  const { min, max } = modelParameters[path]!;
  const values = path.startsWith('memory.weights.') ? [Math.max(0, min), Math.min(1, max)] : [min, Math.min(max, 1e5)];
  expect(means(withValue(path, values[0]!))).not.toBe(means(withValue(path, values[1]!)));
});
