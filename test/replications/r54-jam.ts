import { experiment } from 'peakend';
import { direction, notExpressed, signed, type Replication } from './replication';

function overloadEffect(difficulty: number): number {
  const booth = (kinds: number) => ({
    name: 'Jam booth',
    interactions: [
      {
        id: 'jam-1',
        duration: 60,
        affect: 3,
        choice: {
          difficulty,
          options: Array.from({ length: kinds - 1 }, (_, index) => ({ id: `jam-${index + 2}`, duration: 60, affect: 3 })),
        },
      },
    ],
  });
  return experiment({
    conditions: { few: { journey: booth(6) }, many: { journey: booth(24) } },
    measure: 'rating',
    contrasts: { many: { of: 'many', versus: 'few' } },
    customers: 1,
    seed: 'R54',
  }).contrasts.many!.predicted;
}

export const r54: Replication = {
  id: 'R54',
  study: 'Iyengar & Lepper 2000: twenty-four jams or six',
  class: 'B',
  stimulus: 'A choice of 6 or 24 equal options at +3, easy or hard (recon.).',
  note: 'Overload lowers how choosing feels, when choosing is hard and only then. Walking on without buying is no option the overload could push people to: deferral has no mechanism, so the shares cannot be computed.',
  verdict: 'miss',
  checks: () => [
    notExpressed('share that buys, 24 and 6 kinds', '3 %, 30 %'),
    direction(
      'hard choice: 24 kinds against 6, how it is remembered',
      'defaults',
      signed(overloadEffect(1)),
      'worse',
      overloadEffect(1) < 0,
    ),
    direction('easy choice: the same', 'defaults', signed(overloadEffect(0)), 'no net effect', Math.abs(overloadEffect(0)) < 0.1),
  ],
};
