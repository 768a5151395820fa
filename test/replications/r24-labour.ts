import { experiment, minutes } from 'peakend';
import { ratingGoesWith } from './correlations';
import { journey, stretch, wanderingEpisodes } from './journeys';
import { direction, inBand, notExpressed, signed, text, type Replication } from './replication';

const births = wanderingEpisodes({
  seed: 24,
  episodes: 320,
  moments: [8, 32],
  secondsEach: minutes(20),
  level: [-5, 1],
  spread: 1.5,
  spike: [0.1, -3],
  range: [-10, 0],
});

export const r24: Replication = {
  id: 'R24',
  study: 'Chajut, Caspi, Chen, Hod & Ariely 2014: pain of labour and memory of it',
  class: 'B',
  stimulus: '320 labours of 8 to 32 ratings, 20 minutes apart, around −5 (recon.); late relief: the last hour at −2 instead of −7.',
  note: 'Nothing in a segment makes an experienced person forget sooner, short of giving that segment another memory.',
  verdict: 'miss',
  checks: () => {
    const peakEnd = ratingGoesWith(births, ['peakAffect', 'endAffect']);
    const mean = ratingGoesWith(births, 'meanAffect');
    const relief = experiment({
      conditions: {
        none: { journey: journey('Labour', [stretch(minutes(300), -5), stretch(minutes(60), -7)]) },
        late: { journey: journey('Labour, epidural', [stretch(minutes(300), -5), stretch(minutes(60), -2)]) },
      },
      measure: 'rating',
      contrasts: { relief: { of: 'late', versus: 'none' } },
      customers: 1,
      seed: 'R24',
    }).contrasts.relief!.predicted;
    return [
      direction(
        'memory goes with peak and end rather than with the mean',
        'defaults',
        `${text(peakEnd)} against ${text(mean)}`,
        'peak and end higher',
        peakEnd > mean,
      ),
      inBand('correlation with duration', 'defaults', ratingGoesWith(births, 'clockDuration'), 'about 0', [-0.15, 0.15]),
      direction('relief at the end lowers the pain recalled', 'defaults', signed(relief), 'above 0', relief > 0),
      notExpressed('weaker after two months in women who had given birth before', 'weaker'),
    ];
  },
};
