import { decide } from '../comparison/decide';
import type { OutcomeName } from '../experience/outcomes';
import type { VerdictUnder } from './types';
import type { PlaceTally } from './place-tally';

/** How a verdict is to be drawn. */
export interface Deciding {
  readonly outcome: OutcomeName;
  readonly level: number;
  readonly family: number;
  readonly margin: number;
}

/** One variant in one segment or in several: the tallies, with the share of the place that each stands for. */
export interface WeighedTally {
  readonly tally: PlaceTally;
  readonly weight: number;
}

/** The comparison under one scenario, exactly as `compare` draws it. */
export function verdictUnder(parts: readonly WeighedTally[], scenario: number, deciding: Deciding): VerdictUnder {
  const weighed = parts.map(({ tally, weight }) => ({ ...tally.scenarios[scenario]!, weight }));
  const { outcome: name, level, family, margin } = deciding;
  const how = { name, level, family, margin, baselineSd: 0, customers: weighed[0]!.count };
  const { difference, standardError, interval, conclusion } = decide(weighed, how);
  return { difference, standardError, interval, conclusion };
}

export function meanUnder(parts: readonly WeighedTally[], scenario: number): number {
  return parts.reduce((sum, { tally, weight }) => sum + weight * tally.scenarios[scenario]!.mean, 0);
}

/** Variance between the customers of a place: within segments and between their means. */
export function customerVariance(parts: readonly WeighedTally[], scenario: number): number {
  const mean = meanUnder(parts, scenario);
  let variance = 0;
  for (const { tally, weight } of parts) {
    const { count, mean: ownMean, spread } = tally.scenarios[scenario]!;
    const own = count > 1 ? spread / (count - 1) : 0;
    variance += weight * (own + (ownMean - mean) * (ownMean - mean));
  }
  return variance;
}

/**
 * Standard deviation of the sets' differences that endlessly many customers would leave. The same customers are in every set, so only what
 * is left after their own means is luck, and is taken away.
 */
export function uncertaintyOf(parts: readonly WeighedTally[], differences: readonly number[], customers: number): number {
  const count = differences.length;
  if (count < 2) return 0;
  const mean = differences.reduce((sum, one) => sum + one, 0) / count;
  let variance = 0;
  for (const one of differences) variance += ((one - mean) * (one - mean)) / (count - 1);
  for (const { tally, weight } of parts) variance -= (weight * weight * tally.residual()) / customers;
  return Math.sqrt(Math.max(0, variance));
}
