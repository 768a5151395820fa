import type { Issue } from '../errors/issue';
import { openPlain } from '../plain/plain-object';
import { at, quote, unfit } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { checkSize } from '../experience/check-outcome';
import { isOutcome, unknownOutcome } from '../experience/read-outcome';
import { issuesError, throwIssues } from '../plain/issues-error';
import { checkResponseTargets } from '../journey/check-response-targets';
import type { KnownSteps } from '../journey/known-steps';
import { readJourney } from '../journey/read-journey';
import { madeSegments, readSegments } from '../journey/read-segments';
import type { Journey, Segment } from '../journey/types';
import { defaultModel } from '../model/defaults';
import { prefixIssues } from '../plain/prefix-issues';
import { checkKeys } from '../plain/check-keys';
import { guardValues } from '../plain/open-options';
import { Reading } from '../plain/reading';
import { readModel } from '../model/read-model';
import type { ExperienceModel } from '../model/types';
import { rootKey, type RootKey } from '../random/root-key';
import type { Precision, Requested } from '../results/types';
import { exactLimit } from '../statistics/room';

/** Everything of a study but its journeys, checked and resolved. */
export interface StudySettings {
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

/** A study as everything behind the door sees it. */
export interface ResolvedStudy extends StudySettings {
  readonly journeys: readonly Journey[];
  /** The path under which each journey was handed over. */
  readonly journeyPaths: readonly string[];
}

export const defaultCustomers = 10_000;
export const defaultSeed = 'peakend';
/** Judgement: quantiles are still exact, raw columns still fit, and the run still ends within minutes. */
const defaultMax = 1_000_000;
const everyone = /* @__PURE__ */ madeSegments([{ id: 'everyone', share: 1 }]);
const studyKeys = ['segments', 'model', 'customers', 'until', 'seed', 'confidence', 'outcomes', 'keep', 'population'] as const;
type StudyKey = (typeof studyKeys)[number];
/** What the confidence of intervals and verdicts can be. */
export const confidences = { min: 0.5, max: 0.9999 };
/** Of each segment. */
export const mostCustomers = 1e9;

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
  const expected = ownKeys.length === 0 ? 'an object with the settings of a study' : `an object with ${ownKeys.slice(0, 2).join(' and ')}`;
  const { fields, issue } = openPlain(input, expected);
  if (fields === undefined) throw issuesError([issue]);
  if ('interactions' in fields && ownKeys.length > 0) {
    const hint = `did you mean ${ownKeys[0] === 'journey' ? 'simulate({ journey })' : 'compare({ baseline, variants: { … } })'}?`;
    throw issuesError([{ code: 'invalid-type', path: '', expected, received: 'a journey', hint }]);
  }
  return guardValues(fields, ownDoors);
}

/** What is read by a door of its own, or is no data. */
const ownDoors: readonly string[] = ['journey', 'baseline', 'variant', 'variants', 'segments', 'model', 'signal', 'onProgress'];

/** Checks everything at once: each journey, the segments and what they refer to, the model, the options. Throws with all issues. */
export function readStudy(input: unknown, journeys: readonly NamedJourney[], ownKeys: readonly string[]): ResolvedStudy {
  const issues: Issue[] = [];
  const study = checkStudy(openInput(input, ownKeys), journeys, ownKeys, issues);
  throwIssues(issues);
  return study!;
}

/** As {@link readStudy}, of what has been opened: its faults go to `issues`, and then undefined comes back. */
export function checkStudy(
  written: Readonly<Record<string, unknown>>,
  journeys: readonly NamedJourney[],
  ownKeys: readonly string[],
  issues: Issue[],
): ResolvedStudy | undefined {
  const before = issues.length;
  checkKeys(written, [...studyKeys, ...ownKeys], '', issues);
  const resolved = readJourneys(journeys, issues);
  const { segments, settings } = readSettings(written, issues);
  if (segments !== undefined && resolved.length === journeys.length && journeys.length > 0) {
    issues.push(...checkResponseTargets(resolved, segments, 'segments'));
  }
  return issues.length > before ? undefined : joined(settings!, journeys, resolved);
}

/** Journeys for a study whose settings have been read before; undefined where some of their faults went to `issues`. */
export function checkJourneys(
  settings: StudySettings,
  journeys: readonly NamedJourney[],
  issues: Issue[],
  known: KnownSteps,
): ResolvedStudy | undefined {
  const before = issues.length;
  const resolved = readJourneys(journeys, issues, known);
  if (resolved.length === journeys.length) issues.push(...checkResponseTargets(resolved, settings.segments, 'segments'));
  return issues.length > before ? undefined : joined(settings, journeys, resolved);
}

function joined(settings: StudySettings, journeys: readonly NamedJourney[], resolved: readonly Journey[]): ResolvedStudy {
  // Not by spreading: on Node 20 each object made so has a shape of its own, and whatever reads it is compiled anew.
  return Object.assign({}, settings, { journeys: resolved, journeyPaths: journeys.map(({ path }) => path) });
}

/** Those that can be read; with faults, fewer than there are. */
function readJourneys(journeys: readonly NamedJourney[], issues: Issue[], known?: KnownSteps): readonly Journey[] {
  const resolved: Journey[] = [];
  for (const { path, value } of journeys) {
    const { journey, issues: faults } = readJourney(value, known);
    if (journey !== undefined) resolved.push(journey);
    else issues.push(...prefixIssues(faults, path));
  }
  return resolved;
}

/** The settings of a study, or, where some are faulty, the segments alone: what aims at journeys can still be checked. */
function readSettings(
  written: Readonly<Record<string, unknown>>,
  issues: Issue[],
): { readonly segments?: readonly Segment[] | undefined; readonly settings?: StudySettings } {
  const before = issues.length;
  const read = new Reading<StudyKey>(written, '', issues);
  const segmentReading = readSegments(read.has('segments') ? written['segments'] : everyone);
  issues.push(...prefixIssues(segmentReading.issues, 'segments'));
  const override = readModel(written['model'], defaultModel, 'model', issues);

  const customers = readCustomers(read) ?? defaultCustomers;
  const confidence = read.number('confidence', confidences) ?? 0.95;
  const population = read.number('population', { min: 0, max: 1e12 });
  const requested = readRequested(read);
  const keep = read.by('keep', (value, path) => (value === 'all' ? outcomeNames : readNames(value, path, outcomeNames, issues)));
  if (keep !== undefined && customers > exactLimit) issues.push(tooManyToKeep(quote(customers)));
  const until = readUntil(read);
  const seedGiven = read.has('seed');
  const seed = (seedGiven ? written['seed'] : defaultSeed) as string | number;
  let root: RootKey | undefined;
  try {
    root = rootKey(seed);
  } catch (error) {
    issues.push(...(error as { issues: readonly Issue[] }).issues);
  }
  const { segments } = segmentReading;
  const models = (segments ?? []).map((segment, index) =>
    override === undefined ? undefined : readModel(segment.model, override, `segments[${index}].model`, issues),
  );
  if (issues.length > before) return { segments };

  const settings: StudySettings = {
    segments: segments!,
    model: override!,
    models: models as readonly ExperienceModel[],
    customers,
    until,
    seed: String(seed),
    seedGiven,
    root: root!,
    confidence,
    ...asked(requested),
    keep: new Set(keep ?? []),
    population,
  };
  return { segments, settings };
}

function readCustomers(read: Reading<'customers'>): number | undefined {
  return read.whole('customers', { min: 1, max: mostCustomers });
}

function readRequested(read: Reading<'outcomes'>): readonly Requested[] | undefined {
  return read.by('outcomes', (value, path, issues) => readNames<Requested>(value, path, [...outcomeNames, 'interactions'], issues));
}

/** What `outcomes` asks for; undefined: all there is. */
function asked(requested: readonly Requested[] | undefined): Pick<StudySettings, 'requested' | 'outcomes' | 'interactions'> {
  return {
    requested: requested ?? [...outcomeNames, 'interactions'],
    outcomes: new Set(requested === undefined ? outcomeNames : requested.filter((name): name is OutcomeName => name !== 'interactions')),
    interactions: requested === undefined || requested.includes('interactions'),
  };
}

/** What one question to a study may set for itself: how many customers it asks, and what. */
export const questionKeys = ['customers', 'outcomes'] as const;

/** The settings with what a question sets for itself; a number of customers stands in place of `until`. */
export function narrowed(settings: StudySettings, read: Reading<(typeof questionKeys)[number]>): StudySettings {
  const customers = readCustomers(read);
  const requested = readRequested(read);
  if (customers !== undefined && customers > exactLimit && settings.keep.size > 0) read.issues.push(tooManyToKeep(quote(customers)));
  return {
    ...settings,
    ...(customers === undefined ? {} : { customers, until: undefined }),
    ...(requested === undefined ? {} : asked(requested)),
  };
}

/** Raw columns are kept only as long as there are not too many values. */
export function tooManyToKeep(
  received: string,
  hint = 'keep a smaller study with the same seed: its customers are the first of this one',
): Issue {
  const expected = `at most ${exactLimit} customers a segment where raw columns are kept`;
  return { code: 'conflict', path: 'keep', expected, received, params: { max: exactLimit }, hint };
}

/** A list of names, all of them known, each once. */
export function readNames<Name extends string>(
  value: unknown,
  path: string,
  known: readonly Name[],
  issues: Issue[],
): readonly Name[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    const hint = known.includes(value as Name) ? `write ['${value as string}']` : undefined;
    issues.push(unfit(value, path, 'a list of outcome names', { hint }));
    return undefined;
  }
  if (value.length === 0) {
    issues.push(unfit(value, path, 'at least one outcome', { code: 'missing', hint: 'leave it out for all of them' }));
    return undefined;
  }
  Array.from(value as readonly unknown[]).forEach((name, index) => {
    if (known.includes(name as Name)) return;
    // A hole in the list is no key that was forgotten.
    issues.push({ ...unknownOutcome(at(path, index), name, known), code: typeof name === 'string' ? 'unknown-id' : 'invalid-type' });
  });
  return [...new Set(value as Name[])];
}

function readUntil(study: Reading<StudyKey>): ResolvedStudy['until'] {
  if (!study.has('until')) return undefined;
  if (study.has('customers')) {
    const hint = 'until finds the number itself';
    study.issues.push({ code: 'conflict', path: 'until', expected: 'either customers or until', received: 'both', hint });
  }
  const read = study.record('until', 'an object with outcome and halfWidth', ['outcome', 'halfWidth', 'max']);
  if (read === undefined) return undefined;
  const max = read.whole('max', { min: 1, max: mostCustomers }) ?? defaultMax;
  const { outcome, halfWidth } = read.written;
  if (!isOutcome(outcome)) read.issues.push(unknownOutcome(read.at('outcome'), outcome));
  else if (halfWidth === 0) {
    read.fault('halfWidth', 'a number above 0', { code: 'out-of-range', params: { min: 0, minExcluded: true } });
  } else if (checkSize(halfWidth, outcome, read.at('halfWidth'), read.issues)) return { outcome, halfWidth, max };
  return undefined;
}
