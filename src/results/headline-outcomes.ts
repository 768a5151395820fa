import type { OutcomeName } from '../experience/outcomes';

/** Outcomes worth a line in a text when everything was computed; the others are in the result. */
export const headlineOutcomes: readonly OutcomeName[] = [
  'clockDuration',
  'perceivedDuration',
  'waitingDuration',
  'peakAffect',
  'endAffect',
  'rememberedUtility',
  'satisfaction',
  'csat',
  'nps',
  'loyalty',
  'value',
  'completed',
];

/** Of these, what is told of those who complete: how long it took, and what they say and do. */
export const completersOutcomes: readonly OutcomeName[] = ['clockDuration', 'satisfaction', 'csat', 'nps', 'loyalty', 'value'];
