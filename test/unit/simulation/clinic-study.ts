import type { JourneyInput } from '../../../src/journey/types';
import { acclimationDecay } from '../../../src/model/memory';

/** A bit of everything: every kind of step, drawn parameters, leaving, failing, choosing. */
export const clinic: JourneyInput = {
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
/** Two kinds of customers, with patience, expectations, responses and a memory of their own. */
export const people = [
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
