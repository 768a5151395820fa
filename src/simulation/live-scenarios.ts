import { JourneyError } from '../errors/journey-error';
import { Arena } from '../sampling/arena';
import { compileJourney, type KnownNodes } from '../experience/compile-journey';
import { Experience } from '../experience/experience-block';
import type { OutcomeName } from '../experience/outcomes';
import { ModelSlots } from '../experience/model-slots';
import { PlanDoubts } from '../experience/plan-doubts';
import type { Journey, Segment } from '../journey/types';
import { resolveModel } from '../model/resolve-model';
import type { Work } from '../plain/work';
import type { JourneyPlan } from '../experience/journey-plan';
import type { ExperienceModel } from '../model/types';
import { chunkSize } from '../random/stream';
import { ColumnPlan } from '../sampling/column-plan';
import { SegmentColumns } from '../sampling/segment-columns';
import type { ResolvedStudy } from './read-study';

/** One set of assumptions, and the journeys to be lived under it. */
export interface Scenario {
  readonly journeys: readonly Journey[];
  /** The study's model under these assumptions; what a segment sets itself is put over it. */
  readonly model: ExperienceModel;
  /** A segment as it is under these assumptions in one of the journeys, of the same id. Default: as the study has it. */
  readonly segmentIn?: ((segment: Segment, journey: number) => Segment) | undefined;
}

/**
 * One block of one segment's customers in one scenario: for each of its journeys the columns of the outcomes (scratch: read them at once), and what
 * each of them tells of it before it is lived.
 */
export type Visit = (
  segment: number,
  scenario: number,
  columns: readonly (readonly Float64Array[])[],
  count: number,
  firstCustomer: number,
  doubts: readonly PlanDoubts[],
) => void;

/**
 * The same customers through many scenarios. Draws do not depend on journeys or model, so each column is drawn once and every scenario reads
 * it: hundreds of scenarios cost hundreds of passes over the columns, and no more drawing than one.
 */
export function* liveScenarios(
  study: ResolvedStudy,
  scenarios: readonly Scenario[],
  outcomes: readonly OutcomeName[],
  customers: number,
  visit: Visit,
): Work<void> {
  const blockSize = Math.min(customers, chunkSize);
  const needs = { outcomes: new Set(outcomes), steps: false };
  const arena = new Arena(blockSize);
  const columnPlan = new ColumnPlan();
  for (const [segmentIndex, segment] of study.segments.entries()) {
    const plans: JourneyPlan[][] = [];
    const compilers = new Map<ExperienceModel, { readonly parameters: ModelSlots; readonly known: Map<Segment, KnownNodes> }>();
    for (const { journeys, model, segmentIn } of scenarios) {
      let compiler = compilers.get(model);
      if (compiler === undefined) {
        const own = segment.model === undefined ? model : resolveModel(model, segment.model);
        compilers.set(model, (compiler = { parameters: new ModelSlots(own, columnPlan), known: new Map() }));
      }
      const { parameters, known } = compiler;
      const compiled: JourneyPlan[] = [];
      for (const [index, journey] of journeys.entries()) {
        const here = segmentIn?.(segment, index) ?? segment;
        let nodes = known.get(here);
        if (nodes === undefined) known.set(here, (nodes = new Map()));
        compiled.push(yield* compileJourney(journey, here, parameters, nodes));
      }
      plans.push(compiled);
    }
    const doubts = plans.map((own) => own.map((plan) => new PlanDoubts(plan)));
    const columns = new SegmentColumns(columnPlan, study.root, segment.id, new Arena(blockSize));
    const experiences = plans.map((own) => own.map((plan) => new Experience(plan, columns, needs, arena)));
    for (let first = 0; first < customers; first += blockSize) {
      const count = Math.min(blockSize, customers - first);
      columns.begin(first, count);
      for (const [index, own] of experiences.entries()) {
        arena.release(0);
        const lived: Float64Array[][] = [];
        for (const experience of own) {
          const found = (yield* experience.live(count)).outcomes;
          lived.push(
            outcomes.map((outcome) => {
              const column = found[outcome];
              if (column === undefined) throw notThere(outcome, segment.id);
              return column;
            }),
          );
        }
        visit(segmentIndex, index, lived, count, first, doubts[index]!);
      }
    }
  }
}

function notThere(outcome: OutcomeName, segment: string): JourneyError {
  return new JourneyError([
    {
      code: 'missing',
      path: 'outcome',
      expected: 'an outcome that every journey and segment has',
      received: `${outcome}, which is not there in segment ${segment}`,
      hint: outcome === 'value' ? 'value needs a returnValue in every segment' : 'ease needs a step with effort in every journey',
    },
  ]);
}
