import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { log } from '../numerics/log';
import { grouped } from '../results/format-outcome';
import type { Simulation } from '../results/types';
import { quantileLevels, type Estimate, type Quantiles } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import { weightedQuantiles, type WeightedColumn } from '../statistics/weighted-quantiles';
import { moreCustomers, oneCustomer, type Finding, type Limit } from './finding';
import { orderShares, type OrderShares } from './order-statistics';
import { errorIsUnknown, estimateAt, keptAt, type Place } from './place';
import { chanceOfAtLeast } from './share-chance';

/**
 * A quantile of the customers. From kept columns its interval goes from one order statistic to another, by the binomial law of how many values lie
 * below it (over weighed segments with the number of customers who would know the share as closely). Without them only a wider one is certain:
 * the next quantiles that the result states, or Cantelli's inequality from mean and spread, whichever is closer.
 */
export function findQuantile(simulation: Simulation, place: Place, outcome: OutcomeName, p: number, limit: Limit, level: number): Finding {
  const columns = keptAt(simulation, place, outcome);
  const estimate = estimateAt(simulation, place, outcome)!;
  const found = columns === undefined ? fromEstimate(estimate, outcome, place, p, level) : fromColumns(columns, p, limit, level);
  const unknown = errorIsUnknown(place);
  const open = { low: unknown || found.shares.low === undefined, high: unknown || found.shares.high === undefined };
  const needed = Math.ceil(log((1 - level) / 2) / log(Math.max(p, 1 - p)));
  const hint = unknown
    ? oneCustomer
    : open.low || open.high
      ? `so far out about ${grouped(needed)} customers are needed to tell anything`
      : columns === undefined
        ? `${keeping(outcome)}, then the percentile's own error is known`
        : moreCustomers;
  return {
    segment: place.segment,
    value: found.value,
    interval: found.interval,
    open,
    probability: unknown ? undefined : found.probability,
    hint,
  };
}

/** What a study has to ask for, be it of one journey or of two. */
export function keeping(outcome: OutcomeName): string {
  return `add keep: ['${outcome}'] to the study`;
}

interface Found {
  readonly value: number;
  readonly interval: Interval;
  readonly probability: number | undefined;
  readonly shares: OrderShares;
}

function fromColumns(columns: readonly WeightedColumn[], p: number, limit: Limit, level: number): Found {
  const value = weightedQuantiles(columns, [p])[0]!;
  const shares = orderShares(p, shareBelow(columns, value, 'included').customers, level);
  const [low, high] = weightedQuantiles(columns, [shares.low ?? 0, shares.high ?? 1]) as [number, number];
  // That the quantile is at most b says no more than that a share p stays at or below b.
  const atBound = shareBelow(columns, limit.bound, limit.side === 'at most' ? 'included' : 'excluded');
  const chance = chanceOfAtLeast(atBound.share, atBound.customers, p);
  return { value, interval: { low, high, level }, probability: limit.side === 'at most' ? chance : 1 - chance, shares };
}

/** The share of customers below a value, and how many customers drawn from all at random would know it as closely. */
function shareBelow(
  columns: readonly WeightedColumn[],
  value: number,
  itself: 'included' | 'excluded',
): { readonly share: number; readonly customers: number } {
  let share = 0;
  let shrunk = 0;
  let errorSquared = 0;
  columns.forEach(({ values, weight }) => {
    let below = 0;
    for (let i = 0; i < values.length; i++) if (values[i]! < value || (itself === 'included' && values[i] === value)) below++;
    share += (weight * below) / values.length;
    // One more customer on either side: none seen beyond the value is no proof that a segment has none there.
    const own = (below + 1) / (values.length + 2);
    shrunk += weight * own;
    errorSquared += (weight * weight * own * (1 - own)) / values.length;
  });
  return { share, customers: (shrunk * (1 - shrunk)) / errorSquared };
}

function fromEstimate({ mean, sd, quantiles }: Estimate, outcome: OutcomeName, place: Place, p: number, level: number): Found {
  // However the segments differ, no share is known worse than in the segment whose customers stand for most people.
  const customers = 1 / Math.max(...place.parts.map((part) => part.weight / part.customers));
  const shares = orderShares(p, customers, level);
  const value = statedQuantile(quantiles, p)!;
  // No nearer than one value in all from either end: beyond it Cantelli's inequality says nothing.
  const [least, most] = [shares.low ?? 1 / customers, Math.min(shares.high ?? 1, 1 - 1 / (customers + 1))];
  const [lowest, highest] = outcomeDescriptions[outcome].scale;
  let low = Math.min(value, Math.max(lowest, mean - sd * Math.sqrt((1 - least) / least)));
  let high = Math.max(value, Math.min(highest, mean + sd * Math.sqrt(most / (1 - most))));
  for (const known of quantileLevels) {
    const stated = statedQuantile(quantiles, known)!;
    if (known <= least) low = Math.max(low, stated);
    if (known >= most) high = Math.min(high, stated);
  }
  return { value, interval: { low, high, level }, probability: undefined, shares };
}

/** The quantile that every result states, or undefined for any other p. */
export function statedQuantile(quantiles: Quantiles, p: number): number | undefined {
  const index = quantileLevels.findIndex((known) => Math.abs(known - p) < 1e-12);
  return index < 0 ? undefined : [quantiles.p5, quantiles.p25, quantiles.p50, quantiles.p75, quantiles.p95][index];
}
