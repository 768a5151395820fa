import type { OutcomeName } from '../experience/outcomes';
import { isShare } from '../experience/outcomes';
import {
  addChunkMoments,
  addChunkMomentsOfLived,
  makeChunkMoments,
  mergeChunkMoments,
  type ChunkMoments,
  type Moments,
} from '../statistics/chunk-moments';
import { meanInterval, namedQuantiles, quantileLevels, shareInterval, type Estimate } from '../statistics/estimate';
import { chunkSize } from '../random/stream';
import { storeQuantiles, ValueStore } from '../statistics/value-store';

/** One outcome of one segment, gathered block by block. */
export class OutcomeTally {
  readonly store: ValueStore;
  /** Nothing in the journey could have made it otherwise: a share of it has no error. */
  certain = false;
  readonly #leaves: ChunkMoments;

  constructor(
    readonly name: OutcomeName,
    customers: number,
  ) {
    this.store = new ValueStore(customers);
    this.#leaves = makeChunkMoments(Math.ceil(customers / chunkSize));
  }

  /** Blocks come in customer order. `lived`, where given, leaves out those for whom it is negative. */
  add(column: Float64Array, count: number, firstCustomer: number, lived?: Float64Array): void {
    if (lived === undefined) {
      this.store.add(column, count);
      addChunkMoments(this.#leaves, column, count, firstCustomer);
    } else {
      this.store.addLived(column, lived, count);
      addChunkMomentsOfLived(this.#leaves, column, lived, count, firstCustomer);
    }
  }

  get moments(): Moments {
    return mergeChunkMoments(this.#leaves);
  }
}

/** A tally with the share of the population it stands for. */
export interface WeightedTally {
  readonly tally: OutcomeTally;
  readonly weight: number;
}

/** One segment, or all of them weighed by their shares: mean and error add up, quantiles are those of the mixture. */
export function estimateOf(tallies: readonly WeightedTally[], level: number): Estimate {
  const whole = tallies.reduce((sum, { weight }) => sum + weight, 0);
  const parts = tallies.map(({ tally, weight }) => ({ share: weight / whole, moments: tally.moments }));
  // Measured from the first, so that segments that agree have exactly their mean, and none lies beyond them all by rounding.
  const origin = parts[0]!.moments.mean;
  let mean = origin;
  for (const { share, moments } of parts) mean += share * (moments.mean - origin);
  let variance = 0;
  let errorSquared = 0;
  let freedom = 0;
  let perCustomer = 0;
  for (const { share, moments } of parts) {
    const { count, mean: own, spread } = moments;
    const ownVariance = count > 1 ? spread / (count - 1) : 0;
    const distance = own - mean;
    variance += share * (ownVariance + distance * distance);
    const part = (share * share * ownVariance) / count;
    errorSquared += part;
    if (count > 1) freedom += (part * part) / (count - 1);
    perCustomer += (share * share) / count;
  }
  const standardError = Math.sqrt(errorSquared);
  const name = tallies[0]!.tally.name;
  const certain = tallies.every(({ tally }) => tally.certain);
  const interval = certain
    ? { low: mean, high: mean, level }
    : isShare(name)
      ? shareInterval(mean, errorSquared > 0 ? (mean * (1 - mean)) / errorSquared : 1 / perCustomer, level)
      : meanInterval(mean, standardError, level, freedom > 0 ? (errorSquared * errorSquared) / freedom : Infinity);
  const quantiles =
    variance === 0
      ? quantileLevels.map(() => mean)
      : storeQuantiles(
          tallies.map(({ tally, weight }) => ({ store: tally.store, weight })),
          quantileLevels,
        );
  return { mean, standardError, interval, sd: Math.sqrt(variance), quantiles: namedQuantiles(quantiles) };
}
