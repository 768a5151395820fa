import type { NumberReader, NumberWriter } from '../plain/number-record';
import { ValueHistogram } from './value-histogram';

/** Up to this many customers a segment every value is kept and quantiles are exact; above it they come from a histogram. */
export const exactLimit = 1_048_576;

export type QuantileRule = 'exact' | 'histogram';

/** How a study of that many customers a segment finds its quantiles. */
export function quantileRule(customers: number): QuantileRule {
  return customers <= exactLimit ? 'exact' : 'histogram';
}

/** How many customers come here, which may be a part of a study's, and how the study finds its quantiles. */
export interface Room {
  readonly customers: number;
  readonly rule: QuantileRule;
}

/** Room for a whole study. */
export function roomFor(customers: number): Room {
  return { customers, rule: quantileRule(customers) };
}

/** The values of one column, added block by block in customer order. */
export class ValueStore {
  #exact: Float64Array | undefined;
  readonly #histogram: ValueHistogram | undefined;
  #filled = 0;

  /** `capacity`: how many customers there will be at most; where no rule is given, it decides that too. */
  constructor(capacity: number, rule: QuantileRule = quantileRule(capacity)) {
    if (rule === 'exact') this.#exact = new Float64Array(capacity);
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

  save(to: NumberWriter): void {
    if (this.#exact !== undefined) to.putAll(this.#exact.subarray(0, this.#filled));
    else this.#histogram!.save(to);
  }

  /** Adds what was saved of others. `at`: the place of the first of them, where their order counts. */
  join(from: NumberReader, at: number = this.#filled): void {
    if (this.#exact === undefined) return this.#histogram!.join(from);
    const values = from.takeAll();
    if (values.length > 0) this.#exact.set(values, at);
    this.#filled += values.length;
  }

  /** All values so far; undefined where they are only counted. */
  get values(): Float64Array | undefined {
    return this.#exact?.subarray(0, this.#filled);
  }

  get histogram(): ValueHistogram | undefined {
    return this.#histogram;
  }
}
