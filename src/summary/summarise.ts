import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Among } from '../experience/plan-doubts';
import { deepFreeze } from '../plain/deep-freeze';
import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { quantileLevels, type Estimate } from '../statistics/estimate';
import { storeQuantiles } from '../statistics/store-quantiles';
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

/** A journey's results in numbers: one summary a segment, in order, and one of all. */
export interface Summaries {
  readonly segments: readonly Summary[];
  readonly overall: Summary;
}

/** Every segment, and all of them weighed by their shares. Frozen. */
export function* summarise(segments: readonly WeightedSegment[], level: number, population: number | undefined): Work<Summaries> {
  const everybody = segments.map(({ tally, share }) => ({
    outcomes: tally.outcomes,
    weight: share,
    nobodyLeft: tally.nobodyLeft,
    among: 'all' as const,
  }));
  const outcomes = yield* estimates(everybody, level);
  const steps = segments.map(({ tally, share }) => ({ tally: tally.steps!, weight: share }));
  const interactions = segments[0]!.tally.steps === undefined ? undefined : yield* summariseSteps(steps, level);
  const completers = yield* summariseCompleters(segments, level);
  const made = groupsOf(segments).map((group, index): Summary => {
    const share = group.length === 1 ? group[0]!.share : 1;
    return deepFreeze({
      customers: group.reduce((sum, { tally }) => sum + tally.customers, 0),
      share,
      ...(population === undefined ? {} : { people: population * share }),
      ...outcomes[index],
      ...(interactions === undefined ? {} : { interactions: interactions[index] }),
      ...(completers[index] === undefined ? {} : { completers: completers[index] }),
    }) as Summary;
  });
  return { segments: made.slice(0, segments.length), overall: made.at(-1)! };
}

/** Of every group of segments; undefined for one in which nobody can leave. */
function* summariseCompleters(segments: readonly WeightedSegment[], level: number): Work<readonly Summary['completers'][]> {
  if (segments.every(({ tally }) => tally.completers === undefined)) return [];
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  // A segment in which nobody can leave completes as a whole.
  const views = segments.map(({ tally, share }) => ({
    outcomes: tally.completers?.outcomes ?? tally.outcomes,
    stayed: tally.completers === undefined ? 1 : tally.completers.count / tally.customers,
    share: share / whole,
    canLeave: tally.completers !== undefined,
  }));
  const some = views.filter(({ stayed }) => stayed > 0);
  const weighed = some.map(({ outcomes, share, stayed }) => ({
    outcomes,
    weight: share * stayed,
    nobodyLeft: false,
    among: 'completers' as const,
  }));
  const found = weighed.length === 0 ? [] : yield* estimates(weighed, level);
  return groupsOf(views).map((group) => {
    if (!group.some(({ canLeave }) => canLeave)) return undefined;
    const share = group.length === 1 ? group[0]!.stayed : group.reduce((sum, view) => sum + view.share * view.stayed, 0);
    const own = group.length === 1 ? found[some.indexOf(group[0]!)] : found.at(-1);
    return { share, ...own } as Summary['completers'];
  });
}

interface WeightedOutcomes {
  readonly outcomes: ReadonlyMap<OutcomeName, OutcomeTally>;
  readonly weight: number;
  readonly nobodyLeft: boolean;
  readonly among: Among;
}

/** For every group of segments the outcomes that all of them have. */
function* estimates(segments: readonly WeightedOutcomes[], level: number): Work<{ [Name in OutcomeName]?: Estimate }[]> {
  const results = groupsOf(segments).map((): { [Name in OutcomeName]?: Estimate } => ({}));
  for (const name of outcomeNames) {
    const having = segments.flatMap(({ outcomes, weight, nobodyLeft, among }, index) => {
      const tally = outcomes.get(name);
      return tally === undefined ? [] : [{ tally, index, weight, nobodyLeft, among }];
    });
    if (having.length === 0) continue;
    const stores = having.map(({ tally, weight }) => ({ store: tally.store, count: tally.moments.count, weight }));
    const quantiles = yield* storeQuantiles(stores, quantileLevels);
    for (const [k, one] of having.entries()) results[one.index]![name] = deepFreeze(estimateOf([one], quantiles[k]!, level));
    if (segments.length > 1 && having.length === segments.length) {
      results.at(-1)![name] = deepFreeze(estimateOf(having, quantiles.at(-1)!, level));
    }
    yield having.length * estimateWork;
  }
  return results;
}
