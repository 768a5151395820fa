import { compileJourney } from '../experience/compile-journey';
import { Experience, type ExperienceBlock, type ExperienceNeeds } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import { PlanDoubts } from '../experience/plan-doubts';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import { chunkSize } from '../random/stream';
import type { RootKey } from '../random/root-key';
import type { Arena } from '../sampling/arena';
import type { ColumnCache } from '../sampling/column-cache';
import { ColumnPlan } from '../sampling/column-plan';
import { SegmentColumns } from '../sampling/segment-columns';

/** Customers worked on at a time, at most; any multiple of the chunk size gives the same numbers. */
export const blockSize = chunkSize;

/** One segment made ready to live through one or more journeys: the same customers in each. */
export class SegmentRun {
  readonly plans: readonly JourneyPlan[];
  /** What each plan tells of its outcomes before it is lived. */
  readonly doubts: readonly PlanDoubts[];
  readonly columns: SegmentColumns;
  readonly #experiences: readonly Experience[];

  /** The arena may be that of other segments too: they take turns, block by block. */
  constructor(
    segment: Segment,
    model: ExperienceModel,
    journeys: readonly Journey[],
    root: RootKey,
    readonly customers: number,
    needs: ExperienceNeeds,
    private readonly arena: Arena,
    cache?: ColumnCache,
  ) {
    const columnPlan = new ColumnPlan();
    this.plans = journeys.map((journey) => compileJourney(journey, segment, model, columnPlan));
    this.doubts = this.plans.map((plan) => new PlanDoubts(plan));
    this.columns = new SegmentColumns(columnPlan, root, segment.id, customers, arena, cache);
    this.#experiences = this.plans.map((plan) => new Experience(plan, this.columns, needs, arena));
  }

  get blockSize(): number {
    return this.arena.blockSize;
  }

  get blocks(): number {
    return Math.ceil(this.customers / this.blockSize);
  }

  /** Lives one block through every journey; what comes back is scratch, to be read before the next call. */
  runBlock(block: number): readonly ExperienceBlock[] {
    const first = block * this.blockSize;
    const count = Math.min(this.blockSize, this.customers - first);
    this.columns.begin(first, count);
    return this.#experiences.map((experience) => experience.live(count));
  }

  firstOf(block: number): number {
    return block * this.blockSize;
  }
}
