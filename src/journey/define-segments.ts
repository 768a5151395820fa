import { locate } from '../errors/locate';
import type { Issue } from '../errors/located-issue';
import { issuesError, mostIssues } from '../plain/issues-error';
import { readSegments } from './read-segments';
import type { Segment, SegmentInput } from './types';

/**
 * Makes the list of customer kinds a study runs for: checks all of it, reads texts such as `'20 min'`, and freezes a copy. The ids stay in
 * the type, so `result.segments['first-time']` is known to exist.
 *
 * @param input The segments: each with an `id` and a `share` of the population (above 0; all sum to 1 ± 1e-9), or each with a `count` of
 * people, from which the shares follow. Then how that kind differs: `expectation` (affect −10…+10, default 0), `patience` (seconds of waiting
 * before leaving; default: never leaves), `responses` by step id, `stage:…`, `channel:…` or `*`, `model`, … Never changed or frozen.
 * @returns the segments in their canonical form, deeply frozen. Given a list it made, it returns that very list.
 * @throws JourneyError with every fault in it at once (at most 200, `more` counts the rest).
 *
 * @example
 * import { defineSegments } from 'peakend';
 * const segments = defineSegments([{ id: 'regular', count: 300 }, { id: 'first-time', count: 100, expectation: 2 }]);
 * segments[1].share; // 0.25
 */
export function defineSegments<const Id extends string>(input: readonly SegmentInput<Id>[]): readonly Segment<Id>[] {
  const reading = readSegments(input);
  if (reading.segments === undefined) throw issuesError(reading.issues);
  return reading.segments as readonly Segment<Id>[];
}

/**
 * Everything wrong with a list of segments, as data; an empty list where nothing is.
 *
 * @param input Anything at all.
 * @returns at most 200 issues, each with a stable `code`, a `path` such as `[1].share`, `expected`, `received` and maybe a `hint`.
 *
 * @example
 * import { checkSegments } from 'peakend';
 * checkSegments([{ id: 'regular', share: 0.5 }])[0].code; // 'shares'
 */
export function checkSegments(input: unknown): Issue[] {
  return readSegments(input).issues.slice(0, mostIssues).map(locate);
}
