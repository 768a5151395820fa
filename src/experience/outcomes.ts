/** Every number the model computes for each customer. */
export const outcomeNames = [
  'clockDuration',
  'perceivedDuration',
  'waitingDuration',
  'peakAffect',
  'endAffect',
  'meanAffect',
  'rememberedUtility',
  'disconfirmation',
  'satisfaction',
  'csat',
  'recommendation',
  'nps',
  'satisfied',
  'delighted',
  'ease',
  'effectiveness',
  'emotion',
  'index',
  'loyalty',
  'value',
  'completed',
  'failures',
  'progress',
] as const;

/** The name of an outcome. */
export type OutcomeName = (typeof outcomeNames)[number];

/** What an outcome is. */
export interface OutcomeDescription {
  /** In words, for text, tables and charts. */
  readonly label: string;
  /** What it is counted in. */
  readonly unit: 'seconds' | 'affect' | 'points' | 'rating' | 'share' | 'count' | 'money';
  /** Which way is good for the customer. */
  readonly better: 'higher' | 'lower';
  /** Least and greatest value that it can have. */
  readonly scale: readonly [low: number, high: number];
}

/** What each outcome is: its label, its unit, and which way is good. */
export const outcomeDescriptions: { readonly [Name in OutcomeName]: OutcomeDescription } = {
  clockDuration: { label: 'clock time', unit: 'seconds', better: 'lower', scale: [0, Infinity] },
  perceivedDuration: { label: 'felt time', unit: 'seconds', better: 'lower', scale: [0, Infinity] },
  waitingDuration: { label: 'waiting', unit: 'seconds', better: 'lower', scale: [0, Infinity] },
  peakAffect: { label: 'peak', unit: 'affect', better: 'higher', scale: [-10, 10] },
  endAffect: { label: 'end', unit: 'affect', better: 'higher', scale: [-10, 10] },
  meanAffect: { label: 'mean affect', unit: 'affect', better: 'higher', scale: [-10, 10] },
  rememberedUtility: { label: 'remembered utility', unit: 'affect', better: 'higher', scale: [-Infinity, Infinity] },
  disconfirmation: { label: 'disconfirmation', unit: 'affect', better: 'higher', scale: [-Infinity, Infinity] },
  satisfaction: { label: 'satisfaction', unit: 'points', better: 'higher', scale: [0, 100] },
  csat: { label: 'CSAT', unit: 'rating', better: 'higher', scale: [1, 5] },
  recommendation: { label: 'recommendation', unit: 'rating', better: 'higher', scale: [0, 10] },
  nps: { label: 'NPS', unit: 'points', better: 'higher', scale: [-100, 100] },
  satisfied: { label: 'satisfied', unit: 'share', better: 'higher', scale: [0, 1] },
  delighted: { label: 'delighted', unit: 'share', better: 'higher', scale: [0, 1] },
  ease: { label: 'ease', unit: 'points', better: 'higher', scale: [0, 100] },
  effectiveness: { label: 'effectiveness', unit: 'points', better: 'higher', scale: [0, 100] },
  emotion: { label: 'emotion', unit: 'points', better: 'higher', scale: [0, 100] },
  index: { label: 'experience index', unit: 'points', better: 'higher', scale: [0, 100] },
  loyalty: { label: 'loyalty', unit: 'share', better: 'higher', scale: [0, 1] },
  value: { label: 'value', unit: 'money', better: 'higher', scale: [-Infinity, Infinity] },
  completed: { label: 'completed', unit: 'share', better: 'higher', scale: [0, 1] },
  failures: { label: 'failures', unit: 'count', better: 'lower', scale: [0, Infinity] },
  progress: { label: 'progress', unit: 'share', better: 'higher', scale: [0, 1] },
};

/** 1 where more of an outcome is good for the customer, −1 where less is. */
export function signOf(name: OutcomeName): 1 | -1 {
  return outcomeDescriptions[name].better === 'higher' ? 1 : -1;
}

/** Outcomes that are a share of customers: each is 0 or 1 for one customer. */
export function isShare(name: OutcomeName): boolean {
  return name === 'satisfied' || name === 'delighted' || name === 'completed';
}

/** Keeps an outcome's column, which is only made where somebody asks for it. */
export type RecordOutcome = (name: OutcomeName, make: () => Float64Array | undefined) => void;
