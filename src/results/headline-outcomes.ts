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
