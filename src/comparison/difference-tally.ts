import { signOf, type OutcomeName } from '../experience/outcomes';
import type { NumberReader, NumberWriter } from '../plain/number-record';
import { ChunkMoments, type Moments } from '../statistics/chunk-moments';
import { PartStore } from '../statistics/part-store';
import type { Room } from '../statistics/room';
import { ValueStore } from '../statistics/value-store';

/** How many customers gain, lose, or neither. */
export interface Balance {
  better: number;
  worse: number;
  /** As better and worse, but beyond margin 0. */
  gained: number;
  lost: number;
}

const balanceKeys = ['better', 'worse', 'gained', 'lost'] as const;

export interface Change {
  readonly customer: number;
  readonly difference: number;
}

/** How many of those who gain or lose most are named. */
export const mostExtremes = 3;

/** Sums in another order differ in the last bits: a difference this small beside the values is rounding, and none. */
const rounding = 1e-11;

/** Customer by customer what one column has more than another, rounding left out. */
export function pairDifferences(into: Float64Array, baseline: Float64Array, variant: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const before = baseline[i]!;
    const difference = variant[i]! - before;
    into[i] = Math.abs(difference) <= rounding * Math.abs(before) ? 0 : difference;
  }
}

/** One outcome of one variant against the baseline, customer by customer. Both columns belong to the same customers. */
export class DifferenceTally {
  readonly store: ValueStore;
  readonly #completedValues: PartStore;
  /** Those who gain and lose most, most first. */
  readonly extremes: { readonly gained: Change[]; readonly lost: Change[] } = { gained: [], lost: [] };
  readonly balance: Balance = { better: 0, worse: 0, gained: 0, lost: 0 };
  readonly #moments = new ChunkMoments();
  readonly #completedMoments = new ChunkMoments();
  readonly completedBalance: Balance = { better: 0, worse: 0, gained: 0, lost: 0 };
  readonly #sign: number;
  customers = 0;

  /** `completed`: not negative for whoever completed both, of all customers so far. */
  constructor(
    readonly name: OutcomeName,
    room: Room,
    private readonly margin: number,
    completed: ValueStore,
  ) {
    this.store = new ValueStore(room);
    this.#completedValues = new PartStore(this.store, completed);
    this.#sign = signOf(name);
  }

  /** `differences`: customer by customer. `completed`: not negative where a customer completed both; undefined where nobody can leave either. */
  add(differences: Float64Array, completed: Float64Array | undefined, count: number, firstCustomer: number): void {
    this.#moments.add(differences, count, firstCustomer);
    weigh(this.balance, differences, undefined, count, this.#sign, this.margin);
    if (completed !== undefined) {
      this.#completedMoments.addLived(differences, completed, count, firstCustomer);
      this.#completedValues.add(differences, completed, count);
      weigh(this.completedBalance, differences, completed, count, this.#sign, this.margin);
    }
    this.store.add(differences, count);
    for (let i = 0; i < count; i++) {
      this.#notice(firstCustomer + i, differences[i]!);
    }
    this.customers += count;
  }

  #notice(customer: number, difference: number): void {
    const gain = this.#sign * difference;
    if (gain === 0) return;
    const list = gain > 0 ? this.extremes.gained : this.extremes.lost;
    const size = Math.abs(difference);
    if (list.length === mostExtremes && size <= Math.abs(list[mostExtremes - 1]!.difference)) return;
    insert(list, { customer, difference });
  }

  save(to: NumberWriter): void {
    to.put(this.customers);
    this.#moments.save(to);
    this.#completedMoments.save(to);
    this.store.save(to);
    this.#completedValues.save(to);
    for (const balance of [this.balance, this.completedBalance]) for (const key of balanceKeys) to.put(balance[key]);
    for (const list of [this.extremes.gained, this.extremes.lost]) {
      to.put(list.length);
      for (const { customer, difference } of list) {
        to.put(customer);
        to.put(difference);
      }
    }
  }

  /** Adds what was saved of other customers, `at` being the place of the first of them. */
  join(from: NumberReader, at: number): void {
    this.customers += from.take();
    this.#moments.join(from);
    this.#completedMoments.join(from);
    this.store.join(from, at);
    this.#completedValues.join(from);
    for (const balance of [this.balance, this.completedBalance]) for (const key of balanceKeys) balance[key] += from.take();
    for (const list of [this.extremes.gained, this.extremes.lost]) {
      for (let left = from.take(); left > 0; left--) insert(list, { customer: from.take(), difference: from.take() });
    }
  }

  get moments(): Moments {
    return this.#moments.merged();
  }

  get completedStore(): PartStore {
    return this.#completedValues;
  }

  /** Over those only who completed both. */
  get completedMoments(): Moments {
    return this.#completedMoments.merged();
  }
}

/** Most first; of two alike the earlier customer stands. */
function insert(list: Change[], change: Change): void {
  const size = Math.abs(change.difference);
  const before = ({ customer, difference }: Change): boolean =>
    Math.abs(difference) === size ? customer > change.customer : Math.abs(difference) < size;
  const position = list.findIndex(before);
  list.splice(position < 0 ? list.length : position, 0, change);
  if (list.length > mostExtremes) list.pop();
}

function weigh(
  balance: Balance,
  differences: Float64Array,
  completed: Float64Array | undefined,
  count: number,
  sign: number,
  margin: number,
): void {
  for (let i = 0; i < count; i++) {
    if (completed !== undefined && completed[i]! < 0) continue;
    const gain = sign * differences[i]!;
    if (gain > 0) balance.gained++;
    else if (gain < 0) balance.lost++;
    if (gain > margin) balance.better++;
    else if (gain < -margin) balance.worse++;
  }
}
