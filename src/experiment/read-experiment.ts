import type { Issue } from '../errors/issue';
import { isList, openAt, openList, openPlain } from '../plain/plain-object';
import { at, percentHint, quote, unfit } from '../errors/wording';
import type { Journey } from '../journey/types';
import { checkKeys } from '../plain/check-keys';
import { guardValues } from '../plain/open-options';
import { mostIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { prefixIssues } from '../plain/prefix-issues';
import { readModel } from '../model/read-model';
import { resolveModel } from '../model/resolve-model';
import { checkStudy, type NamedJourney, type ResolvedStudy } from '../simulation/read-study';
import { mostNamed, tooMany } from './check-names';
import { isProbability } from './outcome-range';
import { readForecast } from './forecast';
import { readContrasts, type ResolvedContrast } from './read-contrasts';
import { readMeasure, type ResolvedMeasure } from './read-measure';
import { readObserved, type ResolvedObserved } from './read-observed';

/** One condition, checked: its journeys with their names, and the people and model that live them. */
export interface ResolvedCondition {
  readonly name: string;
  readonly journeys: readonly Journey[];
  readonly names: readonly string[];
  readonly study: ResolvedStudy;
  readonly observed: ResolvedObserved | undefined;
}

export interface ResolvedExperiment {
  readonly measure: ResolvedMeasure;
  /** People choose between the conditions themselves; otherwise between the episodes of each. */
  readonly choosesAmongConditions: boolean;
  readonly conditions: readonly ResolvedCondition[];
  readonly contrasts: readonly ResolvedContrast[];
  readonly seed: string;
  readonly customers: number;
  readonly confidence: number;
}

type Plain = Readonly<Record<string, unknown>>;
const ownKeys = [
  'conditions',
  'measure',
  'noise',
  'choose',
  'forecast',
  'contrasts',
  'segments',
  'model',
  'customers',
  'seed',
  'confidence',
];
const conditionKeys = ['journey', 'journeys', 'segments', 'model', 'observed'];
const mostCustomers = 1e7;

/** A condition whose own keys have been looked at, its journeys still as written. */
interface WrittenCondition {
  readonly name: string;
  readonly path: string;
  readonly written: Plain;
  readonly names: readonly string[];
  readonly journeys: readonly NamedJourney[];
  readonly observed: ResolvedObserved | undefined;
}

/** Checks a whole experiment at once; throws with every fault in it. */
export function readExperiment(given: unknown): ResolvedExperiment {
  const asTheyAre = ['conditions', 'segments', 'model', 'forecast'];
  const read = reading(given, ownKeys, { expected: 'an object with conditions and measure', asTheyAre });
  const { written: input, issues } = read;
  const measure = readMeasure(input.measure, input.noise, issues);
  const conditions = readConditions(input.conditions, issues);
  const choosesAmongConditions = measure?.kind === 'choice' && conditions.every(({ written }) => written.journeys === undefined);
  if (measure !== undefined)
    conditions.forEach((condition) => checkJourneys(condition, measure, choosesAmongConditions, conditions.length, issues));
  if (measure !== undefined) conditions.forEach((condition) => checkObserved(condition, measure, issues));
  const names = conditions.map(({ name }) => name);
  const contrasts = readContrasts(input.contrasts, names, measure, choosesAmongConditions, issues);
  // What is too many for a study as well, or no number at all, the study tells.
  if (typeof input.customers === 'number' && input.customers > mostCustomers) read.whole('customers', { min: 1, max: mostCustomers });
  const studies = readStudies(input, conditions, issues);
  const foresee = readForecast(input, measure, studies.shared?.model, issues);
  read.finish();
  const { seed, customers, confidence } = studies.shared;
  return {
    measure: measure!,
    choosesAmongConditions,
    conditions: conditions.map(({ name, names, observed }, index) => {
      const { journeys, study } = studies.own[index]!;
      return { name, names, observed, journeys, study: foresee(study) };
    }),
    contrasts,
    seed,
    customers,
    confidence,
  };
}

function readConditions(conditions: unknown, issues: Issue[]): WrittenCondition[] {
  const expected = 'an object with at least one condition by name';
  const hint = 'for example conditions: { short: { journey }, long: { journey } }';
  const fields = conditions === undefined ? {} : openAt(conditions, 'conditions', expected, issues, hint);
  if (fields === undefined || tooMany(fields, 'conditions', issues)) return [];
  if (Object.keys(fields).length === 0) issues.push(unfit(conditions, 'conditions', expected, { code: 'missing', hint }));
  return Object.entries(fields).flatMap(([name, value]) => {
    const path = at('conditions', name);
    const opened = openAt(value, path, 'an object with a journey', issues);
    if (opened === undefined) return [];
    checkKeys(opened, conditionKeys, path, issues);
    const written = guardValues(opened, ['journey', 'journeys', 'segments', 'model'], path);
    const observed = readObserved(written.observed, `${path}.observed`, issues);
    return [{ name, path, written, observed, ...journeysOf(written, path, issues) }];
  });
}

function journeysOf(written: Plain, path: string, issues: Issue[]): { names: string[]; journeys: NamedJourney[] } {
  const { journey, journeys } = written;
  if ((journey === undefined) === (journeys === undefined)) {
    issues.push({
      code: journey === undefined ? 'missing' : 'conflict',
      path: `${path}.journey`,
      expected: 'either journey or journeys',
      received: journey === undefined ? 'neither' : 'both',
    });
    return { names: [], journeys: [] };
  }
  if (journeys === undefined) return { names: ['journey'], journeys: [{ path: `${path}.journey`, value: journey }] };
  const expected = 'journeys by name, or a list of them';
  const opened = isList(journeys) ? openList(journeys, expected, mostNamed) : openPlain(journeys, expected);
  if (opened.issue !== undefined) issues.push(...prefixIssues([opened.issue], `${path}.journeys`));
  if (opened.issue !== undefined || ('fields' in opened && tooMany(opened.fields, `${path}.journeys`, issues))) {
    return { names: [], journeys: [] };
  }
  const entries: readonly (readonly [string | number, unknown])[] =
    'items' in opened ? [...opened.items.entries()] : Object.entries(opened.fields);
  if (entries.length === 0) {
    issues.push(unfit(journeys, `${path}.journeys`, 'at least one journey', { code: 'missing' }));
  }
  return {
    names: entries.map(([key]) => String(key)),
    journeys: entries.map(([key, value]) => ({ path: at(`${path}.journeys`, key), value })),
  };
}

/** Whether each condition has the journeys, and the people, that its measure can be taken from. */
function checkJourneys(
  condition: WrittenCondition,
  measure: ResolvedMeasure,
  amongConditions: boolean,
  count: number,
  issues: Issue[],
): void {
  const { written, path, journeys } = condition;
  // Which of the two forms was meant is not known: that alone is told.
  if (written.journey !== undefined && written.journeys !== undefined) return;
  const conflict = (where: string, expected: string, received: string, hint?: string): void => {
    issues.push({ code: 'conflict', path: where, expected, received, ...(hint === undefined ? {} : { hint }) });
  };
  if (measure.kind === 'mean' && written.journeys !== undefined) {
    conflict(
      `${path}.journeys`,
      'one journey: everybody in a condition is rated on the same one',
      `${journeys.length}`,
      'make each a condition of its own',
    );
  }
  if (measure.kind !== 'choice') return;
  if (!amongConditions) {
    if (written.journey !== undefined) {
      conflict(`${path}.journey`, 'journeys, as in the other conditions', 'one journey');
    } else if (journeys.length === 1) {
      conflict(`${path}.journeys`, 'at least two episodes to choose between', '1');
    }
    return;
  }
  if (count === 1) conflict(path, 'a second condition to choose between, or journeys', 'one journey');
  for (const key of ['segments', 'model'] as const) {
    if (written[key] === undefined) continue;
    conflict(
      `${path}.${key}`,
      `the same ${key} in every condition: the same people choose between them`,
      quote(written[key]),
      `set ${key} for the whole experiment`,
    );
  }
}

/** Shares lie between the ends of their scale, correlations between −1 and 1. */
function checkObserved({ observed, path }: WrittenCondition, measure: ResolvedMeasure, issues: Issue[]): void {
  if (observed === undefined) return;
  const isShare = measure.kind === 'choice' || (measure.kind === 'mean' && isProbability(measure.outcome));
  if (!isShare && measure.kind !== 'correlation') return;
  const [low, high] = isShare ? [measure.offset, measure.offset + measure.factor].sort((a, b) => a - b) : [-1, 1];
  if (observed.value >= low! && observed.value <= high!) return;
  issues.push({
    code: 'out-of-range',
    path: `${path}.observed.value`,
    expected: `${isShare ? 'a share' : 'a correlation'} from ${low} to ${high}`,
    received: quote(observed.value),
    params: { min: low!, max: high! },
    ...percentHint(observed.value, low!, high!),
  });
}

/**
 * Conditions of the same people are read together, so that a segment's response may aim at a step that only some of them have. What is
 * wrong for all is said once.
 */
function readStudies(
  input: Plain,
  conditions: readonly WrittenCondition[],
  issues: Issue[],
): { readonly shared: ResolvedStudy; readonly own: readonly { readonly journeys: readonly Journey[]; readonly study: ResolvedStudy }[] } {
  const { segments, model, customers, seed, confidence } = input;
  const options = defined({ model, customers, seed, confidence });
  const sharing = conditions.filter(({ written }) => written.segments === undefined);
  const shared = attempt(
    defined({ ...options, segments }),
    sharing.flatMap(({ journeys }) => journeys),
    undefined,
    issues,
  );
  let next = 0;
  const own = conditions.map((condition) => {
    const { written, path, journeys } = condition;
    const shares = written.segments === undefined;
    const study = shares ? shared : attempt(defined({ ...options, segments: written.segments }), journeys, path, issues);
    const from = shares ? next : 0;
    if (shares) next += journeys.length;
    if (study === undefined) return undefined;
    return { journeys: study.journeys.slice(from, from + journeys.length), study: withModel(study, written.model, path, issues) };
  });
  return { shared: shared!, own: own as { journeys: readonly Journey[]; study: ResolvedStudy }[] };
}

function withModel(study: ResolvedStudy, written: unknown, path: string, issues: Issue[]): ResolvedStudy {
  if (written === undefined) return study;
  const model = readModel(written, study.model, `${path}.model`, issues);
  if (model === undefined) return study;
  const models = study.segments.map((segment) => (segment.model === undefined ? model : resolveModel(model, segment.model)));
  return { ...study, model, models };
}

/** Reads a study; its faults go to `issues`, those of its segments under the condition they belong to. */
function attempt(study: Plain, journeys: readonly NamedJourney[], path: string | undefined, issues: Issue[]): ResolvedStudy | undefined {
  const found: Issue[] = [];
  const resolved = checkStudy(study, journeys, [], found);
  for (const issue of found.slice(0, mostIssues)) {
    const own = path !== undefined && /^segments\b/.test(issue.path);
    const told = own ? { ...issue, path: `${path}.${issue.path}` } : issue;
    if (!issues.some((known) => known.path === told.path && known.code === told.code)) issues.push(told);
  }
  return resolved;
}

function defined(written: Plain): Plain {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}
