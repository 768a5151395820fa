import { experiment, simulate, type ExperienceModelInput } from 'peakend';
import { direction, percent, signed, type Check, type Replication } from './replication';

/** Of the six kinds 30 % take one: so strong is walking on. */
const walkingOn = 4.14;

const booth = (kinds: number, difficulty: number, none?: { readonly appeal: number }) => ({
  name: 'Jam booth',
  interactions: [
    {
      id: 'jam-1',
      duration: 60,
      affect: 3,
      choice: {
        difficulty,
        ...(none === undefined ? {} : { none }),
        options: Array.from({ length: kinds - 1 }, (_, index) => ({ id: `jam-${index + 2}`, duration: 60, affect: 3 })),
      },
    },
  ],
});

function overloadEffect(difficulty: number): number {
  return experiment({
    conditions: { few: { journey: booth(6, difficulty) }, many: { journey: booth(24, difficulty) } },
    measure: 'rating',
    contrasts: { many: { of: 'many', versus: 'few' } },
    customers: 1,
    seed: 'R54',
  }).contrasts.many!.predicted;
}

/** Share that buys of those who stop at a hard choice: that does not walk on. */
function buying(kinds: number, model: ExperienceModelInput): number {
  const journey = booth(kinds, 1, { appeal: walkingOn });
  const { overall } = simulate({ journey, model, customers: 20_000, seed: 'R54', outcomes: ['interactions'] });
  return overall.interactions!['jam-1']!.reached;
}

function checksOfBuying(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const [few, many] = [buying(6, model), buying(24, model)];
  const holds = many >= 0.01 && many <= 0.07 && few >= 0.22 && few <= 0.39;
  return direction(
    'share that buys, 24 and 6 kinds',
    on,
    `${percent(many)}, ${percent(few)}`,
    '3 %, 30 % (bands 1 to 7 %, 22 to 39 %)',
    holds,
    expected,
  );
}

export const r54: Replication = {
  id: 'R54',
  study: 'Iyengar & Lepper 2000: twenty-four jams or six',
  class: 'B',
  stimulus: 'A choice of 6 or 24 equal options at +3, easy or hard (recon.).',
  setting: '`choice.overload: 4`: four times as much as the default, which is not tuned to this booth',
  note: 'Overload lowers how choosing feels, when choosing is hard and only then, and counts against every kind of jam in the race with walking on (`choice.none`, whose appeal is what leaves 30 % for six kinds). By default it is too weak: a wider choice draws more than it puts off.',
  verdict: 'holds with the setting',
  checks: () => [
    checksOfBuying('defaults', {}, false),
    checksOfBuying('setting', { choice: { overload: 4 } }, true),
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
