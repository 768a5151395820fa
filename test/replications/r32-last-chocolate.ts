import { experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, notExpressed, signed, type Replication } from './replication';

export const r32: Replication = {
  id: 'R32',
  study: 'O’Brien & Ellsworth 2012: the last chocolate',
  class: 'L',
  stimulus: 'Five equal chocolates at +4 (recon.).',
  note: 'Nothing in a journey says that people know a step to be the last, and no mechanism values it for that. Equal chocolates stay equal whatever they are called.',
  verdict: 'miss',
  checks: () => {
    const levels = [4, 4, 4, 4, 4].map((level) => stretch(60, level));
    const made = experiment({
      conditions: { next: { journey: journey('Next', levels) }, last: { journey: journey('Last', levels) } },
      measure: 'rating',
      contrasts: { labelled: { of: 'last', versus: 'next' } },
      customers: 1,
      seed: 'R32',
    });
    const labelled = made.contrasts.labelled!.predicted;
    return [
      notExpressed('share whose favourite is the fifth: announced as last, or not', '64 %, 22 %'),
      direction(
        'the whole tasting is rated higher when the fifth is announced as the last',
        'defaults',
        signed(labelled),
        'above 0',
        labelled > 0,
        false,
      ),
    ];
  },
};
