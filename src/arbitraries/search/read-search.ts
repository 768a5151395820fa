import type { Issue } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { at, quote } from '../../errors/wording';
import { outcomeNames, type OutcomeName } from '../../experience/outcomes';
import { checkResponseTargets } from '../../journey/check-response-targets';
import { defineJourney } from '../../journey/define-journey';
import { defineSegments } from '../../journey/define-segments';
import type { Journey, SegmentInput } from '../../journey/types';
import { defaultModel } from '../../model/defaults';
import { modelParameters } from '../../model/parameters';
import { readModel } from '../../model/read-model';
import type { ExperienceModelInput } from '../../model/types';
import { checkKeys } from '../../plain/check-keys';
import { checkNumber, isRecord, type NumberRange } from '../../plain/check-number';
import { copyPlain } from '../../plain/copy-plain';
import { issuesError } from '../../plain/issues-error';
import { guardValues, openOptions } from '../../plain/open-options';
import { isList } from '../../plain/plain-object';
import { prefixIssues } from '../../plain/prefix-issues';
import { rootKey } from '../../random/root-key';
import { readNames } from '../../simulation/read-study';
import { readStandardAt } from '../../standards/read-standards';
import type { Standard } from '../../standards/types';
import { outOfOrder, readJourneys } from '../read-constraints';
import { assumptionDimensions } from './assumption-dimensions';
import type { Case } from './case';
import { customerDimensions, customerSettings } from './customer-dimensions';
import type { Dimension } from './dimension';
import { journeyDimensions } from './journey-dimensions';
import { pairOf, type Pair } from './pair';
import type { CounterexampleInput, SearchSpace, StandardFunction, VariantSource } from './types';

type Written = Readonly<Record<string, unknown>>;

/** A search as everything behind the door sees it. */
export interface ReadSearch {
  readonly standard: Standard | StandardFunction;
  readonly outcomes: readonly OutcomeName[] | undefined;
  readonly starts: readonly Case[];
  readonly dimensions: readonly Dimension[];
  readonly runs: number;
  readonly seed: string;
  readonly customers: number;
  readonly errorRate: number;
}

const known = [
  ...['baseline', 'variant', 'standard', 'outcomes', 'within', 'model', 'runs', 'seed', 'customers', 'errorRate'],
] as const satisfies readonly (keyof CounterexampleInput)[];
const spaceKeys = ['segments', 'customers', 'assumptions', 'journeys'] as const satisfies readonly (keyof SearchSpace)[];
const everyone = [{ id: 'everyone', share: 1 }] as const;

/** Everything that is wrong, at once; then starts and settings of the search. */
export function readSearch(given: unknown): ReadSearch {
  const issues: Issue[] = [];
  const expected = 'an object with baseline, variant and standard';
  const asTheyAre = ['baseline', 'variant', 'standard', 'within', 'model'];
  const written = openOptions(given, known, issues, { expected, asTheyAre });
  const { runs: cases = 400, customers: most = 32_768, errorRate = 0.001, seed = 'peakend', model: assumed = {} } = written;
  const runs = whole(cases, 'runs', 1, 100_000, issues);
  const customers = whole(most, 'customers', 2048, 1_000_000, issues);
  checkNumber(errorRate, 'errorRate', issues, { min: 1e-6, max: 0.1, what: 'a chance of a false alarm' });
  const outcomes = readNames(written['outcomes'], 'outcomes', outcomeNames, issues) as readonly OutcomeName[] | undefined;
  const within = readSpace(written['within'], issues);
  const model = readModel(assumed, defaultModel, 'model', issues);
  const standard = readAim(written['standard'], issues);
  const segments = under('within.segments', issues, () =>
    defineSegments((within.segments === undefined ? everyone : within.segments) as readonly SegmentInput[]),
  );
  const pairs = pairsFrom(written, within, issues);
  under('', issues, () => rootKey(seed as string));
  if (issues.length > 0 || model === undefined || standard === undefined || segments === undefined || pairs === undefined)
    throw issuesError(issues);

  const wanted = typeof standard !== 'function' && 'segment' in standard ? standard.segment : 'overall';
  const asked = segments.filter(({ id }) => wanted === 'overall' || wanted === 'each' || id === wanted);
  if (asked.length === 0) {
    const expected = `one of ${segments.map(({ id }) => id).join(', ')}`;
    throw new JourneyError([{ code: 'unknown-id', path: 'standard.segment', expected, received: quote(wanted) }]);
  }
  const journeys = pairs.flatMap(({ baseline, variant }) => [baseline, variant]);
  const aimless = checkResponseTargets(journeys, segments, 'within.segments');
  if (aimless.length > 0) throw issuesError(aimless);
  const { customers: customerSpace = true, assumptions = true } = within;
  const plain = { model: copyPlain(assumed) as ExperienceModelInput, settings: [] };
  const starts = pairs.flatMap((pair) => asked.map((segment) => ({ pair, segment, ...plain })));
  return {
    standard,
    outcomes,
    starts: starts.map((one, start) => ({ start, ...one })),
    dimensions: [
      ...customerDimensions(journeys, asked, customerSpace),
      ...assumptionDimensions(journeys, model, assumptions),
      ...(within.journeys === true ? journeyDimensions(pairs[0]!.baseline) : []),
    ],
    runs,
    seed: String(seed),
    customers,
    errorRate: errorRate as number,
  };
}

function readAim(given: unknown, issues: Issue[]): Standard | StandardFunction | undefined {
  if (typeof given === 'function') return given as StandardFunction;
  if (given !== undefined) return readStandardAt(given, 'standard', issues);
  issues.push({ code: 'missing', path: 'standard', expected: 'a standard, or a function of a comparison', received: 'nothing' });
  return undefined;
}

/** A journey that is missing altogether is told from its key. */
function pairsFrom(input: Written, within: SearchSpace, issues: Issue[]): readonly Pair[] | undefined {
  const needed = { baseline: 'a journey', variant: 'edits, a journey, or a function of a journey' };
  const missing = Object.entries(needed).filter(([key]) => input[key] === undefined);
  for (const [path, expected] of missing) issues.push({ code: 'missing', path, expected, received: 'nothing' });
  if (missing.length > 0) return undefined;
  const baseline = under('baseline', issues, () => defineJourney(input['baseline'] as Journey));
  if (baseline === undefined) return undefined;
  // Edits are part of the result: they must be ours.
  const variant = (isList(input['variant']) ? guardValues({ variant: input['variant'] }, []) : input)['variant'] as VariantSource;
  const first = under(isList(variant) ? '' : 'variant', issues, () => pairOf(baseline, variant));
  if (first === undefined || typeof within.journeys !== 'object') return first && [first];
  if (first.source === undefined) {
    const expected = 'a redesign that can be done to other journeys';
    const hint = 'give the variant as edits, or as a function of a journey';
    issues.push({ code: 'conflict', path: 'within.journeys', expected, received: 'one journey', hint });
    return undefined;
  }
  const journeys = under('', issues, () => readJourneys(within.journeys, 'within.journeys')) ?? [];
  const others = journeys.map((journey, index) => under(`within.journeys[${index}]`, issues, () => pairOf(journey, variant)));
  return [first, ...others.filter((pair) => pair !== undefined)];
}

/** Where to search, read as far as it has no door of its own: segments and journeys come as they are. */
function readSpace(given: unknown, issues: Issue[]): SearchSpace {
  if (given === undefined) return {};
  const space = openOptions(given, spaceKeys, issues, { path: 'within', under: 'within', asTheyAre: ['segments', 'journeys'] });
  const { customers, assumptions, journeys } = space;
  const wrong = (key: string, expected: string): void =>
    void issues.push({ code: 'invalid-type', path: at('within', key), expected, received: quote(space[key]) });

  if (isRecord(customers)) {
    checkKeys(customers, Object.keys(customerSettings), 'within.customers', issues);
    for (const [key, { bounds }] of Object.entries(customerSettings)) {
      if (!isFlag(customers[key])) checkRange(customers[key], at('within.customers', key), bounds, 'true, false or ', issues);
    }
  } else if (!isFlag(customers)) wrong('customers', 'true, false, or ranges by name');

  if (isRecord(assumptions)) {
    for (const [parameter, range] of Object.entries(assumptions)) {
      const path = `within.assumptions[${quote(parameter)}]`;
      if (Object.hasOwn(modelParameters, parameter)) checkRange(range, path, modelParameters[parameter]!, '', issues);
      else issues.push({ code: 'unknown-key', path, expected: 'the path of a parameter such as time.beta', received: quote(parameter) });
    }
  } else if (!isFlag(assumptions)) wrong('assumptions', 'true, false, or ranges by the path of a parameter');

  if (!isFlag(journeys) && !isList(journeys)) wrong('journeys', 'true, false, or a list of journeys');
  return space as SearchSpace;
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function checkRange(range: unknown, path: string, { min, max }: NumberRange, others: string, issues: Issue[]): void {
  if (!isRecord(range)) {
    issues.push({ code: 'invalid-type', path, expected: `${others}{ low, high }`, received: quote(range) });
    return;
  }
  checkKeys(range, ['low', 'high'], path, issues);
  const { low, high } = range;
  const both = [checkNumber(low, `${path}.low`, issues, { min, max }), checkNumber(high, `${path}.high`, issues, { min, max })];
  if (both.every(Boolean)) issues.push(...outOfOrder(['low', low as number], [`${path}.high`, high as number]));
}

function whole(value: unknown, path: string, min: number, max: number, issues: Issue[]): number {
  if (checkNumber(value, path, issues, { min, max, what: 'a whole number' }) && !Number.isInteger(value)) {
    const expected = `a whole number from ${min} to ${max}`;
    issues.push({ code: 'out-of-range', path, expected, received: quote(value), params: { min, max, whole: true } });
  }
  return value as number;
}

/** What a door further in has to say, told from here. */
function under<Value>(path: string, issues: Issue[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JourneyError)) throw error;
    issues.push(...prefixIssues(error.issues, path));
    return undefined;
  }
}
