import { differenceDoubt } from '../comparison/difference-doubt';
import { pairDifferences } from '../comparison/difference-tally';
import type { Work } from '../plain/work';
import { chunkSize } from '../random/stream';
import type { Scenario } from '../simulation/compile-scenario';
import { liveGroups } from '../simulation/live-groups';
import type { Progress } from '../simulation/progress';
import { ChunkMoments } from '../statistics/chunk-moments';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Added } from '../waterfall/segment-tally';
import { againFor, type ReadDrivers } from './read-drivers';

/** What each scenario adds, scenario by scenario and segment by segment; and what the plans of the one they are held against tell. */
export interface Against {
  readonly added: readonly (readonly Added[])[];
  readonly doubts: readonly PlanDoubts[];
}

/** As many live side by side: they share what is drawn and the one they are held against. */
const together = 32;

/** The same customers in one scenario, which is lived in any case, and in each of others: what the others add, customer by customer. */
export function* liveAgainst(read: ReadDrivers, lead: Scenario, scenarios: readonly Scenario[], progress?: Progress): Work<Against> {
  const { study, outcome } = read;
  const { customers } = study;
  const blockSize = Math.min(customers, chunkSize);
  const before = new Float64Array(blockSize);
  const differences = new Float64Array(blockSize);
  const sums = scenarios.map(() => study.segments.map(() => new ChunkMoments()));
  const added: Added[][] = scenarios.map(() => []);
  const known: PlanDoubts[] = [];
  yield* liveGroups(
    { study, scenarios, lead, outcomes: [outcome], customers, together, elsewhere: againFor(read) },
    (segment, scenario, [columns], count, first, [doubts]) => {
      const column = columns![0]!;
      if (scenario < 0) {
        known[segment] = doubts!;
        before.set(column.subarray(0, count));
        return;
      }
      if (progress !== undefined) progress.done += count;
      const own = sums[scenario]![segment]!;
      pairDifferences(differences, before, column, count);
      own.add(differences, count, first);
      if (first + count < customers) return;
      const moments = own.merged();
      added[scenario]![segment] = { moments, doubt: differenceDoubt(moments, outcome, [[known[segment]!, doubts!]]) };
    },
  );
  return { added, doubts: known };
}
