import { expect, it } from 'vitest';
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
  expect(conditions.rare.interval.low).toBe(conditions.rare.interval.high);
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
