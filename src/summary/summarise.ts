import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Among } from '../experience/plan-doubts';
import { deepFreeze } from '../plain/deep-freeze';
import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { quantileLevels, type Estimate } from '../statistics/estimate';
import { BinRoom } from '../statistics/binned-columns';
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
  const steps = segments.flatMap(({ tally, share }) => (tally.steps === undefined ? [] : [{ tally: tally.steps, weight: share }]));
  const everybody = segments.map(({ tally, share }) => ({
    outcomes: tally.outcomes,
    weight: share,
    nobodyLeft: tally.nobodyLeft,
    among: 'all' as const,
  }));
  const completing = viewsOfCompleters(segments);
  const [outcomes, completed] = yield* estimates([everybody, completing.filter(({ weight }) => weight > 0)], level);
  const interactions = steps.length === 0 ? undefined : yield* summariseSteps(steps, level);
  const completers = completersOf(completing, completed!);
  const made = groupsOf(segments).map((group, index): Summary => {
    const share = group.length === 1 ? group[0]!.share : 1;
    return deepFreeze({
      customers: group.reduce((sum, { tally }) => sum + tally.customers, 0),
      share,
      ...(population === undefined ? {} : { people: population * share }),
      ...outcomes![index],
      ...(interactions === undefined ? {} : { interactions: interactions[index] }),
      ...(completers[index] === undefined ? {} : { completers: completers[index] }),
    }) as Summary;
  });
  return { segments: made.slice(0, segments.length), overall: made.at(-1)! };
}

interface WeightedOutcomes {
  readonly outcomes: ReadonlyMap<OutcomeName, OutcomeTally>;
  readonly weight: number;
  readonly nobodyLeft: boolean;
  readonly among: Among;
}

/** One segment's completers. */
interface CompleterView extends WeightedOutcomes {
  readonly stayed: number;
  readonly canLeave: boolean;
}

/** Segment by segment; none where nobody can leave at all. A segment in which nobody can leave completes as a whole. */
function viewsOfCompleters(segments: readonly WeightedSegment[]): readonly CompleterView[] {
  if (segments.every(({ tally }) => tally.completers === undefined)) return [];
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  return segments.map(({ tally, share }) => {
    const stayed = tally.completers === undefined ? 1 : tally.completers.count / tally.customers;
    return {
      outcomes: tally.completers?.outcomes ?? tally.outcomes,
      stayed,
      weight: (share / whole) * stayed,
      canLeave: tally.completers !== undefined,
      nobodyLeft: false,
      among: 'completers',
    };
  });
}

/** Of every group of segments, from the estimates of those where somebody stayed; undefined for a group in which nobody can leave. */
function completersOf(views: readonly CompleterView[], found: readonly Estimates[]): readonly Summary['completers'][] {
  if (views.length === 0) return [];
  const some = views.filter(({ weight }) => weight > 0);
  return groupsOf(views).map((group) => {
    if (!group.some(({ canLeave }) => canLeave)) return undefined;
    const share = group.length === 1 ? group[0]!.stayed : group.reduce((sum, { weight }) => sum + weight, 0);
    const own = group.length === 1 ? found[some.indexOf(group[0]!)] : found.at(-1);
    return { share, ...own } as Summary['completers'];
  });
}

type Estimates = { [Name in OutcomeName]?: Estimate };

/** For every group of segments of each population the outcomes that all of them have. */
function* estimates(populations: readonly (readonly WeightedOutcomes[])[], level: number): Work<Estimates[][]> {
  const results = populations.map((segments) => (segments.length === 0 ? [] : groupsOf(segments).map((): Estimates => ({}))));
  const room = new BinRoom();
  for (const name of outcomeNames) {
    const having = populations.map((segments) =>
      segments.flatMap(({ outcomes, weight, nobodyLeft, among }, index) => {
        const tally = outcomes.get(name);
        return tally === undefined ? [] : [{ tally, store: tally.store, moments: tally.moments, index, weight, nobodyLeft, among }];
      }),
    );
    if (having.every(({ length }) => length === 0)) continue;
    const quantiles = yield* storeQuantiles(having, quantileLevels, room);
    for (const [p, tallies] of having.entries()) {
      const into = results[p]!;
      for (const [k, one] of tallies.entries()) into[one.index]![name] = deepFreeze(estimateOf([one], quantiles[p]![k]!, level));
      if (tallies.length > 1 && tallies.length === populations[p]!.length) {
        into.at(-1)![name] = deepFreeze(estimateOf(tallies, quantiles[p]!.at(-1)!, level));
      }
      yield tallies.length * estimateWork;
    }
  }
  return results;
}
