// The engine, away from the thread of the page. An import map of the page does not hold in here: the library is found by its address.
import { createSimulator, isJourneyError, rows } from '../peakend/index.js';
import { answerQuestions } from '../worker-protocol.mjs';

// Whatever is asked again and again stays: the draws, and the baseline as it was lived.
const simulator = createSimulator({
  segments: [
    { id: 'regular', share: 0.7 },
    { id: 'first-time', share: 0.3, expectation: 2 },
  ],
  customers: 5000,
  seed: 'counter',
  outcomes: ['satisfaction', 'perceivedDuration', 'nps'],
});

answerQuestions(
  self,
  {
    async compare({ baseline, variant }, driving) {
      const comparison = await simulator.compareAsync({ baseline, variants: { planned: variant } }, driving);
      // Words and rows are made here: what the page does not need need not travel.
      return {
        sentence: comparison.variants.planned.sentence,
        rows: rows(comparison).filter(({ segment }) => segment === 'overall'),
      };
    },
  },
  { isJourneyError },
);
