import { experiment, total, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, percent, signed, type Check, type Replication } from './replication';

const payments = (levels: readonly number[]) =>
  journey(
    'Payments',
    levels.map((level) => stretch(60, level)),
  );

function bySum(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { larger } = experiment({
    conditions: { larger: { journey: payments([2, 5, 3, 3, 2]) }, betterEnd: { journey: payments([1, 1, 1, 1, 5]) } },
    measure: 'choice',
    model,
    customers: 1,
    seed: 'R28',
  }).conditions;
  return direction(
    'no effort: share choosing the larger sum',
    on,
    percent(larger.predicted),
    'a majority',
    larger.predicted > 0.5,
    expected,
  );
}

function withEffort(): readonly Check[] {
  const made = experiment({
    conditions: {
      short: { journey: payments([3, 3, 3]) },
      long: { journey: payments([3, 3, 3, 3, 3, 3]) },
      goodEnd: { journey: payments([3, 3, 4]) },
    },
    measure: 'rating',
    contrasts: { duration: { of: 'long', versus: 'short' }, end: { of: 'goodEnd', versus: 'short' } },
    customers: 1,
    seed: 'R28',
  }).contrasts;
  const duration = made.duration!.predicted;
  const end = made.end!.predicted;
  return [
    direction('after effort: twice as many payments', 'defaults', signed(duration), 'hardly different', Math.abs(duration) < 0.1),
    direction('after effort: a better last payment', 'defaults', signed(end), 'above 0', end > 0),
  ];
}

export const r28: Replication = {
  id: 'R28',
  study: 'Langer, Sarin & Weber 2005: sequences of payments, without and after effort',
  class: 'L',
  stimulus: 'Payments of a minute each: 2-5-3-3-2 against 1-1-1-1-5; after effort 3-3-3 against twice that and against 3-3-4 (recon.).',
  setting: '`memory: total` for payments without effort: people keep a ledger',
  verdict: 'holds with the setting',
  checks: () => [bySum('defaults', {}, false), bySum('setting', { memory: total }, true), ...withEffort()],
};
