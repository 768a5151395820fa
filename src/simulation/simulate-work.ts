import { hashJourney } from '../journey/journey-hash';
import { deepFreeze } from '../plain/deep-freeze';
import { markAs } from '../plain/made-here';
import type { Work } from '../plain/work';
import { simulationPage } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import { withDisplay } from '../words/display';
import { assemble } from './assemble';
import { customersFor } from './customers-for';
import type { WatchedWork } from './drive';
import type { JourneyLife } from './journey-life';
import { keepingNothing, type Keeping } from './keeping';
import { Progress } from './progress';
import type { ResolvedStudy } from './read-study';
import { runStudy } from './run-study';

export function simulateWork(study: ResolvedStudy, keeping: Keeping = keepingNothing): WatchedWork<Simulation> {
  const progress = new Progress();
  let life: JourneyLife | undefined;
  function* work(): Work<Simulation> {
    const customers = yield* customersFor(study, progress);
    // By their content journeys are known again.
    for (const journey of study.journeys) yield* hashJourney(journey);
    const known = keeping.findResult<Simulation>(study, customers, 'simulation');
    if (known !== undefined) return known;
    const stage = keeping.takeStage(study, customers);
    const lives = keeping.takeLives(study, customers);
    try {
      life = lives[0]!;
      yield* runStudy(study, { customers, progress, stage, lives });
      const result = presentSimulation(yield* assemble(study, 0, life, customers));
      keeping.keepResult(result, study, customers, 'simulation');
      return result;
    } finally {
      keeping.leaveLives(lives, study);
      keeping.leaveStage(stage);
    }
  }
  function* sofar(customers: number): Work<Simulation> {
    return presentSimulation(yield* assemble(study, 0, life!, customers));
  }
  const partial = (): Work<Simulation> | undefined => {
    const customers = life?.customers(study);
    return customers === undefined || customers === 0 ? undefined : sofar(customers);
  };
  return { work: work(), progress, partial };
}

/** Frozen, and shown as text and Markdown in notebooks. */
function presentSimulation(result: Simulation): Simulation {
  markAs('result', result);
  return deepFreeze(withDisplay(result, simulationPage));
}
