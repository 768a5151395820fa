import { Arena } from '../experience/arena';
import { compileJourney } from '../experience/compile-journey';
import { experienceBlock, type ExperienceBlock, type ExperienceNeeds } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import { PlanDoubts } from '../experience/plan-doubts';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import { chunkSize } from '../random/stream';
import type { RootKey } from '../random/root-key';
import type { ColumnCache } from '../sampling/column-cache';
import { ColumnPlan } from '../sampling/column-plan';
import { SegmentColumns } from '../sampling/segment-columns';

/** Customers worked on at a time; any multiple of the chunk size gives the same numbers. */
export const blockSize = chunkSize;

/** One segment made ready to live through one or more journeys: the same customers in each. */
export class SegmentRun {
  readonly plans: readonly JourneyPlan[];
  /** What each plan tells of its outcomes before it is lived. */
  readonly doubts: readonly PlanDoubts[];
  readonly columns: SegmentColumns;
  readonly #arena: Arena;

  constructor(
    segment: Segment,
    model: ExperienceModel,
    journeys: readonly Journey[],
    root: RootKey,
    readonly customers: number,
    cache?: ColumnCache,
    size: number = blockSize,
  ) {
    const columnPlan = new ColumnPlan();
    this.plans = journeys.map((journey) => compileJourney(journey, segment, model, columnPlan));
    this.doubts = this.plans.map((plan) => new PlanDoubts(plan, columnPlan));
    this.columns = new SegmentColumns(columnPlan, root, segment.id, customers, size, cache);
    this.#arena = new Arena(size);
    this.blockSize = size;
  }

  readonly blockSize: number;

  get blocks(): number {
    return Math.ceil(this.customers / this.blockSize);
  }

  /** Lives one block through every journey; what comes back is scratch, to be read before the next call. */
  runBlock(block: number, needs: ExperienceNeeds): readonly ExperienceBlock[] {
    const first = block * this.blockSize;
    const count = Math.min(this.blockSize, this.customers - first);
    this.columns.begin(first, count);
    this.#arena.release(0);
    return this.plans.map((plan) => experienceBlock(plan, this.columns, this.#arena, count, needs));
  }

  firstOf(block: number): number {
    return block * this.blockSize;
  }
}
