import { compileJourney, type KnownNodes } from '../experience/compile-journey';
import type { JourneyPlan } from '../experience/journey-plan';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import type { Work } from '../plain/work';
import type { RootKey } from '../random/root-key';
import type { Arena } from '../sampling/arena';
import { ColumnPlan } from '../sampling/column-plan';
import type { Kept } from '../sampling/kept';
import { SegmentColumns } from '../sampling/segment-columns';

/** The customers of one segment: the same ones, whatever journeys they are to live through. */
export class Cohort {
  readonly columnPlan = new ColumnPlan();
  readonly columns: SegmentColumns;
  readonly #nodes: KnownNodes = new Map();

  /** The arena may be that of other segments too: they take turns, block by block. */
  constructor(
    private readonly segment: Segment,
    private readonly model: ExperienceModel,
    root: RootKey,
    arena: Arena,
    kept?: Kept,
  ) {
    this.columns = new SegmentColumns(this.columnPlan, root, segment.id, arena, kept);
  }

  /** A step that was compiled before is looked up. */
  compile(journey: Journey): Work<JourneyPlan> {
    return compileJourney(journey, this.segment, this.model, this.columnPlan, this.#nodes);
  }
}
