import { empirical } from '../distributions/families/empirical';
import { lawOf, type Distribution } from '../distributions/families';
import { mixture } from '../distributions/nested';
import { longestDuration } from '../distributions/duration-units';
import { fitFamily } from './fit-families';
import { partsOf, type Parts, type Sample } from './sample';
import type { FittedDuration, FittedFamily, LogOptions } from './types';

/** Fewer values above 0 than this are not fitted: any family would do. Judgement. */
const leastFitted = 25;
/** The widest gap that passes for chance, over √n: 5 % of samples of a family with fitted parameters go further (about; Lilliefors). */
const widestByChance = 0.9;
/** Where there are many, a gap so narrow is near enough, whatever chance says. Judgement. */
const nearEnough = 0.02;
/** A family whose mean is further off is not taken. Judgement. */
const mostMeanOff = 0.02;
/** Parts that a fit is made from and measured against. */
const looked = 400;

const candidates: readonly FittedFamily[] = ['exponential', 'lognormal', 'weibull', 'gamma'];
/** The quantile of a gamma takes a search, which a mixture asks for too often. */
const besideZero: readonly FittedFamily[] = ['exponential', 'lognormal', 'weibull'];

/** Describes durations; what was observed is kept in at most `most` values. */
export function describeDurations(given: Sample, fit: NonNullable<LogOptions['fit']>, most: number): FittedDuration {
  const sample = withinReach(given);
  const { values, n, mean } = sample;
  const facts = { n: Math.round(n), mean };
  if (values.length === 0 || values[0] === values.at(-1)) {
    const only = values[0] ?? 0;
    return { distribution: only, family: 'constant', ...facts, zero: only === 0 && values.length > 0 ? 1 : 0, goodness: { ks: 0, emd: 0 } };
  }
  const parts = partsOf(sample, looked);
  const positive = above(parts);
  const zero = 1 - sum(positive.weights) / sum(parts.weights);
  const asSeen = (): FittedDuration => {
    const { values: seen, weights } = partsOf(sample, most);
    return { distribution: empirical(seen, { weights }), family: 'empirical', ...facts, zero, goodness: { ks: 0, emd: 0 } };
  };
  if (fit === 'empirical') return asSeen();
  const families = fit !== 'auto' ? [fit] : zero > 0 ? besideZero : candidates;
  if (fit === 'auto' && (positive.values.length < leastFitted || n * (1 - zero) < leastFitted)) return asSeen();
  let best: FittedDuration | undefined;
  const limit = Math.max(nearEnough, widestByChance / Math.sqrt(Math.max(1, n * (1 - zero))));
  for (const family of families) {
    const fitted = fitFamily(family, positive);
    if (fitted === undefined) continue;
    const law = lawOf(fitted);
    const seenMean = meanOf(positive);
    if (fit === 'auto' && !(Math.abs(law.mean - seenMean) <= mostMeanOff * seenMean)) continue;
    const ks = widestGap(fitted, positive);
    if (fit === 'auto' && ks > limit) continue;
    if (best !== undefined && best.goodness.ks <= ks) continue;
    best = {
      distribution: withZero(fitted, zero),
      family,
      ...facts,
      zero,
      goodness: { ks, emd: meanDistance(fitted, positive) * (1 - zero) },
    };
  }
  return best ?? asSeen();
}

function withinReach(sample: Sample): Sample {
  const last = sample.values.at(-1);
  if (last === undefined || last <= longestDuration) return sample;
  return { ...sample, values: sample.values.map((value) => Math.min(value, longestDuration)) };
}

function withZero(fitted: Distribution, zero: number): Distribution {
  if (zero === 0) return fitted;
  return mixture([
    { weight: zero, distribution: 0 },
    { weight: 1 - zero, distribution: fitted },
  ]);
}

function above({ values, weights }: Parts): Parts {
  const from = values.findIndex((value) => value > 0);
  return { values: values.slice(from), weights: weights.slice(from) };
}

/** The widest gap between the shares at or below a value, seen and said. */
function widestGap(distribution: Distribution, { values, weights }: Parts): number {
  const law = lawOf(distribution);
  const whole = sum(weights);
  let widest = 0;
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const said = law.cdf(values[i]!);
    const upTo = below + weights[i]! / whole;
    widest = Math.max(widest, Math.abs(said - (below + upTo) / 2) + (upTo - below) / 2);
    below = upTo;
  }
  return widest;
}

/** By how much values differ on average, both in order. */
function meanDistance(distribution: Distribution, parts: Parts): number {
  const law = lawOf(distribution);
  const whole = sum(parts.weights);
  let below = 0;
  let distance = 0;
  for (let i = 0; i < parts.values.length; i++) {
    const share = parts.weights[i]! / whole;
    distance += share * Math.abs(law.quantile(below + share / 2) - parts.values[i]!);
    below += share;
  }
  return distance;
}

function meanOf({ values, weights }: Parts): number {
  return values.reduce((total, value, i) => total + weights[i]! * value, 0) / sum(weights);
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
