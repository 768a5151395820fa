import { noResponse, type ResolvedResponse } from '../experience/responses';
import type { Interaction } from '../journey/types';
import type { Work } from '../plain/work';
import { setOwn } from '../simulation/assemble';
import type { Scenario } from '../simulation/compile-scenario';
import type { Progress } from '../simulation/progress';
import { shapleyOf, weighed, type WeighedTally } from '../waterfall/contribution';
import { liveVersions, planVersions, type LivedVersions, type VersionPlan } from '../waterfall/live-versions';
import { againFor, feltSteps, type ReadDrivers } from './read-drivers';
import { adjustedBy, type WrittenTrial } from './trials';
import type { Contribution } from '../waterfall/types';
import type { RememberedShares, ShapleyShare } from './types';

const outcome = 'rememberedUtility';

/** The journey with each of its steps either as it is or neutral, and which of these versions are to be lived. */
export interface RememberedPlan {
  readonly steps: readonly Interaction[];
  readonly versions: VersionPlan;
}

/** Undefined where it was not asked for, and where nothing is felt. */
export function planRemembered({ study, journey, shapley }: ReadDrivers): RememberedPlan | undefined {
  const steps = feltSteps(journey);
  if (!shapley || steps.length === 0) return undefined;
  return { steps, versions: planVersions({ atoms: steps, journey: () => journey }, study.root) };
}

/** Every version, the same customers in each. */
export function liveRemembered(read: ReadDrivers, { steps, versions }: RememberedPlan, progress: Progress): Work<LivedVersions> {
  return liveVersions(read.study, versions, outcome, (set) => versionOf(read, steps, set), progress, againFor(read));
}

/** The journey with some of its steps as they are, those that are in the set, and the others neutral. */
export function versionOf({ study, journey }: ReadDrivers, steps: readonly Interaction[], set: number): Scenario {
  const neutral = new Set(steps.filter((_, index) => ((set >> index) & 1) === 0).map(({ id }) => id));
  const interactions = journey.interactions.map((step) => (neutral.has(step.id) ? neutralStep(step) : step));
  const changes = new Map<string, (response: ResolvedResponse) => ResolvedResponse>();
  const visit = ({ id, parts }: Interaction): void => {
    changes.set(id, neutralResponse);
    parts?.forEach(visit);
  };
  for (const step of interactions) if (neutral.has(step.id)) visit(step);
  return {
    journeys: [{ ...journey, interactions }],
    model: study.model,
    segmentIn: (segment) => adjustedBy(segment, changes),
    written: (): WrittenTrial => ({ version: set }),
  };
}

/** The same time, in which nothing is felt and nothing happens. */
function neutralStep({ id, stage, channel, kind, duration, skip, drawAs, parts }: Interaction): Interaction {
  return {
    id,
    ...(stage === undefined ? {} : { stage }),
    ...(channel === undefined ? {} : { channel }),
    ...(kind === 'gap' ? { kind } : {}),
    ...(duration === undefined ? {} : { duration }),
    ...(skip === undefined ? {} : { skip }),
    ...(drawAs === undefined ? {} : { drawAs }),
    ...(parts === undefined ? {} : { parts: parts.map(neutralStep) }),
  };
}

/** A segment's own time and whether it takes part stay; how it feels, fails and leaves does not. */
function neutralResponse({ duration, durationScale, skip }: ResolvedResponse): ResolvedResponse {
  return { ...noResponse, durationScale, ...(duration === undefined ? {} : { duration }), ...(skip === undefined ? {} : { skip }) };
}

/** Some segments' numbers, weights summing to 1. */
export function rememberedShares({ steps, versions }: RememberedPlan, parts: readonly WeighedTally[], level: number): RememberedShares {
  const total = weighed(parts, (tally) => tally.total, level, outcome);
  const told = total.interval.low > 0 || total.interval.high < 0;
  const shareOf = (name: string, own: Contribution): ShapleyShare => ({
    name,
    ...own,
    ...(told ? { share: own.difference / total.difference } : {}),
  });
  const shares: Record<string, ShapleyShare> = {};
  steps.forEach(({ id, name = id }, atom) => setOwn(shares, id, shareOf(name, shapleyOf(parts, versions.shapley, atom, level, outcome))));
  return {
    start: parts.reduce((sum, { tally, weight }) => sum + weight * tally.start.mean, 0),
    end: parts.reduce((sum, { tally, weight }) => sum + weight * tally.end.mean, 0),
    total,
    steps: shares,
  };
}
