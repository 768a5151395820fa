import type { OutcomeName } from '../experience/outcomes';
import { makeStandard } from './read-standards';
import type {
  FewWorseStandard,
  ImprovesStandard,
  NoSegmentWorseStandard,
  FewWorseOptions,
  ImprovesOptions,
  NoSegmentWorseOptions,
} from './types';

/**
 * A standard for comparisons: no segment may lose by the change, however much the others gain.
 *
 * @param outcome Any outcome; which way is worse follows from it.
 * @param options `margin`: how much worse on average still passes, in the outcome's unit, 0 or more (default 0; durations also as text).
 * Without a margin a segment for which nothing changes passes only where nothing changes for anybody: otherwise it cannot be told.
 * @returns the standard as frozen JSON.
 * @throws JourneyError for an unknown outcome or a margin below 0.
 *
 * @example
 * import { noSegmentWorse } from 'peakend';
 * noSegmentWorse('satisfaction', { margin: 0.5 }).margin; // 0.5
 */
export function noSegmentWorse(outcome: OutcomeName, options: NoSegmentWorseOptions = {}): NoSegmentWorseStandard {
  return makeStandard({ noSegmentWorse: outcome }, options);
}

/**
 * A standard for comparisons: the change must be for the better on average.
 *
 * @param outcome Any outcome; which way is better follows from it.
 * @param options `by`: how much better at least, in the outcome's unit, 0 or more (default 0: better at all; durations also as text); `segment`: an id,
 * `each` or `overall` (default).
 * @returns the standard as frozen JSON.
 * @throws JourneyError for an unknown outcome or a `by` below 0.
 *
 * @example
 * import { improves } from 'peakend';
 * improves('perceivedDuration', { by: '2 min' }).by; // 120
 */
export function improves(outcome: OutcomeName, options: ImprovesOptions = {}): ImprovesStandard {
  return makeStandard({ improves: outcome }, options);
}

/**
 * A standard for comparisons: only so many customers may be worse off, each judged by what the change is to that customer (by more than the
 * comparison's `margin`).
 *
 * @param outcome Any outcome; which way is worse follows from it.
 * @param options `atMost`: a share of customers, 0…1; `segment`: an id, `each` or `overall` (default).
 * @returns the standard as frozen JSON.
 * @throws JourneyError for an unknown outcome or a share that is none.
 *
 * @example
 * import { fewWorse } from 'peakend';
 * fewWorse('satisfaction', { atMost: 0.1 }).atMost; // 0.1
 */
export function fewWorse(outcome: OutcomeName, options: FewWorseOptions): FewWorseStandard {
  return makeStandard({ fewWorse: outcome }, options);
}
