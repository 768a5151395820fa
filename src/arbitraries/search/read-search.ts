import type { Issue } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { quote } from '../../errors/wording';
import { checkResponseTargets } from '../../journey/check-response-targets';
import { defineJourney } from '../../journey/define-journey';
import { defineSegments } from '../../journey/define-segments';
import { issuesError } from '../../journey/issues-error';
import type { Journey, JourneyInput, Segment } from '../../journey/types';
import { checkKeys } from '../../model/check-keys';
import { checkNumber, isRecord } from '../../model/check-number';
import { defaultModel } from '../../model/defaults';
import { readModel } from '../../model/read-model';
import { modelParameters } from '../../model/parameters';
import type { OutcomeName } from '../../experience/outcomes';
import { rootKey } from '../../random/root-key';
import { assumptionDimensions } from './assumption-dimensions';
import type { Case } from './case';
import { standardHolds, type Claim, type ClaimFunction } from './claims';
import { customerDimensions } from './customer-dimensions';
import type { Dimension } from './dimension';
import { journeyDimensions } from './journey-dimensions';
import { pairOf, type Pair } from './subject';
import type { CounterexampleInput, SearchSpace } from './types';

/** A search as everything behind the door sees it. */
export interface ReadSearch {
  readonly claim: Claim | ClaimFunction;
  readonly outcomes: readonly OutcomeName[] | undefined;
  readonly starts: readonly Case[];
  readonly dimensions: readonly Dimension[];
  readonly runs: number;
  readonly seed: string;
  readonly customers: number;
  readonly errorRate: number;
}

const known = ['baseline', 'variant', 'claim', 'outcomes', 'within', 'model', 'runs', 'seed', 'customers', 'errorRate'];
const customerKeys = [
  'expectation',
  'patience',
  'expectedDuration',
  'dependence',
  'mood',
  'pace',
  'failures',
  'dropouts',
  'channels',
  'steps',
];
const everyone = [{ id: 'everyone', share: 1 }] as const;

/** Everything that is wrong, at once; then starts and settings of the search. */
export function readSearch(input: CounterexampleInput): ReadSearch {
  const issues: Issue[] = [];
  const written = input as unknown as Readonly<Record<string, unknown>>;
  checkKeys({ ...written }, known, '', issues);
  const runs = whole(written['runs'] ?? 400, 'runs', 1, 100_000, issues);
  const customers = whole(written['customers'] ?? 32_768, 'customers', 2048, 1_000_000, issues);
  const errorRate = written['errorRate'] ?? 0.001;
  checkNumber(errorRate, 'errorRate', issues, { min: 1e-6, max: 0.1, what: 'a chance of a false alarm' });
  const seed = input.seed ?? 'peakend';
  const within = checkSpace(input.within ?? {}, issues);
  const model = readModel(input.model ?? {}, defaultModel, 'model', issues);
  const claim = under('claim', issues, () => (typeof input.claim === 'function' ? input.claim : claimFrom(checkedClaim(input.claim))));
  const segments = under('within.segments', issues, (): readonly Segment[] => defineSegments(within.segments ?? everyone));
  const pairs = pairsFrom(input, within, issues);
  under('', issues, () => rootKey(seed));
  if (issues.length > 0 || model === undefined || claim === undefined || segments === undefined || pairs === undefined)
    throw issuesError(issues);

  const wanted = 'standard' in claim && 'segment' in claim.standard ? claim.standard.segment : 'overall';
  const asked = segments.filter(({ id }) => wanted === 'overall' || wanted === 'each' || id === wanted);
  if (asked.length === 0) {
    const expected = `one of ${segments.map(({ id }) => id).join(', ')}`;
    throw new JourneyError([{ code: 'unknown-id', path: 'claim.segment', expected, received: quote(wanted) }]);
  }
  const journeys = pairs.flatMap(({ baseline, variant }) => [baseline, variant]);
  const aimless = checkResponseTargets(journeys, segments, 'within.segments');
  if (aimless.length > 0) throw issuesError(aimless);
  const { customers: customerSpace = true, assumptions = true } = within;
  return {
    claim,
    outcomes: input.outcomes,
    starts: pairs.flatMap((pair) => asked.map((segment): Case => ({ pair, segment, model: input.model ?? {}, settings: [] }))),
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

function checkedClaim<Value>(claim: Value): Value {
  if (isRecord(claim)) return claim;
  const expected = 'a claim such as noSegmentWorse(), a standard, or a function of a comparison';
  throw new JourneyError([{ code: claim === undefined ? 'missing' : 'invalid-type', path: '', expected, received: quote(claim) }]);
}

function claimFrom(claim: Exclude<CounterexampleInput['claim'], ClaimFunction>): Claim {
  return 'claim' in claim ? claim : standardHolds(claim);
}

/** A journey that is missing altogether is told from its key. */
function pairsFrom(input: CounterexampleInput, within: SearchSpace, issues: Issue[]): readonly Pair[] | undefined {
  const missing = (['baseline', 'variant'] as const).filter((key) => input[key] === undefined);
  for (const key of missing)
    issues.push({
      code: 'missing',
      path: key,
      expected: key === 'baseline' ? 'a journey' : 'edits, a journey, or a function of a journey',
      received: 'nothing',
    });
  if (missing.length > 0) return undefined;
  const baseline = under('baseline', issues, () => defineJourney(input.baseline));
  if (baseline === undefined) return undefined;
  const first = under(Array.isArray(input.variant) ? '' : 'variant', issues, () => pairOf(baseline, input.variant));
  if (first === undefined || !Array.isArray(within.journeys)) return first && [first];
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
  const others = (within.journeys as readonly (Journey | JourneyInput)[]).map((journey, index) => {
    return under(`within.journeys[${index}]`, issues, () => pairOf(journey, input.variant));
  });
  return [first, ...others.filter((pair) => pair !== undefined)];
}

function checkSpace(space: unknown, issues: Issue[]): SearchSpace {
  if (!isRecord(space)) {
    issues.push({
      code: 'invalid-type',
      path: 'within',
      expected: 'an object with segments, customers, assumptions or journeys',
      received: quote(space),
    });
    return {};
  }
  checkKeys(space, ['segments', 'customers', 'assumptions', 'journeys'], 'within', issues);
  const { customers, assumptions } = space;
  if (isRecord(customers)) {
    checkKeys(customers, customerKeys, 'within.customers', issues);
    for (const [key, range] of Object.entries(customers))
      if (typeof range !== 'boolean') checkRange(range, `within.customers.${key}`, issues);
  }
  if (isRecord(assumptions)) {
    for (const [path, range] of Object.entries(assumptions)) {
      const parameter = modelParameters[path];
      if (parameter === undefined) {
        issues.push({
          code: 'unknown-key',
          path: `within.assumptions["${path}"]`,
          expected: 'the path of a parameter such as time.beta',
          received: quote(path),
        });
      } else checkRange(range, `within.assumptions["${path}"]`, issues, parameter);
    }
  }
  return space as SearchSpace;
}

function checkRange(range: unknown, path: string, issues: Issue[], { min = -1e11, max = 1e11 }: { min?: number; max?: number } = {}): void {
  if (!isRecord(range)) {
    issues.push({ code: 'invalid-type', path, expected: '{ low, high }', received: quote(range) });
    return;
  }
  const low = checkNumber(range['low'], `${path}.low`, issues, { min, max });
  const high = checkNumber(range['high'], `${path}.high`, issues, { min, max });
  if (low && high && (range['low'] as number) > (range['high'] as number)) {
    issues.push({
      code: 'conflict',
      path: `${path}.high`,
      expected: `a number of at least low (${range['low'] as number})`,
      received: quote(range['high']),
    });
  }
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
    for (const issue of error.issues)
      issues.push({
        ...issue,
        path:
          path === ''
            ? issue.path
            : issue.path === ''
              ? path
              : issue.path.startsWith('[')
                ? `${path}${issue.path}`
                : `${path}.${issue.path}`,
      });
    return undefined;
  }
}
