import { experiment } from 'peakend';
import { inBand, type Replication } from './replication';

const bar = (display: 'plain' | 'animated') => ({
  name: 'Progress bar',
  interactions: [{ id: 'bar', kind: 'wait' as const, duration: 5.5, wait: { display } }],
});

export const r40: Replication = {
  id: 'R40',
  study: 'Harrison, Yeo & Hudson 2010: faster progress bars',
  class: 'A',
  stimulus: 'A bar of 5.5 s (recon.), plain or with moving ribs.',
  note: 'The factor is the published one: this shows that it arrives where it should, no more.',
  verdict: 'holds',
  checks: () => {
    const { contrasts } = experiment({
      conditions: { plain: { journey: bar('plain') }, ribbed: { journey: bar('animated') } },
      measure: 'perceivedDuration',
      contrasts: { ratio: { of: 'ribbed', versus: 'plain', statistic: 'ratio', observed: 0.89 } },
      customers: 1,
      seed: 'R40',
    });
    return [inBand('felt time, ribbed by plain', 'defaults', contrasts.ratio!.predicted, '0.89', [0.85, 0.94])];
  },
};
