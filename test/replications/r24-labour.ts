import { days, experiment, minutes } from 'peakend';
import { ratingGoesWith } from './correlations';
import { journey, stretch, wanderingEpisodes } from './journeys';
import { direction, inBand, signed, text, type Check, type Replication } from './replication';

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

/** What relief at the end is worth after two months, to those whose memory lasts so long. */
function reliefAfterTwoMonths(lifetime: number | undefined): number {
  const labour = (last: number) => ({ journey: journey('Labour', [stretch(minutes(300), -5), stretch(minutes(60), last)]) });
  return experiment({
    conditions: { none: labour(-7), late: labour(-2) },
    measure: 'rating',
    contrasts: { relief: { of: 'late', versus: 'none' } },
    model: { memory: { recallDelay: days(60), ...(lifetime === undefined ? {} : { lifetime }) } },
    customers: 1,
    seed: 'R24',
  }).contrasts.relief!.predicted;
}

function checkExperience(on: Check['on'], lifetime: number | undefined, expected: boolean): Check {
  const [first, before] = [reliefAfterTwoMonths(undefined), reliefAfterTwoMonths(lifetime)];
  return direction(
    'the same after two months: first birth, and given birth before',
    on,
    `${signed(first)}, ${signed(before)}`,
    'weaker in those who had given birth before',
    before < first / 2,
    expected,
  );
}

export const r24: Replication = {
  id: 'R24',
  study: 'Chajut, Caspi, Chen, Hod & Ariely 2014: pain of labour and memory of it',
  class: 'B',
  stimulus: '320 labours of 8 to 32 ratings, 20 minutes apart, around −5 (recon.); late relief: the last hour at −2 instead of −7.',
  setting: '`memory.lifetime`: five weeks for those who had given birth before, for ever for the others',
  note: 'Whoever has been through it before is a segment with a memory that does not last as long. How long is assumed.',
  verdict: 'holds with the setting',
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
      checkExperience('defaults', undefined, false),
      checkExperience('setting', days(35), true),
    ];
  },
};
