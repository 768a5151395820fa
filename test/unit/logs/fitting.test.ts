import { describe, expect, it } from 'vitest';
import { mean } from '../../../src/index';
import { digamma } from '../../../src/logs/fit-families';
import { describeDurations } from '../../../src/logs/fit-duration';
import { mainOrder, shareFollowed } from '../../../src/logs/main-order';
import { repeatProbability } from '../../../src/logs/repeating';
import { equalParts, Gathering, quantileOf, type Sample } from '../../../src/logs/sample';
import { Dice } from './known-process';

function sampleOf(count: number, draw: (dice: Dice) => number): Sample {
  const dice = new Dice(11);
  const gathered = new Gathering();
  for (let i = 0; i < count; i++) gathered.add(draw(dice), 1);
  return gathered.sample();
}

describe('durations', () => {
  it.each([
    ['lognormal', (dice: Dice) => dice.lognormal(300, 0.8), { median: 300, sigma: 0.8 }],
    ['gamma', (dice: Dice) => dice.exponential(50) + dice.exponential(50) + dice.exponential(50), { shape: 3, scale: 50 }],
    ['weibull', (dice: Dice) => 200 * Math.sqrt(dice.exponential(1)), { shape: 2, scale: 200 }],
  ] as const)('are fitted by %s where they are that', (family, draw, parameters) => {
    const { distribution, family: found, goodness } = describeDurations(sampleOf(20_000, draw), 'auto', 200);
    expect(found).toBe(family);
    for (const [key, value] of Object.entries(parameters)) {
      expect(Math.abs((distribution as unknown as Record<string, number>)[key]! / value - 1)).toBeLessThan(0.05);
    }
    expect(goodness.ks).toBeLessThan(0.02);
  });

  it('keep a mass at zero', () => {
    const fitted = describeDurations(
      sampleOf(5000, (dice) => (dice.chance(0.3) ? 0 : dice.exponential(100))),
      'auto',
      200,
    );
    expect(fitted.zero).toBeCloseTo(0.3, 1);
    expect(fitted.distribution).toMatchObject({ type: 'mixture' });
    expect(mean(fitted.distribution)).toBeCloseTo(fitted.mean, -1);
  });

  it('are kept as seen where no family fits, with their mean', () => {
    const two = sampleOf(5000, (dice) => (dice.chance(0.5) ? 10 + dice.uniform() : 1000 + 10 * dice.uniform()));
    const { family, distribution } = describeDurations(two, 'auto', 200);
    expect(family).toBe('empirical');
    expect((distribution as unknown as { values: number[] }).values.length).toBeLessThanOrEqual(200);
    expect(mean(distribution) / two.mean).toBeCloseTo(1, 10);
  });

  it('are of the family one asks for', () => {
    expect(
      describeDurations(
        sampleOf(50, (dice) => dice.uniform()),
        'lognormal',
        200,
      ).family,
    ).toBe('lognormal');
    expect(
      describeDurations(
        sampleOf(5000, (dice) => dice.exponential(9)),
        'empirical',
        200,
      ).family,
    ).toBe('empirical');
  });
});

describe('the numbers underneath', () => {
  it('ψ is right', () => {
    expect(digamma(1)).toBeCloseTo(-0.577215664901533, 12);
    expect(digamma(0.5)).toBeCloseTo(-1.963510026021423, 12);
    expect(digamma(100)).toBeCloseTo(4.600161852738087, 12);
  });

  it('repeats come out of their probability', () => {
    const probability = repeatProbability(0.4, 5);
    expect([1, 2, 3, 4, 5].reduce((sum, k) => sum + probability ** k, 0)).toBeCloseTo(0.4, 12);
    expect(repeatProbability(0, 5)).toBe(0);
    expect(repeatProbability(6, 5)).toBe(1);
  });

  it('equal parts keep the mean, weights count', () => {
    const gathered = new Gathering();
    [1, 2, 3, 10].forEach((value, k) => gathered.add(value, k + 1));
    const sample = gathered.sample();
    const { values, weights } = equalParts(sample, 5);
    expect(weights).toHaveLength(5);
    expect(values.reduce((sum, value, k) => sum + value * weights[k]!, 0)).toBeCloseTo(54, 10);
    expect(quantileOf(sample, 0.5)).toBe(3);
  });

  it('an order breaks circles where the majority is weakest', () => {
    // a before b 5:1, b before c 5:1, c before a 3:2.
    const before = Float64Array.of(0, 5, 2, 1, 0, 5, 3, 1, 0);
    const precedence = { kept: [0, 1, 2], has: Float64Array.of(6, 6, 6), before };
    expect(mainOrder(precedence)).toEqual([0, 1, 2]);
    expect(shareFollowed([0, 1, 2], precedence)).toBeCloseTo(12 / 17, 12);
  });
});
