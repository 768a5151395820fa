import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { PartStore } from './part-store';
import { histogramQuantiles } from './value-histogram';
import type { ValueStore } from './value-store';
import { groupQuantiles } from './weighted-quantiles';

/** What looking through a histogram takes, in customers × steps. */
const histogramWork = 1000;

export interface WeightedStore {
  readonly store: ValueStore | PartStore;
  /** How many values of it count. */
  readonly count: number;
  readonly weight: number;
}

/** Quantiles of every group of stores, all of one rule. Probabilities ascend. */
export function* storeQuantiles(parts: readonly WeightedStore[], probabilities: readonly number[]): Work<readonly number[][]> {
  if (parts.every(({ store }) => store.histogram === undefined)) {
    return yield* groupQuantiles(
      parts.map(({ store, count, weight }) => ({
        pieces: store.pieces!,
        lived: store instanceof PartStore ? store.lived : undefined,
        count,
        weight,
      })),
      probabilities,
    );
  }
  const found: number[][] = [];
  const histograms = parts.map(({ store, weight }) => ({ histogram: store.histogram!, weight }));
  for (const group of groupsOf(histograms)) {
    yield histogramWork * group.length;
    found.push(histogramQuantiles(group, probabilities));
  }
  return found;
}
