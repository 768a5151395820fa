import { equalParts, quantileOf, type Sample } from './sample';

const parts = 400;
const figures = [0.25, 0.5, 0.75] as const;

/** By which share of the real ones mean and quartiles are off: half the average, half the furthest. */
export function offFigures(real: Sample, made: Sample): number {
  const off = (is: number, should: number): number =>
    is === should ? 0 : Math.abs(is - should) / Math.max(should, 1e-3 * real.mean, 1e-9);
  const all = [off(made.mean, real.mean), ...figures.map((share) => off(quantileOf(made, share), quantileOf(real, share)))];
  return (all.reduce((sum, one) => sum + one, 0) / all.length + Math.max(...all)) / 2;
}

/** By how much values differ on average, both in order: the earth mover's distance. */
export function distance(one: Sample, other: Sample): number {
  if (one.values.length === 0 || other.values.length === 0) return 0;
  return partsDistance(equalParts(one, parts).values, equalParts(other, parts).values);
}

/** The same for two lists of parts of equal weight. */
export function partsDistance(one: readonly number[], other: readonly number[]): number {
  const count = Math.max(one.length, other.length);
  if (count === 0) return 0;
  // Lists of other lengths are read by share.
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const share = (k + 0.5) / count;
    sum += Math.abs(one[Math.floor(share * one.length)]! - other[Math.floor(share * other.length)]!);
  }
  return sum / count;
}

/** Several samples as one, each with its share. */
export function together(samples: readonly { readonly share: number; readonly sample: Sample }[]): Sample {
  const weighted = samples.map(({ share, sample }) => withShare(share, sample));
  // Pairs, and pairs of pairs: each value is moved a few times only.
  let level = weighted;
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, k) =>
      2 * k + 1 < level.length ? merged(level[2 * k]!, level[2 * k + 1]!) : level[2 * k]!,
    );
  }
  return level[0] ?? { values: new Float64Array(0), weights: undefined, n: 0, mean: 0 };
}

type Weighted = Sample & { readonly weights: Float64Array };

function withShare(share: number, { values, weights, n, mean }: Sample): Weighted {
  const own =
    weights === undefined ? new Float64Array(values.length).fill(share / values.length) : weights.map((weight) => (weight * share) / n);
  return { values, weights: own, n: share, mean };
}

function merged(one: Weighted, other: Weighted): Weighted {
  const count = one.values.length + other.values.length;
  const values = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0, j = 0, k = 0; k < count; k++) {
    const first = j === other.values.length || (i < one.values.length && one.values[i]! <= other.values[j]!);
    values[k] = first ? one.values[i]! : other.values[j]!;
    weights[k] = first ? one.weights[i++]! : other.weights[j++]!;
  }
  const n = one.n + other.n;
  return { values, weights, n, mean: n > 0 ? (one.n * one.mean + other.n * other.mean) / n : 0 };
}

/** A column of customers as a sample. */
export function sampleOf(column: Float64Array): Sample {
  const values = column.slice().sort();
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return { values, weights: undefined, n: values.length, mean: values.length === 0 ? 0 : sum / values.length };
}
