import { expect, it } from 'vitest';
import { simulate } from '../../../src/simulation/simulate';
import { compare } from '../../../src/comparison/compare';
import { experiment } from '../../../src/experiment/experiment';
import type { JourneyInput } from '../../../src/journey/types';
import { normal } from '../../../src/distributions/families/normal';

/*
 * What an experiment says of chances that its people can hardly show, and of figures near the end of a scale.
 */

const pay = (probability: number): JourneyInput => ({
  name: 'Pay',
  interactions: [{ id: 'pay', name: 'Pay by card', duration: 60, affect: 1, failure: { probability, duration: 3600, affect: -8 } }],
});

it('says that a rare chance may not have been met, and by which condition', () => {
  const { conditions, cautions } = experiment({
    conditions: { rare: { journey: pay(0.0001) }, often: { journey: pay(0.1) } },
    measure: 'satisfaction',
    customers: 1000,
    seed: 1,
  });
  const { low, high } = conditions.rare.interval;
  // Nobody met it: what one in 10,000 who are 72 points worse off would take away is within.
  expect(high - low).toBeGreaterThan(0.01);
  expect(cautions).toEqual([
    expect.objectContaining({
      code: 'none-seen',
      path: 'conditions.rare.interactions[0]',
      message: expect.stringContaining('"Pay by card"') as string,
    }),
  ]);
});

it('of a correlation counts the people of each episode', () => {
  const codes = (episodes: number): string[] =>
    experiment({
      conditions: { all: { journeys: Array.from({ length: episodes }, () => pay(0.02)) } },
      measure: { correlation: 'satisfaction', with: 'failures' },
      customers: 1000,
      seed: 1,
    }).cautions.map(({ code }) => code);
  expect(codes(1)).toEqual([]);
  expect(codes(20)).toContain('none-seen');
});

it('looks for no figure beyond the ends of a scale', () => {
  const bad: JourneyInput = { name: 'Bad', interactions: [{ id: 'only', duration: 60, affect: normal({ mean: -4, sd: 3 }) }] };
  const observed = { value: -98, n: 8 };
  const { sampling, observed: seen } = experiment({ conditions: { a: { journey: bad, observed } }, measure: 'nps', seed: 1 }).conditions.a;
  expect(sampling!.low).toBe(-100);
  expect(seen!.interval!.low).toBe(-100);
  const turned = experiment({
    conditions: { a: { journey: bad, observed: { value: 0.97, n: 8 } } },
    measure: { outcome: 'nps', scale: [1, 0] },
    seed: 1,
  }).conditions.a;
  expect(turned.sampling!.high).toBe(1);
});

it.each(['satisfaction', 'rating', 'clockDuration', 'choice'] as const)('holds what infinitely many would show: %s', (measure) => {
  const contrasts = { less: { of: 'b', versus: 'a' }, ratio: { of: 'b', versus: 'a', statistic: 'ratio' } } as const;
  const found = (probability: number, customers: number, seed: number) =>
    experiment({ conditions: { a: { journey: pay(0) }, b: { journey: pay(probability) } }, measure, contrasts, customers, seed });
  const predicted = (probability: number): number => found(probability, 1, 0).conditions.b.predicted;
  for (const [probability, customers] of [
    [0.001, 500],
    [0.01, 500],
  ] as const) {
    const truth = (1 - probability) * predicted(0) + probability * predicted(1);
    const other = measure === 'choice' ? 1 - truth : predicted(0);
    const missed = [0, 0, 0];
    for (let seed = 0; seed < 150; seed++) {
      const { conditions, contrasts: told } = found(probability, customers, seed);
      const holds = (figure: number, { low, high }: { low: number; high: number }) => low - 1e-9 <= figure && figure <= high + 1e-9;
      if (!holds(truth, conditions.b.interval)) missed[0]!++;
      if (!holds(truth - other, told.less!.interval)) missed[1]!++;
      if (!holds(truth / other, told.ratio!.interval)) missed[2]!++;
    }
    // 7.5 of 150 at most, and its own chance (three standard errors).
    expect(Math.max(...missed)).toBeLessThanOrEqual(15);
  }
});

it('has the intervals that simulate and compare have of the same people', () => {
  const segments = [
    { id: 'few', share: 0.3 },
    { id: 'many', share: 0.7, model: { response: { sd: 5 } } },
  ];
  const [before, after] = [pay(0.0004), pay(0.02)];
  for (const outcome of ['satisfaction', 'clockDuration', 'csat'] as const) {
    const people = { segments, customers: 500, seed: 3 };
    const { conditions, contrasts } = experiment({
      conditions: { before: { journey: before }, after: { journey: after } },
      measure: outcome,
      contrasts: { more: { of: 'after', versus: 'before' } },
      ...people,
    });
    const simulated = simulate({ journey: before, ...people, outcomes: [outcome] }).overall[outcome]!;
    expect(conditions.before.interval.low).toBeCloseTo(simulated.interval.low, 9);
    expect(conditions.before.interval.high).toBeCloseTo(simulated.interval.high, 9);
    const compared = compare({ baseline: before, variants: { after }, ...people, outcomes: [outcome] });
    const { interval } = compared.variants.after.overall[outcome]!;
    expect(contrasts.more!.interval.low).toBeCloseTo(interval.low, 9);
    expect(contrasts.more!.interval.high).toBeCloseTo(interval.high, 9);
  }
});

it('is exact where nothing is drawn, or both conditions draw the same', () => {
  const { conditions, contrasts } = experiment({
    conditions: { a: { journey: pay(0.0001) }, b: { journey: pay(0.0001), model: {} }, c: { journey: pay(0) } },
    measure: 'clockDuration',
    contrasts: { same: { of: 'a', versus: 'b' }, ratio: { of: 'a', versus: 'b', statistic: 'ratio' }, other: { of: 'a', versus: 'c' } },
    customers: 100,
    seed: 1,
  });
  const width = ({ interval: { low, high } }: { interval: { low: number; high: number } }): number => high - low;
  expect(width(conditions.c)).toBe(0);
  expect(width(contrasts.same!)).toBe(0);
  expect(width(contrasts.ratio!)).toBe(0);
  expect(width(contrasts.other!)).toBeGreaterThan(0);
});
