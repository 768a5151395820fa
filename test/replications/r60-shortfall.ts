import { experiment, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, inBand, signed, type Replication } from './replication';

/** Satisfaction at levels above and below what was expected, as steps away from it. */
function steps(model: ExperienceModelInput): { readonly excess: readonly [number, number]; readonly shortfall: readonly [number, number] } {
  const at = (level: number) => ({ journey: journey('Visit', [stretch(600, level)]) });
  const { conditions } = experiment({
    conditions: { below2: at(-4), below1: at(-2), met: at(0), above1: at(2), above2: at(4) },
    measure: 'satisfaction',
    contrasts: {},
    model,
    customers: 1,
    seed: 'R60',
  });
  const level = (name: keyof typeof conditions): number => conditions[name].predicted;
  return {
    excess: [level('above1') - level('met'), level('above2') - level('above1')],
    shortfall: [level('met') - level('below1'), level('below1') - level('below2')],
  };
}

export const r60: Replication = {
  id: 'R60',
  study: 'Anderson & Sullivan 1993; Mittal, Ross & Baldasare 1998: shortfall counts more than excess',
  class: 'L',
  stimulus: 'Ten minutes two and four units above and below an expectation of 0 (recon.).',
  setting: '`satisfaction.lossAversion: 1`, the linear variant that Streukens & de Ruyter 2004 found no worse',
  note: 'The default agrees; the setting shows the rival finding.',
  verdict: 'holds',
  checks: () => {
    const made = steps({});
    const linear = steps({ satisfaction: { lossAversion: 1 } });
    return [
      inBand(
        'a shortfall of 2 by an excess of 2, points of satisfaction',
        'defaults',
        made.shortfall[0] / made.excess[0],
        'above 1',
        [1.2, 2.5],
      ),
      direction(
        'further steps add less',
        'defaults',
        `excess ${signed(made.excess[0], 1)}, ${signed(made.excess[1], 1)}; shortfall ${signed(made.shortfall[0], 1)}, ${signed(made.shortfall[1], 1)}`,
        'diminishing both ways',
        made.excess[1] < made.excess[0] && made.shortfall[1] < made.shortfall[0],
      ),
      inBand('shortfall by excess, linear variant', 'setting', linear.shortfall[0] / linear.excess[0], '1', [0.99, 1.01]),
    ];
  },
};
