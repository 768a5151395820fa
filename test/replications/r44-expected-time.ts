import { experiment, minutes } from 'peakend';
import { direction, notExpressed, text, type Replication } from './replication';

export const r44: Replication = {
  id: 'R44',
  study: 'Antonides, Verhoef & van Aalst 2002: music, queue and expected time on the telephone',
  class: 'B',
  stimulus: 'A hold of five minutes, informed or not (recon.).',
  note: 'The overestimate shrinks. A minute felt costs the same with and without the information: souring follows the clock, not felt time.',
  verdict: 'miss',
  checks: () => {
    const hold = (informed: boolean) => ({
      name: 'Hold',
      interactions: [{ id: 'hold', kind: 'wait' as const, duration: minutes(5), wait: { informed } }],
    });
    const { silent, told } = experiment({
      conditions: { silent: { journey: hold(false) }, told: { journey: hold(true) } },
      measure: { outcome: 'perceivedDuration', scale: [0, 1], from: [0, minutes(5)] },
      customers: 1,
      seed: 'R44',
    }).conditions;
    return [
      direction(
        'expected time cuts the overestimate',
        'defaults',
        `×${text(silent.predicted)} to ×${text(told.predicted)}`,
        'smaller',
        told.predicted < silent.predicted && told.predicted >= 1,
      ),
      notExpressed('and makes each felt minute cost more', 'steeper'),
    ];
  },
};
