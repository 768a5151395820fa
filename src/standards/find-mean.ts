import { isShare, type OutcomeName } from '../experience/outcomes';
import type { Simulation } from '../results/types';
import { meanInterval, shareInterval } from '../statistics/estimate';
import { estimateIn } from '../results/simulation-words';
import { moreCustomers, oneCustomer, type Finding, type Limit } from './finding';
import { degreesOf, effectiveCustomers, errorIsUnknown, estimateAt, summaryAt, type Place } from './place';
import { chanceOfAtLeast } from './share-chance';
import { studentCdf } from './student-cdf';

/** The mean of an outcome in one place, with the chance that it keeps to the limit. */
export function findMean(simulation: Simulation, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { mean, standardError } = estimateAt(simulation, place, outcome)!;
  const certain: Finding = { segment: place.segment, value: mean, interval: { low: mean, high: mean, level }, probability: undefined };
  // Where nobody can leave, everybody completes: that is no matter of luck.
  if (outcome === 'completed' && summaryAt(simulation, place).completers === undefined) return withChance(certain, limit, 0, Infinity);
  if (errorIsUnknown(place)) return { ...certain, open: { low: true, high: true }, hint: oneCustomer };
  if (isShare(outcome)) {
    const customers = standardError > 0 ? (mean * (1 - mean)) / (standardError * standardError) : effectiveCustomers(place);
    return shareFinding(place.segment, mean, customers, limit, level);
  }
  const degrees = degreesOf(place, ({ id }) => estimateIn(simulation.segments[id]!, outcome)?.standardError ?? 0);
  const interval = meanInterval(mean, standardError, level, degrees);
  return withChance({ ...certain, interval, hint: moreCustomers }, limit, standardError, degrees);
}

/** A share of customers, with Wilson's interval. */
export function shareFinding(segment: string, share: number, customers: number, limit: Limit, level: number): Finding {
  const above = chanceOfAtLeast(share, customers, limit.bound);
  return {
    segment,
    value: share,
    interval: shareInterval(share, customers, level),
    probability: limit.side === 'at least' ? above : limit.bound >= 1 ? 1 : 1 - above,
    hint: moreCustomers,
  };
}

/** A mean whose error follows Student's t. Without any error it is on one side for certain. */
export function withChance(finding: Finding, { bound, side }: Limit, standardError: number, degrees: number): Finding {
  const distance = side === 'at least' ? finding.value - bound : bound - finding.value;
  const probability = standardError > 0 ? studentCdf(distance / standardError, degrees) : distance >= 0 ? 1 : 0;
  return { ...finding, probability };
}
