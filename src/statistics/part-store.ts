import { ValueStore } from './value-store';

/**
 * Some of the values of a store: those of customers whose place in another store is not negative. Where every value is kept they are looked up
 * when asked for; where values are only counted, these are counted beside them.
 */
export class PartStore {
  readonly #counted: ValueStore | undefined;

  constructor(
    private readonly whole: ValueStore,
    private readonly lived: ValueStore,
    capacity: number,
  ) {
    if (whole.histogram !== undefined) this.#counted = new ValueStore(capacity);
  }

  /** The same values that were added to the whole. */
  add(column: Float64Array, lived: Float64Array, count: number): void {
    this.#counted?.addLived(column, lived, count);
  }

  get store(): ValueStore {
    if (this.#counted !== undefined) return this.#counted;
    const values = this.whole.values!;
    const found = new ValueStore(values.length);
    found.addLived(values, this.lived.values!, values.length);
    return found;
  }
}
