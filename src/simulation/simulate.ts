import { deepFreeze } from '../model/deep-freeze';
import type { SegmentInput } from '../journey/types';
import { SegmentTally } from '../summary/segment-tally';
import { assemble } from './assemble';
import { customersFor } from './customers-for';
import { readStudy, type ResolvedStudy } from './read-study';
import { SegmentRun } from './run-block';
import type { Requested, SimulateInput, Simulation, SimulationOf } from './types';

/**
 * Sends customers of every segment through a journey and says what it was to them: how long it took and felt, what they remember, how
 * satisfied it leaves them, each with its error.
 *
 *     journey ─▶ plan ─▶ columns ─▶ curve ─▶ outcomes ─▶ estimates
 *               (looked  (drawn,    (lived    (one column  (mean, error,
 *                up once) by stream)  in order) each)        quantiles)
 *
 * The same study gives the same bytes on every engine: seed, options and library version are all that matters.
 *
 * @param input `journey`, and any of `segments` (default: one, `everyone`), `model` (what differs from `defaultModel`), `customers` per
 * segment (1 … 1e9, default 10,000) or `until`, `seed` (text or whole number), `confidence` (default 0.95), `outcomes` (limits the work),
 * `keep` (raw columns), `population`.
 * @returns a frozen, plain-data {@link Simulation}: `overall` and `segments[id]`, each with one estimate an outcome; durations in seconds,
 * affect −10…+10, satisfaction 0…100.
 * @throws JourneyError with every fault in the study at once.
 *
 * @example
 * import { simulate } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 900, affect: 2 }] }, customers: 100, seed: 1 });
 * today.overall.perceivedDuration.mean; // 900
 */
export function simulate<const Segments extends readonly SegmentInput[] = readonly [{ id: 'everyone'; share: 1 }], Name extends Requested = Requested>(
  input: SimulateInput<Segments, Name>,
): SimulationOf<Segments, Name> {
  // 1. What people wrote becomes checked, resolved data, or one error with everything in it.
  const study = readStudy(input, [{ path: 'journey', value: input.journey }], ['journey']);
  return deepFreeze(simulateResolved(study)) as SimulationOf<Segments, Name>;
}

/** As {@link simulate}, behind the door. */
export function simulateResolved(study: ResolvedStudy): Simulation {
  // 2. How many customers: named, or found by a pilot.
  const customers = customersFor(study, (size) => tallyAll(study, size));
  // 3. Block by block, every segment lives the journey and is tallied; 4. tallies become estimates.
  return assemble(study, study.journeys[0]!, tallyAll(study, customers), customers);
}

function tallyAll(study: ResolvedStudy, customers: number): SegmentTally[] {
  return study.segments.map((segment, index) => {
    const run = new SegmentRun(segment, study.models[index]!, study.journeys, study.root, customers);
    const tally = new SegmentTally(run.plans[0]!, customers, study);
    for (let block = 0; block < run.blocks; block++) {
      const [lived] = run.runBlock(block, { outcomes: study.outcomes, steps: study.interactions });
      tally.add(lived!, run.columns, run.firstOf(block));
    }
    return tally;
  });
}
