import type { Constant, Discrete, Empirical } from '../types';
import type { Law } from './law';

/** Separate values, ascending and distinct, with the probability of each value or a lower one; the last is 1. */
export interface Steps {
  readonly values: readonly number[];
  readonly masses: readonly number[];
  readonly cumulative: readonly number[];
}

export function stepsOf(distribution: Constant | Empirical | Discrete): Steps {
  switch (distribution.type) {
    case 'constant':
      return { values: [distribution.value], masses: [1], cumulative: [1] };
    case 'empirical':
      return stepsFrom(distribution.values, distribution.weights ?? distribution.values.map(() => 1));
    case 'discrete':
      return stepsFrom(distribution.values, distribution.probabilities);
  }
}

/** Values that cannot occur are left out, equal neighbours count as one. Values must ascend. */
export function stepsFrom(values: readonly number[], weights: readonly number[]): Steps {
  const distinct: number[] = [];
  const together: number[] = [];
  values.forEach((value, i) => {
    if (weights[i] === 0) return;
    if (value === distinct.at(-1)) together[together.length - 1]! += weights[i]!;
    else {
      distinct.push(value);
      together.push(weights[i]!);
    }
  });
  const sums = runningSums(together);
  const total = sums[sums.length - 1]!;
  return { values: distinct, masses: together.map((weight) => weight / total), cumulative: sums.map((sum) => sum / total) };
}

/** Running sums that carry along what rounding lost, so that ten times 0.1 is 1. */
function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  let lost = 0;
  return weights.map((weight) => {
    const next = sum + weight;
    lost += sum >= weight ? sum - next + weight : weight - next + sum;
    sum = next;
    return sum + lost;
  });
}

/** Decimal probabilities are not exact in binary: a sum that misses p by the last bits has reached it. */
const slack = 1e-15;

export function stepsLaw({ values, masses, cumulative }: Steps): Law {
  const mean = values.reduce((sum, value, i) => sum + masses[i]! * value, 0);
  const variance = values.reduce((sum, value, i) => sum + masses[i]! * (value - mean) * (value - mean), 0);
  return {
    min: values[0]!,
    max: values[values.length - 1]!,
    mean,
    variance,
    marks: values,
    landmarks: () => [],
    cdf: (x) => cumulative[firstIndex(values.length, (i) => values[i]! > x) - 1] ?? 0,
    below: (x) => cumulative[firstIndex(values.length, (i) => values[i]! >= x) - 1] ?? 0,
    quantile: (p) =>
      values[
        Math.min(
          values.length - 1,
          firstIndex(values.length, (i) => cumulative[i]! >= p * (1 - slack)),
        )
      ]!,
  };
}

/** The first index from which on `holds` is true; `count` where it never is. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
