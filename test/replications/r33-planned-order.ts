import { experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, notExpressed, percent, type Replication } from './replication';

export const r33: Replication = {
  id: 'R33',
  study: 'Loewenstein & Prelec 1993: preferences for sequences of outcomes',
  class: 'B',
  stimulus:
    'A French dinner (+6) and a Greek one (+4), a month between them left out (recon.); the abrasive aunt (−4) and the friends (+5).',
  note: 'Who chooses beforehand foresees what will be remembered, and that is better when it improves. The wish to have a single good thing soon has no mechanism: nothing is discounted.',
  verdict: 'miss',
  checks: () => {
    const improving = (worse: number, better: number): number =>
      experiment({
        conditions: {
          improving: { journey: journey('Better last', [stretch(7200, worse), stretch(7200, better)]) },
          worsening: { journey: journey('Better first', [stretch(7200, better), stretch(7200, worse)]) },
        },
        measure: 'choice',
        choose: 'beforehand',
        customers: 1,
        seed: 'R33',
      }).conditions.improving.predicted;
    return [
      direction('French dinner last, chosen beforehand', 'defaults', percent(improving(4, 6)), '57 %', improving(4, 6) > 0.5),
      direction('aunt first, chosen beforehand', 'defaults', percent(improving(-4, 5)), '90 %', improving(-4, 5) > 0.5),
      notExpressed('the single French dinner wanted sooner', '80 %'),
    ];
  },
};
