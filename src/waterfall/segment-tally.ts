import { differenceDoubt } from '../comparison/difference-doubt';
import type { OutcomeName } from '../experience/outcomes';
import type { PlanDoubts } from '../experience/plan-doubts';
import { momentsOf, type Moments } from '../statistics/chunk-moments';
import type { Doubt } from '../statistics/doubt';
import type { Coefficients } from './coefficients';

const rounding = 1e-11;

/** What a change adds, over the customers of one segment. */
export interface Added {
  readonly moments: Moments;
  readonly doubt: Doubt;
}

/** One segment's contributions, customer by customer, gathered version by version of the journey. */
export class SegmentTally {
  readonly #sequential: readonly Float64Array[];
  readonly #shapley: readonly Float64Array[];
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  /** Sum of the outcome over customers, by set. */
  readonly #sums = new Map<number, number>();
  readonly #doubts = new Map<number, PlanDoubts>();

  constructor(
    private readonly outcome: OutcomeName,
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

  add(set: number, column: Float64Array, doubts: PlanDoubts, count: number, firstCustomer: number): void {
    this.#doubts.set(set, doubts);
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

  get total(): Added {
    const moments = momentsOf(this.#end.map((value, i) => this.#withoutRounding(value - this.#start[i]!, i)));
    return this.#added(moments, [[0, this.all]]);
  }

  of(which: 'sequential' | 'shapley', atom: number): Added {
    const values = (which === 'sequential' ? this.#sequential : this.#shapley)[atom]!;
    const moments = momentsOf(values.map((value, i) => this.#withoutRounding(value, i)));
    const sets = [...(which === 'sequential' ? this.sequential : this.shapley).weights].filter(([, weights]) => weights[atom]! < 0);
    return this.#added(
      moments,
      sets.map(([set]) => [set, set | (1 << atom)]),
    );
  }

  /** `pairs`: without and with what is added. */
  #added(moments: Moments, pairs: readonly (readonly [number, number])[]): Added {
    const doubts = pairs.map(([without, added]) => [this.#doubts.get(without)!, this.#doubts.get(added)!] as const);
    return { moments, doubt: differenceDoubt(moments, this.outcome, doubts) };
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
