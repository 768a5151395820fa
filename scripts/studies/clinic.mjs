// The journey that the studies of statistics are made on: skewed times, waits, a choice, failures, dropout and patience.
import {
  addChoice,
  explainWait,
  improveRecovery,
  informWait,
  insert,
  lognormal,
  merge,
  minutes,
  move,
  normal,
  occupyWait,
  preventFailure,
  remove,
  scaleDuration,
  split,
  swap,
} from 'peakend';

export const clinic = {
  name: 'Clinic visit',
  interactions: [
    { id: 'register', duration: lognormal({ median: 240, sigma: 0.5 }), affect: normal({ mean: -1, sd: 1.5 }) },
    {
      id: 'wait',
      kind: 'wait',
      duration: lognormal({ median: 900, sigma: 0.8 }),
      affect: normal({ mean: 0, sd: 1 }),
      wait: { tolerance: 300 },
    },
    { id: 'triage', duration: lognormal({ median: 200, sigma: 0.4 }), affect: normal({ mean: 0, sd: 2 }), dropout: 0.01 },
    {
      id: 'doctor',
      duration: lognormal({ median: 720, sigma: 0.5 }),
      affect: normal({ mean: 3, sd: 2.5 }),
      failure: { probability: 0.08, affect: -5, duration: 240, recovery: { probability: 0.5, affect: 3, duration: 60 } },
    },
    { id: 'pharmacy', kind: 'wait', duration: lognormal({ median: 420, sigma: 0.7 }), affect: normal({ mean: -0.5, sd: 1 }) },
    { id: 'pay', duration: lognormal({ median: 120, sigma: 0.3 }), affect: normal({ mean: -2, sd: 1.5 }), skip: 0.3 },
    { id: 'farewell', duration: 60, affect: normal({ mean: 2, sd: 2 }) },
  ],
};

export const clinicSegments = [
  { id: 'regular', share: 0.7, patience: lognormal({ median: 5400, sigma: 0.6 }) },
  { id: 'first-time', share: 0.3, expectation: 2, patience: lognormal({ median: 3000, sigma: 0.6 }), dependence: { affect: 0.3 } },
];

/** Ten and more kinds of edit; `keeps`: peak and end stay where they are for nearly everybody. */
export const kindsOfEdit = [
  { name: 'insert a greeting at the start', edits: [insert({ id: 'greeting', duration: 60, affect: 1 }, { to: 'start' })], keeps: true },
  { name: 'remove triage', edits: [remove('triage')], keeps: true },
  { name: 'move paying before the pharmacy', edits: [move('pay', { before: 'pharmacy' })], keeps: true },
  { name: 'swap farewell and paying (the end changes)', edits: [swap('pay', 'farewell')], keeps: false },
  {
    name: 'merge register and triage, neighbours',
    edits: [move('triage', { after: 'register' }), merge(['register', 'triage'], { id: 'welcome' })],
    keeps: true,
  },
  {
    name: 'split paying in two',
    edits: [
      split('pay', [
        { id: 'bill', share: 0.5 },
        { id: 'receipt', share: 0.5 },
      ]),
    ],
    keeps: true,
  },
  { name: 'shorten the wait by a tenth', edits: [scaleDuration('wait', 0.9)], keeps: true },
  { name: 'occupy the wait', edits: [occupyWait('wait', 0.9)], keeps: true },
  { name: 'inform in the wait', edits: [informWait('wait')], keeps: true },
  { name: 'explain the wait', edits: [explainWait('wait')], keeps: true },
  { name: 'halve the failures', edits: [preventFailure('doctor', { probability: 0.04 })], keeps: true },
  { name: 'recover four in five failures', edits: [improveRecovery('doctor', { probability: 0.8 })], keeps: true },
  {
    name: 'a choice half of them take (the peak changes)',
    edits: [addChoice('doctor', [{ id: 'video', duration: minutes(10), affect: normal({ mean: 3, sd: 2.5 }) }])],
    keeps: false,
  },
];
