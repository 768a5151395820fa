import { ValueHistogram } from './value-histogram';

/** Up to this many customers a segment every value is kept and quantiles are exact; above it they come from a histogram. */
export const exactLimit = 1_048_576;

/** How a study of that many customers a segment finds its quantiles. */
export function quantileRule(customers: number): 'exact' | 'histogram' {
  return customers <= exactLimit ? 'exact' : 'histogram';
}

/** The values of one column, added block by block in customer order. */
export class ValueStore {
  #exact: Float64Array | undefined;
  readonly #histogram: ValueHistogram | undefined;
  #filled = 0;

  /** `capacity`: how many customers there will be at most; it decides the rule. */
  constructor(capacity: number) {
    if (quantileRule(capacity) === 'exact') this.#exact = new Float64Array(capacity);
    else this.#histogram = new ValueHistogram();
  }

  get bytes(): number {
    return this.#exact?.byteLength ?? 0;
  }

  /** Makes room for more customers, under the same rule. */
  extend(capacity: number): void {
    if (this.#exact === undefined) return;
    const longer = new Float64Array(capacity);
    longer.set(this.#exact);
    this.#exact = longer;
  }

  add(column: Float64Array, count: number): void {
    if (this.#exact !== undefined) this.#exact.set(count === column.length ? column : column.subarray(0, count), this.#filled);
    else for (let i = 0; i < count; i++) this.#histogram!.add(column[i]!);
    this.#filled += count;
  }

  /** Only where `lived` is not negative. */
  addLived(column: Float64Array, lived: Float64Array, count: number): void {
    for (let i = 0; i < count; i++) {
      if (lived[i]! < 0) continue;
      if (this.#exact !== undefined) this.#exact[this.#filled] = column[i]!;
      else this.#histogram!.add(column[i]!);
      this.#filled++;
    }
  }

  /** All values so far; undefined where they are only counted. */
  get values(): Float64Array | undefined {
    return this.#exact?.subarray(0, this.#filled);
  }

  get histogram(): ValueHistogram | undefined {
    return this.#histogram;
  }
}
