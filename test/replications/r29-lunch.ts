import { peakEnd, type CustomMemory, type ExperienceModelInput } from 'peakend';
import { ratingGoesWith, ratingWeights } from './correlations';
import { wanderingEpisodes } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const lunches = wanderingEpisodes({
  seed: 29,
  episodes: 300,
  moments: [5, 5],
  secondsEach: 240,
  level: [3, 1],
  spread: 2,
  spike: [0.1, 2],
  range: [-10, 10],
});
const bestOnly: ExperienceModelInput = { memory: { ...peakEnd, peak: 'best', weights: { ...peakEnd.weights, peak: 1, end: 0, mean: 0 } } };
const nothing: CustomMemory = (_, { expectation }) => expectation;

function unrestrained(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { peakAffect: best, meanAffect: mean, endAffect: end } = ratingWeights(lunches, ['peakAffect', 'meanAffect', 'endAffect'], model);
  return direction(
    'unrestrained eaters: standardised weights of best item, mean and last',
    on,
    `${text(best)}, ${text(mean)}, ${text(end)}`,
    'best above 0.3, the others about 0',
    best > 0.3 && Math.abs(mean) < 0.1 && Math.abs(end) < 0.1,
    expected,
  );
}

function restrained(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const r = Math.max(...(['peakAffect', 'meanAffect', 'endAffect'] as const).map((name) => Math.abs(ratingGoesWith(lunches, name, model))));
  return direction('restrained eaters: strongest correlation with any of them', on, text(r), 'about 0', r < 0.1, expected);
}

export const r29: Replication = {
  id: 'R29',
  study: 'Robinson, Blissett & Higgs 2011: memory of a lunch of five items',
  class: 'L',
  stimulus: 'Three hundred lunches of five items around +3 (SD 2 within; recon.).',
  setting:
    'by segment: unrestrained `memory: { peak: "best", weights: { peak: 1 } }`, restrained a memory of one’s own that returns the expectation',
  note: 'The settings say that the groups differ; they do not say why.',
  verdict: 'holds with the setting',
  checks: () => [
    unrestrained('defaults', {}, false),
    restrained('defaults', {}, false),
    unrestrained('setting', bestOnly, true),
    restrained('setting', { memory: nothing }, true),
  ],
};
