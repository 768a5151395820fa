import { experiment, hours } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, signed, text, type Replication } from './replication';

const season = (levels: readonly number[]) =>
  journey(
    'Season',
    levels.map((level) => stretch(hours(2), level)),
  );

export const r37: Replication = {
  id: 'R37',
  study: 'Dixon & Verma 2013: the shape of a season bundle and renewal',
  class: 'B',
  stimulus: 'Five evenings of two hours at levels 2 to 6 (recon.); renewal is loyalty.',
  note: 'With equal ends the default does not care what comes before: the high–dip–rise shape is as good as the crescendo, not better, since the beginning has no weight of its own.',
  verdict: 'holds',
  checks: () => {
    const made = experiment({
      conditions: {
        crescendo: { journey: season([2, 3, 4, 5, 6]) },
        swoosh: { journey: season([5, 2, 3, 4, 6]) },
        decrescendo: { journey: season([6, 5, 4, 3, 2]) },
        lowPeak: { journey: season([4, 4, 4, 4, 4]) },
        highPeak: { journey: season([3, 3, 6, 4, 4]) },
      },
      measure: 'loyalty',
      contrasts: {
        shape: { of: 'swoosh', versus: 'crescendo' },
        end: { of: 'crescendo', versus: 'decrescendo' },
        peak: { of: 'highPeak', versus: 'lowPeak' },
      },
      customers: 1,
      seed: 'R37',
    });
    const [shape, end, peak] = ['shape', 'end', 'peak'].map((name) => made.contrasts[name]!.predicted) as [number, number, number];
    return [
      direction('renewal: a better end, same evenings', 'defaults', signed(end), 'above 0', end > 0),
      direction('renewal: a higher peak, same mean and end', 'defaults', signed(peak, 3), 'above 0', peak > 0),
      direction(
        'renewal: high–dip–rise against the crescendo',
        'defaults',
        text(shape, 3),
        'near-optimal (within 0.01)',
        Math.abs(shape) < 0.01,
      ),
    ];
  },
};
