import { averaging, type ExperienceModelInput } from 'peakend';
import { ratingGoesWith } from './correlations';
import { wanderingEpisodes } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const tours = wanderingEpisodes({
  seed: 26,
  episodes: 300,
  moments: [20, 20],
  secondsEach: 30,
  level: [1, 1.5],
  spread: 2.5,
  spike: [0.1, -3],
  range: [-10, 10],
});

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const mean = ratingGoesWith(tours, 'meanAffect', model);
  const peakEnd = ratingGoesWith(tours, ['peakAffect', 'endAffect'], model);
  return direction(
    'what the memory goes with',
    on,
    `mean ${text(mean)}, peak and end ${text(peakEnd)}`,
    'mean higher',
    mean > peakEnd,
    expected,
  );
}

export const r26: Replication = {
  id: 'R26',
  study: 'Strijbosch et al. 2019: a complex virtual-reality experience',
  class: 'L',
  stimulus: 'Three hundred experiences of twenty half-minutes, mixed valence (around +1, SD 2.5 within; recon.).',
  setting: '`memory: averaging`',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { memory: averaging }, true)],
};
