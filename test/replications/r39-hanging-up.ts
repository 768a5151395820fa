import { experiment, exponential, type ExperienceModelInput } from 'peakend';
import { direction, inBand, text, type Replication } from './replication';

const hold = (wait: { readonly explained?: boolean; readonly informed?: boolean } = {}) => ({
  name: 'On hold',
  interactions: [{ id: 'hold', kind: 'wait' as const, duration: 108, wait }],
});
/** The one thing taken from the study: how patient its callers were with music. */
const segments = [{ id: 'callers', share: 1, patience: exponential({ mean: 92 }) }];

function study(measure: 'left' | 'felt', model: ExperienceModelInput = {}) {
  return experiment({
    conditions: {
      music: { journey: hold(), observed: { value: measure === 'left' ? 0.69 : 0, n: 41 } },
      apology: { journey: hold(), observed: { value: measure === 'left' ? 0.67 : 0, n: 41 } },
      position: { journey: hold({ informed: true }), observed: { value: measure === 'left' ? 0.36 : 0, n: 41 } },
    },
    measure: measure === 'left' ? { outcome: 'completed', scale: [1, 0] } : 'perceivedDuration',
    segments: measure === 'left' ? segments : [{ id: 'callers', share: 1 }],
    model,
    seed: 'R39',
  });
}

export const r39: Replication = {
  id: 'R39',
  study: 'Munichor & Rafaeli 2007: fillers of a telephone wait',
  class: 'A',
  stimulus:
    'A hold of 108 s; callers’ patience exponential with mean 92 s, which is the music group’s own 69 %. Apology: a wait like that with music, since saying sorry explains nothing. Position: `informed`.',
  note: 'The 69 % is put in, the 36 % comes out. Felt time is not the way: with the effect of information on felt time switched off, the same callers stay.',
  verdict: 'holds',
  checks: () => {
    const left = study('left').conditions;
    const log = (share: number): number => Math.log(1 - share);
    const noTime: ExperienceModelInput = { waiting: { information: 0 } };
    const without = study('left', noTime).conditions;
    const felt = study('felt').conditions;
    const feltWithout = study('felt', noTime).conditions;
    return [
      inBand('hung up, music', 'defaults', left.music.predicted, '0.69', [0.53, 0.81]),
      inBand('hung up, music and apology', 'defaults', left.apology.predicted, '0.67', [0.52, 0.8]),
      inBand('hung up, position in the queue', 'defaults', left.position.predicted, '0.36', [0.23, 0.52]),
      inBand(
        'ratio of hazards, position by music',
        'defaults',
        log(left.position.predicted) / log(left.music.predicted),
        '0.38',
        [0.2, 0.73],
      ),
      direction(
        'felt time is not the mediator: shares that hang up told their position, when felt time follows the information and when not',
        'defaults',
        `${text(left.position.predicted, 4)} and ${text(without.position.predicted, 4)}, felt ${text(felt.position.predicted, 0)} s and ${text(feltWithout.position.predicted, 0)} s`,
        'the same share',
        left.position.predicted === without.position.predicted && felt.position.predicted < feltWithout.position.predicted,
      ),
    ];
  },
};
