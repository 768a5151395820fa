import { JourneyError } from '../errors/journey-error';
import type { OutcomeName } from '../experience/outcomes';
import { normalQuantile } from '../numerics/normal';
import type { Work } from '../plain/work';
import { combinedDoubt, noDoubt, reachOf } from '../statistics/doubt';
import { exactLimit } from '../statistics/room';
import type { SegmentTally } from '../summary/segment-tally';
import { JourneyLife } from './journey-life';
import type { Progress } from './progress';
import { tooManyToKeep, type ResolvedStudy } from './read-study';
import { runStudy } from './run-study';

const pilotCustomers = 2000;

/** A pilot is made larger for a chance that it would see fewer times than these. */
const enough = 10;
const mostPilot = 1_000_000;
/** A pilot's own error in the spread makes half of all half-widths come out too wide; so much more and hardly any does (judgement). */
const allowance = 1.05;

/**
 * The number named, or the number a pilot says is needed for the overall mean of the (first) journey to lie within the half-width, at most `max`.
 * The pilot has 2,000 customers a segment, or as many as see ten of the rarest chance that can move the outcome. The number is fixed before the
 * study itself is run.
 */
export function* customersFor(study: ResolvedStudy, progress: Progress): Work<number> {
  const { until } = study;
  if (until === undefined) return study.customers;
  const { outcome, halfWidth, max } = until;
  let pilot = pilotCustomers;
  let tallies = yield* livePilot(study, outcome, pilot, progress);
  const rarest = Math.min(1, ...tallies.map(({ doubts }) => doubts.rarest(outcome) ?? 1));
  const wanted = Math.min(mostPilot, max, Math.ceil(enough / rarest));
  if (wanted > pilot) tallies = yield* livePilot(study, outcome, (pilot = wanted), progress);
  const whole = study.segments.reduce((sum, { share }) => sum + share, 0);
  const parts = tallies.map((tally, index) => ({
    weight: study.segments[index]!.share / whole,
    doubt: tally.outcomes.get(outcome)?.doubt(tally.nobodyLeft) ?? noDoubt,
  }));
  const { error, unseen } = combinedDoubt(parts);
  const luck = (normalQuantile(0.5 + study.confidence / 2) * error) / halfWidth;
  const hidden = reachOf({ ...noDoubt, unseen }, study.confidence) / halfWidth;
  const customers = Math.min(max, Math.max(pilot, Math.ceil(allowance * pilot * Math.max(luck * luck, hidden))));
  if (study.keep.size > 0 && customers > exactLimit) {
    throw new JourneyError([
      tooManyToKeep(`${customers}, which is what until asks for`, 'a wider halfWidth, or customers in place of until'),
    ]);
  }
  return customers;
}

/** The outcome alone, over so many customers a segment of the first journey. */
function* livePilot(study: ResolvedStudy, outcome: OutcomeName, customers: number, progress: Progress): Work<readonly SegmentTally[]> {
  const journeys = study.journeys.slice(0, 1);
  const asked: ResolvedStudy = { ...study, journeys, outcomes: new Set([outcome]), interactions: false };
  const life = new JourneyLife();
  yield* runStudy(asked, { customers, lives: [life], progress });
  return life.tallies;
}
