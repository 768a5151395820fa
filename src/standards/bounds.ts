import type { OutcomeName } from '../experience/outcomes';
import { makeStandard } from './read-standards';
import type { AtLeastStandard, AtMostStandard, StandardSegment, StandardStatistic } from './types';

/** What of an outcome must keep to a bound, and for whom. */
export interface BoundOptions {
  /** `mean` (default), or a percentile of the customers such as `p95`. */
  readonly statistic?: StandardStatistic | undefined;
  /** A segment's id, `each`, or `overall` (default). */
  readonly segment?: StandardSegment | undefined;
}

/**
 * A standard: an outcome must reach a bound. Part of a customer's bill of rights, to be held against results with `checkStandards` or in a
 * test with `expect(result).toMeet(…)`.
 *
 * @param outcome Any outcome, such as `satisfaction`.
 * @param bound In the outcome's unit: seconds (or text such as `'10 min'`), affect −10…+10, points 0…100, shares 0…1.
 * @param options `statistic`: `mean` (default) or a percentile, of which `p5` is what all but the worst-off 5 % reach; `segment`: an id,
 * `each` or `overall` (default).
 * @returns the standard as frozen JSON.
 * @throws JourneyError for an unknown outcome or statistic, or a bound that cannot be read or lies outside the outcome's scale.
 *
 * @example
 * import { atLeast } from 'peakend';
 * atLeast('satisfaction', 60, { segment: 'each' }).atLeast; // 60
 */
export function atLeast(outcome: OutcomeName, bound: number | string, options: BoundOptions = {}): AtLeastStandard {
  return makeStandard({ outcome, atLeast: bound }, options);
}

/**
 * A standard: an outcome must not exceed a bound. As {@link atLeast} otherwise. "Nine in ten wait no more than ten minutes" is
 * `atMost('waitingDuration', '10 min', { statistic: 'p90' })`.
 *
 * @param outcome Any outcome, such as `waitingDuration`.
 * @param bound In the outcome's unit; of durations also a text.
 * @param options `statistic` (default `mean`) and `segment` (default `overall`).
 * @returns the standard as frozen JSON, durations in seconds.
 * @throws JourneyError for an unknown outcome or statistic, or a bound that cannot be read or lies outside the outcome's scale.
 *
 * @example
 * import { atMost } from 'peakend';
 * atMost('waitingDuration', '10 min', { statistic: 'p90' }).atMost; // 600
 */
export function atMost(outcome: OutcomeName, bound: number | string, options: BoundOptions = {}): AtMostStandard {
  return makeStandard({ outcome, atMost: bound }, options);
}
