import { experiment, peakEnd } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, notExpressed, text, type Check, type Replication } from './replication';

const patterns: { readonly [name: string]: readonly (readonly [number, number])[] } = {
  rising: [[-1, -7]],
  falling: [[-7, -1]],
  upDown: [
    [-1, -7],
    [-7, -1],
  ],
  downUp: [
    [-7, -1],
    [-1, -7],
  ],
  flat: [[-4, -4]],
};

function rate(trend: number, seconds: number): { readonly [name: string]: number } {
  const conditions = Object.fromEntries(
    Object.entries(patterns).map(([name, lines]) => [
      name,
      {
        journey: journey(
          name,
          lines.map(([from, to]) => stretch(seconds / lines.length, from, to)),
        ),
      },
    ]),
  );
  const made = experiment({
    conditions,
    measure: 'rating',
    model: { memory: { weights: { ...peakEnd.weights, trend } } },
    customers: 1,
    seed: 'R18',
  });
  return Object.fromEntries(Object.entries(made.conditions).map(([name, { predicted }]) => [name, predicted]));
}

function order(on: Check['on'], trend: number, expected: boolean): Check {
  const { rising, falling, upDown, downUp } = rate(trend, 30) as { [Key in 'rising' | 'falling' | 'upDown' | 'downUp']: number };
  return direction(
    'rising pain is worst of all, falling pain best of the changing ones',
    on,
    `rising ${text(rising)}, down-up ${text(downUp)}, up-down ${text(upDown)}, falling ${text(falling)}`,
    'rising lowest, falling highest',
    rising < Math.min(downUp, upDown, falling) && falling > Math.max(rising, downUp, upDown),
    expected,
  );
}

export const r18: Replication = {
  id: 'R18',
  study: 'Ariely 1998: patterns of heat and pressure',
  class: 'B',
  stimulus: 'Lines between −1 and −7: rising, falling, up-down, down-up, and flat at −4; 30 s and twice that (recon.).',
  setting: '`memory.weights.trend: 0.1`',
  note: 'The order of the patterns comes out on defaults, since the end is the last stretch and not the last value, and stays with a trend. Duration never matters here; that it matters for changing patterns only is not in the model: its one duration term looks at the mean, not at the change.',
  verdict: 'miss',
  checks: () => [
    order('defaults', 0, true),
    order('setting', 0.1, true),
    direction(
      'flat pain: twice as long is remembered alike',
      'defaults',
      text(rate(0, 60).flat! - rate(0, 30).flat!),
      '0',
      Math.abs(rate(0, 60).flat! - rate(0, 30).flat!) < 0.05,
    ),
    notExpressed('changing pain: twice as long is remembered as worse', 'below 0'),
  ],
};
