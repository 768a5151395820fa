import type { OutcomeName } from '../experience/outcomes';
import type { Among, PlanDoubts } from '../experience/plan-doubts';
import type { NumberReader, NumberWriter } from '../plain/number-record';
import { ChunkMoments, type Moments } from '../statistics/chunk-moments';
import type { Doubt } from '../statistics/doubt';
import type { PartStore } from '../statistics/part-store';
import { ValueStore } from '../statistics/value-store';

/** One outcome of one segment, gathered block by block. */
export class OutcomeTally<Store extends ValueStore | PartStore = ValueStore | PartStore> {
  readonly #moments = new ChunkMoments();

  constructor(
    readonly name: OutcomeName,
    private readonly doubts: PlanDoubts,
    /** Where its values go; those of some customers only are looked up among those of all. */
    readonly store: Store,
  ) {}

  get bytes(): number {
    return this.#moments.bytes + (this.store instanceof ValueStore ? this.store.bytes : 0);
  }

  /** Blocks come in customer order. `lived`, where it is about some only, leaves out those for whom it is negative. */
  add(column: Float64Array, count: number, firstCustomer: number, lived?: Float64Array): void {
    if (lived === undefined) this.#moments.add(column, count, firstCustomer);
    else this.#moments.addLived(column, lived, count, firstCustomer);
    if (this.store instanceof ValueStore) this.store.add(column, count);
    else this.store.add(column, lived!, count);
  }

  save(to: NumberWriter): void {
    this.#moments.save(to);
    this.store.save(to);
  }

  /** Adds what was saved of other customers, `at` being the place of the first of them. */
  join(from: NumberReader, at: number): void {
    this.#moments.join(from);
    if (this.store instanceof ValueStore) this.store.join(from, at);
    else this.store.join(from);
  }

  get moments(): Moments {
    return this.#moments.merged();
  }

  /** Nothing in the journey could have made it otherwise. Asked only where the sample shows no variation. */
  isCertain(among: Among): boolean {
    return this.doubts.basis(this.name, among).certain;
  }

  /** `nobodyLeft`: some could have lost patience, and none was seen to. */
  doubt(nobodyLeft: boolean, among: Among = 'all'): Doubt {
    return this.doubts.doubt(this.name, this.moments, among, nobodyLeft);
  }
}
