import { compileJourney, type KnownNodes } from '../experience/compile-journey';
import type { JourneyPlan } from '../experience/journey-plan';
import { ModelSlots } from '../experience/model-slots';
import type { Journey, Segment } from '../journey/types';
import { resolveModel } from '../model/resolve-model';
import type { ExperienceModel } from '../model/types';
import type { Work } from '../plain/work';
import type { ColumnPlan } from '../sampling/column-plan';

/** One set of assumptions, and the journeys to be lived under it. */
export interface Scenario {
  readonly journeys: readonly Journey[];
  /** The study's model under these assumptions; what a segment sets itself is put over it. */
  readonly model: ExperienceModel;
  /** A segment as it is under these assumptions in one of the journeys, of the same id. Default: as the study has it. */
  readonly segmentIn?: ((segment: Segment, journey: number) => Segment) | undefined;
  /** As plain JSON, from which its room makes it again elsewhere. Default: nobody else can make it. */
  readonly written?: (() => unknown) | undefined;
}

/** Compiles scenarios for one segment; what they have in common is compiled once. */
export class ScenarioCompiler {
  readonly #known = new Map<ExperienceModel, { readonly parameters: ModelSlots; readonly nodes: Map<Segment, KnownNodes> }>();

  constructor(
    private readonly segment: Segment,
    private readonly columnPlan: ColumnPlan,
  ) {}

  *compile({ journeys, model, segmentIn }: Scenario): Work<JourneyPlan[]> {
    const { segment, columnPlan } = this;
    let compiler = this.#known.get(model);
    if (compiler === undefined) {
      const own = segment.model === undefined ? model : resolveModel(model, segment.model);
      this.#known.set(model, (compiler = { parameters: new ModelSlots(own, columnPlan), nodes: new Map() }));
    }
    const { parameters, nodes } = compiler;
    const plans: JourneyPlan[] = [];
    for (const [index, journey] of journeys.entries()) {
      const here = segmentIn?.(segment, index) ?? segment;
      let known = nodes.get(here);
      if (known === undefined) nodes.set(here, (known = new Map()));
      plans.push(yield* compileJourney(journey, here, parameters, known));
    }
    return plans;
  }
}
