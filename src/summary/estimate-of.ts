import { isShare, outcomeDescriptions } from '../experience/outcomes';
import type { Among } from '../experience/plan-doubts';
import { combinedDoubt, doubtInterval } from '../statistics/doubt';
import { namedQuantiles, shareInterval, type Estimate } from '../statistics/estimate';
import type { Moments } from '../statistics/chunk-moments';
import type { OutcomeTally } from './outcome-tally';
import type { NpsEstimate } from './types';

/** A tally with the share of the population it stands for. */
export interface WeightedTally {
  readonly tally: OutcomeTally;
  readonly weight: number;
  /** Some of them could have lost patience, and none was seen to. */
  readonly nobodyLeft: boolean;
  readonly among: Among;
}

/** One segment, or all of them weighed by their shares: mean and error add up, quantiles are those of the mixture. */
export function estimateOf(tallies: readonly WeightedTally[], quantiles: readonly number[], level: number): Estimate {
  const whole = tallies.reduce((sum, { weight }) => sum + weight, 0);
  const parts = tallies.map(({ tally, weight, nobodyLeft, among }) => ({
    weight: weight / whole,
    moments: tally.moments,
    doubt: tally.doubt(nobodyLeft, among),
  }));
  const mean = mixtureMean(parts.map(({ weight, moments }) => ({ weight, mean: moments.mean })));
  let variance = 0;
  let errorSquared = 0;
  let perCustomer = 0;
  for (const { weight, moments } of parts) {
    const { count, mean: own, spread } = moments;
    const ownVariance = count > 1 ? spread / (count - 1) : 0;
    const distance = own - mean;
    variance += weight * (ownVariance + distance * distance);
    errorSquared += (weight * weight * ownVariance) / count;
    perCustomer += (weight * weight) / count;
  }
  const { name } = tallies[0]!.tally;
  const doubt = combinedDoubt(parts);
  const certain = variance === 0 && tallies.every(({ tally, among }) => tally.isCertain(among));
  const interval =
    isShare(name) && !certain
      ? shareInterval(mean, errorSquared > 0 ? (mean * (1 - mean)) / errorSquared : 1 / perCustomer, level)
      : doubtInterval(mean, doubt, level, outcomeDescriptions[name].scale);
  const estimate = {
    mean,
    standardError: Math.sqrt(errorSquared),
    interval,
    doubt,
    sd: Math.sqrt(variance),
    quantiles: namedQuantiles(variance === 0 ? quantiles.map(() => mean) : quantiles),
  };
  return name === 'nps' ? { ...estimate, ...npsGroups(parts) } : estimate;
}

/**
 * Mean of several parts whose weights sum to 1: measured from the first, so that parts that agree have exactly their mean, and none lies beyond
 * them all by rounding.
 */
export function mixtureMean(parts: readonly { readonly weight: number; readonly mean: number }[]): number {
  const origin = parts[0]!.mean;
  let mean = origin;
  for (const part of parts) mean += part.weight * (part.mean - origin);
  return mean;
}

/** Each customer counts −100, 0 or 100, so that how many there are of each follows from mean and spread. */
function npsGroups(parts: readonly { readonly weight: number; readonly moments: Moments }[]): Omit<NpsEstimate, keyof Estimate> {
  let promoters = 0;
  let detractors = 0;
  for (const { weight, moments } of parts) {
    const { count, mean, spread } = moments;
    const either = (spread + count * mean * mean) / 10_000;
    const more = (count * mean) / 100;
    promoters += (weight * Math.floor((either + more) / 2 + 0.5)) / count;
    detractors += (weight * Math.floor((either - more) / 2 + 0.5)) / count;
  }
  return { promoters, passives: Math.max(0, 1 - promoters - detractors), detractors };
}
