import { classicPeakEnd, days } from 'peakend';
import { ratingGoesWith } from './correlations';
import { wanderingEpisodes } from './journeys';
import { inBand, type Replication } from './replication';

const vacations = wanderingEpisodes({
  seed: 25,
  episodes: 1000,
  moments: [4, 10],
  secondsEach: days(1),
  level: [4, 1.5],
  spread: 1.5,
  spike: [0.1, -3],
  range: [-10, 10],
});

export const r25: Replication = {
  id: 'R25',
  study: 'Kemp, Burt & Furneaux 2008: a vacation rated daily',
  class: 'L',
  stimulus: 'A thousand vacations of 4 to 10 days, a level a day around +4 (SD 1.5 between people, 1.5 between days; recon.).',
  note: 'The default agrees: over wandering days peak-and-end and mean go so closely together that a rating with ordinary noise cannot tell them apart. Nor could it with the classic rule: such data do not choose a memory.',
  verdict: 'holds',
  checks: () => {
    const edge = (model = {}): number =>
      ratingGoesWith(vacations, ['peakAffect', 'endAffect'], model) - ratingGoesWith(vacations, 'meanAffect', model);
    return [
      inBand('r(peak and end) minus r(mean)', 'defaults', edge(), 'no edge', [-0.1, 0.1]),
      inBand('correlation with length', 'defaults', ratingGoesWith(vacations, 'clockDuration'), 'about 0', [-0.15, 0.15]),
      inBand(
        'r(peak and end) minus r(mean), classicPeakEnd',
        'rival: classicPeakEnd',
        edge({ memory: classicPeakEnd }),
        'no edge',
        [-0.1, 0.1],
        { expected: true },
      ),
    ];
  },
};
