import type { JourneyInput } from '../../../src/journey/types';

/** Every key a journey can have, at least once, in the forms people write and in an order that is not the canonical one. */
export const everything = {
  interactions: [
    {
      affect: -1,
      id: 'register',
      duration: '4 min',
      stage: 'arrival',
      channel: 'desk',
      name: 'Register',
      pin: 'first',
      effort: { type: 'triangular', min: 1, mode: 3, max: 8 },
      source: { kind: 'measured', note: 'two weeks in May' },
      skip: 0.1,
    },
    {
      id: 'queue',
      kind: 'wait',
      duration: '5 to 30 min',
      affect: { start: 0, end: { type: 'normal', mean: -2, sd: 1 } },
      wait: {
        tolerance: '10 min',
        occupied: 0.3,
        explained: true,
        informed: false,
        fair: true,
        anxious: 0.5,
        accompanied: true,
        phase: 'before',
        display: 'animated',
      },
      dropout: 0.03,
      after: ['register'],
    },
    {
      id: 'doctor',
      duration: {
        type: 'mixture',
        components: [
          { weight: 0.9, distribution: { type: 'gamma', shape: 2, scale: 300 } },
          { weight: 0.1, distribution: { type: 'constant', value: 0 } },
        ],
      },
      affect: 2,
      failure: { probability: 0.1, affect: -3, duration: '5 min', recovery: { probability: 0.5, affect: 2, duration: 60 } },
      choice: {
        difficulty: 0.2,
        appeal: 0.1,
        options: [
          { id: 'video', duration: 600, affect: 1, appeal: -0.5, available: true, kind: 'wait', wait: { tolerance: 60 }, drawAs: 'doctor' },
        ],
      },
      drawAs: 'consultation',
      extensions: { tool: { colour: 'blue', list: [1, null, 'x', { deep: true }] } },
    },
    {
      id: 'checkout',
      affect: 'time-weighted',
      parts: [
        { id: 'pay', duration: 90, failure: { probability: 0.02, affect: -4 } },
        {
          id: 'bring-home',
          parts: [
            { id: 'walk', duration: 60, kind: 'wait' },
            { id: 'goodbye', duration: 10, affect: 4, after: ['walk'] },
          ],
        },
      ],
      after: ['video', 'queue'],
      pin: 'last',
    },
  ],
  name: 'Clinic visit',
  cohesion: 0.8,
  promise: '2 h',
  progress: { pace: [0, 0.3, 0.6, 0.8], shown: true, endowed: 0.1 },
  extensions: { id: 7 },
  $schema: 'https://peakend.dev/schema/journey-1.json',
} as const satisfies JourneyInput;

export const plain: JourneyInput = { name: 'Shop', interactions: [{ id: 'enter', duration: 60 }] };
