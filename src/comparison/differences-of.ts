import type { Among } from '../experience/plan-doubts';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { differenceSentence } from '../results/comparison-words';
import { estimateIn } from '../results/simulation-words';
import type { CustomerChange, Difference, Differences, Simulation } from '../results/types';
import { writtenMargin } from '../results/written-margin';
import type { ResolvedStudy } from '../simulation/read-study';
import { namedQuantiles, quantileLevels } from '../statistics/estimate';
import { BinRoom } from '../statistics/binned-columns';
import { storeQuantiles, type WeightedStore } from '../statistics/store-quantiles';
import type { Summary } from '../summary/types';
import type { VariantTally } from './comparison-tally';
import { decide, type WeightedDifferences } from './decide';
import { differenceDoubt, type DoubtPair } from './difference-doubt';
import { mostExtremes, type DifferenceTally } from './difference-tally';

/** What a difference takes for a segment, without looking through values, in customers × steps. */
const differenceWork = 100;

export interface DifferenceContext {
  readonly study: ResolvedStudy;
  readonly margins: { readonly [Name in OutcomeName]?: number };
  readonly family: number;
  /** Simulated in each segment. */
  readonly customers: number;
  readonly leading: OutcomeName;
  readonly baseline: Simulation;
}

/** One variant against the baseline in one segment. */
export interface SegmentDifferences {
  readonly id: string;
  readonly tally: VariantTally;
  readonly customers: number;
  readonly share: number;
  /** What baseline and variant tell of their outcomes. */
  readonly doubts: DoubtPair;
  readonly nobodyLeft: boolean;
}

type Found = { [Name in OutcomeName]?: Difference };

/** Every segment's differences, then those of all. */
export function* differencesOf(context: DifferenceContext, segments: readonly SegmentDifferences[]): Work<Differences[]> {
  const leaves = ({ tally }: SegmentDifferences): boolean => tally.completedBoth !== undefined;
  const [all, both] = yield* decideAmong(segments.some(leaves) ? ['all', 'completers'] : ['all'], context, segments);
  return groupsOf(segments).map((group, index) => {
    const whole = group.reduce((sum, segment) => sum + segment.share, 0);
    const completedShare = group.reduce(
      (sum, { tally, customers, share }) => sum + ((share / whole) * (tally.completedBoth ?? customers)) / customers,
      0,
    );
    return {
      ...all![index],
      customers: group.reduce((sum, { customers }) => sum + customers, 0),
      share: group.length === 1 ? group[0]!.share : 1,
      ...(group.some(leaves) ? { ifCompletedBoth: { share: completedShare, ...both![index] } } : {}),
      mostGained: extremeCustomers(group, context.leading, 'gained'),
      mostLost: extremeCustomers(group, context.leading, 'lost'),
    } as Differences;
  });
}

/** Verdicts on every outcome that all segments of a group have, among everybody and among completers. Values are looked at once for all of them. */
function* decideAmong(amongs: readonly Among[], context: DifferenceContext, segments: readonly SegmentDifferences[]): Work<Found[][]> {
  const results = amongs.map(() => groupsOf(segments).map((): Found => ({})));
  const room = new BinRoom();
  for (const name of outcomeNames) {
    if (!context.study.outcomes.has(name)) continue;
    const having = segments.flatMap((segment, index) => {
      const tally = segment.tally.differences.get(name);
      return tally === undefined ? [] : [{ tally, segment, index }];
    });
    const weighed = amongs.map((among) =>
      having.map(({ tally, segment, index }) => weigh(tally, segment, index, among)).filter(({ count }) => count > 0),
    );
    if (weighed.every(({ length }) => length === 0)) continue;
    const quantiles = yield* storeQuantiles(weighed, quantileLevels, room);
    for (const [a, parts] of weighed.entries()) {
      const into = results[a]!;
      yield parts.length * differenceWork;
      for (const [k, part] of parts.entries()) {
        const { id, share } = segments[part.index]!;
        into[part.index]![name] = differenceOf(context, name, [part], quantiles[a]![k]!, context.baseline.segments[id]!, share);
      }
      if (parts.length > 0 && segments.length > 1 && having.length === segments.length) {
        into.at(-1)![name] = differenceOf(context, name, parts, quantiles[a]!.at(-1)!, context.baseline.overall, 1);
      }
    }
  }
  return results;
}

function differenceOf(
  { study, family, margins, customers }: DifferenceContext,
  name: OutcomeName,
  weighed: readonly WeightedDifferences[],
  quantiles: readonly number[],
  baseline: Summary,
  share: number,
): Difference {
  const decided = decide(weighed, {
    name,
    level: study.confidence,
    family,
    margin: margins[name] ?? 0,
    baselineSd: estimateIn(baseline, name)?.sd ?? 0,
    customers,
  });
  const { better, worse } = decided;
  const all = study.population === undefined ? undefined : study.population * share;
  const people = all === undefined ? {} : { people: { better: better * all, worse: worse * all } };
  const sentence = differenceSentence(name, decided, writtenMargin(name, { margin: margins, study }));
  return deepFreeze(Object.assign(decided, { quantiles: namedQuantiles(quantiles) }, people, { sentence }));
}

function weigh(
  tally: DifferenceTally,
  { doubts, nobodyLeft, share, tally: { completedBoth } }: SegmentDifferences,
  index: number,
  among: Among,
): WeightedDifferences & WeightedStore & { readonly index: number } {
  const some = among === 'completers' && completedBoth !== undefined;
  const moments = some ? tally.completedMoments : tally.moments;
  const { count, mean, spread } = moments;
  const [before, after] = doubts;
  return {
    index,
    moments,
    count,
    mean,
    spread,
    doubt: differenceDoubt(moments, tally.name, [doubts], some ? { among } : { nobodyLeft }),
    hidden: () => after.hidden(tally.name, count, some ? among : 'all', before),
    balance: some ? tally.completedBalance : tally.balance,
    store: some ? tally.completedStore : tally.store,
    weight: some ? (share * count) / tally.customers : share,
  };
}

/** The few customers who gain or lose most over these segments, most first. */
function extremeCustomers(segments: readonly SegmentDifferences[], leading: OutcomeName, way: 'gained' | 'lost'): CustomerChange[] {
  return segments
    .flatMap(({ id, tally }) => (tally.differences.get(leading)?.extremes[way] ?? []).map((change) => ({ segment: id, ...change })))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, mostExtremes);
}
