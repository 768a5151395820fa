import { averaging, experiment, minutes, total, type ExperienceModelInput, type JourneyInput } from 'peakend';
import { journey, stretch } from './journeys';
import { inBand, type Replication } from './replication';

const usual = [
  stretch(minutes(5), -2),
  stretch(minutes(8), -3, -4),
  stretch(minutes(1), -7),
  stretch(minutes(6), -3.5, -3),
  stretch(minutes(3), -2.5),
];

/** The two arms, also for the return rates of the same trial. */
export const colonoscopy: { readonly control: JourneyInput; readonly treated: JourneyInput } = {
  control: journey('Colonoscopy', usual),
  treated: journey('Colonoscopy, gentler ending', [...usual, stretch(minutes(3), -1.7)]),
};

function ratings(model?: ExperienceModelInput) {
  return experiment({
    conditions: {
      control: { journey: colonoscopy.control, observed: { value: 4.9, n: 341 } },
      treated: { journey: colonoscopy.treated, observed: { value: 4.4, n: 341 } },
    },
    measure: { outcome: 'rememberedUtility', scale: [0, 10], from: [0, -10] },
    contrasts: { better: { of: 'treated', versus: 'control', observed: { value: -0.5, interval: [-0.85, -0.15] } } },
    customers: 1,
    seed: 'R4',
    ...(model === undefined ? {} : { model }),
  });
}

export const r04: Replication = {
  id: 'R4',
  study: 'Redelmeier, Katz & Kahneman 2003: colonoscopy trial, rating',
  class: 'A',
  stimulus:
    'Twenty-three minutes with a worst minute of −7, leaving at −2.5; treated: three more minutes at −1.7 (recon., the last levels published). Pain 0…10 is minus affect.',
  verdict: 'holds',
  checks: () => {
    const made = ratings();
    const gain = (model?: ExperienceModelInput): number => -ratings(model).contrasts.better!.predicted;
    const band = [0.15, 0.85] as const;
    return [
      inBand('how much less bad the treated arm is remembered, points of 10', 'defaults', -made.contrasts.better!.predicted, '0.5', band),
      inBand(
        'rating of the control arm, points of 10 (the band is ours)',
        'defaults',
        made.conditions.control.predicted,
        '4.9',
        [3.4, 6.4],
      ),
      inBand('the same gain, averaging: at the edge of the band', 'rival: averaging', gain({ memory: averaging }), '0.5', band, {
        expected: true,
      }),
      inBand('the same gain, total', 'rival: total', gain({ memory: total }), '0.5', band),
    ];
  },
};
