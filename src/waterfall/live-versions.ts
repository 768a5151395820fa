import type { OutcomeName } from '../experience/outcomes';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Work } from '../plain/work';
import type { RootKey } from '../random/root-key';
import type { Scenario } from '../simulation/compile-scenario';
import { liveGroups } from '../simulation/live-groups';
import type { MadeAgain } from '../simulation/scenario-groups';
import type { Progress } from '../simulation/progress';
import type { ResolvedStudy } from '../simulation/read-study';
import { drawnCoefficients, sequentialCoefficients, shapleyCoefficients, type Coefficients, type Versions } from './coefficients';
import { SegmentTally } from './segment-tally';

/** A set of atoms is a number with one bit for each. */
export const mostAtoms = 30;
/** Up to this many atoms every order is counted: at most 256 versions of the journey. */
export const mostExact = 8;
const drawnOrders = 64;

/** Which versions of a journey are to be lived, and with what weight each enters each contribution. */
export interface VersionPlan {
  readonly atoms: number;
  readonly sequential: Coefficients;
  readonly shapley: Coefficients;
  /** Every order is counted. */
  readonly exact: boolean;
  /** From none to all. */
  readonly sets: readonly number[];
}

export function planVersions(versions: Versions, root: RootKey): VersionPlan {
  const atoms = versions.atoms.length;
  const exact = atoms <= mostExact;
  const sequential = sequentialCoefficients(versions);
  const shapley = exact ? shapleyCoefficients(versions) : drawnCoefficients(versions, root, drawnOrders);
  const all = (1 << atoms) - 1;
  const sets = [...new Set([0, all, ...sequential.weights.keys(), ...shapley.weights.keys()])].sort((a, b) => a - b);
  return { atoms, sequential, shapley, exact, sets };
}

/** One tally a segment, and what the plans of the version without any atom tell. */
export interface LivedVersions {
  readonly tallies: readonly SegmentTally[];
  readonly ofNone: readonly PlanDoubts[];
}

/** As many versions live side by side: they share what is drawn, and each keeps its plan until all have lived. */
const together = 64;

/** The same customers live all versions. */
export function* liveVersions(
  study: ResolvedStudy,
  { atoms, sequential, shapley, sets }: VersionPlan,
  outcome: OutcomeName,
  scenarioOf: (set: number) => Scenario,
  progress?: Progress,
  elsewhere?: MadeAgain,
): Work<LivedVersions> {
  const tallies = study.segments.map(() => new SegmentTally(outcome, study.customers, atoms, (1 << atoms) - 1, sequential, shapley));
  const ofNone = new Map<number, PlanDoubts>();
  const scenarios = sets.map(scenarioOf);
  yield* liveGroups(
    { study, scenarios, outcomes: [outcome], customers: study.customers, together, elsewhere },
    (segment, place, [columns], count, first, [doubts]) => {
      const set = sets[place]!;
      if (set === 0) ofNone.set(segment, doubts!);
      tallies[segment]!.add(set, columns![0]!, doubts!, count, first);
      if (progress !== undefined) progress.done += count;
    },
  );
  return { tallies, ofNone: [...ofNone.values()] };
}
