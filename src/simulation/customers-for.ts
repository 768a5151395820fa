import { normalQuantile } from '../numerics/normal';
import type { SegmentTally } from '../summary/segment-tally';
import type { ResolvedStudy } from './read-study';

const pilotCustomers = 2000;

/** The number named, or the number a pilot of 2,000 says is needed for the overall mean to lie within the half-width. Fixed before the study is run. */
export function customersFor(study: ResolvedStudy, pilot: (customers: number) => readonly SegmentTally[]): number {
  const { until } = study;
  if (until === undefined) return study.customers;
  const tallies = pilot(pilotCustomers);
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  let variance = 0;
  tallies.forEach((tally, index) => {
    const outcome = tally.outcomes.get(until.outcome);
    if (outcome === undefined) return;
    const share = study.segments[index]!.share / whole;
    variance += (share * share * outcome.moments.spread) / (outcome.moments.count - 1);
  });
  const reach = normalQuantile(0.5 + study.confidence / 2) / until.halfWidth;
  return Math.min(1e9, Math.max(pilotCustomers, Math.ceil(reach * reach * variance)));
}
