import { handOver, type Work } from '../plain/work';
import { liveScenarios, type Visit } from './live-scenarios';
import { groupsOf, type Scenarios } from './scenario-groups';
import { scenariosErrand } from './scenarios-errand';

/**
 * The same customers through many scenarios, here or by parts elsewhere. Whoever visits is told the place of each scenario, −1 being the lead, of whom
 * it hears first in every block; of each scenario one block after the other, and of each block one scenario after the other.
 */
export function* liveGroups(all: Scenarios, visit: Visit): Work<void> {
  const { study, outcomes, customers, together, elsewhere } = all;
  if (elsewhere !== undefined && (yield* handOver(scenariosErrand(all, elsewhere, visit)))) return;
  for (const group of groupsOf(all, together, visit)) {
    yield* liveScenarios(study, group.scenarios, outcomes, { first: 0, count: customers }, group.visit);
  }
}
