import { outcomeDescriptions } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import type { Work } from '../plain/work';
import type { Moments } from '../statistics/chunk-moments';
import { combinedDoubt, doubtInterval, doubtOf } from '../statistics/doubt';
import { namedQuantiles, quantileLevels, type Estimate } from '../statistics/estimate';
import { storeQuantiles } from '../statistics/store-quantiles';
import type { StepGathered, StepTally } from './step-tally';
import type { MeanEstimate, StepSummary } from './types';

/** What the figures of a step take for a segment, without looking through values, in customers × steps. */
const stepWork = 100;

/** Step by step, for one segment or for all weighed by their shares (a step by the customers who live it). */
export function* summariseSteps(
  tallies: readonly { readonly tally: StepTally; readonly weight: number }[],
  level: number,
): Work<{ readonly [id: string]: StepSummary }> {
  const whole = tallies.reduce((sum, { weight }) => sum + weight, 0);
  const summary: Record<string, StepSummary> = Object.create(null) as Record<string, StepSummary>;
  for (const [index, step] of tallies[0]!.tally.plan.steps.entries()) {
    const segments = tallies.map(({ tally, weight }) => ({ gathered: tally.of(index), weight: weight / whole }));
    summary[step.id] = deepFreeze(yield* summariseStep(segments, level));
    yield segments.length * stepWork;
  }
  return { ...summary };
}

interface WeightedStep {
  readonly gathered: StepGathered;
  readonly weight: number;
}

function* summariseStep(segments: readonly WeightedStep[], level: number): Work<StepSummary> {
  const sum = (value: (gathered: StepGathered) => number): number =>
    segments.reduce((total, { gathered, weight }) => total + weight * value(gathered), 0);
  const reached = sum(({ clock, customers }) => clock.count / customers);
  const lived = segments
    .filter(({ gathered }) => gathered.clock.count > 0)
    .map(({ gathered, weight }) => ({ gathered, weight: (weight * gathered.clock.count) / gathered.customers / reached }));
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
    affect: yield* withQuantiles(affect, lived, level),
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

function* withQuantiles(estimate: MeanEstimate, lived: readonly WeightedStep[], level: number): Work<Estimate> {
  const quantiles = yield* storeQuantiles(
    lived.map(({ gathered, weight }) => ({ store: gathered.store, weight })),
    quantileLevels,
  );
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
