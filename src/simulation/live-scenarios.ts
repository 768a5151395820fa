import { JourneyError } from '../errors/journey-error';
import { Experience } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import type { OutcomeName } from '../experience/outcomes';
import { PlanDoubts } from '../experience/plan-doubts';
import type { Work } from '../plain/work';
import { chunkSize } from '../random/stream';
import { Arena } from '../sampling/arena';
import { ColumnPlan } from '../sampling/column-plan';
import { SegmentColumns } from '../sampling/segment-columns';
import { ScenarioCompiler, type Scenario } from './compile-scenario';
import type { ResolvedStudy } from './read-study';
import type { Range } from './run-study';

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
 * Some customers through many scenarios. Draws do not depend on journeys or model, so each column is drawn once and every scenario reads
 * it: hundreds of scenarios cost hundreds of passes over the columns, and no more drawing than one.
 */
export function* liveScenarios(
  study: ResolvedStudy,
  scenarios: readonly Scenario[],
  outcomes: readonly OutcomeName[],
  range: Range,
  visit: Visit,
): Work<void> {
  const end = range.first + range.count;
  const blockSize = Math.min(range.count, chunkSize);
  const needs = { outcomes: new Set(outcomes), steps: false };
  const arena = new Arena(blockSize);
  const columnPlan = new ColumnPlan();
  for (const [segmentIndex, segment] of study.segments.entries()) {
    const compiler = new ScenarioCompiler(segment, columnPlan);
    const plans: JourneyPlan[][] = [];
    for (const scenario of scenarios) plans.push(yield* compiler.compile(scenario));
    const doubts = plans.map((own) => own.map((plan) => new PlanDoubts(plan)));
    const columns = new SegmentColumns(columnPlan, study.root, segment.id, new Arena(blockSize));
    const experiences = plans.map((own) => own.map((plan) => new Experience(plan, columns, needs, arena)));
    for (let first = range.first; first < end; first += blockSize) {
      const count = Math.min(blockSize, end - first);
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
