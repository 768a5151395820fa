import { averaging, classicPeakEnd, experiment, total, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, inBand, percent, type Replication } from './replication';

const cold = [stretch(20, -3, -5), stretch(20, -5, -5.7), stretch(20, -5.7, -6)];

function chooseLong(model?: ExperienceModelInput) {
  return experiment({
    conditions: {
      long: { journey: journey('14 °C, then 15 °C', [...cold, stretch(30, -6, -4)]), observed: { value: 22 / 32, n: 32 } },
      short: { journey: journey('14 °C', cold) },
    },
    measure: 'choice',
    customers: 1,
    seed: 'R1',
    ...(model === undefined ? {} : { model }),
  }).conditions.long;
}

export const r01: Replication = {
  id: 'R1',
  study: 'Kahneman, Fredrickson, Schreiber & Redelmeier 1993: more pain preferred to less (cold water)',
  class: 'A',
  stimulus:
    'Hand in cold water: 60 s falling from −3 to −6; the long trial adds 30 s in which the water warms a little, −6 → −4 (recon.). Everybody lives both and chooses which to repeat.',
  note: 'Averaging lands on a coin toss; adding up says nobody in their right mind would choose the long trial.',
  verdict: 'holds',
  checks: () => {
    const { predicted, observed } = chooseLong();
    const { low, high } = observed!.interval!;
    return [
      inBand(
        `share choosing the long trial (published interval ${percent(low)} to ${percent(high)}, n = 32)`,
        'defaults',
        predicted,
        '0.69',
        [0.55, 0.82],
      ),
      inBand('the same, classicPeakEnd', 'rival: classicPeakEnd', chooseLong({ memory: classicPeakEnd }).predicted, '0.69', [0.55, 0.82]),
      inBand('the same, averaging', 'rival: averaging', chooseLong({ memory: averaging }).predicted, '0.69', [0.55, 0.82]),
      direction(
        'majority for the long trial, total',
        'rival: total',
        percent(chooseLong({ memory: total }).predicted),
        'above 50 %',
        chooseLong({ memory: total }).predicted > 0.5,
      ),
    ];
  },
};
