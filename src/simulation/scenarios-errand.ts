import { JourneyError } from '../errors/journey-error';
import { PlanDoubts } from '../experience/plan-doubts';
import type { JourneyPlan } from '../experience/journey-plan';
import { finish, type Errand } from '../plain/work';
import { chunkSize } from '../random/stream';
import { ColumnPlan } from '../sampling/column-plan';
import { ScenarioCompiler } from './compile-scenario';
import type { Visit } from './live-scenarios';
import { numbersOf } from './range-errand';
import { rangesOf } from './ranges';
import type { Range } from './run-study';
import { groupsOf, type MadeAgain, type ScenarioGroup, type Scenarios } from './scenario-groups';
import { liveTask, type ScenariosTask } from './scenarios-task';
import { stepsOf } from './written-study';

/** Customers × steps of a task, more than of a range: a door is read again, and every scenario made and compiled again (judgement). */
const taskSize = 1_000_000;
/** Rather than have fewer scenarios in a task, which share what is drawn and what they are held against, customers are parted as well (judgement). */
const fewest = 8;

/**
 * Scenarios in groups, and where these are large their customers in ranges. What comes back are the outcomes of everybody: whoever visits is told of them
 * as if they were lived here, in their order, as soon as all before them are there.
 */
export function scenariosErrand(all: Scenarios, { kind, written, part }: MadeAgain, visit: Visit): Errand {
  const { study, scenarios, customers, outcomes } = all;
  const perCustomer = study.segments.length * stepsOf(study.journeys);
  const most = Math.max(fewest, Math.floor(taskSize / (perCustomer * customers)));
  // All of about one size.
  const size = Math.max(1, Math.ceil(scenarios.length / Math.max(1, Math.ceil(scenarios.length / most))));
  const chunks = Math.max(1, Math.round(taskSize / (perCustomer * size * chunkSize)));
  const ranges = rangesOf(customers, chunks * chunkSize);
  const groups = groupsOf(all, size, visit);
  const parts = groups.flatMap((group) => ranges.map((range) => ({ group, range })));
  const arrived = new Map<number, Float64Array>();
  let next = 0;
  return {
    size: scenarios.length * customers * perCustomer,
    wanted: false,
    tasks(clones) {
      const common = { kind, study: written(), ...(part === undefined ? {} : { part }), outcomes, clones };
      const asJson = new Map(groups.map((group) => [group, group.scenarios.map((scenario) => scenario.written!())]));
      return parts.map(({ group, range }): ScenariosTask => ({ ...common, ...range, place: group.place, scenarios: asJson.get(group)! }));
    },
    execute: (task: ScenariosTask) => liveTask(study, groups.find(({ place }) => place === task.place)!.scenarios, task),
    take(result, index) {
      const { group, range } = parts[index]!;
      const numbers = numbersOf(result, range);
      const columns = study.segments.length * group.scenarios.length * study.journeys.length * outcomes.length;
      if (numbers?.length !== columns * range.count) throw noResult(group, range);
      arrived.set(index, numbers);
      for (let known = arrived.get(next); known !== undefined; known = arrived.get(++next)) {
        arrived.delete(next);
        tell(all, parts[next]!.group, parts[next]!.range, known);
      }
    },
  };
}

/** What was lived elsewhere, as it would be told here. What plans tell is worked out where somebody asks. */
function tell({ study, outcomes }: Scenarios, { scenarios, visit }: ScenarioGroup, range: Range, numbers: Float64Array): void {
  let row = 0;
  for (const [index, segment] of study.segments.entries()) {
    const compiler = new ScenarioCompiler(segment, new ColumnPlan());
    const own = scenarios.map((scenario) => {
      let plans: readonly JourneyPlan[] | undefined;
      const planOf = (journey: number) => (): JourneyPlan => (plans ??= finish(compiler.compile(scenario)))[journey]!;
      return {
        doubts: study.journeys.map((_, journey) => new PlanDoubts(planOf(journey))),
        rows: study.journeys.map(() => outcomes.map(() => range.count * row++)),
      };
    });
    for (let from = 0; from < range.count; from += chunkSize) {
      const count = Math.min(chunkSize, range.count - from);
      for (const [scenario, { doubts, rows }] of own.entries()) {
        const columns = rows.map((ofJourney) => ofJourney.map((start) => numbers.subarray(start + from, start + from + count)));
        visit(index, scenario, columns, count, range.first + from, doubts);
      }
    }
  }
}

function noResult({ place, scenarios }: ScenarioGroup, { first, count }: Range): Error {
  const expected = `what customers ${first} to ${first + count - 1} come to in ${scenarios.length} scenarios from number ${place} on`;
  return new JourneyError([{ code: 'invalid-type', path: 'runner', expected, received: 'something else' }]);
}
