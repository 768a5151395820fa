import { defineJourney } from '../../../src/journey/define-journey';
import { defineSegments } from '../../../src/journey/define-segments';

/** A journey in which every mechanism of the model turns up, ten steps long. */
export const clinic = defineJourney({
  name: 'Clinic visit',
  promise: '50 min',
  cohesion: 0.8,
  progress: { shown: true, pace: 'slow-to-fast' },
  interactions: [
    { id: 'find', name: 'Find the way', stage: 'arrive', duration: '2 to 6 min', affect: 1, skip: 0.2, effort: 4 },
    {
      id: 'register',
      name: 'Registration',
      stage: 'arrive',
      channel: 'desk',
      duration: { type: 'lognormal', median: 300, sigma: 0.4 },
      affect: { start: 0, end: 2 },
      failure: {
        probability: 0.5,
        affect: -5,
        duration: 120,
        recovery: { probability: 0.5, affect: { type: 'uniform', min: 0, max: 4 }, duration: 60 },
      },
    },
    {
      id: 'queue',
      kind: 'wait',
      duration: { type: 'lognormal', median: 1200, sigma: 0.6 },
      affect: { type: 'normal', mean: -1, sd: 2 },
      wait: { anxious: 0.5, informed: true, display: 'animated', fair: false },
    },
    { id: 'corridor', kind: 'wait', duration: { type: 'gamma', shape: 2, scale: 120 }, affect: -7, wait: { occupied: 0.2, tolerance: 10 } },
    { id: 'triage', duration: { type: 'uniform', min: 200, max: 400 }, affect: { type: 'normal', mean: 0, sd: 2 } },
    {
      id: 'doctor',
      name: 'Doctor',
      duration: { type: 'lognormal', median: 600, sigma: 0.3 },
      affect: { start: 0, end: 4 },
      dropout: 0.1,
      choice: {
        difficulty: 0.3,
        options: [
          { id: 'video', duration: 500, affect: 2 },
          { id: 'nurse', duration: 400, affect: 3, appeal: -1, skip: 0.3 },
        ],
      },
    },
    {
      id: 'tests',
      affect: 'time-weighted',
      parts: [
        { id: 'blood', duration: 200, affect: -3, failure: { probability: 0.3, affect: -2 } },
        { id: 'hold', kind: 'wait', duration: { type: 'exponential', mean: 300 }, affect: 0, wait: { anxious: 1 } },
        { id: 'scan', duration: 400, affect: { start: -1, end: 1 }, skip: 0.4, dropout: 0.1 },
      ],
    },
    { id: 'results', duration: 300, affect: 9.5, effort: { type: 'uniform', min: 0, max: 10 } },
    { id: 'pay', channel: 'desk', duration: 120, affect: { start: -1, end: -3 }, dropout: 0.1 },
    { id: 'thanks', duration: 0, affect: 5 },
  ],
});

export const people = defineSegments([
  { id: 'regular', share: 0.7 },
  {
    id: 'first-time',
    share: 0.3,
    expectation: { type: 'normal', mean: 2, sd: 1 },
    patience: { type: 'lognormal', median: 900, sigma: 1 },
    priorBelief: 3,
    expectedDuration: 1500,
    returnValue: 40,
    dependence: { affect: 0.3, duration: 0.5 },
    responses: { '*': { affectShift: -0.5 }, results: { affectShift: 2 }, 'channel:desk': { durationScale: 1.5 } },
    model: {
      time: { beta: { type: 'uniform', min: 0.8, max: 1 } },
      choice: { attraction: { type: 'uniform', min: 0.5, max: 2 } },
      memory: { carryOver: 0.2, recallDelay: 86_400 },
    },
  },
]);
