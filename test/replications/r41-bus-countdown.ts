import { experiment, minutes } from 'peakend';
import { inBand, type Check, type Replication } from './replication';

function feltByClock(seconds: number): { readonly without: number; readonly told: number } {
  const stop = (informed: boolean) => ({
    name: 'Bus stop',
    interactions: [{ id: 'wait', kind: 'wait' as const, duration: seconds, wait: { informed } }],
  });
  const { conditions } = experiment({
    conditions: { without: { journey: stop(false) }, told: { journey: stop(true) } },
    measure: { outcome: 'perceivedDuration', scale: [0, 1], from: [0, seconds] },
    customers: 1,
    seed: 'R41',
  });
  return { without: conditions.without.predicted, told: conditions.told.predicted };
}

export const r41: Replication = {
  id: 'R41',
  study: 'Watkins, Ferris, Borning, Rutherford & Layton 2011: bus waits with and without a countdown',
  class: 'A',
  stimulus: 'Waits of 5, 7.5 and 10 minutes, informed or not.',
  verdict: 'holds',
  checks: () => {
    const each = [5, 7.5, 10].flatMap((length): Check[] => {
      const { without, told } = feltByClock(minutes(length));
      return [
        inBand(`felt by clock time, ${length} min, no countdown`, 'defaults', without, 'above 1', [1.05, 1.4]),
        inBand(`felt by clock time, ${length} min, countdown`, 'defaults', told, 'about 1', [0.95, 1.05]),
      ];
    });
    const { without, told } = feltByClock(minutes(7.5));
    return [...each, inBand('countdown by none, 7.5 min', 'defaults', told / without, '0.87', [0.8, 0.95])];
  },
};
