import type { OutcomeName } from '../experience/outcomes';
import type { Among, PlanDoubts } from '../experience/plan-doubts';
import {
  addChunkMoments,
  addChunkMomentsOfLived,
  makeChunkMoments,
  mergeChunkMoments,
  type ChunkMoments,
  type Moments,
} from '../statistics/chunk-moments';
import { chunkSize } from '../random/stream';
import { doubtOf, type Doubt } from '../statistics/doubt';
import { ValueStore } from '../statistics/value-store';

/** One outcome of one segment, gathered block by block. */
export class OutcomeTally {
  readonly store: ValueStore;
  readonly #leaves: ChunkMoments;

  constructor(
    readonly name: OutcomeName,
    customers: number,
    private readonly doubts: PlanDoubts,
  ) {
    this.store = new ValueStore(customers);
    this.#leaves = makeChunkMoments(Math.ceil(customers / chunkSize));
  }

  /** Blocks come in customer order. `lived`, where given, leaves out those for whom it is negative. */
  add(column: Float64Array, count: number, firstCustomer: number, lived?: Float64Array): void {
    if (lived === undefined) {
      this.store.add(column, count);
      addChunkMoments(this.#leaves, column, count, firstCustomer);
    } else {
      this.store.addLived(column, lived, count);
      addChunkMomentsOfLived(this.#leaves, column, lived, count, firstCustomer);
    }
  }

  get moments(): Moments {
    return mergeChunkMoments(this.#leaves);
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
