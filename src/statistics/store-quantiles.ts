import type { Work } from '../plain/work';
import { PartStore } from './part-store';
import { histogramQuantiles } from './value-histogram';
import type { ValueStore } from './value-store';
import { findQuantiles } from './weighted-quantiles';

/** What looking through a histogram takes, in customers × steps. */
const histogramWork = 1000;

export interface WeightedStore {
  readonly store: ValueStore | PartStore;
  readonly weight: number;
}

/** Quantiles of a mixture of stores, all of one rule. Probabilities ascend. */
export function* storeQuantiles(parts: readonly WeightedStore[], probabilities: readonly number[]): Work<number[]> {
  const stores: { readonly store: ValueStore; readonly weight: number }[] = [];
  for (const { store, weight } of parts) stores.push({ store: store instanceof PartStore ? yield* store.find() : store, weight });
  if (stores.every(({ store }) => store.histogram === undefined)) {
    return yield* findQuantiles(
      stores.map(({ store, weight }) => ({ values: store.values!, weight })),
      probabilities,
    );
  }
  yield histogramWork * stores.length;
  return histogramQuantiles(
    stores.flatMap(({ store, weight }) => (store.histogram === undefined ? [] : [{ histogram: store.histogram, weight }])),
    probabilities,
  );
}
