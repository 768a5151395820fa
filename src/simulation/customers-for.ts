import type { ExperienceBlock } from '../experience/experience-block';
import { JourneyError } from '../errors/journey-error';
import { normalQuantile } from '../numerics/normal';
import { exactLimit } from '../statistics/value-store';
import { SegmentTally } from '../summary/segment-tally';
import type { ResolvedStudy } from './read-study';
import { runStudy, type Progress } from './run-study';

const pilotCustomers = 2000;

/**
 * The number named, or the number a pilot of 2,000 says is needed for the overall mean of the (first) journey to lie within the half-width.
 * It is fixed before the study itself is run.
 */
export function* customersFor(study: ResolvedStudy): Generator<Progress, number, void> {
  const { until } = study;
  if (until === undefined) return study.customers;
  const asked: ResolvedStudy = { ...study, journeys: study.journeys.slice(0, 1), outcomes: new Set([until.outcome]), interactions: false };
  const tallies = yield* runStudy(asked, { customers: pilotCustomers }, (run) => {
    const tally = new SegmentTally(run.plans[0]!, pilotCustomers, asked);
    return { tally, add: (lived: readonly ExperienceBlock[], _: unknown, first: number) => tally.add(lived[0]!, run.columns, first) };
  });
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  let variance = 0;
  tallies.forEach(({ tally }, index) => {
    const outcome = tally.outcomes.get(until.outcome);
    if (outcome === undefined) return;
    const share = study.segments[index]!.share / whole;
    variance += (share * share * outcome.moments.spread) / (outcome.moments.count - 1);
  });
  const reach = normalQuantile(0.5 + study.confidence / 2) / until.halfWidth;
  const customers = Math.min(1e9, Math.max(pilotCustomers, Math.ceil(reach * reach * variance)));
  if (study.keep.size > 0 && customers > exactLimit) {
    throw new JourneyError([
      {
        code: 'conflict',
        path: 'keep',
        expected: `at most ${exactLimit} customers a segment where raw columns are kept`,
        received: `${customers}, which is what until asks for`,
        hint: 'a wider halfWidth, or customers in place of until',
      },
    ]);
  }
  return customers;
}
