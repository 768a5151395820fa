import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { defineJourney } from './define-journey';
import { defineSegments } from './define-segments';
import type { Journey, JourneyInput, Segment, SegmentInput } from './types';

/**
 * A journey from JSON: an imported `.json` file, a response, a stored text. As `defineJourney`, for data of which the compiler does not know
 * that it is a journey (it reads `"kind": "wait"` in a file as any text).
 *
 * @param json The journey as `defineJourney` takes it, parsed or as JSON text.
 * @returns the journey in its one canonical form, deeply frozen.
 * @throws JourneyError with every fault in it at once; `invalid-text` for a text that is not JSON.
 *
 * @example
 * import { journeyFromJson } from 'peakend';
 * const visit = journeyFromJson('{ "name": "Visit", "interactions": [{ "id": "queue", "kind": "wait", "duration": "4 min" }] }');
 * visit.interactions[0].duration; // 240
 */
export function journeyFromJson(json: unknown): Journey {
  return defineJourney(parsed(json) as JourneyInput);
}

/**
 * Segments from JSON, as {@link journeyFromJson} for journeys. Their ids are then any text to the compiler.
 *
 * @param json The list of segments as `defineSegments` takes it, parsed or as JSON text.
 * @returns the segments in their canonical form, deeply frozen.
 * @throws JourneyError with every fault in it at once; `invalid-text` for a text that is not JSON.
 *
 * @example
 * import { segmentsFromJson } from 'peakend';
 * segmentsFromJson('[{ "id": "regular", "count": 300 }, { "id": "new", "count": 100 }]')[1].share; // 0.25
 */
export function segmentsFromJson(json: unknown): readonly Segment[] {
  return defineSegments(parsed(json) as readonly SegmentInput[]);
}

/** What a text holds; anything but a text is parsed already. */
export function parsed(json: unknown): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch {
    throw new JourneyError([{ code: 'invalid-text', path: '', expected: 'data, or JSON as text', received: quote(json) }]);
  }
}
