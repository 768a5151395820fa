import { describe, expect, it } from 'vitest';
import { CumulativeLink } from '../../../src/fitting/ordinal';
import { Sums } from '../../../src/fitting/sums';
import { chance } from './synthetic';

describe('lines from sums', () => {
  const { normal, uniform } = chance(3);
  const count = 300;
  const base = Array.from({ length: count }, () => normal());
  const columns = [0, 1, 2].map((c) => Float64Array.from(base, (level) => level + (0.5 + c) * normal() + 1000));
  const ratings = Float64Array.from(base, (_, i) => 0.5 * columns[0]![i]! + 0.2 * columns[1]![i]! - 0.4 * columns[2]![i]! + normal());
  const foldOf = Int32Array.from(base, () => Math.floor(5 * uniform()));
  const sums = new Sums(columns, ratings, foldOf, 5);

  const errorOf = (weights: readonly number[], constant: number, fold?: number): number =>
    base.reduce((sum, _, i) => {
      if (fold !== undefined && foldOf[i] !== fold) return sum;
      const predicted = weights.reduce((all, weight, c) => all + weight * columns[c]![i]!, constant);
      return sum + (ratings[i]! - predicted) ** 2;
    }, 0);

  it('of several columns none weighs less than nothing, and no other such line is better', () => {
    const line = sums.fit(sums.without());
    const constant = sums.constantOf(line);
    expect(Math.min(...line.weights)).toBe(0);
    expect(line.error).toBeCloseTo(errorOf(line.weights, constant), 6);
    for (let trial = 0; trial < 2000; trial++) {
      const weights = line.weights.map((weight) => Math.max(0, weight + 0.1 * normal()));
      // The best constant for these weights.
      const best =
        base.reduce((sum, _, i) => sum + ratings[i]! - weights.reduce((all, weight, c) => all + weight * columns[c]![i]!, 0), 0) / count;
      expect(errorOf(weights, best)).toBeGreaterThanOrEqual(line.error - 1e-6);
    }
  });

  it('are judged on a fold as if each recording were looked at', () => {
    const line = sums.fit(sums.without(2));
    expect(sums.error(2, line)).toBeCloseTo(errorOf(line.weights, sums.constantOf(line), 2), 6);
    expect(sums.predict(line, columns, 7)).toBeCloseTo(
      line.weights.reduce((all, weight, c) => all + weight * columns[c]![7]!, sums.constantOf(line)),
      9,
    );
  });

  it('two columns that say the same thing are one', () => {
    const twice = new Sums([columns[0]!, columns[0]!], ratings, foldOf, 5);
    const line = twice.fit(twice.without());
    expect(line.weights.filter((weight) => weight > 0)).toHaveLength(1);
  });

  it('a column that says nothing gives the mean', () => {
    const flat = new Sums([new Float64Array(count).fill(3)], ratings, foldOf, 5);
    expect(flat.fit(flat.without()).weights).toEqual([0]);
  });
});

describe('the cumulative link', () => {
  const { normal, uniform } = chance(11);
  const x = Float64Array.from({ length: 800 }, () => 2 * normal());
  const answers = Int32Array.from(x, (value) => {
    const u = uniform();
    const noise = Math.log(u / (1 - u));
    return [-2, 0, 1.5].filter((threshold) => 0.8 * value + noise > threshold).length;
  });
  const used = Array.from(x.keys());

  it('is the likeliest there is: no thresholds and slope near it are likelier', () => {
    const link = new CumulativeLink(x, answers, used, 4);
    const likelihood = used.reduce((sum, i) => sum + link.logOf(x[i]!, answers[i]!), 0);
    const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
    const of = (thresholds: readonly number[], slope: number): number =>
      used.reduce((sum, i) => {
        const high = answers[i]! < 3 ? logistic(thresholds[answers[i]!]! - slope * x[i]!) : 1;
        const low = answers[i]! > 0 ? logistic(thresholds[answers[i]! - 1]! - slope * x[i]!) : 0;
        return sum + Math.log(high - low);
      }, 0);
    // The truth itself, and four hundred around it.
    let best = of([-2, 0, 1.5], 0.8);
    for (let trial = 0; trial < 400; trial++) {
      const off = (): number => 0.15 * normal();
      best = Math.max(
        best,
        of(
          [-2 + off(), off(), 1.5 + off()].sort((a, b) => a - b),
          0.8 + off(),
        ),
      );
    }
    expect(likelihood).toBeGreaterThanOrEqual(best - 1e-4);
  });

  it('probabilities of all answers sum to 1, also of those nobody gave', () => {
    const link = new CumulativeLink(x, answers, used, 6);
    for (const value of [-8, 0, 3]) {
      const whole = [0, 1, 2, 3, 4, 5].reduce((sum, answer) => sum + Math.exp(link.logOf(value, answer)), 0);
      expect(whole).toBeCloseTo(1, 9);
    }
  });
});
