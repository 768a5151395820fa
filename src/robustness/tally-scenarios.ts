import { differenceDoubt } from '../comparison/difference-doubt';
import type { OutcomeName } from '../experience/outcomes';
import type { Work } from '../plain/work';
import type { Progress } from '../simulation/progress';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Scenario } from '../simulation/compile-scenario';
import { liveGroups } from '../simulation/live-groups';
import type { Moments } from '../statistics/chunk-moments';
import { noDoubt, type Doubt } from '../statistics/doubt';
import { PlaceTally } from './place-tally';
import { writtenRobustness, type ReadRobustness } from './read-robustness';
import type { WeighedTally } from './place-numbers';

/** Every variant's tallies, segment by segment; and what the study's own plans tell, journey by journey. */
export interface Tallies {
  readonly of: readonly (readonly PlaceTally[])[];
  readonly doubts: readonly (readonly PlanDoubts[])[];
  /** Mean difference in worth per customer, by variant, segment and scenario; where money is asked for. */
  readonly worth: readonly (readonly Float64Array[])[];
}

/** Which scenarios are parameter sets, and what else is asked of them. */
export interface Tallying {
  readonly first?: number;
  readonly count?: number;
  /** Default: the study's. */
  readonly customers?: number;
  /** Whether worth is tallied too. */
  readonly money?: boolean;
  /** Whether nobody asks for more than means. */
  readonly meansOnly?: boolean;
  /** Told of every customer who is through a scenario. */
  readonly progress?: Progress | undefined;
}

/** As many scenarios live side by side: they share what is drawn, and each keeps columns of its own until all have lived. */
const together = 32;

/** Tallies all scenarios. */
export function* tallyScenarios(
  read: ReadRobustness,
  scenarios: readonly Scenario[],
  { first = 0, count = 0, customers = read.study.customers, money = false, meansOnly = false, progress }: Tallying = {},
): Work<Tallies> {
  const { study, names, outcome, margin } = read;
  const tallies = names.map(() => study.segments.map(() => new PlaceTally(outcome, customers, margin, first, count)));
  const worth = names.map(() => study.segments.map(() => new Float64Array(money ? scenarios.length : 0)));
  const known = [undefined, ...names].map(() => new Map<number, PlanDoubts>());
  const outcomes: readonly OutcomeName[] = money && outcome !== 'value' ? [outcome, 'value'] : [outcome];
  const elsewhere = { kind: 'robustness', written: () => writtenRobustness(read) } as const;
  yield* liveGroups(
    { study, scenarios, outcomes, customers, together, elsewhere },
    (segment, scenario, columns, block, firstCustomer, doubts) => {
      if (progress !== undefined) progress.done += block;
      if (scenario === 0) doubts.forEach((own, journey) => known[journey]!.set(segment, own));
      tallies.forEach((own, variant) => {
        const pair = [doubts[0]!, doubts[variant + 1]!] as const;
        const [before, after] = [columns[0]!, columns[variant + 1]!];
        const doubt = (moments: Moments): Doubt => (meansOnly ? noDoubt : differenceDoubt(moments, outcome, [pair]));
        own[segment]!.add(scenario, before[0]!, after[0]!, block, firstCustomer, doubt);
        if (money) worth[variant]![segment]![scenario]! += differenceOfSums(before.at(-1)!, after.at(-1)!, block) / customers;
      });
    },
  );
  return { of: tallies, doubts: known.map((own) => [...own.values()]), worth };
}

function differenceOfSums(before: Float64Array, after: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += after[i]! - before[i]!;
  return sum;
}

/** One segment alone, or with `undefined` all of them by their shares. */
export function partsOf({ study }: ReadRobustness, tallies: readonly PlaceTally[], segment: number | undefined): WeighedTally[] {
  if (segment !== undefined) return [{ tally: tallies[segment]!, weight: 1 }];
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  return tallies.map((tally, index) => ({ tally, weight: study.segments[index]!.share / whole }));
}
