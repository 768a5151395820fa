import type { Arena } from '../sampling/arena';
import type { Kept } from '../sampling/kept';
import { chunkSize } from '../random/stream';
import { SpareColumns } from '../statistics/spare-columns';
import { Cohort, Place } from './cohort';
import type { StudySettings } from './read-study';

/** What a slot with its name and the steps that read it take, in bytes, about (judgement). */
const slotBytes = 800;

/** Everybody of a study, with room to live block by block: one run at a time. */
export class Stage {
  readonly cohorts: readonly Cohort[];
  readonly #place: Place;
  /** What was kept of every customer and is no longer. */
  readonly spare = new SpareColumns();

  constructor({ segments, models, root }: StudySettings, blockSize: number = chunkSize, kept?: Kept) {
    this.#place = new Place(blockSize);
    this.cohorts = segments.map((segment, index) => new Cohort(segment, models[index]!, root, this.#place, kept));
  }

  get arena(): Arena {
    return this.#place.arena;
  }

  get slots(): number {
    return this.#place.columnPlan.slots.length;
  }

  get bytes(): number {
    return this.arena.bytes + this.spare.bytes + slotBytes * this.slots;
  }
}
