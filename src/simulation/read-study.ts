import type { Issue } from '../errors/issue';
import { openPlain } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { checkSize } from '../experience/check-outcome';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { issuesError } from '../plain/issues-error';
import { checkResponseTargets } from '../journey/check-response-targets';
import { readJourney } from '../journey/read-journey';
import { readSegments } from '../journey/read-segments';
import type { Journey, Segment } from '../journey/types';
import { defaultModel } from '../model/defaults';
import { prefixIssues } from '../plain/prefix-issues';
import { checkKeys } from '../plain/check-keys';
import { checkNumber, isRecord } from '../plain/check-number';
import { guardValues } from '../plain/open-options';
import { readModel } from '../model/read-model';
import type { ExperienceModel } from '../model/types';
import { rootKey, type RootKey } from '../random/root-key';
import type { Precision, Requested } from '../results/types';
import { exactLimit } from '../statistics/value-store';

/** A study as everything behind the door sees it: checked and resolved. */
export interface ResolvedStudy {
  readonly journeys: readonly Journey[];
  /** The path under which each journey was handed over. */
  readonly journeyPaths: readonly string[];
  readonly segments: readonly Segment[];
  /** The whole model of each segment. */
  readonly models: readonly ExperienceModel[];
  readonly model: ExperienceModel;
  readonly customers: number;
  readonly until: Precision['until'];
  readonly seed: string;
  readonly seedGiven: boolean;
  readonly root: RootKey;
  readonly confidence: number;
  readonly requested: readonly Requested[];
  readonly outcomes: ReadonlySet<OutcomeName>;
  readonly interactions: boolean;
  readonly keep: ReadonlySet<OutcomeName>;
  readonly population: number | undefined;
}

export const defaultCustomers = 10_000;
export const defaultSeed = 'peakend';
/** Judgement: quantiles are still exact, raw columns still fit, and the run still ends within minutes. */
const defaultMax = 1_000_000;
const everyone = [{ id: 'everyone', share: 1 }] as const;
const studyKeys = ['segments', 'model', 'customers', 'until', 'seed', 'confidence', 'outcomes', 'keep', 'population'] as const;

/** A journey with the path under which it was handed over. */
export interface NamedJourney {
  readonly path: string;
  readonly value: unknown;
}

/**
 * What was handed to a door, as plain data read once: a journey in place of a study, a list, a Map or nothing at all is told as such.
 * `ownKeys` are the keys the door takes besides a study's.
 */
export function openInput(input: unknown, ownKeys: readonly string[]): Readonly<Record<string, unknown>> {
  const wanted = ownKeys.length === 0 ? 'an object with the settings of a study' : `an object with ${ownKeys.slice(0, 2).join(' and ')}`;
  const refuse = (received: string, hint?: string): never => {
    throw issuesError([{ code: 'invalid-type', path: '', expected: wanted, received, ...(hint === undefined ? {} : { hint }) }]);
  };
  const { fields, issue } = openPlain(input, wanted);
  if (fields === undefined) throw issuesError([issue]);
  if ('interactions' in fields && ownKeys.length > 0) {
    return refuse(
      'a journey',
      ownKeys[0] === 'journey' ? 'did you mean simulate({ journey })?' : 'did you mean compare({ baseline, variants: { … } })?',
    );
  }
  return guardValues(fields, ownDoors);
}

/** What is read by a door of its own, or is no data. */
const ownDoors: readonly string[] = ['journey', 'baseline', 'variant', 'variants', 'segments', 'model', 'signal', 'onProgress'];

/** Checks everything at once: each journey, the segments and what they refer to, the model, the options. Throws with all issues. */
export function readStudy(input: unknown, journeys: readonly NamedJourney[], ownKeys: readonly string[]): ResolvedStudy {
  const issues: Issue[] = [];
  const written = openInput(input, ownKeys);
  checkKeys(written, [...studyKeys, ...ownKeys], '', issues);

  const resolvedJourneys: Journey[] = [];
  for (const { path, value } of journeys) {
    const reading = readJourney(value);
    if (reading.journey !== undefined) resolvedJourneys.push(reading.journey);
    else issues.push(...prefixIssues(reading.issues, path));
  }
  const segmentReading = readSegments(written.segments === undefined ? everyone : written.segments);
  issues.push(...prefixIssues(segmentReading.issues, 'segments'));
  const override = readModel(written.model === undefined ? {} : written.model, defaultModel, 'model', issues);

  const customers = integer(written.customers, 'customers', 1, 1e9, issues) ?? defaultCustomers;
  const confidence = optional(written.confidence, 'confidence', 0.5, 0.9999, issues) ?? 0.95;
  const population = optional(written.population, 'population', 0, 1e12, issues);
  const requested = readNames(written.outcomes, 'outcomes', [...outcomeNames, 'interactions'], issues) as readonly Requested[] | undefined;
  const keep =
    written.keep === 'all' ? outcomeNames : (readNames(written.keep, 'keep', outcomeNames, issues) as readonly OutcomeName[] | undefined);
  if (keep !== undefined && customers > exactLimit) {
    issues.push({
      code: 'conflict',
      path: 'keep',
      expected: `at most ${exactLimit} customers a segment where raw columns are kept`,
      received: quote(customers),
      params: { max: exactLimit },
      hint: 'keep a smaller study with the same seed: its customers are the first of this one',
    });
  }
  const until = readUntil(written.until, written.customers, issues);
  const seedGiven = written.seed !== undefined;
  const seed = (seedGiven ? written.seed : defaultSeed) as string | number;
  let root: RootKey | undefined;
  try {
    root = rootKey(seed);
  } catch (error) {
    issues.push(...(error as { issues: readonly Issue[] }).issues);
  }

  if (segmentReading.segments !== undefined && resolvedJourneys.length === journeys.length && journeys.length > 0) {
    issues.push(...checkResponseTargets(resolvedJourneys, segmentReading.segments, 'segments'));
  }
  const models = (segmentReading.segments ?? []).map((segment, index) =>
    override === undefined ? undefined : readModel(segment.model, override, `segments[${index}].model`, issues),
  );
  if (issues.length > 0) throw issuesError(issues);

  const segments = segmentReading.segments!;
  const model = override!;
  return {
    journeys: resolvedJourneys,
    journeyPaths: journeys.map(({ path }) => path),
    segments,
    model,
    models: models as readonly ExperienceModel[],
    customers,
    until,
    seed: String(seed),
    seedGiven,
    root: root!,
    confidence,
    requested: requested ?? [...outcomeNames, 'interactions'],
    outcomes: new Set(requested === undefined ? outcomeNames : requested.filter((name): name is OutcomeName => name !== 'interactions')),
    interactions: requested === undefined || requested.includes('interactions'),
    keep: new Set(keep ?? []),
    population,
  };
}

function optional(value: unknown, path: string, min: number, max: number, issues: Issue[]): number | undefined {
  if (value === undefined) return undefined;
  return checkNumber(value, path, issues, { min, max }) ? value : undefined;
}

function integer(value: unknown, path: string, min: number, max: number, issues: Issue[]): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  issues.push({
    code: typeof value === 'number' ? 'out-of-range' : 'invalid-type',
    path,
    expected: `a whole number from ${min} to ${max}`,
    received: quote(value),
    params: { min, max, whole: true },
  });
  return undefined;
}

/** A list of names, all of them known, each once. */
export function readNames(value: unknown, path: string, known: readonly string[], issues: Issue[]): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    const hint = known.includes(value as string) ? { hint: `write ['${value as string}']` } : {};
    issues.push({ code: 'invalid-type', path, expected: 'a list of outcome names', received: quote(value), ...hint });
    return undefined;
  }
  if (value.length === 0) {
    issues.push({ code: 'missing', path, expected: 'at least one outcome', received: quote(value), hint: 'leave it out for all of them' });
    return undefined;
  }
  Array.from(value as readonly unknown[]).forEach((name, index) => {
    if (typeof name === 'string' && known.includes(name)) return;
    // A hole in the list is no key that was forgotten.
    issues.push({ ...unknownOutcome(at(path, index), name, known), code: typeof name === 'string' ? 'unknown-id' : 'invalid-type' });
  });
  return [...new Set(value as string[])];
}

function readUntil(value: unknown, customers: unknown, issues: Issue[]): ResolvedStudy['until'] {
  if (value === undefined) return undefined;
  if (customers !== undefined) {
    issues.push({
      code: 'conflict',
      path: 'until',
      expected: 'either customers or until',
      received: 'both',
      hint: 'until finds the number itself',
    });
  }
  if (!isRecord(value)) {
    issues.push({ code: 'invalid-type', path: 'until', expected: 'an object with outcome and halfWidth', received: quote(value) });
    return undefined;
  }
  checkKeys(value, ['outcome', 'halfWidth', 'max'], 'until', issues);
  const { outcome, halfWidth, max } = value;
  const most = integer(max, 'until.max', 1, 1e9, issues) ?? defaultMax;
  if (!isOutcome(outcome)) issues.push(unknownOutcome('until.outcome', outcome));
  else if (halfWidth === 0) {
    const params = { min: 0, minExcluded: true } as const;
    issues.push({ code: 'out-of-range', path: 'until.halfWidth', expected: 'a number above 0', received: '0', params });
  } else if (checkSize(halfWidth, outcome, 'until.halfWidth', issues)) return { outcome, halfWidth, max: most };
  return undefined;
}
