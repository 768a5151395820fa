import type { NumberReader, NumberWriter } from '../plain/number-record';
import type { Work } from '../plain/work';
import { ValueStore } from './value-store';
import { mostAtOnce, valueWork } from './weighted-quantiles';

/**
 * Some of the values of a store: those of customers whose place in another store is not negative. Where every value is kept they are looked up
 * when asked for; where values are only counted, these are counted beside them.
 */
export class PartStore {
  readonly #counted: ValueStore | undefined;

  constructor(
    private readonly whole: ValueStore,
    private readonly lived: ValueStore,
  ) {
    if (whole.histogram !== undefined) this.#counted = new ValueStore(0, 'histogram');
  }

  /** The same values that were added to the whole. */
  add(column: Float64Array, lived: Float64Array, count: number): void {
    this.#counted?.addLived(column, lived, count);
  }

  save(to: NumberWriter): void {
    this.#counted?.save(to);
  }

  /** Adds what was saved of others; what is looked up comes with the whole. */
  join(from: NumberReader): void {
    this.#counted?.join(from);
  }

  /** As a store of their own. */
  *find(): Work<ValueStore> {
    if (this.#counted !== undefined) return this.#counted;
    const values = this.whole.values!;
    const lived = this.lived.values!;
    const found = new ValueStore(values.length);
    for (let from = 0; from < values.length; from += mostAtOnce) {
      const to = Math.min(values.length, from + mostAtOnce);
      found.addLived(values.subarray(from, to), lived.subarray(from, to), to - from);
      yield (to - from) * valueWork;
    }
    return found;
  }
}
