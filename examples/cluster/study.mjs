import { fromInterval } from 'peakend';

const between = (low, high) => fromInterval(low, high, { kind: 'affect' });

/** An hour at a walk-in clinic, for as many interactions as are asked for: customers × segments × steps. */
const journey = {
  name: 'Walk-in clinic',
  promise: '60 min',
  interactions: [
    { id: 'find', name: 'Find the clinic', duration: '3 to 10 min', affect: between(-2, 3) },
    {
      id: 'register',
      name: 'Register',
      duration: '2 to 6 min',
      affect: between(-1, 2),
      failure: { probability: 0.08, affect: -4, duration: '2 to 5 min' },
    },
    { id: 'wait', name: 'Wait for the nurse', kind: 'wait', duration: { type: 'gamma', shape: 2, scale: 420 }, dropout: 0.02 },
    { id: 'triage', name: 'Nurse', duration: '4 to 9 min', affect: between(0, 5) },
    {
      id: 'wait-again',
      name: 'Wait for the doctor',
      kind: 'wait',
      duration: { type: 'gamma', shape: 2, scale: 600 },
      wait: { anxious: 0.5 },
    },
    { id: 'doctor', name: 'Doctor', duration: '6 to 18 min', affect: between(1, 7) },
    { id: 'tests', name: 'Tests', duration: '5 to 20 min', affect: between(-4, 1), skip: 0.6 },
    { id: 'result', name: 'Result', duration: '2 to 6 min', affect: between(-3, 6) },
    { id: 'pay', name: 'Pay', duration: '1 to 4 min', affect: between(-3, 0) },
    { id: 'leave', name: 'Leave', duration: '1 to 3 min', affect: between(0, 4) },
  ],
};

const segments = [
  { id: 'regular', share: 0.45, patience: '30 to 120 min' },
  { id: 'first-time', share: 0.3, expectation: 2, patience: '20 to 90 min' },
  { id: 'parent', share: 0.15, responses: { wait: { affectShift: -1 }, 'wait-again': { affectShift: -1 } } },
  { id: 'older', share: 0.1, expectation: 1 },
];

export function studyOf(interactions) {
  const customers = Math.max(1, Math.round(interactions / segments.length / journey.interactions.length));
  return { journey, segments, customers, seed: 'cluster', outcomes: ['satisfaction', 'perceivedDuration', 'completed'] };
}
