import type { OutcomeName } from '../experience/outcomes';
import type { Among, PlanDoubts } from '../experience/plan-doubts';
import { ChunkMoments, type Moments } from '../statistics/chunk-moments';
import { doubtOf, type Doubt } from '../statistics/doubt';
import type { PartStore } from '../statistics/part-store';
import { ValueStore } from '../statistics/value-store';

/** One outcome of one segment, gathered block by block. */
export class OutcomeTally {
  readonly #moments: ChunkMoments;
  readonly #values: ValueStore | PartStore;

  /** `part`: of some customers only, whose values are looked up among those of all. */
  constructor(
    readonly name: OutcomeName,
    customers: number,
    private readonly doubts: PlanDoubts,
    part?: PartStore,
  ) {
    this.#values = part ?? new ValueStore(customers);
    this.#moments = new ChunkMoments(customers);
  }

  get store(): ValueStore | PartStore {
    return this.#values;
  }

  /** Of everybody, where it is about everybody and every value is kept. */
  get values(): Float64Array | undefined {
    return this.#values instanceof ValueStore ? this.#values.values : undefined;
  }

  get bytes(): number {
    return this.#moments.bytes + (this.#values instanceof ValueStore ? this.#values.bytes : 0);
  }

  /** Makes room for more customers. */
  extend(customers: number): void {
    this.#moments.extend(customers);
    if (this.#values instanceof ValueStore) this.#values.extend(customers);
  }

  /** Blocks come in customer order. `lived`, where it is about some only, leaves out those for whom it is negative. */
  add(column: Float64Array, count: number, firstCustomer: number, lived?: Float64Array): void {
    if (lived === undefined) this.#moments.add(column, count, firstCustomer);
    else this.#moments.addLived(column, lived, count, firstCustomer);
    if (this.#values instanceof ValueStore) this.#values.add(column, count);
    else this.#values.add(column, lived!, count);
  }

  get moments(): Moments {
    return this.#moments.merged();
  }

  /** Nothing in the journey could have made it otherwise. Asked only where the sample shows no variation. */
  get certain(): boolean {
    return this.doubts.basis(this.name).certain;
  }

  /** `nobodyLeft`: some could have lost patience, and none was seen to. */
  doubt(nobodyLeft: boolean, among: Among = 'all'): Doubt {
    const { moments } = this;
    const still = moments.spread === 0;
    if (still && this.certain) return doubtOf(moments, 0, 0);
    const unseen = still || nobodyLeft ? this.doubts.reach(this.name) / moments.count : 0;
    return doubtOf(moments, this.doubts.rare(this.name, moments.count, among), unseen);
  }
}
