import { experiment, minutes, total, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, percent, type Check, type Replication } from './replication';

/** Money as affect: a value function with losses 2.25 times as steep and strong curvature, a sixth of an affect unit per unit of value. */
const value = (money: number): number => (money < 0 ? -2.25 : 1) * Math.abs(money) ** 0.6 * (1 / 6);

interface Scenario {
  readonly what: string;
  readonly two: readonly [number, number];
  readonly one: number;
  /** Published share on the side of two events, ties left out. */
  readonly published: number;
}

const scenarios: readonly Scenario[] = [
  { what: 'two wins (50, 25) or one (75)', two: [50, 25], one: 75, published: 64 / (64 + 18) },
  { what: 'two bills (100, 50) or one (150)', two: [-100, -50], one: -150, published: 1 - 76 / (76 + 16) },
  { what: 'win 100 and damage 80, or win 20', two: [100, -80], one: 20, published: 25 / (25 + 70) },
  { what: 'loss 200 and win 25, or loss 175', two: [-200, 25], one: -175, published: 72 / (72 + 22) },
];

function check(on: Check['on'], { what, two, one, published }: Scenario, model: ExperienceModelInput, expected: boolean): Check {
  const events = (amounts: readonly number[]) =>
    journey(
      'Events',
      amounts.map((money) => stretch(minutes(15), Math.round(value(money) * 1e6) / 1e6)),
    );
  const share = experiment({
    conditions: { two: { journey: events(two) }, one: { journey: events([one]) } },
    measure: 'choice',
    model,
    customers: 1,
    seed: 'R58',
  }).conditions.two.predicted;
  return direction(
    `${what}: share better off with two`,
    on,
    percent(share),
    `${percent(published)}: ${published > 0.5 ? 'majority for two' : 'majority for one'}`,
    share > 0.5 === published > 0.5,
    expected,
  );
}

export const r58: Replication = {
  id: 'R58',
  study: 'Thaler 1985: two events or one',
  class: 'L',
  stimulus: 'Each event 15 minutes at an affect that grows as the 0.6th power of the money, losses 2.25 times as steep (recon.).',
  setting: '`memory: total`: people keep a ledger',
  note: 'Counts as class L: there is no ledger of money in the model. Directions only: one noise cannot bring all four shares within 12 points. With the usual curvature of 0.88 the last scenario fails under `total` as well.',
  verdict: 'holds with the setting',
  checks: () => [
    ...scenarios.map((scenario, index) => check('defaults', scenario, {}, [false, false, true, true][index]!)),
    ...scenarios.map((scenario) => check('setting', scenario, { memory: total }, true)),
  ],
};
