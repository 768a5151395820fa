import type { ExperienceModelInput } from 'peakend';
import { ratingWeights } from './correlations';
import { wanderingEpisodes } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const songs = wanderingEpisodes({
  seed: 27,
  episodes: 300,
  moments: [12, 12],
  secondsEach: 20,
  level: [3, 1.5],
  spread: 1.5,
  spike: [0.1, 3],
  range: [-10, 10],
});

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { meanAffect: mean, peakAffect: peak, endAffect: end } = ratingWeights(songs, ['meanAffect', 'peakAffect', 'endAffect'], model);
  return direction(
    'standardised weights of mean, peak and end',
    on,
    `${text(mean)}, ${text(peak)}, ${text(end)}`,
    'all above 0, the mean largest',
    peak > 0 && end > 0 && mean > Math.max(peak, end),
    expected,
  );
}

export const r27: Replication = {
  id: 'R27',
  study: 'Schäfer, Zimmermann & Sedlmeier 2014: how we remember the intensity of music',
  class: 'L',
  stimulus: 'Three hundred songs of twelve levels around +3 (recon.).',
  verdict: 'holds',
  checks: () => [check('defaults', {}, true)],
};
