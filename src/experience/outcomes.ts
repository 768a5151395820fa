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

export type OutcomeName = (typeof outcomeNames)[number];

export interface OutcomeDescription {
  /** In words, for text, tables and charts. */
  readonly label: string;
  readonly unit: 'seconds' | 'affect' | 'points' | 'rating' | 'share' | 'count' | 'money';
  /** Which way is good for the customer. */
  readonly better: 'higher' | 'lower';
}

export const outcomeDescriptions: { readonly [Name in OutcomeName]: OutcomeDescription } = {
  clockDuration: { label: 'clock time', unit: 'seconds', better: 'lower' },
  perceivedDuration: { label: 'felt time', unit: 'seconds', better: 'lower' },
  waitingDuration: { label: 'waiting', unit: 'seconds', better: 'lower' },
  peakAffect: { label: 'peak', unit: 'affect', better: 'higher' },
  endAffect: { label: 'end', unit: 'affect', better: 'higher' },
  meanAffect: { label: 'mean affect', unit: 'affect', better: 'higher' },
  rememberedUtility: { label: 'remembered utility', unit: 'affect', better: 'higher' },
  disconfirmation: { label: 'disconfirmation', unit: 'affect', better: 'higher' },
  satisfaction: { label: 'satisfaction', unit: 'points', better: 'higher' },
  csat: { label: 'CSAT', unit: 'rating', better: 'higher' },
  recommendation: { label: 'recommendation', unit: 'rating', better: 'higher' },
  nps: { label: 'NPS', unit: 'points', better: 'higher' },
  satisfied: { label: 'satisfied', unit: 'share', better: 'higher' },
  delighted: { label: 'delighted', unit: 'share', better: 'higher' },
  ease: { label: 'ease', unit: 'points', better: 'higher' },
  effectiveness: { label: 'effectiveness', unit: 'points', better: 'higher' },
  emotion: { label: 'emotion', unit: 'points', better: 'higher' },
  index: { label: 'experience index', unit: 'points', better: 'higher' },
  loyalty: { label: 'loyalty', unit: 'share', better: 'higher' },
  value: { label: 'value', unit: 'money', better: 'higher' },
  completed: { label: 'completed', unit: 'share', better: 'higher' },
  failures: { label: 'failures', unit: 'count', better: 'lower' },
  progress: { label: 'progress', unit: 'share', better: 'higher' },
};

/** Outcomes that are a share of customers: each is 0 or 1 for one customer. */
export function isShare(name: OutcomeName): boolean {
  return name === 'satisfied' || name === 'delighted' || name === 'completed';
}
