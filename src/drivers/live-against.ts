import { differenceDoubt } from '../comparison/difference-doubt';
import { pairDifferences } from '../comparison/difference-tally';
import type { OutcomeName } from '../experience/outcomes';
import type { Work } from '../plain/work';
import { chunkSize } from '../random/stream';
import { liveScenarios, type Scenario } from '../simulation/live-scenarios';
import type { Progress } from '../simulation/progress';
import type { ResolvedStudy } from '../simulation/read-study';
import { ChunkMoments } from '../statistics/chunk-moments';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Added } from '../waterfall/segment-tally';

/** What each scenario adds, scenario by scenario and segment by segment; and what the plans of the one they are held against tell. */
export interface Against {
  readonly added: readonly (readonly Added[])[];
  readonly doubts: readonly PlanDoubts[];
}

/** As many live side by side: they share what is drawn and the one they are held against. */
const together = 32;

/** How many customers that takes in all. */
export function customersThrough({ segments, customers }: ResolvedStudy, scenarios: number): number {
  return (scenarios + Math.max(1, Math.ceil(scenarios / together))) * segments.length * customers;
}

/** The same customers in one scenario, which is lived in any case, and in each of others: what the others add, customer by customer. */
export function* liveAgainst(
  study: ResolvedStudy,
  outcome: OutcomeName,
  reference: Scenario,
  scenarios: readonly Scenario[],
  progress?: Progress,
): Work<Against> {
  const { customers } = study;
  const blockSize = Math.min(customers, chunkSize);
  const before = new Float64Array(blockSize);
  const differences = new Float64Array(blockSize);
  const added: Added[][] = scenarios.map(() => []);
  const known: PlanDoubts[] = [];
  for (let from = 0; from === 0 || from < scenarios.length; from += together) {
    const some = scenarios.slice(from, from + together);
    const sums = some.map(() => study.segments.map(() => new ChunkMoments()));
    yield* liveScenarios(study, [reference, ...some], [outcome], customers, (segment, place, [columns], count, first, [doubts]) => {
      if (progress !== undefined) progress.done += count;
      const column = columns![0]!;
      if (place === 0) {
        known[segment] = doubts!;
        before.set(column.subarray(0, count));
        return;
      }
      const own = sums[place - 1]![segment]!;
      pairDifferences(differences, before, column, count);
      own.add(differences, count, first);
      if (first + count < customers) return;
      const moments = own.merged();
      added[from + place - 1]![segment] = { moments, doubt: differenceDoubt(moments, outcome, [[known[segment]!, doubts!]]) };
    });
  }
  return { added, doubts: known };
}
