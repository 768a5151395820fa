import { describe, expect, it } from 'vitest';
import { averaging, simulate } from 'peakend';
import { drivers } from 'peakend/decide';

const exact = { model: { memory: averaging }, outcome: 'rememberedUtility', customers: 3, seed: 1 } as const;
const levels = [3, -2, 5, 0, -4];
const journeyOf = (seconds: readonly number[]) => ({
  name: 'Line',
  interactions: levels.map((affect, index) => ({ id: `s${index}`, duration: seconds[index]!, affect })),
});
/** The mean affect by the clock. */
const meanOf = (affects: readonly number[], seconds: readonly number[]) =>
  affects.reduce((sum, affect, index) => sum + affect * seconds[index]!, 0) / seconds.reduce((sum, one) => sum + one, 0);

describe('a memory that is the mean of what is felt', () => {
  const equal = levels.map(() => 600);
  const uneven = [60, 600, 30, 240, 500];

  it('gains one n-th of a point from a point at any of n equal steps', () => {
    const { steps } = drivers({ journey: journeyOf(equal), ...exact }).overall;
    for (const id of Object.keys(steps)) expect(steps[id]!.levers.affect!.difference).toBeCloseTo(1 / levels.length, 12);
  });

  it('gains from each lever what can be worked out by hand', () => {
    const found = drivers({ journey: journeyOf(uneven), ...exact }).overall;
    const now = meanOf(levels, uneven);
    expect(found.mean).toBeCloseTo(now, 12);
    levels.forEach((_, index) => {
      const { levers } = found.steps[`s${index}`]!;
      const at = <Value>(list: readonly Value[], value: (old: Value) => Value) =>
        list.map((old, place) => (place === index ? value(old) : old));
      expect(levers.affect!.difference).toBeCloseTo(
        meanOf(
          at(levels, (old) => old + 1),
          uneven,
        ) - now,
        12,
      );
      expect(levers.duration!.difference).toBeCloseTo(
        meanOf(
          levels,
          at(uneven, (old) => 0.9 * old),
        ) - now,
        12,
      );
      const without = (_value: unknown, place: number) => place !== index;
      expect(levers.removal!.difference).toBeCloseTo(meanOf(levels.filter(without), uneven.filter(without)) - now, 12);
    });
  });

  it('is exact, so that nothing is left to doubt, and the rest is told as absent', () => {
    const found = drivers({ journey: journeyOf(uneven), ...exact });
    for (const { levers } of Object.values(found.overall.steps)) {
      expect(Object.keys(levers)).toEqual(['affect', 'duration', 'removal']);
      for (const { difference, standardError, interval } of Object.values(levers)) {
        expect(standardError).toBe(0);
        expect([interval.low, interval.high]).toEqual([difference, difference]);
      }
    }
    expect(found.absent.map(({ step, lever }) => `${step} ${lever}`)).toEqual(
      levels.flatMap((_, index) => [`s${index} failure`, `s${index} dropout`]),
    );
    expect(Object.keys(found.rankings)).toEqual(['affect', 'duration', 'removal']);
  });

  it('is shared out as each step holds it, and the shares are the whole', () => {
    const { overall, shapley } = drivers({ journey: journeyOf(uneven), ...exact });
    const whole = uneven.reduce((sum, one) => sum + one, 0);
    levels.forEach((affect, index) => {
      expect(overall.remembered!.steps[`s${index}`]!.difference).toBeCloseTo((affect * uneven[index]!) / whole, 12);
    });
    expect(overall.remembered!.start).toBe(0);
    expect(overall.remembered!.total.difference).toBeCloseTo(meanOf(levels, uneven), 12);
    expect(shapley).toEqual({ method: 'exact', orders: 120, journeys: 32 });
  });

  it('is shared out alike over drawn orders, where the sum has no interactions', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: `s${index}`, duration: 100, affect: index - 6 }));
    const found = drivers({ journey: { name: 'Many', interactions: many }, ...exact, shapley: true });
    expect(found.shapley!.method).toBe('sampled');
    many.forEach(({ id, affect }) => expect(found.overall.remembered!.steps[id]!.difference).toBeCloseTo(affect / 12, 12));
  });
});

describe('what is shared out', () => {
  const visit = {
    name: 'Visit',
    interactions: [
      {
        id: 'queue',
        kind: 'wait' as const,
        duration: '5 to 25 min',
        affect: { type: 'normal' as const, mean: -2, sd: 2 },
        wait: { tolerance: 300 },
      },
      {
        id: 'desk',
        duration: '3 to 9 min',
        affect: 2,
        failure: { probability: 0.2, affect: -5 },
        choice: { options: [{ id: 'kiosk', duration: 90, affect: 1 }] },
      },
      { id: 'days', kind: 'gap' as const, duration: '3 days' },
      { id: 'bye', duration: 60, affect: { start: 0, end: 6 }, dropout: 0.1 },
    ],
  };
  const segments = [
    { id: 'a', share: 0.7, patience: '20 min', responses: { '*': { affectShift: -0.3 }, bye: { affect: 4 } } },
    { id: 'b', share: 0.3 },
  ];

  it('sums to the total in every segment and overall, and ends where the journey is', () => {
    const found = drivers({ journey: visit, segments, customers: 300, seed: 1 });
    const today = simulate({ journey: visit, segments, customers: 300, seed: 1 });
    const places = [
      [found.overall, today.overall],
      [found.segments['a']!, today.segments['a']!],
      [found.segments['b']!, today.segments['b']!],
    ] as const;
    for (const [{ remembered }, { rememberedUtility }] of places) {
      const sum = Object.values(remembered!.steps).reduce((all, { difference }) => all + difference, 0);
      expect(sum).toBeCloseTo(remembered!.total.difference, 12);
      expect(remembered!.end).toBeCloseTo(rememberedUtility.mean, 12);
      expect(remembered!.end - remembered!.start).toBeCloseTo(remembered!.total.difference, 12);
      // Neutral is neutral for whoever shifts every step, and is replaced nowhere.
      expect(remembered!.start).toBe(0);
    }
    expect(found.order.remembered).toEqual(['queue', 'desk', 'bye']);
  });

  it('is left out beyond eight steps, unless it is asked for; and where it is not wanted', () => {
    const nine = { name: 'Nine', interactions: Array.from({ length: 9 }, (_, index) => ({ id: `s${index}`, duration: 60, affect: 1 })) };
    expect(drivers({ journey: nine, customers: 2, seed: 1 })).not.toHaveProperty('shapley');
    expect(drivers({ journey: nine, customers: 2, seed: 1 }).overall).not.toHaveProperty('remembered');
    expect(drivers({ journey: nine, customers: 2, seed: 1, shapley: true }).shapley).toMatchObject({ method: 'sampled', orders: 64 });
    expect(drivers({ journey: visit, customers: 2, seed: 1, shapley: false })).not.toHaveProperty('shapley');
  });
});
