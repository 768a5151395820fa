import type { NumberReader, NumberWriter } from '../plain/number-record';
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

const none: Moments = { count: 0, mean: 0, spread: 0, low: 0, high: 0 };

/** About what one of them takes in memory. */
const nodeBytes = 100;
/** Levels of the tree have numbers below this. */
const levels = 64;

/**
 * Mean and spread of a column, one leaf per chunk of 2,048 customers. Leaves are merged along a fixed binary tree over chunk numbers,
 * so whoever computed which chunk, in whatever order, the bytes are the same. Neighbours are merged as soon as both are there: of a run of
 * customers no more is kept than its logarithm.
 */
export class ChunkMoments {
  /** What waits for its neighbour, by place and level: a node at a level is about 2^level chunks. */
  readonly #waiting = new Map<number, Moments>();

  get bytes(): number {
    return nodeBytes * this.#waiting.size;
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
      if (size === 0) {
        this.addNobody(firstCustomer + from);
        continue;
      }
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

  /** A chunk in which it is about nobody: its neighbour need not wait. */
  addNobody(firstCustomer: number): void {
    this.#join(0, firstCustomer / chunkSize, none);
  }

  #put(customer: number, size: number, mean: number, spread: number, low: number, high: number): void {
    this.#join(0, customer / chunkSize, { count: size, mean, spread, low: mean + low, high: mean + high });
  }

  #join(level: number, place: number, moments: Moments): void {
    const neighbour = levels * (place % 2 === 0 ? place + 1 : place - 1) + level;
    const known = this.#waiting.get(neighbour);
    if (known === undefined) {
      this.#waiting.set(levels * place + level, moments);
      return;
    }
    this.#waiting.delete(neighbour);
    this.#join(level + 1, Math.floor(place / 2), place % 2 === 0 ? merge(moments, known) : merge(known, moments));
  }

  /** All leaves merged: neighbours first, then neighbours of neighbours. Whoever has no neighbour goes on alone. */
  merged(): Moments {
    let rest: ReadonlyMap<number, Moments> = this.#waiting;
    for (let level = 0; rest.size > 1; level++) {
      const next = new ChunkMoments();
      for (const [key, moments] of rest) {
        const own = key % levels;
        const place = (key - own) / levels;
        if (own > level) next.#join(own, place, moments);
        else next.#join(level + 1, Math.floor(place / 2), moments);
      }
      rest = next.#waiting;
    }
    const [whole = none] = rest.values();
    return whole;
  }

  save(to: NumberWriter): void {
    to.put(this.#waiting.size);
    for (const [key, { count, mean, spread, low, high }] of this.#waiting)
      for (const one of [key, count, mean, spread, low, high]) to.put(one);
  }

  /** Joins what was saved of other chunks. */
  join(from: NumberReader): void {
    for (let left = from.take(); left > 0; left--) {
      const key = from.take();
      const level = key % levels;
      const [count, mean, spread, low, high] = [from.take(), from.take(), from.take(), from.take(), from.take()];
      this.#join(level, (key - level) / levels, { count, mean, spread, low, high });
    }
  }
}

/** Mean and spread of a whole column. */
export function momentsOf(values: Float64Array): Moments {
  const moments = new ChunkMoments();
  moments.add(values, values.length, 0);
  return moments.merged();
}

/** Two neighbours in their order. */
function merge(a: Moments, b: Moments): Moments {
  if (a.count === 0 || b.count === 0) return a.count === 0 ? b : a;
  const count = a.count + b.count;
  const distance = b.mean - a.mean;
  const shareOfB = b.count / count;
  return {
    count,
    mean: a.mean + distance * shareOfB,
    spread: a.spread + b.spread + distance * distance * a.count * shareOfB,
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
  };
}
