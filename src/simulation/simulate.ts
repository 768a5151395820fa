import { finish } from '../plain/work';
import type { Requested } from '../results/types';
import { drive, type DriveOptions } from './drive';
import { openInput, readStudy, type ResolvedStudy } from './read-study';
import { simulateWork } from './simulate-work';
import type { SegmentsOrIds, SimulateInput, SimulationOf } from './types';

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
export function simulate<const Segments extends SegmentsOrIds = 'everyone', Name extends Requested = Requested>(
  input: SimulateInput<Segments, Name>,
): SimulationOf<Segments, Name> {
  // 1. What people wrote becomes checked, resolved data, or one error with everything in it.
  const study = readSimulation(input);
  // 2. Customers by number or by pilot; 3. block by block every segment lives the journey; 4. tallies become estimates.
  const result = finish(simulateWork(study).work);
  // 5. Words for notebooks, and nothing can be changed any more.
  return result as unknown as SimulationOf<Segments, Name>;
}

/**
 * As {@link simulate}, without holding up whoever else runs in this thread.
 *
 * @param input As for `simulate`.
 * @param options `signal` stops the run: the promise is rejected with an `AbortError` of this run's own (a JourneyError, `code` `aborted`), whose
 * `cause` is the signal's reason and, with `partial: true`, whose `partial` is the result so far (or undefined); `onProgress` hears
 * `{ done, total, share }` in customers.
 * @returns the same bytes as `simulate`.
 *
 * @example
 * import { simulateAsync } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 900, affect: 2 }] };
 * const today = await simulateAsync({ journey: call, customers: 100, seed: 1 }, { onProgress: ({ share }) => share });
 * today.overall.clockDuration.mean; // 900
 */
export async function simulateAsync<const Segments extends SegmentsOrIds = 'everyone', Name extends Requested = Requested>(
  input: SimulateInput<Segments, Name>,
  options: DriveOptions = {},
): Promise<SimulationOf<Segments, Name>> {
  return (await drive(simulateWork(readSimulation(input)), options)) as unknown as SimulationOf<Segments, Name>;
}

/** One journey to be simulated, checked. */
export function readSimulation(input: object): ResolvedStudy {
  const written = openInput(input, ['journey']);
  return readStudy(written, [{ path: 'journey', value: written.journey }], ['journey']);
}
