import { mostAtOnce } from './pieced-column';

/** Up to this many customers a segment every value is kept and quantiles are exact; above it they come from a histogram. */
export const exactLimit = 1_048_576;

export type QuantileRule = 'exact' | 'histogram';

/** How a study of that many customers a segment finds its quantiles. */
export function quantileRule(customers: number): QuantileRule {
  return customers <= exactLimit ? 'exact' : 'histogram';
}

/** Pieces of memory taken at a time, where each is short. */
const piecesAtOnce = 32;

/** Room for the values of customers, who may be a part of a study's. */
export class Room {
  #memory = new Float64Array(0);

  constructor(
    /** How many of each segment come here. */
    readonly customers: number,
    /** How their study finds its quantiles. */
    readonly rule: QuantileRule,
  ) {}

  /** Room for what is looked up customer by customer, and not summed up. */
  get exact(): Room {
    return this.rule === 'exact' ? this : new Room(this.customers, 'exact');
  }

  /** Memory for so many values: many short pieces share one. */
  take(length: number): Float64Array {
    if (length * piecesAtOnce > 2 * mostAtOnce) return new Float64Array(length);
    if (this.#memory.length < length) this.#memory = new Float64Array(length * piecesAtOnce);
    const taken = this.#memory.subarray(0, length);
    this.#memory = this.#memory.subarray(length);
    return taken;
  }
}

/** Room for a whole study. */
export function roomFor(customers: number): Room {
  return new Room(customers, quantileRule(customers));
}
