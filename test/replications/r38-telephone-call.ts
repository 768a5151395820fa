import type { ExperienceModelInput } from 'peakend';
import { ratingWeights } from './correlations';
import { wanderingEpisodes } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const calls = wanderingEpisodes({
  seed: 38,
  episodes: 300,
  moments: [5, 5],
  secondsEach: 60,
  level: [2, 1.5],
  spread: 2,
  spike: [0.1, 3],
  range: [-10, 10],
});
const noEnd: ExperienceModelInput = { memory: { peak: 'best', weights: { peak: 0.25, end: 0, mean: 0.75 } } };

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { meanAffect: mean, peakAffect: peak, endAffect: end } = ratingWeights(calls, ['meanAffect', 'peakAffect', 'endAffect'], model);
  return direction(
    'standardised weights of average, positive peak and end',
    on,
    `${text(mean)}, ${text(peak)}, ${text(end)}`,
    'average and peak above 0, end not',
    mean > 0 && peak > 0 && end < 0.005,
    expected,
  );
}

export const r38: Replication = {
  id: 'R38',
  study: 'Verhoef, Antonides & de Hoog 2004: the sequence of events in telephone calls',
  class: 'L',
  stimulus: 'Three hundred calls of five events of a minute around +2 (recon.).',
  setting:
    '`memory: { peak: "best", weights: { peak: 0.25, end: 0, mean: 0.75 } }`: the close of a call is routine, and its weight the average’s',
  note: 'The negative weight of the end that the authors found and did not expect is out of reach: the setting takes it to 0.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', noEnd, true)],
};
