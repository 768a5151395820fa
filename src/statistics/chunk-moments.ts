import { chunkSize } from '../random/stream';

/**
 * Mean and spread of a column, one leaf per chunk of 2,048 customers. Leaves are merged along a fixed binary tree over chunk numbers,
 * so whoever computed which chunk, in whatever order, the bytes are the same.
 */
export interface ChunkMoments {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** Sum of squared distances from the mean. */
  readonly spread: Float64Array;
  /** Least and greatest value. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly spread: number;
  /** Least and greatest value; the mean where there is none. */
  readonly low: number;
  readonly high: number;
}

export function makeChunkMoments(chunks: number): ChunkMoments {
  return {
    count: new Float64Array(chunks),
    mean: new Float64Array(chunks),
    spread: new Float64Array(chunks),
    low: new Float64Array(chunks).fill(Infinity),
    high: new Float64Array(chunks).fill(-Infinity),
  };
}

/** Writes the leaves of `values[0 … count)`, whose first value belongs to customer `firstCustomer` (a multiple of the chunk size). */
export function addChunkMoments(leaves: ChunkMoments, values: Float64Array, count: number, firstCustomer: number): void {
  for (let from = 0; from < count; from += chunkSize) {
    const to = Math.min(count, from + chunkSize);
    const chunk = (firstCustomer + from) / chunkSize;
    const size = to - from;
    // Measured from the first value, so that a column of one value has exactly that mean and no spread.
    const origin = values[from]!;
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i]! - origin;
    const mean = origin + sum / size;
    let spread = 0;
    let low = 0;
    let high = 0;
    for (let i = from; i < to; i++) {
      const distance = values[i]! - mean;
      spread += distance * distance;
      if (distance < low) low = distance;
      if (distance > high) high = distance;
    }
    leaves.count[chunk] = size;
    leaves.mean[chunk] = mean;
    leaves.spread[chunk] = spread;
    leaves.low[chunk] = mean + low;
    leaves.high[chunk] = mean + high;
  }
}

/** As {@link addChunkMoments}, over those customers only whose `lived` value is not negative. */
export function addChunkMomentsOfLived(
  leaves: ChunkMoments,
  values: Float64Array,
  lived: Float64Array,
  count: number,
  firstCustomer: number,
): void {
  for (let from = 0; from < count; from += chunkSize) {
    const to = Math.min(count, from + chunkSize);
    const chunk = (firstCustomer + from) / chunkSize;
    let size = 0;
    let origin = 0;
    let sum = 0;
    for (let i = from; i < to; i++) {
      if (lived[i]! >= 0) {
        if (size === 0) origin = values[i]!;
        sum += values[i]! - origin;
        size++;
      }
    }
    const mean = size === 0 ? 0 : origin + sum / size;
    let spread = 0;
    let low = 0;
    let high = 0;
    for (let i = from; i < to; i++) {
      if (lived[i]! >= 0) {
        const distance = values[i]! - mean;
        spread += distance * distance;
        if (distance < low) low = distance;
        if (distance > high) high = distance;
      }
    }
    leaves.count[chunk] = size;
    leaves.mean[chunk] = mean;
    leaves.spread[chunk] = spread;
    if (size > 0) {
      leaves.low[chunk] = mean + low;
      leaves.high[chunk] = mean + high;
    }
  }
}

/** All leaves merged: neighbours first, then neighbours of neighbours. */
export function mergeChunkMoments(leaves: ChunkMoments): Moments {
  const count = Float64Array.from(leaves.count);
  const mean = Float64Array.from(leaves.mean);
  const spread = Float64Array.from(leaves.spread);
  let width = count.length;
  if (width === 0) return { count: 0, mean: 0, spread: 0, low: 0, high: 0 };
  while (width > 1) {
    const half = width >> 1;
    for (let k = 0; k < half; k++) {
      const a = 2 * k;
      const b = a + 1;
      const total = count[a]! + count[b]!;
      if (total === 0) {
        count[k] = 0;
        mean[k] = 0;
        spread[k] = 0;
        continue;
      }
      const distance = mean[b]! - mean[a]!;
      const shareOfB = count[b]! / total;
      mean[k] = mean[a]! + distance * shareOfB;
      spread[k] = spread[a]! + spread[b]! + distance * distance * count[a]! * shareOfB;
      count[k] = total;
    }
    if (width % 2 === 1) {
      count[half] = count[width - 1]!;
      mean[half] = mean[width - 1]!;
      spread[half] = spread[width - 1]!;
      width = half + 1;
    } else {
      width = half;
    }
  }
  if (count[0] === 0) return { count: 0, mean: 0, spread: 0, low: 0, high: 0 };
  let low = Infinity;
  let high = -Infinity;
  for (let chunk = 0; chunk < leaves.low.length; chunk++) {
    if (leaves.low[chunk]! < low) low = leaves.low[chunk]!;
    if (leaves.high[chunk]! > high) high = leaves.high[chunk]!;
  }
  return { count: count[0]!, mean: mean[0]!, spread: spread[0]!, low, high };
}
