import { formatSeconds } from '../distributions/format-seconds';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { readJourney } from '../journey/read-journey';
import { readDuration } from '../journey/read-quantity';
import type { Journey } from '../journey/types';
import type { DurationInput } from '../journey/wait-types';
import { deepFreeze } from '../plain/deep-freeze';
import { issuesError } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { CjmlReading } from './cjml-reading';
import { Leftovers, type Converted } from './left';
import { tellNamedWaits } from './named-waits';
import { xmlTree, type XmlNode } from './xml-tree';
import { shown } from './shown';

/** How a CJML document is to be read. */
export interface FromCjmlOptions {
  /** Which journey, where there are several: its `journeyID`. Default: the first, and `left` says what the others are. */
  readonly journey?: string | undefined;
  /** How long every touchpoint takes, for CJML does not say: seconds, text or a distribution. Default 5 minutes (judgement), and `left` says so. */
  readonly duration?: DurationInput | undefined;
}

const assumedSeconds = 300;

/**
 * A journey from CJML, the Customer Journey Modeling Language of SINTEF, as XML: planned and actual journeys of version 2, and the simpler documents that
 * its diagram editors export. Touchpoints (communication points and actions) become steps, phases stages, channels channels, initiator and receiver
 * `actors`, and what the receiver does the `note`.
 *
 * CJML says neither how long a touchpoint takes nor, in a planned journey, how it feels: durations are assumed, affect is 0.
 *
 * @param text The document, or its bytes in UTF-8; at most 20 million characters.
 * @param options `journey`: which one, by its id; `duration` of every touchpoint, default 5 minutes.
 * @returns `value`: the journey; `left`: what was assumed, and every element that a journey has no place for.
 * @throws JourneyError `invalid-text` with line and column where it is not well-formed XML or holds no journey; `unknown-id` for a journey that is not there.
 *
 * @example
 * import { fromCjml } from 'peakend/formats';
 * const { value } = fromCjml(`<CJML version="2.0"><plannedJourney><journeyID>Return</journeyID>
 *   <touchpoints><plannedAction><touchpointID>T1</touchpointID><actionLabel>Pack the parcel</actionLabel></plannedAction></touchpoints>
 * </plannedJourney></CJML>`);
 * value.interactions[0].name; // 'Pack the parcel'
 */
export function fromCjml(text: string | Uint8Array, options: FromCjmlOptions = {}): Converted<Journey> {
  const read = reading(options, ['journey', 'duration'], { path: 'options' });
  const wanted = read.text('journey', 'the id of a journey');
  const duration = read.by('duration', readDuration);
  read.finish();
  const left = new Leftovers();
  const root = xmlTree(text, 'text');
  const chosen = choose(root, wanted, left);
  const { name, steps } = new CjmlReading(root, chosen, left).read();
  if (steps.length === 0) {
    const expected = 'a journey with touchpoints: communication points or actions';
    throw new JourneyError([{ code: 'missing', path: chosen.place, expected, received: `${quote(`<${chosen.name}>`)} without any` }]);
  }
  if (duration === undefined)
    left.add('', `durations are not in it: ${formatSeconds(assumedSeconds)} are assumed for every step`, steps.length);
  const interactions = steps.map(({ place: _, ...step }) => ({ ...step, duration: duration ?? assumedSeconds }));
  const { journey, issues } = readJourney({ name, interactions });
  if (journey === undefined) {
    const place = (path: string): string => path.replace(/^interactions\[(\d+)\]/, (_, index: string) => steps[Number(index)]!.place);
    throw issuesError(issues.map((issue) => ({ ...issue, path: place(issue.path) })));
  }
  tellNamedWaits(journey.interactions, left);
  return deepFreeze(shown({ value: journey, left: left.list() }));
}

function choose(root: XmlNode, wanted: string | undefined, left: Leftovers): XmlNode {
  if (!/^(?:cjml|\w*journey)$/i.test(root.name)) {
    throw new JourneyError([
      { code: 'invalid-text', path: root.place, expected: 'a CJML document: <CJML> with a journey', received: quote(`<${root.name}>`) },
    ]);
  }
  const journeys = root.children.filter(({ name }) => /journey$/i.test(name));
  if (journeys.length === 0) return root;
  const idOf = (journey: XmlNode): string =>
    journey.children.find(({ name }) => /^journey(?:ID|Name)$/i.test(name))?.text.trim() ?? journey.attributes['id'] ?? '';
  const chosen = wanted === undefined ? journeys[0] : journeys.find((journey) => idOf(journey) === wanted);
  if (chosen === undefined) {
    const expected = `one of ${journeys.slice(0, 30).map(idOf).join(', ')}`.slice(0, 400);
    throw new JourneyError([{ code: 'unknown-id', path: 'journey', expected, received: quote(wanted) }]);
  }
  for (const other of journeys) if (other !== chosen) left.add(other.place, `another journey is not read: ${quote(idOf(other))}`);
  return chosen;
}
