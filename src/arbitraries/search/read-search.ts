import type { Issue } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { isList } from '../../plain/plain-object';
import { quote } from '../../errors/wording';
import { checkResponseTargets } from '../../journey/check-response-targets';
import { defineJourney } from '../../journey/define-journey';
import { defineSegments } from '../../journey/define-segments';
import { issuesError } from '../../plain/issues-error';
import { prefixIssues } from '../../plain/prefix-issues';
import type { Journey, SegmentInput } from '../../journey/types';
import { checkNumber } from '../../plain/check-number';
import { copyPlain } from '../../plain/copy-plain';
import { defaultModel } from '../../model/defaults';
import { readModel } from '../../model/read-model';
import { guardValues, openOptions } from '../../plain/open-options';
import type { ExperienceModelInput } from '../../model/types';
import { outcomeNames, type OutcomeName } from '../../experience/outcomes';
import { rootKey } from '../../random/root-key';
import { readStandardAt } from '../../standards/read-standards';
import type { Standard } from '../../standards/types';
import { readNames } from '../../simulation/read-study';
import { readJourneys } from '../read-journeys';
import { assumptionDimensions } from './assumption-dimensions';
import type { Case } from './case';
import { customerDimensions } from './customer-dimensions';
import type { Dimension } from './dimension';
import { journeyDimensions } from './journey-dimensions';
import { pairOf, type Pair } from './subject';
import { readSpace } from './read-space';
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
  const start = copyPlain(assumed) as ExperienceModelInput;
  return {
    standard,
    outcomes,
    starts: pairs.flatMap((pair) => asked.map((segment): Case => ({ pair, segment, model: start, settings: [] }))),
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
  const missing = (['baseline', 'variant'] as const).filter((key) => input[key] === undefined);
  for (const key of missing)
    issues.push({
      code: 'missing',
      path: key,
      expected: key === 'baseline' ? 'a journey' : 'edits, a journey, or a function of a journey',
      received: 'nothing',
    });
  if (missing.length > 0) return undefined;
  const baseline = under('baseline', issues, () => defineJourney(input['baseline'] as Journey));
  if (baseline === undefined) return undefined;
  // Edits are part of the result: they must be ours.
  const variant = (isList(input['variant']) ? guardValues({ variant: input['variant'] }, []) : input)['variant'] as VariantSource;
  const first = under(isList(variant) ? '' : 'variant', issues, () => pairOf(baseline, variant));
  if (first === undefined || typeof within.journeys !== 'object') return first && [first];
  if (first.source === undefined) {
    const hint = 'give the variant as edits, or as a function of a journey';
    issues.push({
      code: 'conflict',
      path: 'within.journeys',
      expected: 'a redesign that can be done to other journeys',
      received: 'one journey',
      hint,
    });
    return undefined;
  }
  const journeys = under('', issues, () => readJourneys(within.journeys, 'within.journeys')) ?? [];
  const others = journeys.map((journey, index) => under(`within.journeys[${index}]`, issues, () => pairOf(journey, variant)));
  return [first, ...others.filter((pair) => pair !== undefined)];
}

function whole(value: unknown, path: string, min: number, max: number, issues: Issue[]): number {
  if (checkNumber(value, path, issues, { min, max, what: 'a whole number' }) && !Number.isInteger(value)) {
    issues.push({
      code: 'out-of-range',
      path,
      expected: `a whole number from ${min} to ${max}`,
      received: quote(value),
      params: { min, max, whole: true },
    });
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
