import { compileJourney, type KnownNodes } from '../experience/compile-journey';
import type { JourneyPlan } from '../experience/journey-plan';
import { ModelSlots } from '../experience/model-slots';
import type { Journey, Segment } from '../journey/types';
import type { ExperienceModel } from '../model/types';
import type { Work } from '../plain/work';
import type { RootKey } from '../random/root-key';
import { Arena } from '../sampling/arena';
import { ColumnPlan } from '../sampling/column-plan';
import type { Kept } from '../sampling/kept';
import { SegmentColumns } from '../sampling/segment-columns';

/** Where customers live: room for a block of them, and what is known of columns and steps. */
export class Place {
  readonly arena: Arena;
  readonly columnPlan = new ColumnPlan();
  readonly nodes: KnownNodes = new Map();
  /** Segments with one model have its parameters in common. */
  readonly #parameters = new Map<ExperienceModel, ModelSlots>();

  /** Customers worked on at a time, at most; any multiple of the chunk size gives the same numbers. */
  constructor(blockSize: number) {
    this.arena = new Arena(blockSize);
  }

  parameters(model: ExperienceModel): ModelSlots {
    let parameters = this.#parameters.get(model);
    if (parameters === undefined) this.#parameters.set(model, (parameters = new ModelSlots(model, this.columnPlan)));
    return parameters;
  }
}

/** The customers of one segment: the same ones, whatever journeys they are to live through. */
export class Cohort {
  readonly columns: SegmentColumns;
  readonly #parameters: ModelSlots;

  /** What is in the place may be that of other segments too: they take turns, block by block. */
  constructor(
    private readonly segment: Segment,
    model: ExperienceModel,
    root: RootKey,
    private readonly place: Place,
    kept?: Kept,
  ) {
    this.#parameters = place.parameters(model);
    this.columns = new SegmentColumns(place.columnPlan, root, segment.id, place.arena, kept);
  }

  /** A step that was compiled before is looked up. */
  compile(journey: Journey): Work<JourneyPlan> {
    return compileJourney(journey, this.segment, this.#parameters, this.place.nodes);
  }
}
