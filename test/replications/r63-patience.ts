import { experiment, exponential, lognormal, mixture, truncatedNormal, type Distribution } from 'peakend';
import { direction, inBand, text, type Replication } from './replication';

const call = (duration: number | Distribution) => ({ name: 'Call', interactions: [{ id: 'queue', kind: 'wait' as const, duration }] });
const callers = (patience: Distribution) => [{ id: 'callers', share: 1, patience }];
const loads = [15, 30, 60, 120, 240, 480];

/** Share of variance in the abandonment of queues of all lengths that a line through the mean wait explains. */
function linearity(patience: Distribution): number {
  const conditions = Object.fromEntries(loads.map((mean) => [`load-${mean}`, { journey: call(exponential({ mean })) }]));
  const common = { conditions, segments: callers(patience), contrasts: {}, customers: 10_000, seed: 'R63' };
  const left = Object.values(experiment({ ...common, measure: { outcome: 'completed', scale: [1, 0] } }).conditions);
  const waited = Object.values(experiment({ ...common, measure: 'waitingDuration' }).conditions);
  const points = left.map(({ predicted }, index) => [waited[index]!.predicted, predicted] as const);
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [a, b] of points) {
    xx += (a - x) * (a - x);
    yy += (b - y) * (b - y);
    xy += (a - x) * (b - y);
  }
  return (xy * xy) / (xx * yy);
}

/** How fast callers leave in each ten seconds, of those still there. */
function hazards(patience: Distribution): readonly number[] {
  const times = [35, 45, 55, 65, 75, 85];
  const conditions = Object.fromEntries(times.map((time) => [`wait-${time}`, { journey: call(time) }]));
  const made = experiment({ conditions, measure: 'completed', segments: callers(patience), contrasts: {}, customers: 10_000, seed: 'R63' });
  const stay = Object.values(made.conditions).map(({ predicted }) => predicted);
  return stay.slice(1).map((share, index) => 1 - share / stay[index]!);
}

const announced = mixture([
  { weight: 0.85, distribution: exponential({ mean: 300 }) },
  { weight: 0.15, distribution: truncatedNormal({ mean: 60, sd: 3, min: 0, max: 120 }) },
]);

export const r63: Replication = {
  id: 'R63',
  study: 'Gans, Koole & Mandelbaum 2003; Mandelbaum & Zeltyn 2004: patience of callers',
  class: 'B',
  stimulus:
    'Queues of exponential waits with means from 15 s to 8 minutes; patience exponential (mean 5 minutes) or log-normal (median 3 minutes).',
  setting: 'patience as a mixture in which 15 % give up around 60 s, when the announcement comes',
  note: 'The bump is put in as a distribution of patience: an announcement inside a wait is not an event that could cause it.',
  verdict: 'holds with the setting',
  checks: () => {
    const plain = hazards(exponential({ mean: 300 }));
    const bumped = hazards(announced);
    const bump = (rates: readonly number[]): boolean => rates[2]! > 2 * Math.max(rates[0]!, rates[4]!);
    const shown = (rates: readonly number[]): string => rates.map((rate) => text(rate, 2)).join(', ');
    return [
      inBand(
        'R² of abandonment on mean wait, exponential patience',
        'defaults',
        linearity(exponential({ mean: 300 })),
        'about linear',
        [0.9, 1],
        { decimals: 3 },
      ),
      inBand('the same, log-normal patience', 'defaults', linearity(lognormal({ median: 180, sigma: 0.9 })), 'about linear', [0.9, 1], {
        decimals: 3,
      }),
      direction('leaving per 10 s, from 40 s to 80 s', 'defaults', shown(plain), 'a bump at 60 s', bump(plain), false),
      direction('leaving per 10 s, from 40 s to 80 s', 'setting', shown(bumped), 'a bump at 60 s', bump(bumped)),
    ];
  },
};
