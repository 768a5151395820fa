import { outcomeDescriptions } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { groupsOf } from '../plain/groups';
import type { Work } from '../plain/work';
import { BinRoom } from '../statistics/binned-columns';
import type { Moments } from '../statistics/chunk-moments';
import { combinedDoubt, doubtInterval, doubtOf } from '../statistics/doubt';
import { namedQuantiles, quantileLevels, type Estimate } from '../statistics/estimate';
import { storeQuantiles } from '../statistics/store-quantiles';
import type { StepGathered, StepTally } from './step-tally';
import type { MeanEstimate, StepSummary } from './types';

/** What the figures of a step take for a segment, without looking through values, in customers × steps. */
const stepWork = 100;

/** Step by step, for every group of segments weighed by their shares (a step by the customers who live it). */
export function* summariseSteps(
  tallies: readonly { readonly tally: StepTally; readonly weight: number }[],
  level: number,
): Work<readonly { readonly [id: string]: StepSummary }[]> {
  const summaries = groupsOf(tallies).map((): Record<string, StepSummary> => Object.create(null) as Record<string, StepSummary>);
  const room = new BinRoom();
  for (const [index, step] of tallies[0]!.tally.plan.steps.entries()) {
    const groups = groupsOf(tallies.map(({ tally, weight }) => ({ gathered: tally.of(index), weight }))).map(weighed);
    const stores = groups.at(-1)!.lived.map(({ gathered, weight }) => ({ store: gathered.store, moments: gathered.affect, weight }));
    const [quantiles] = (yield* storeQuantiles([stores], quantileLevels, room)) as [readonly number[][]];
    const having = groups.at(-1)!.lived.map(({ gathered }) => gathered);
    for (const [place, group] of groups.entries()) {
      const own = group.segments.length === 1 ? quantiles[having.indexOf(group.segments[0]!.gathered)] : quantiles.at(-1)!;
      summaries[place]![step.id] = deepFreeze(summariseStep(group, own ?? quantileLevels.map(() => 0), level));
      yield group.segments.length * stepWork;
    }
  }
  return summaries.map((summary) => ({ ...summary }));
}

interface WeightedStep {
  readonly gathered: StepGathered;
  readonly weight: number;
}

interface StepGroup {
  /** Weights sum to 1. */
  readonly segments: readonly WeightedStep[];
  /** Share of customers who live the step. */
  readonly reached: number;
  /** Segments where somebody does, weighed by those who do. */
  readonly lived: readonly WeightedStep[];
}

function weighed(group: readonly WeightedStep[]): StepGroup {
  const whole = group.reduce((sum, { weight }) => sum + weight, 0);
  const segments = group.map(({ gathered, weight }) => ({ gathered, weight: weight / whole }));
  const reached = segments.reduce((sum, { gathered, weight }) => sum + weight * (gathered.clock.count / gathered.customers), 0);
  const lived = segments
    .filter(({ gathered }) => gathered.clock.count > 0)
    .map(({ gathered, weight }) => ({ gathered, weight: (weight * gathered.clock.count) / gathered.customers / reached }));
  return { segments, reached, lived };
}

function summariseStep({ segments, reached, lived }: StepGroup, quantiles: readonly number[], level: number): StepSummary {
  const sum = (value: (gathered: StepGathered) => number): number =>
    segments.reduce((total, { gathered, weight }) => total + weight * value(gathered), 0);
  const mean = (moments: (gathered: StepGathered) => Moments): MeanEstimate => meanOf(lived, moments);
  const affect = meanOf(lived, ({ affect: moments }) => moments);
  const chosen: Record<string, number> = {};
  for (const id of new Set(segments.flatMap(({ gathered }) => [...gathered.chosen.keys()]))) {
    chosen[id] = reached === 0 ? 0 : sum((gathered) => (gathered.chosen.get(id) ?? 0) / gathered.customers) / reached;
  }
  return {
    reached,
    clockDuration: mean(({ clock }) => clock),
    perceivedDuration: mean(({ felt }) => felt),
    affect: withQuantiles(affect, lived, quantiles, level),
    affectStart: mean(({ start }) => start).mean,
    affectEnd: mean(({ end }) => end).mean,
    peakShare: sum(({ peaks, customers }) => peaks / customers),
    pace: meanOf(segments, ({ pace }) => pace).mean,
    left: sum(({ left, customers }) => left / customers),
    ...(Object.keys(chosen).length > 0 ? { chosen } : {}),
  };
}

function meanOf(segments: readonly WeightedStep[], moments: (gathered: StepGathered) => Moments): MeanEstimate {
  let mean = 0;
  for (const { gathered, weight } of segments) mean += weight * moments(gathered).mean;
  let variance = 0;
  let errorSquared = 0;
  for (const { gathered, weight } of segments) {
    const { count, mean: own, spread } = moments(gathered);
    const ownVariance = count > 1 ? spread / (count - 1) : 0;
    variance += weight * (ownVariance + (own - mean) * (own - mean));
    if (count > 0) errorSquared += (weight * weight * ownVariance) / count;
  }
  return { mean, standardError: Math.sqrt(errorSquared), sd: Math.sqrt(variance) };
}

function withQuantiles(estimate: MeanEstimate, lived: readonly WeightedStep[], quantiles: readonly number[], level: number): Estimate {
  const [lowest, highest] = outcomeDescriptions.meanAffect.scale;
  const doubt = combinedDoubt(
    lived.map(({ gathered: { affect, certain }, weight }) => ({
      weight,
      doubt: doubtOf(affect, 0, affect.spread > 0 || certain() ? 0 : (highest - lowest) / affect.count),
    })),
  );
  return {
    mean: estimate.mean,
    standardError: estimate.standardError,
    interval: lived.length === 0 ? { low: lowest, high: highest, level } : doubtInterval(estimate.mean, doubt, level, [lowest, highest]),
    doubt,
    sd: estimate.sd,
    quantiles: namedQuantiles(quantiles),
  };
}
