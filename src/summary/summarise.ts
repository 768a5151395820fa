import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Among } from '../experience/plan-doubts';
import { deepFreeze } from '../plain/deep-freeze';
import type { Work } from '../plain/work';
import type { Estimate } from '../statistics/estimate';
import { estimateOf } from './estimate-of';
import type { OutcomeTally } from './outcome-tally';
import type { SegmentTally } from './segment-tally';
import { summariseSteps } from './summarise-steps';
import type { Summary } from './types';

/** What an estimate takes for a segment, without looking through values, in customers × steps. */
const estimateWork = 100;

export interface WeightedSegment {
  readonly tally: SegmentTally;
  readonly share: number;
}

/** One segment, or all of them weighed by their shares. Frozen. */
export function* summarise(segments: readonly WeightedSegment[], level: number, population: number | undefined): Work<Summary> {
  const share = segments.length === 1 ? segments[0]!.share : 1;
  const all = segments.map(({ tally, share: weight }) => ({
    outcomes: tally.outcomes,
    weight,
    nobodyLeft: tally.nobodyLeft,
    among: 'all' as const,
  }));
  const outcomes = yield* estimates(all, level);
  const steps = segments.map(({ tally, share: weight }) => ({ tally: tally.steps!, weight }));
  const interactions = segments[0]!.tally.steps === undefined ? undefined : yield* summariseSteps(steps, level);
  const completers = yield* summariseCompleters(segments, level);
  return deepFreeze({
    customers: segments.reduce((sum, { tally }) => sum + tally.customers, 0),
    share,
    ...(population === undefined ? {} : { people: population * share }),
    ...outcomes,
    ...(interactions === undefined ? {} : { interactions }),
    ...(completers === undefined ? {} : { completers }),
  }) as Summary;
}

function* summariseCompleters(segments: readonly WeightedSegment[], level: number): Work<Summary['completers']> {
  if (segments.every(({ tally }) => tally.completers === undefined)) return undefined;
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  // A segment in which nobody can leave completes as a whole.
  const views = segments.map(({ tally, share }) => ({
    outcomes: tally.completers?.outcomes ?? tally.outcomes,
    stayed: tally.completers === undefined ? 1 : tally.completers.count / tally.customers,
    share: share / whole,
  }));
  const stayed = views.reduce((sum, view) => sum + view.share * view.stayed, 0);
  const weighed = views
    .filter((view) => view.stayed > 0)
    .map(({ outcomes, share, stayed: own }) => ({ outcomes, weight: share * own, nobodyLeft: false, among: 'completers' as const }));
  return { share: stayed, ...(weighed.length > 0 ? yield* estimates(weighed, level) : {}) } as Summary['completers'];
}

interface WeightedOutcomes {
  readonly outcomes: ReadonlyMap<OutcomeName, OutcomeTally>;
  readonly weight: number;
  readonly nobodyLeft: boolean;
  readonly among: Among;
}

/** Every outcome that all these segments have. */
function* estimates(segments: readonly WeightedOutcomes[], level: number): Work<{ [Name in OutcomeName]?: Estimate }> {
  const result: { [Name in OutcomeName]?: Estimate } = {};
  for (const name of outcomeNames) {
    const having = segments.filter(({ outcomes }) => outcomes.has(name));
    if (having.length < segments.length) continue;
    const tallies = having.map(({ outcomes, ...rest }) => ({ tally: outcomes.get(name)!, ...rest }));
    result[name] = deepFreeze(yield* estimateOf(tallies, level));
    yield tallies.length * estimateWork;
  }
  return result;
}
