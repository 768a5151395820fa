import type { NumberReader, NumberWriter } from '../plain/number-record';
import { ValueHistogram } from './value-histogram';
import type { ValueStore } from './value-store';

/**
 * Some of the values of a store: those of customers whose place in another store is not negative. Where every value is kept they are looked up
 * when asked for; where values are only counted, these are counted beside them.
 */
export class PartStore {
  readonly histogram: ValueHistogram | undefined;

  constructor(
    readonly whole: ValueStore,
    readonly present: ValueStore,
  ) {
    if (whole.histogram !== undefined) this.histogram = new ValueHistogram();
  }

  /** The same values that were added to the whole. */
  add(column: Float64Array, lived: Float64Array, count: number): void {
    if (this.histogram !== undefined) for (let i = 0; i < count; i++) if (lived[i]! >= 0) this.histogram.add(column[i]!);
  }

  save(to: NumberWriter): void {
    this.histogram?.save(to);
  }

  /** Adds what was saved of others; what is looked up comes with the whole. */
  join(from: NumberReader): void {
    this.histogram?.join(from);
  }
}
