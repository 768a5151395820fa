import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { acclimationDecay } from '../../../src/model/memory';
import { compare } from '../../../src/comparison/compare';
import type { JourneyInput } from '../../../src/journey/types';

/*
 * Sameness, not correctness: these bytes change only on purpose, and the change note says what they were before.
 * One study with a bit of everything: every kind of step, drawn parameters, leaving, failing, choosing.
 */

const clinic: JourneyInput = {
  name: 'clinic',
  promise: '40 min',
  progress: { shown: true, endowed: 0.1, pace: 'fast-to-slow' },
  cohesion: 0.8,
  interactions: [
    { id: 'arrive', duration: '2 to 5 min', affect: { type: 'normal', mean: 1, sd: 2 }, effort: 3, stage: 'arrive' },
    { id: 'queue', kind: 'wait', duration: { type: 'gamma', shape: 2, scale: 300 }, wait: { anxious: 0.5, informed: true }, dropout: 0.02 },
    {
      id: 'doctor',
      duration: { type: 'lognormal', median: 600, sigma: 0.4 },
      affect: { start: { type: 'uniform', min: -2, max: 2 }, end: 4 },
      choice: { options: [{ id: 'video', duration: 480, affect: 2, channel: 'web', appeal: -0.5 }], difficulty: 0.3 },
    },
    {
      id: 'leave',
      affect: 'time-weighted',
      parts: [
        {
          id: 'desk',
          duration: { type: 'weibull', shape: 1.5, scale: 90 },
          affect: -1,
          failure: { probability: 0.2, affect: -4, duration: 120, recovery: { probability: 0.6, affect: 5, duration: 60 } },
        },
        { id: 'door', kind: 'wait', duration: { type: 'exponential', mean: 60 }, skip: 0.3 },
      ],
    },
  ],
};
const segments = [
  {
    id: 'regular',
    share: 0.7,
    patience: { type: 'exponential', mean: 3600 },
    dependence: { affect: 0.3, duration: 0.2 },
    expectedDuration: 1500,
  },
  {
    id: 'first-time',
    share: 0.3,
    expectation: { type: 'normal', mean: 2, sd: 1 },
    returnValue: 40,
    responses: { queue: { affectShift: -1 }, '*': { durationScale: 1.1 } },
    model: {
      memory: acclimationDecay({ acclimation: { type: 'uniform', min: 0.001, max: 0.01 } }),
      time: { beta: { type: 'uniform', min: 0.8, max: 1 } },
    },
  },
] as const;

it('one study in two journeys', () => {
  const verdict = compare({
    baseline: clinic,
    variants: {
      calmer: { ...clinic, interactions: clinic.interactions.map((step) => (step.id === 'queue' ? { ...step, affect: 1 } : step)) },
    },
    segments,
    customers: 2500,
    seed: 'golden',
    keep: 'all',
  });
  const { overall, segments: each, kept } = verdict.baseline;
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
  // How sure a mean is said to be may be said better without a number moving: it has a hash of its own.
  const doubts = ['interval', 'doubt', 'promoters', 'passives', 'detractors'];
  const numbers = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, own: unknown) => (doubts.includes(key) ? undefined : own)));
  expect({
    kept: hash(kept),
    numbers: hash(numbers([overall, each])),
    summaries: hash([overall, each]),
    differences: hash(verdict.variants.calmer.overall.satisfaction.difference),
  }).toEqual({ kept: 'fb9acb6e6ab18683', numbers: 'f71896d681f64451', summaries: '6be57c7c2983680f', differences: 'b4afa60f036fb3ef' });
  expect(overall.satisfaction.mean).toBe(49.91029136866912);
});
