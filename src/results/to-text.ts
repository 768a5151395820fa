import type { Distribution } from '../distributions/families';
import { formatDistribution, type QuantityUnit } from '../distributions/format-distribution';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { defineJourney } from '../journey/define-journey';
import { defineSegments } from '../journey/define-segments';
import { journeyPage } from '../journey/journey-page';
import { otherThanJourney } from '../journey/other-than-journey';
import { segmentsPage } from '../journey/segments-page';
import type { JourneyInput, SegmentInput } from '../journey/types';
import { guardPlain } from '../plain/guard-plain';
import { isList } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { editsWords, editWords } from '../redesign/edit-words';
import type { Edit } from '../redesign/types';
import { lineWords, pageWords, wordsOf, type Words } from '../words/display';
import { checkResult } from './check-result';
import { comparisonPage } from './comparison-words';
import { simulationPage } from './simulation-words';
import type { AnyComparison, AnySimulation } from './types';

/** A result that knows its own words; they do not survive JSON. */
export interface Shown {
  /** What kind of result it is. */
  readonly kind: string;
}

/** What {@link toText} and {@link toMarkdown} print: whatever the library makes. */
export type Printable =
  AnySimulation | AnyComparison | Shown | JourneyInput | readonly SegmentInput[] | Edit | readonly Edit[] | Distribution | number;

/** What words may need beyond the thing itself. */
export interface TextOptions {
  /** Of a distribution: what its numbers are. Default: plain numbers (affect, effort, …). */
  readonly unit?: QuantityUnit | undefined;
  /** Of edits: the journey they are for; its steps are then called by their names. Default: by their ids. */
  readonly journey?: JourneyInput | undefined;
}

/**
 * Anything the library makes in plain text: a result as tables for a terminal, sentences for a meeting, what it was made from and what to
 * doubt; a journey or segments as a table; a difference of journeys or a list of edits line by line; an edit or a distribution as a phrase.
 * For reading only: the wording may change.
 *
 * @param made What `simulate` or `compare` returned, or the same read back from JSON; any other result (`explain`, `experiment`, `waterfall`,
 * `robustness`, `checkStandards`, `diffJourneys`, …) as it was returned; a journey, segments, an edit, edits or a distribution, made here or
 * as people write them.
 * @param options `unit`: of a distribution, `'seconds'` where it is one of durations; `journey`: of edits, the one they are for.
 * @returns one or several lines without a line break at the end.
 * @throws JourneyError for anything else, and for a journey, segments, edits or a distribution that are wrong.
 *
 * @example
 * import { move, simulate, toText } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * toText(simulate({ journey: call, customers: 100, seed: 1 })).split('\n')[0]; // "Call: 100 customers, seed '1'"
 * toText(call).split('\n')[0]; // 'Call: 1 step, about 5 min'
 * toText(move('thanks', { to: 'end' })); // 'move "thanks" to the end'
 */
export function toText(made: Printable, options: TextOptions = {}): string {
  return wordsFor(made, options)['text/plain'];
}

/**
 * The same as GitHub Markdown, for a notebook, an issue or a page. As {@link toText} otherwise.
 *
 * @example
 * import { normal, simulate, toMarkdown } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 100, seed: 1 });
 * toMarkdown(today).split('\n')[0]; // "### Call: 100 customers, seed '1'"
 * toMarkdown(normal({ mean: -2, sd: 1.5 })); // '−2 ± 1.5'
 */
export function toMarkdown(made: Printable, options: TextOptions = {}): string {
  return wordsFor(made, options)['text/markdown'];
}

function wordsFor(made: unknown, options: TextOptions): Words {
  const { unit, journey } = readOptions(options);
  const own = wordsOf(made);
  if (own !== undefined) return own;
  if (isList(made)) {
    const first = ownValue(made, '0');
    return first !== undefined && !has(first, 'edit')
      ? pageWords(segmentsPage(defineSegments(made as SegmentInput[])))
      : lineWords(editsWords(made as Edit[], journey));
  }
  if (has(made, 'edit')) return lineWords([editWords(made as Edit, journey)]);
  if (has(made, 'interactions')) return pageWords(journeyPage(defineJourney(made as JourneyInput)));
  if (typeof made === 'number' || has(made, 'type')) return lineWords([formatDistribution(made as Distribution | number, unit)]);
  if (!printedAfterJson.includes(ownValue(made, 'kind'))) throw unprintable(made);
  const result = checkResult(made, 'result');
  return pageWords(result.kind === 'simulation' ? simulationPage(result) : comparisonPage(result));
}

function readOptions(given: TextOptions): { readonly unit: QuantityUnit; readonly journey: JourneyInput | undefined } {
  const read = reading(given, ['unit', 'journey'], { path: 'options', asTheyAre: ['journey'] });
  const unit = read.oneOf<QuantityUnit>('unit', ['seconds', 'plain']) ?? 'plain';
  read.finish();
  return { unit, journey: read.written.journey as JourneyInput | undefined };
}

/** Kinds of results whose words are made from their data alone. */
const printedAfterJson: readonly unknown[] = ['simulation', 'comparison'];

function unprintable(made: unknown): JourneyError {
  const expected = 'what the library makes: a result, a journey, segments, edits or a distribution';
  const hint = has(made, 'kind')
    ? 'of what was read from JSON only results of simulate and compare still have words'
    : otherThanJourney(guardPlain(made).data)?.hint;
  return new JourneyError([
    { code: 'invalid-type', path: 'result', expected, received: quote(made), ...(hint === undefined ? {} : { hint }) },
  ]);
}

function has(holder: unknown, key: string): boolean {
  return ownValue(holder, key) !== undefined;
}

/** What an object holds as a value; of what else it would run, or of what it claims to be long, nothing is asked. */
function ownValue(holder: unknown, key: string): unknown {
  try {
    return typeof holder === 'object' && holder !== null ? (Object.getOwnPropertyDescriptor(holder, key)?.value as unknown) : undefined;
  } catch {
    return undefined;
  }
}
