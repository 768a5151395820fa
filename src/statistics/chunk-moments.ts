import { chunkSize } from '../random/stream';

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly spread: number;
  /** Least and greatest value; the mean where there is none. */
  readonly low: number;
  readonly high: number;
}

/** Numbers of one leaf: count, mean, spread, least and greatest value. */
const stride = 5;
const none: Moments = { count: 0, mean: 0, spread: 0, low: 0, high: 0 };

/**
 * Mean and spread of a column, one leaf per chunk of 2,048 customers. Leaves are merged along a fixed binary tree over chunk numbers,
 * so whoever computed which chunk, in whatever order, the bytes are the same.
 */
export class ChunkMoments {
  #leaves: Float64Array;

  /** Room for so many customers. */
  constructor(customers: number) {
    this.#leaves = new Float64Array(stride * chunksOf(customers));
  }

  get bytes(): number {
    return this.#leaves.byteLength;
  }

  /** Makes room for more customers. */
  extend(customers: number): void {
    const longer = new Float64Array(stride * chunksOf(customers));
    longer.set(this.#leaves);
    this.#leaves = longer;
  }

  /** The values of `count` customers, the first of whom is `firstCustomer` (a multiple of the chunk size). */
  add(values: Float64Array, count: number, firstCustomer: number): void {
    for (let from = 0; from < count; from += chunkSize) {
      const to = Math.min(count, from + chunkSize);
      // Measured from the first value, so that a column of one value has exactly that mean and no spread.
      const origin = values[from]!;
      let sum = 0;
      for (let i = from; i < to; i++) sum += values[i]! - origin;
      const mean = origin + sum / (to - from);
      let spread = 0;
      let low = 0;
      let high = 0;
      for (let i = from; i < to; i++) {
        const distance = values[i]! - mean;
        spread += distance * distance;
        if (distance < low) low = distance;
        if (distance > high) high = distance;
      }
      this.#put(firstCustomer + from, to - from, mean, spread, low, high);
    }
  }

  /** As {@link add}, where nobody asks for more than the mean. */
  addMean(values: Float64Array, count: number, firstCustomer: number): void {
    for (let from = 0; from < count; from += chunkSize) {
      const to = Math.min(count, from + chunkSize);
      const origin = values[from]!;
      let sum = 0;
      for (let i = from; i < to; i++) sum += values[i]! - origin;
      this.#put(firstCustomer + from, to - from, origin + sum / (to - from), 0, 0, 0);
    }
  }

  /** The same value for all of them. */
  addAlike(value: number, count: number, firstCustomer: number): void {
    for (let from = 0; from < count; from += chunkSize) {
      this.#put(firstCustomer + from, Math.min(count - from, chunkSize), value, 0, 0, 0);
    }
  }

  /** As {@link add}, of those customers only whose `lived` value is not negative. */
  addLived(values: Float64Array, lived: Float64Array, count: number, firstCustomer: number): void {
    for (let from = 0; from < count; from += chunkSize) {
      const to = Math.min(count, from + chunkSize);
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
      if (size === 0) continue;
      const mean = origin + sum / size;
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
      this.#put(firstCustomer + from, size, mean, spread, low, high);
    }
  }

  #put(customer: number, size: number, mean: number, spread: number, low: number, high: number): void {
    const leaves = this.#leaves;
    const at = stride * (customer / chunkSize);
    leaves[at] = size;
    leaves[at + 1] = mean;
    leaves[at + 2] = spread;
    leaves[at + 3] = mean + low;
    leaves[at + 4] = mean + high;
  }

  /** All leaves merged: neighbours first, then neighbours of neighbours. */
  merged(): Moments {
    const merging = Float64Array.from(this.#leaves);
    let width = merging.length / stride;
    if (width === 0) return none;
    while (width > 1) {
      const half = width >> 1;
      for (let k = 0; k < half; k++) merge(merging, 2 * k, k);
      if (width % 2 === 1) copy(merging, width - 1, half);
      width = half + (width % 2);
    }
    const [count, mean, spread, low, high] = merging as unknown as [number, number, number, number, number];
    return count === 0 ? none : { count, mean, spread, low, high };
  }
}

/** Mean and spread of a whole column. */
export function momentsOf(values: Float64Array): Moments {
  const moments = new ChunkMoments(values.length);
  moments.add(values, values.length, 0);
  return moments.merged();
}

function chunksOf(customers: number): number {
  return Math.ceil(customers / chunkSize);
}

/** Two neighbours, `left` and the one after it, into the place `into`, which is not behind them. */
function merge(leaves: Float64Array, left: number, into: number): void {
  const a = stride * left;
  const b = a + stride;
  const countA = leaves[a]!;
  const countB = leaves[b]!;
  if (countA === 0 || countB === 0) return copy(leaves, countA === 0 ? left + 1 : left, into);
  const total = countA + countB;
  const distance = leaves[b + 1]! - leaves[a + 1]!;
  const shareOfB = countB / total;
  const mean = leaves[a + 1]! + distance * shareOfB;
  const spread = leaves[a + 2]! + leaves[b + 2]! + distance * distance * countA * shareOfB;
  const low = Math.min(leaves[a + 3]!, leaves[b + 3]!);
  const high = Math.max(leaves[a + 4]!, leaves[b + 4]!);
  const at = stride * into;
  leaves[at] = total;
  leaves[at + 1] = mean;
  leaves[at + 2] = spread;
  leaves[at + 3] = low;
  leaves[at + 4] = high;
}

function copy(leaves: Float64Array, from: number, into: number): void {
  leaves.copyWithin(stride * into, stride * from, stride * (from + 1));
}
