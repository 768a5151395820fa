import {
  addChoice,
  compare,
  insert,
  lognormal,
  merge,
  move,
  normal,
  occupyWait,
  redesign,
  remove,
  scaleDuration,
  simulate,
  split,
  swap,
  update,
} from 'peakend';
import type { AnyComparison, AnySimulation, Edit, InteractionInput, JourneyInput, SegmentInput } from 'peakend';

/** A journey of real shape, one way to redesign it, and who lives it. */
export interface DrawnJourney {
  readonly name: string;
  readonly journey: JourneyInput;
  readonly edits: readonly Edit[];
  readonly segments: readonly SegmentInput[];
}

const two: readonly SegmentInput[] = [
  { id: 'regular', name: 'Regular customers', share: 0.7, responses: { '*': { affectShift: 1 } } },
  {
    id: 'first-time',
    name: 'First time',
    share: 0.3,
    expectation: 2,
    patience: '3 h',
    responses: { '*': { affectShift: -1.5, durationScale: 1.4 } },
  },
];
const rtl: readonly SegmentInput[] = [
  { id: 'חדשים', name: 'לקוחות חדשים', share: 0.4, responses: { '*': { affectShift: -2 } } },
  { id: 'قدامى', name: 'عملاء قدامى (20 %)', share: 0.6 },
];

/** Steps whose lengths and levels repeat no pattern a layout could rely on. */
function steps(names: readonly string[], more: (index: number) => Partial<InteractionInput> = () => ({})): InteractionInput[] {
  return names.map((name, index) => ({
    id: `s${index + 1}`,
    name,
    duration: lognormal({ median: 60 + ((index * 397) % 1_500), p95: 300 + ((index * 397) % 1_500) * 2 }),
    affect: normal({ mean: ((index * 7) % 13) - 6, sd: 2 }),
    ...more(index),
  }));
}

const many = Array.from(
  { length: 60 },
  (_, index) =>
    ['Ask at the desk', 'Wait', 'Fill in form 27-B', 'Show the passport and the confirmation', 'Walk', 'Talk to the agent'][index % 6]!,
).map((name, index) => `${name} ${index + 1}`);

const ten = 'Arrive|Find the desk|Take a number|Wait|Register|Wait for the doctor|See the doctor|Get the prescription|Pay|Leave'.split('|');

/** Ten journeys: from 1 to 60 steps, long names, seven scripts, from right to left, all negative, one step, failures, gaps, hours beside seconds. */
export const drawnJourneys: readonly DrawnJourney[] = [
  {
    name: 'one step',
    journey: { name: 'A call', interactions: [{ id: 'talk', name: 'Talk', duration: '5 min', affect: 4 }] },
    edits: [scaleDuration('talk', 0.5)],
    segments: two,
  },
  {
    name: 'three steps',
    journey: {
      name: 'Clinic visit',
      interactions: [
        { id: 'register', name: 'Register', duration: '5 min', affect: -1 },
        { id: 'wait', name: 'Wait', kind: 'wait', duration: '10 to 40 min', affect: 0, wait: { tolerance: '10 min' } },
        { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: normal({ mean: 4, sd: 2 }) },
      ],
    },
    edits: [occupyWait('wait', 0.9)],
    segments: two,
  },
  {
    name: 'ten steps, stages, failures and leavers',
    journey: {
      name: 'At the clinic',
      interactions: steps(ten, (index) => ({
        stage: ['Arriving', 'At the desk', 'Care', 'Going home'][Math.floor(index / 3)]!,
        ...(index === 3 || index === 5 ? { kind: 'wait', wait: { tolerance: '5 min' }, duration: '5 to 45 min' } : {}),
        ...(index === 4
          ? {
              failure: { probability: 0.15, affect: -5, duration: '4 min', retry: { atMost: 2, wait: { duration: '2 min' } } },
              dropout: 0.06,
            }
          : {}),
        ...(index === 8 ? { failure: { probability: 0.03, affect: -3 } } : {}),
      })),
    },
    edits: [
      remove('s3'),
      merge(['s7', 's8'], { id: 'visit', name: 'See the doctor, who prescribes' }),
      move('s9', { before: 's6' }),
      insert({ id: 'tea', name: 'A cup of tea', duration: '6 min', affect: 7, stage: 'Care' }, { before: 's6' }),
      update('s10', { affect: 6 }),
    ],
    segments: two,
  },
  {
    name: 'sixty steps',
    journey: {
      name: 'From the first letter to the last stamp',
      interactions: steps(many, (index) => (index % 6 === 1 ? { kind: 'wait', dropout: 0.01 } : {})),
    },
    edits: [remove('s20'), merge(['s30', 's31', 's32'], { id: 'office' })],
    segments: two,
  },
  {
    name: 'long names',
    journey: {
      name: 'How somebody who has moved house registers a car, a dog and two children with the authorities of the new place',
      interactions: steps(
        [
          'Look up which of the eleven offices is the one that is responsible for the new address',
          'Rechtsschutzversicherungsgesellschaftsangestelltengespräch',
          'Wait in the corridor on the second floor behind the glass door',
          'Explain everything again from the beginning to somebody else',
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
          'Pay',
        ],
        (index) => ({ stage: index < 3 ? 'Finding out which office it is that has to be asked' : 'There' }),
      ),
    },
    edits: [update('s3', { affect: 5, name: 'Wait in the garden of the house across the street with a book' })],
    segments: two,
  },
  {
    name: 'seven scripts',
    journey: {
      name: 'Seven scripts · Семь письменностей · Επτά γραφές · 七つの文字',
      interactions: steps([
        'Ankommen & begrüßt werden',
        'Регистрация у стойки',
        'Αναμονή στην ουρά',
        'تسجيل الوصول عند المكتب 12',
        'בדיקת תעודת הזהות (חדש)',
        'डॉक्टर से मुलाक़ात',
        '受付で番号札を取って待つ',
        'Ça a été — e\u0301te\u0301 👩🏽‍⚕️ 🇯🇵 👍',
      ]),
    },
    edits: [remove('s3')],
    segments: rtl,
  },
  {
    name: 'from right to left',
    journey: {
      name: 'ביקור במרפאה 2024 (גרסה 3)',
      interactions: steps(['הגעה', 'רישום (5 דקות)', 'המתנה לרופא', 'الطبيب 1', 'תשלום: 50 %', 'יציאה הביתה'], (index) => ({
        stage: index < 3 ? 'לפני' : 'אחרי',
        ...(index === 2 ? { kind: 'wait', dropout: 0.1 } : {}),
      })),
    },
    edits: [move('s5', { before: 's2' })],
    segments: rtl,
  },
  {
    name: 'all negative',
    journey: {
      name: 'Losing luggage',
      interactions: steps(['Belt', 'Queue', 'Desk', 'Form', 'Phone', 'Letter', 'Court'], (index) => ({ affect: -9 + (index % 4) })),
    },
    edits: [remove('s7')],
    segments: two,
  },
  {
    name: 'hours beside seconds, with a gap',
    journey: {
      name: 'Sending in a claim',
      interactions: [
        { id: 'click', name: 'Click', duration: 1, affect: 10 },
        { id: 'form', name: 'Form', duration: '20 min', affect: -10 },
        { id: 'days', name: 'Days', kind: 'gap', duration: '9 days' },
        { id: 'call', name: 'Hotline', kind: 'wait', duration: '2 h', affect: -3, wait: { tolerance: '10 min' }, dropout: 0.3 },
        { id: 'ok', name: 'OK', duration: 2, affect: 9 },
        { id: 'flight', name: 'Train home', duration: '11 h', affect: { start: -2, end: 3 } },
      ],
    },
    edits: [
      split('form', [
        { id: 'first', share: 0.5 },
        { id: 'second', share: 0.5 },
      ]),
      addChoice('call', [{ id: 'chat', name: 'Chat', duration: '5 min', affect: 3 }]),
    ],
    segments: two,
  },
  {
    name: 'twenty-four steps at the extremes',
    journey: {
      name: 'Up and down',
      interactions: steps(
        Array.from({ length: 24 }, (_, index) => `Moment ${index + 1}`),
        (index) => ({ affect: index % 2 === 0 ? 10 : -10, duration: 300, ...(index > 18 ? { skip: 0.5 } : {}) }),
      ),
    },
    edits: [swap('s3', 's20')],
    segments: two,
  },
];

/** Lived by few customers: what is looked at is the picture. */
const study = { customers: 120, seed: 'pictures' } as const;

export function simulationOf({ journey, segments }: DrawnJourney): AnySimulation {
  return simulate({ journey, segments, ...study }) as AnySimulation;
}

export function comparisonOf({ journey, segments, edits }: DrawnJourney): AnyComparison {
  return compare({ baseline: journey, variants: { 'to be': redesign(journey, edits) }, segments, ...study }) as AnyComparison;
}
