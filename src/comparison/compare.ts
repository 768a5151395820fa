import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import { checkSize } from '../experience/check-outcome';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import type { KnownSteps } from '../journey/known-steps';
import { throwIssues } from '../plain/issues-error';
import { markAs } from '../plain/made-here';
import { deepFreeze } from '../plain/deep-freeze';
import { checkKeys } from '../plain/check-keys';
import { openAt } from '../plain/plain-object';
import { readRecord } from '../plain/reading';
import { finish } from '../plain/work';
import { comparisonPage } from '../results/comparison-words';
import { withDisplay } from '../words/display';
import type { Comparison, Requested } from '../results/types';
import { askStudy } from '../simulation/ask-study';
import type { Asked } from '../simulation/asked';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import type { Keeping } from '../simulation/keeping';
import { checkJourneys, checkStudy, openInput, type NamedJourney, type StudySettings } from '../simulation/read-study';
import type { SegmentsOrIds } from '../simulation/types';
import { carriedMargins } from './carried-margins';
import { assembleComparison, type ComparisonParts } from './assemble-comparison';
import type { CompareInput, ComparisonOf } from './compare-types';
import { ComparisonTally } from './comparison-tally';

/**
 * Says whether a changed journey is better, for whom, by how much, and how sure that is. The same simulated customers go through every
 * journey, so what differs is the journey and not the luck.
 *
 * @param input `baseline`, `variants` (name → journey), and all that `simulate` takes; `margin`: what counts as practically the same, a
 * number in points of satisfaction or `{ outcome: size }` each in its unit (default 0).
 * @returns a frozen, plain-data {@link Comparison}: `variants[name].overall`, `.segments[id]` with one {@link Difference} an outcome
 * (variant − baseline, interval, who is better or worse off, conclusion, sentence), `.sentence`, `.simulation`; and `baseline`.
 * @throws JourneyError with every fault in the study at once.
 *
 * @example
 * import { compare } from 'peakend';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const verdict = compare({ baseline: call(0), variants: { kinder: call(2) }, customers: 100, seed: 1 });
 * verdict.variants.kinder.overall.rememberedUtility.difference; // 2
 */
export function compare<
  const Segments extends SegmentsOrIds = 'everyone',
  Variant extends string = string,
  Name extends Requested = Requested,
>(input: CompareInput<Segments, Variant, Name>): ComparisonOf<Segments, Variant, Name> {
  return finish(compareWork(readComparison(input)).work) as unknown as ComparisonOf<Segments, Variant, Name>;
}

/**
 * As {@link compare}, without holding up whoever else runs in this thread; `signal` and `onProgress` as in `simulateAsync`.
 *
 * @example
 * import { compareAsync } from 'peakend';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const verdict = await compareAsync({ baseline: call(0), variants: { same: call(0) }, customers: 100, seed: 1 });
 * verdict.variants.same.overall.satisfaction.conclusion; // 'practically the same'
 */
export async function compareAsync<
  const Segments extends SegmentsOrIds = 'everyone',
  Variant extends string = string,
  Name extends Requested = Requested,
>(input: CompareInput<Segments, Variant, Name>, options: DriveOptions = {}): Promise<ComparisonOf<Segments, Variant, Name>> {
  return (await drive(compareWork(readComparison(input)), options)) as unknown as ComparisonOf<Segments, Variant, Name>;
}

/** A comparison as work that can be driven piece by piece and asked for what it has so far. */
export function compareWork(parts: Omit<ComparisonParts, 'customers'>, keeping?: Keeping): WatchedWork<Comparison> {
  return askStudy(comparisonOf(parts), keeping);
}

/** What is asked of a study with several journeys. */
export function comparisonOf(parts: Omit<ComparisonParts, 'customers'>): Asked<Comparison, ComparisonTally> {
  const { study, names, margins, leading } = parts;
  const [baseline, ...versions] = study.journeys;
  return {
    kind: 'comparison',
    study,
    more: JSON.stringify(leading === undefined ? [names, margins] : [names, margins, leading]),
    own: () => ({ baseline, variants: Object.fromEntries(names.map((name, index) => [name, versions[index]])), margin: margins }),
    gather: (journeys, room, arena) => new ComparisonTally(journeys, room, arena, margins),
    *answer({ lives, gathered }, customers, stage) {
      return presentComparison(yield* assembleComparison({ ...parts, customers }, lives, gathered, stage));
    },
  };
}

/** Frozen, and shown as text and Markdown in notebooks. */
function presentComparison(result: Comparison): Comparison {
  markAs('result', result);
  return deepFreeze(withDisplay(result, comparisonPage));
}

const comparisonKeys = ['baseline', 'variants', 'margin'] as const;

/** A comparison as people write it. */
export function readComparison(given: unknown): Omit<ComparisonParts, 'customers'> {
  const input = openInput(given, comparisonKeys);
  const issues: Issue[] = [];
  const { outcomes } = input;
  const { journeys, names, margins } = readVersions(input, issues);
  if (Array.isArray(outcomes) && outcomes.length > 0 && outcomes.every((name) => name === 'interactions'))
    issues.push(nothingToCompare('outcomes'));
  const study = checkStudy(input, journeys, comparisonKeys, issues);
  throwIssues(issues);
  return { study: study!, names, margins: carriedMargins(margins, study!.model) };
}

/** As a comparison is read whole, of a study whose settings have been read before. */
export function readComparisonIn(settings: StudySettings, given: unknown, known: KnownSteps): Omit<ComparisonParts, 'customers'> {
  const input = openInput(given, comparisonKeys);
  const issues: Issue[] = [];
  checkKeys(input, comparisonKeys, '', issues);
  const { journeys, names, margins } = readVersions(input, issues);
  if (settings.outcomes.size === 0) issues.push(nothingToCompare('outcomes'));
  const study = checkJourneys(settings, journeys, issues, known);
  throwIssues(issues);
  return { study: study!, names, margins: carriedMargins(margins, settings.model) };
}

interface Versions {
  readonly journeys: readonly NamedJourney[];
  readonly names: readonly string[];
  readonly margins: Margins;
}

function readVersions(input: Readonly<Record<string, unknown>>, issues: Issue[]): Versions {
  const variants = readVariants(input['variants'], issues);
  const names = Object.keys(variants);
  const margins = readMargin(input['margin'], issues);
  const journeys = [
    { path: 'baseline', value: input['baseline'] },
    ...names.map((name) => ({ path: at('variants', name), value: variants[name] })),
  ];
  return { journeys, names, margins };
}

function nothingToCompare(path: string): Issue {
  return { code: 'missing', path, expected: 'at least one outcome to compare', received: 'interactions alone' };
}

/** Journeys by name, as they were written. */
function readVariants(variants: unknown, issues: Issue[]): Readonly<Record<string, unknown>> {
  const expected = 'an object with at least one variant by name';
  const hint = 'for example variants: { calmer: redesign(today, […]) }';
  const fields = openAt(variants, 'variants', expected, issues, hint);
  if (fields !== undefined && Object.keys(fields).length === 0) issues.push(unfit(fields, 'variants', expected, { code: 'missing', hint }));
  return fields ?? {};
}

type Margins = ComparisonParts['margins'];

/** A margin as people write it; what is wrong with it goes to `issues`. */
export function readMargin(margin: unknown, issues: Issue[]): Margins {
  if (margin === undefined) return {};
  if (typeof margin === 'number') return checkSize(margin, 'satisfaction', 'margin', issues) ? { satisfaction: margin } : {};
  const written = readRecord(margin, 'margin', issues, 'points of satisfaction, or an object by outcome')?.written ?? {};
  for (const [name, value] of Object.entries(written)) {
    if (isOutcome(name)) checkSize(value, name, at('margin', name), issues);
    else issues.push(unknownOutcome(at('margin', name), name));
  }
  return written;
}
