import { chunkSize } from '../random/stream';
import { addChunkMoments, makeChunkMoments, mergeChunkMoments, type Moments } from '../statistics/chunk-moments';
import type { Coefficients } from './coefficients';

const rounding = 1e-11;

/** One segment's contributions, customer by customer, gathered version by version of the journey. */
export class SegmentTally {
  readonly #sequential: readonly Float64Array[];
  readonly #shapley: readonly Float64Array[];
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  /** Sum of the outcome over customers, by set. */
  readonly #sums = new Map<number, number>();

  constructor(
    private readonly customers: number,
    atoms: number,
    private readonly all: number,
    private readonly sequential: Coefficients,
    private readonly shapley: Coefficients,
  ) {
    const columns = (): Float64Array[] => Array.from({ length: atoms }, () => new Float64Array(customers));
    this.#sequential = columns();
    this.#shapley = columns();
    this.#start = new Float64Array(customers);
    this.#end = new Float64Array(customers);
  }

  add(set: number, column: Float64Array, count: number, firstCustomer: number): void {
    accumulate(this.#sequential, this.sequential.weights.get(set), column, count, firstCustomer);
    accumulate(this.#shapley, this.shapley.weights.get(set), column, count, firstCustomer);
    if (set === 0) this.#start.set(column.subarray(0, count), firstCustomer);
    if (set === this.all) this.#end.set(column.subarray(0, count), firstCustomer);
    if (this.shapley.orders === undefined) return;
    let sum = this.#sums.get(set) ?? 0;
    for (let i = 0; i < count; i++) sum += column[i]!;
    this.#sums.set(set, sum);
  }

  get start(): Moments {
    return momentsOf(this.#start);
  }

  get end(): Moments {
    return momentsOf(this.#end);
  }

  get total(): Moments {
    return momentsOf(this.#end.map((value, i) => this.#withoutRounding(value - this.#start[i]!, i)));
  }

  of(which: 'sequential' | 'shapley', atom: number): Moments {
    const values = (which === 'sequential' ? this.#sequential : this.#shapley)[atom]!;
    return momentsOf(values.map((value, i) => this.#withoutRounding(value, i)));
  }

  /** What is this small beside the outcome itself is rounding, and none. */
  #withoutRounding(value: number, customer: number): number {
    return Math.abs(value) <= rounding * Math.abs(this.#start[customer]!) ? 0 : value;
  }

  /** Mean outcome of a version; only where orders were drawn. */
  meanOf(set: number): number {
    return this.#sums.get(set)! / this.customers;
  }
}

function accumulate(
  into: readonly Float64Array[],
  weights: Float64Array | undefined,
  column: Float64Array,
  count: number,
  first: number,
): void {
  if (weights === undefined) return;
  for (let atom = 0; atom < into.length; atom++) {
    const weight = weights[atom]!;
    if (weight === 0) continue;
    const values = into[atom]!;
    for (let i = 0; i < count; i++) values[first + i]! += weight * column[i]!;
  }
}

function momentsOf(values: Float64Array): Moments {
  const leaves = makeChunkMoments(Math.ceil(values.length / chunkSize));
  addChunkMoments(leaves, values, values.length, 0);
  return mergeChunkMoments(leaves);
}
