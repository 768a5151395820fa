import { experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, notExpressed, percent, type Replication } from './replication';

export const r33: Replication = {
  id: 'R33',
  study: 'Loewenstein & Prelec 1993: preferences for sequences of outcomes',
  class: 'B',
  stimulus:
    'A French dinner (+6) and a Greek one (+4), a month between them left out (recon.); the abrasive aunt (−4) and the friends (+5).',
  note: 'The model judges what has been lived. That a sequence remembered is better when it improves comes out; a choice made beforehand, and the wish to have a single good thing soon, have no mechanism.',
  verdict: 'miss',
  checks: () => {
    const improving = (worse: number, better: number): number =>
      experiment({
        conditions: {
          improving: { journey: journey('Better last', [stretch(7200, worse), stretch(7200, better)]) },
          worsening: { journey: journey('Better first', [stretch(7200, better), stretch(7200, worse)]) },
        },
        measure: 'choice',
        customers: 1,
        seed: 'R33',
      }).conditions.improving.predicted;
    return [
      direction('French dinner last, judged afterwards', 'defaults', percent(improving(4, 6)), '57 %, planned', improving(4, 6) > 0.5),
      direction('aunt first, judged afterwards', 'defaults', percent(improving(-4, 5)), '90 %, planned', improving(-4, 5) > 0.5),
      notExpressed('the single French dinner wanted sooner', '80 %'),
      notExpressed('choices made before anything is lived', 'all of the above'),
    ];
  },
};
