import { equalParts, quantileOf, type Sample } from './sample';

/** How far one set of durations is from another, as shares of the real ones. */
export interface Misfit {
  readonly mean: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  /** Earth mover's distance, over the real mean. */
  readonly emd: number;
}

const parts = 400;

export function misfit(real: Sample, made: Sample): Misfit {
  const off = (is: number, should: number): number => (is === should ? 0 : Math.abs(is - should) / Math.max(Math.abs(should), 1e-3 * real.mean, 1e-9));
  const at = (share: number): number => off(quantileOf(made, share), quantileOf(real, share));
  return { mean: off(made.mean, real.mean), p25: at(0.25), median: at(0.5), p75: at(0.75), emd: distance(real, made) / Math.max(real.mean, 1e-9) };
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
  const count = samples.reduce((sum, { sample }) => sum + sample.values.length, 0);
  const loose = { values: new Float64Array(count), weights: new Float64Array(count) };
  let filled = 0;
  for (const { share, sample } of samples) {
    for (let i = 0; i < sample.values.length; i++) {
      loose.values[filled] = sample.values[i]!;
      loose.weights[filled++] = (share * (sample.weights?.[i] ?? sample.n / sample.values.length)) / sample.n;
    }
  }
  const order = Int32Array.from(loose.values, (_, i) => i).sort((a, b) => loose.values[a]! - loose.values[b]! || a - b);
  const values = Float64Array.from(order, (i) => loose.values[i]!);
  const weights = Float64Array.from(order, (i) => loose.weights[i]!);
  let n = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    n += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  return { values, weights, n, mean: n > 0 ? sum / n : 0 };
}

/** A column of customers as a sample. */
export function sampleOf(column: Float64Array): Sample {
  const values = column.slice().sort();
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return { values, weights: undefined, n: values.length, mean: values.length === 0 ? 0 : sum / values.length };
}
