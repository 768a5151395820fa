import { differenceDoubt } from '../comparison/difference-doubt';
import type { PlanDoubts } from '../experience/plan-doubts';
import { liveScenarios, type Scenario } from '../simulation/live-scenarios';
import { PlaceTally } from './place-tally';
import type { ReadRobustness } from './read-robustness';
import type { WeighedTally } from './place-numbers';

/** Every variant's tallies, segment by segment; and what the study's own plans tell, journey by journey. */
export interface Tallies {
  readonly of: readonly (readonly PlaceTally[])[];
  readonly doubts: readonly (readonly PlanDoubts[])[];
}

/** Lives all scenarios; `first` and `count` say which of them are parameter sets. */
export function tallyScenarios(
  { study, names, outcome, margin }: ReadRobustness,
  scenarios: readonly Scenario[],
  first: number,
  count: number,
): Tallies {
  const { customers } = study;
  const tallies = names.map(() => study.segments.map(() => new PlaceTally(outcome, customers, margin, first, count)));
  const known = [undefined, ...names].map(() => new Map<number, PlanDoubts>());
  liveScenarios(study, scenarios, outcome, customers, (segment, scenario, columns, block, firstCustomer, doubts) => {
    if (scenario === 0) doubts.forEach((own, journey) => known[journey]!.set(segment, own));
    tallies.forEach((own, variant) => {
      const pair = [doubts[0]!, doubts[variant + 1]!] as const;
      own[segment]!.add(scenario, columns[0]!, columns[variant + 1]!, block, firstCustomer, (moments) =>
        differenceDoubt(moments, outcome, [pair]),
      );
    });
  });
  return { of: tallies, doubts: known.map((own) => [...own.values()]) };
}

/** One segment alone, or with `undefined` all of them by their shares. */
export function partsOf({ study }: ReadRobustness, tallies: readonly PlaceTally[], segment: number | undefined): WeighedTally[] {
  if (segment !== undefined) return [{ tally: tallies[segment]!, weight: 1 }];
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  return tallies.map((tally, index) => ({ tally, weight: study.segments[index]!.share / whole }));
}
