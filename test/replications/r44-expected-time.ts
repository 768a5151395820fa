import { experiment, minutes } from 'peakend';
import { direction, text, type Replication } from './replication';

export const r44: Replication = {
  id: 'R44',
  study: 'Antonides, Verhoef & van Aalst 2002: music, queue and expected time on the telephone',
  class: 'B',
  stimulus: 'A hold of five minutes, and of six; told that it would take four, and how long it will still take, or not (recon.).',
  note: 'Waits sour by how long they feel, and whoever is told feels less: each minute that is felt beyond the time stated then weighs more. The difference is small.',
  verdict: 'holds',
  checks: () => {
    const hold = (informed: boolean, long = 5) => ({
      name: 'Hold',
      interactions: [{ id: 'hold', kind: 'wait' as const, duration: minutes(long), wait: informed ? { informed, told: minutes(4) } : {} }],
    });
    // How much the last minute takes away, for each minute that it feels.
    const costOfAMinute = (informed: boolean): number => {
      const made = (measure: 'endAffect' | 'perceivedDuration') =>
        experiment({
          conditions: { five: { journey: hold(informed) }, six: { journey: hold(informed, 6) } },
          measure,
          contrasts: { minute: { of: 'six', versus: 'five' } },
          model: { memory: { stretch: { seconds: 0 } } },
          customers: 1,
          seed: 'R44',
        }).contrasts.minute!.predicted;
      return (-60 * made('endAffect')) / made('perceivedDuration');
    };
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
      direction(
        'and makes each felt minute cost more (affect)',
        'defaults',
        `${text(costOfAMinute(false), 3)} to ${text(costOfAMinute(true), 3)}`,
        'steeper',
        costOfAMinute(true) > costOfAMinute(false),
      ),
    ];
  },
};
