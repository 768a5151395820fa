import { Arena } from '../sampling/arena';
import type { Kept } from '../sampling/kept';
import { chunkSize } from '../random/stream';
import { Cohort } from './cohort';
import type { StudySettings } from './read-study';

/** What a slot with its name takes, in bytes, about (judgement). */
const slotBytes = 600;

/** Everybody of a study, with room to live block by block: one run at a time. */
export class Stage {
  readonly cohorts: readonly Cohort[];
  readonly arena: Arena;

  /** Customers worked on at a time, at most; any multiple of the chunk size gives the same numbers. */
  constructor({ segments, models, root }: StudySettings, blockSize: number = chunkSize, kept?: Kept) {
    this.arena = new Arena(blockSize);
    this.cohorts = segments.map((segment, index) => new Cohort(segment, models[index]!, root, this.arena, kept));
  }

  get slots(): number {
    return this.cohorts.reduce((sum, { columnPlan }) => sum + columnPlan.slots.length, 0);
  }

  get bytes(): number {
    return this.arena.bytes + slotBytes * this.slots;
  }
}
