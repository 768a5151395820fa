import type { JourneyInput, SegmentInput } from '../../../src/journey/types';
import type { CounterexampleInput } from '../../../src/arbitraries/search/types';
import type { Edit } from '../../../src/redesign/types';
import { fewWorse, improves, noSegmentWorse } from '../../../src/standards/change-standards';
import type { Standard } from '../../../src/standards/types';

export const minutes = (count: number): number => 60 * count;
const around = (median: number, sigma = 0.4) => ({ type: 'lognormal', median: minutes(median), sigma }) as const;
const feeling = (mean: number, sd = 1.5) => ({ type: 'normal', mean, sd }) as const;

/** A clinic visit: eleven steps, waits, a failure, people who differ. */
export const clinic: JourneyInput = {
  name: 'Clinic visit',
  interactions: [
    { id: 'book', stage: 'before', channel: 'phone', duration: around(4), affect: feeling(0.5) },
    {
      id: 'park',
      stage: 'arrive',
      duration: around(6),
      affect: feeling(-1),
      failure: { probability: 0.1, affect: -2, duration: around(5) },
    },
    { id: 'register', stage: 'arrive', channel: 'desk', duration: around(4), affect: feeling(-0.5) },
    {
      id: 'waiting-room',
      kind: 'wait',
      stage: 'arrive',
      duration: around(18, 0.5),
      affect: 0,
      wait: { occupied: 0.3, tolerance: minutes(10), anxious: 0.3 },
    },
    { id: 'triage', stage: 'visit', duration: around(6), affect: feeling(0) },
    { id: 'doctor', stage: 'visit', duration: around(12), affect: feeling(3) },
    { id: 'lab', stage: 'visit', kind: 'wait', duration: around(9), affect: -0.5, wait: { occupied: 0.5, tolerance: minutes(15) } },
    { id: 'result', stage: 'visit', duration: around(5), affect: feeling(1.5) },
    { id: 'pay', stage: 'leave', channel: 'desk', duration: around(3), affect: feeling(-0.5), failure: { probability: 0.05, affect: -2 } },
    { id: 'thanks', stage: 'leave', duration: around(1), affect: feeling(4, 1) },
  ],
};

/** Moving house on a web site: pages that people give up on. */
export const form: JourneyInput = {
  name: 'Moving house online',
  interactions: ['address', 'meter', 'contract', 'payment', 'dates', 'confirm', 'done'].map((id, index) => ({
    id,
    channel: 'web',
    duration: around(2),
    affect: feeling(index === 6 ? 3 : -0.5),
    ...(index === 6 ? {} : { dropout: 0.06 }),
  })),
};

/** A museum: dull rooms and one delight. */
export const museum: JourneyInput = {
  name: 'Museum',
  interactions: [
    { id: 'tickets', duration: around(4), affect: feeling(-0.5) },
    { id: 'hall', duration: around(12), affect: feeling(0.5) },
    { id: 'planetarium', duration: around(8), affect: feeling(8, 1) },
    { id: 'minerals', duration: around(25), affect: feeling(0) },
    { id: 'maps', duration: around(20), affect: feeling(0) },
    { id: 'shop', duration: around(8), affect: feeling(0.5) },
    { id: 'exit', duration: around(2), affect: feeling(0.5) },
  ],
};

/** A repair that was promised for a quarter of an hour. */
export const repair: JourneyInput = {
  name: 'Repair while you wait',
  promise: minutes(30),
  interactions: [
    { id: 'hand-in', duration: around(4, 0.2), affect: feeling(0) },
    { id: 'sofa', kind: 'wait', duration: around(15, 0.2), affect: 0, wait: { occupied: 0.6, tolerance: minutes(15) } },
    { id: 'hand-out', duration: around(3, 0.2), affect: feeling(2) },
    { id: 'goodbye', duration: around(1, 0.2), affect: feeling(2) },
  ],
};

export interface Planted extends Omit<CounterexampleInput, 'standard'> {
  readonly name: string;
  readonly standard: Standard;
  /** What must be among the reasons. */
  readonly because: string;
}

const segments: readonly SegmentInput[] = [
  { id: 'regulars', share: 0.7 },
  { id: 'first-timers', share: 0.3, expectation: 1, responses: { '*': { durationScale: 1.1 } } },
];

const bad = (id: string, affect: number) => ({ id, duration: minutes(4), affect });

/** Redesigns with a fault somebody overlooked, each with the standard that it breaks. */
export const plantedFaults: readonly Planted[] = [
  {
    name: 'a merge that dilutes the only delight',
    baseline: museum,
    variant: [{ edit: 'merge', ids: ['hall', 'planetarium', 'minerals', 'maps'], into: { id: 'tour', affect: 'time-weighted' } }],
    standard: noSegmentWorse('satisfaction', { margin: 1 }),
    because: 'peak',
  },
  {
    name: 'a choice among bad options',
    baseline: clinic,
    variant: [{ edit: 'addChoice', id: 'pay', options: [bad('pay-by-cheque', -3), bad('pay-by-form', -2.5)] }],
    standard: noSegmentWorse('satisfaction', { margin: 0.2 }),
    because: 'mean',
  },
  {
    name: 'a progress bar that starts slowly',
    baseline: form,
    variant: [{ edit: 'showProgress', pace: 'slow-to-fast' }],
    standard: noSegmentWorse('completed', { margin: 0.005 }),
    because: 'leaving',
  },
  {
    name: 'a wait moved to just before the end',
    baseline: clinic,
    variant: [{ edit: 'move', id: 'waiting-room', place: { to: 'end' } }],
    standard: noSegmentWorse('satisfaction', { margin: 1 }),
    because: 'end',
  },
  {
    name: 'a longer, better occupied wait that nobody impatient sits out',
    baseline: clinic,
    variant: [
      { edit: 'update', id: 'waiting-room', changes: { duration: around(30, 0.5), affect: 2 } },
      { edit: 'occupyWait', id: 'waiting-room', share: 0.95 },
      { edit: 'explainWait', id: 'waiting-room' },
    ],
    standard: noSegmentWorse('completed', { margin: 0.01 }),
    because: 'leaving',
  },
  {
    name: 'the friendly goodbye saved',
    baseline: clinic,
    variant: [{ edit: 'remove', id: 'thanks' }],
    standard: noSegmentWorse('satisfaction', { margin: 1 }),
    because: 'end',
  },
  {
    name: 'an offer in a journey that promised to be short',
    baseline: repair,
    variant: [{ edit: 'insert', step: { id: 'offer', duration: around(9, 0.2), affect: 1 }, place: { before: 'hand-out' } }],
    standard: noSegmentWorse('satisfaction', { margin: 1 }),
    because: 'late',
  },
  {
    name: 'a step split in four that feels longer',
    baseline: clinic,
    variant: [{ edit: 'split', id: 'doctor', parts: ['history', 'exam', 'talk', 'plan'].map((id) => ({ id, share: 0.25 })) }],
    standard: noSegmentWorse('perceivedDuration', { margin: 60 }),
    because: 'steps',
  },
  {
    name: 'a kiosk that is quicker and takes the welcome away',
    baseline: museum,
    variant: [{ edit: 'replace', id: 'planetarium', step: { id: 'film', duration: minutes(3), affect: 3, drawAs: 'planetarium' } }],
    standard: fewWorse('satisfaction', { atMost: 0.4 }),
    because: 'mean',
  },
  {
    name: 'bad news last',
    baseline: clinic,
    variant: [{ edit: 'swap', id: 'pay', with: 'thanks' }] satisfies Edit[],
    standard: improves('endAffect'),
    because: 'end',
  },
  {
    name: 'more options than anybody wants to weigh',
    baseline: form,
    variant: [
      {
        edit: 'update',
        id: 'contract',
        changes: {
          choice: {
            difficulty: 1,
            options: Array.from({ length: 15 }, (_, index) => ({
              id: `contract-${index + 2}`,
              duration: around(2),
              affect: feeling(-0.5),
            })),
          },
        },
      },
    ],
    standard: improves('perceivedDuration'),
    because: 'felt time',
  },
].map((planted) => ({ ...planted, within: { segments } }) as Planted);
