import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import { checkSize } from '../experience/check-outcome';
import type { OutcomeName } from '../experience/outcomes';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { throwIssues } from '../plain/issues-error';
import { markAs } from '../plain/made-here';
import { deepFreeze } from '../plain/deep-freeze';
import { openAt } from '../plain/plain-object';
import { readRecord } from '../plain/reading';
import { comparisonPage } from '../results/comparison-words';
import { withDisplay } from '../words/display';
import type { Comparison, Requested } from '../results/types';
import type { ColumnCache } from '../sampling/column-cache';
import { customersFor } from '../simulation/customers-for';
import { drive, type DriveOptions } from '../simulation/drive';
import { checkStudy, openInput } from '../simulation/read-study';
import { finish, runStudy, type RunProgress } from '../simulation/run-study';
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
  return presentComparison(finish(compareWork(readComparison(input)).work)) as unknown as ComparisonOf<Segments, Variant, Name>;
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
  const parts = readComparison(input);
  const { work, partial } = compareWork(parts);
  const steps = parts.study.journeys.reduce((sum, journey) => sum + journey.interactions.length, 0);
  const result = await drive(work, steps, options, () => {
    const sofar = partial();
    return sofar === undefined ? undefined : presentComparison(sofar);
  });
  return presentComparison(result) as unknown as ComparisonOf<Segments, Variant, Name>;
}

/** A comparison as work that can be driven step by step and asked for what it has so far. */
export function compareWork(
  parts: Omit<ComparisonParts, 'customers'>,
  cache?: ColumnCache,
): { readonly work: Generator<RunProgress, Comparison, void>; readonly partial: () => Comparison | undefined } {
  const { study, margins } = parts;
  let tallies: ComparisonTally[] = [];
  function* work(): Generator<RunProgress, Comparison, void> {
    const customers = yield* customersFor(study);
    tallies = [];
    yield* runStudy(study, { customers, cache }, (run) => {
      const tally = new ComparisonTally(run, study, customers, margins);
      tallies.push(tally);
      return tally;
    });
    return assembleComparison({ ...parts, customers }, tallies);
  }
  const partial = (): Comparison | undefined => {
    const done = tallies.map((tally) => tally.journeys[0]!.customers);
    if (tallies.length < study.segments.length || done.some((customers) => customers === 0 || customers !== done[0])) return undefined;
    return assembleComparison({ ...parts, customers: Math.min(...done) }, tallies);
  };
  return { work: work(), partial };
}

/** Frozen, and shown as text and Markdown in notebooks. */
export function presentComparison(result: Comparison): Comparison {
  markAs('result', result);
  return deepFreeze(withDisplay(result, comparisonPage));
}

export const comparisonKeys = ['baseline', 'variants', 'margin'] as const;

export function readComparison(given: unknown): Omit<ComparisonParts, 'customers'> {
  const input = openInput(given, comparisonKeys);
  const issues: Issue[] = [];
  const { baseline, outcomes } = input;
  const variants = readVariants(input.variants, issues);
  const names = Object.keys(variants);
  if (Array.isArray(outcomes) && outcomes.length > 0 && outcomes.every((name) => name === 'interactions')) {
    issues.push({ code: 'missing', path: 'outcomes', expected: 'at least one outcome to compare', received: 'interactions alone' });
  }
  const margins = readMargin(input.margin, issues);
  const journeys = [{ path: 'baseline', value: baseline }, ...names.map((name) => ({ path: at('variants', name), value: variants[name] }))];
  const study = checkStudy(input, journeys, comparisonKeys, issues);
  throwIssues(issues);
  return { study: study!, names, margins: carriedMargins(margins, study!.model) };
}

/** Journeys by name, as they were written. */
function readVariants(variants: unknown, issues: Issue[]): Readonly<Record<string, unknown>> {
  const expected = 'an object with at least one variant by name';
  const hint = 'for example variants: { calmer: redesign(today, […]) }';
  const fields = openAt(variants, 'variants', expected, issues, hint);
  if (fields !== undefined && Object.keys(fields).length === 0) issues.push(unfit(fields, 'variants', expected, { code: 'missing', hint }));
  return fields ?? {};
}

function readMargin(margin: unknown, issues: Issue[]): { readonly [Name in OutcomeName]?: number } {
  if (margin === undefined) return {};
  if (typeof margin === 'number') return checkSize(margin, 'satisfaction', 'margin', issues) ? { satisfaction: margin } : {};
  const written = readRecord(margin, 'margin', issues, 'points of satisfaction, or an object by outcome')?.written ?? {};
  for (const [name, value] of Object.entries(written)) {
    if (isOutcome(name)) checkSize(value, name, at('margin', name), issues);
    else issues.push(unknownOutcome(at('margin', name), name));
  }
  return written;
}
