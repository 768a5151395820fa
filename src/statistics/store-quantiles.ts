import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { BinRoom } from './binned-columns';
import type { Moments } from './chunk-moments';
import { PartStore } from './part-store';
import type { PiecedColumn } from './pieced-column';
import { histogramQuantiles } from './value-histogram';
import type { ValueStore } from './value-store';
import { mixtureOf, mixtureQuantiles } from './weighted-quantiles';

/** What looking through a histogram takes, in customers × steps. */
const histogramWork = 1000;

export interface WeightedStore {
  readonly store: ValueStore | PartStore;
  /** Of those values of it that count. */
  readonly moments: Pick<Moments, 'count' | 'low' | 'high'>;
  readonly weight: number;
}

/**
 * Quantiles of every group of stores, all of one rule, for each of several populations: everybody, and some of them. What they share is looked through
 * once for all. Probabilities ascend. `room`: for whoever asks of one after the other.
 */
export function* storeQuantiles(
  populations: readonly (readonly WeightedStore[])[],
  probabilities: readonly number[],
  room = new BinRoom(),
): Work<readonly (readonly (readonly number[])[])[]> {
  const groups = populations.map(groupsOf);
  const found = populations.some((stores) => stores.some(({ store }) => store.histogram !== undefined))
    ? yield* countedQuantiles(groups.flat(), probabilities)
    : yield* keptQuantiles(groups.flat(), probabilities, room);
  let from = 0;
  return groups.map(({ length }) => found.slice(from, (from += length)));
}

function* countedQuantiles(groups: readonly (readonly WeightedStore[])[], probabilities: readonly number[]): Work<number[][]> {
  const found: number[][] = [];
  for (const group of groups) {
    yield histogramWork * group.length;
    const histograms = group.map(({ store, weight }) => ({ histogram: store.histogram!, weight }));
    found.push(histogramQuantiles(histograms, probabilities));
  }
  return found;
}

function keptQuantiles(groups: readonly (readonly WeightedStore[])[], probabilities: readonly number[], room: BinRoom): Work<number[][]> {
  const shared = new SharedColumns();
  const mixtures = groups.map((group) => {
    const parts = group.map(({ store, moments: { count }, weight }) => ({ ...shared.place(store), count, weight }));
    return mixtureOf(parts, probabilities);
  });
  const moments = groups.flat().map((weighted) => weighted.moments);
  const low = moments.reduce((least, one) => Math.min(least, one.low), Infinity);
  const high = moments.reduce((greatest, one) => Math.max(greatest, one.high), -Infinity);
  return mixtureQuantiles(shared.columns, { low, high }, mixtures, room);
}

/** The columns of some stores, each once. */
class SharedColumns {
  readonly columns: PiecedColumn[] = [];
  readonly #stores: { readonly whole: ValueStore; present: ValueStore | undefined }[] = [];

  place(store: ValueStore | PartStore): { readonly column: number; readonly some: boolean } {
    const [whole, present] = store instanceof PartStore ? [store.whole, store.present] : [store, undefined];
    let column = this.#stores.findIndex(
      (known) => known.whole === whole && (present === undefined || known.present === undefined || known.present === present),
    );
    if (column < 0) column = this.#stores.push({ whole, present: undefined }) - 1;
    const known = this.#stores[column]!;
    known.present ??= present;
    this.columns[column] = { pieces: whole.pieces!, lived: known.present?.pieces };
    return { column, some: present !== undefined };
  }
}
