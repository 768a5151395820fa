import { JourneyError } from '../errors/journey-error';
import { defineJourney } from '../journey/define-journey';
import { defineSegments } from '../journey/define-segments';
import type { JourneyInput, Segment } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { reading, type Reading } from '../plain/reading';
import { finish, type Work } from '../plain/work';
import { driveUntil, type DriveOptions } from '../simulation/drive';
import { Table } from '../tables/table';
import { withDisplay } from '../words/display';
import { findAlternatives } from './alternatives';
import { buildSteps, type StepDurations } from './build-journey';
import { readGroups, readUnfinished, type Groups } from './case-columns';
import { redistribute } from './censoring';
import { casesOver, lastActivities, namedEnds, usualEnds } from './endings';
import type { Events } from './events';
import { describeDurations } from './fit-duration';
import { leftOut } from './left-out';
import { logCautions } from './log-cautions';
import { makeKinds, type MadeKind } from './make-kinds';
import { mainOrder, shareFollowed } from './main-order';
import { numbersOf } from './numbers-of-step';
import { observedDurations } from './observed';
import { layOut, type Paths } from './paths';
import { countPrecedence } from './precedence';
import { readEvents } from './read-events';
import { readFeelings } from './read-feelings';
import { optionKeys, readSettings, type LogSettings, type OptionKey } from './read-options';
import { Gathering, quantileOf } from './sample';
import { SafeIds, safeName } from './step-ids';
import { planSteps, type StepPlan } from './step-plans';
import { stepRows } from './step-rows';
import { tally, type Cases, type Tally } from './tally';
import { timeWeights } from './time-weights';
import type { JourneyFromLog, LogKind, LogOptions } from './types';
import { unseenSets } from './unseen-sets';
import { logPage } from './words';

/** What one step of the way takes for each event, in customers × steps. */
const eventWork = 5;
/** Values that stand for what was observed, of all cases and of one kind. */
const mostValues = { all: 200, kind: 100 };

/**
 * A journey measured in an event log: who did what when, as ticket systems, hospitals and shops write it down. Finds the main order of the steps, and of
 * each step who skips it, who leaves after it, how often it is done again, how long it takes and how long the wait before it is; which steps are
 * alternatives; and kinds of cases, so that whole cases take as long as they did. What a journey cannot hold is listed with its share.
 *
 *     rows ─▶ events ─▶ order ─▶ paths ─▶ weights ─▶ steps ─▶ kinds
 *            (sorted,  (by      (each    (running   (counts, (until simulated
 *             paired)   majority) case    cases      fitted)  and real durations
 *                                 on it)  passed on)          agree)
 *
 * Time and memory grow in step with the number of events.
 *
 * @param events The log, a row for each event, or with `lifecycle` for its start and its completion; in any order, 50 million at most.
 * @param options Which column holds what, see {@link LogOptions}: `case`, `activity`, and `time`, or `start` and `end`, must stand.
 * @returns frozen plain data: `journey` and, where kinds differ, `segments`, for `simulate`; `explained`, shares of the log that follow the order;
 * `steps` and `kinds` with their n; `left`, what is not carried; `observed`, how long cases took, in seconds. `toText` prints it.
 * @throws JourneyError with every fault at once: `unknown-id` for a column or an end that is not there, `missing`, `invalid-type` for cells that are
 * no moments or names, `conflict`, `out-of-range`.
 *
 * @example
 * import { journeyFromLog } from 'peakend/data';
 * const log = journeyFromLog(
 *   [
 *     { order: 1, what: 'Order', at: '2026-03-01T09:00' },
 *     { order: 1, what: 'Pay', at: '2026-03-01T09:10' },
 *     { order: 2, what: 'Order', at: '2026-03-01T10:00' },
 *     { order: 2, what: 'Pay', at: '2026-03-01T10:30' },
 *   ],
 *   { case: 'order', activity: 'what', time: 'at' },
 * );
 * log.journey.interactions.map(({ id }) => id); // ['Order', 'wait:before-Pay', 'Pay']
 * log.observed.mean; // 1200
 */
export function journeyFromLog(events: readonly object[], options: LogOptions): JourneyFromLog {
  return finish(logWork(events, options));
}

/**
 * As {@link journeyFromLog}, without holding up whoever else runs in this thread while kinds are told apart, which is what takes longest. Reading rows,
 * finding the order and laying out paths come before, a few microseconds an event, and are done in a few pieces.
 *
 * @param events The log, as for `journeyFromLog`; not to be changed meanwhile.
 * @param options As for `journeyFromLog`.
 * @param driving `signal` stops it.
 * @returns a promise of what `journeyFromLog` returns, the same bytes.
 * @throws (the promise is rejected with) what `journeyFromLog` throws; a JourneyError, `name` `'AbortError'` and `code` `'aborted'`, where it was stopped.
 *
 * @example
 * import { journeyFromLogAsync } from 'peakend/data';
 * const rows = [{ order: 1, what: 'Order', at: '2026-03-01T09:00' }, { order: 1, what: 'Pay', at: '2026-03-01T09:10' }];
 * const log = await journeyFromLogAsync(rows, { case: 'order', activity: 'what', time: 'at' });
 * log.observed.mean; // 600
 */
export async function journeyFromLogAsync(
  events: readonly object[],
  options: LogOptions,
  driving: Pick<DriveOptions, 'signal'> = {},
): Promise<JourneyFromLog> {
  return driveUntil(logWork(events, options), driving);
}

function* logWork(events: readonly object[], options: LogOptions): Work<JourneyFromLog> {
  // 1. Rows become events, or one error with everything in it.
  const read = reading(options, optionKeys, { path: 'options' });
  const settings = readSettings(read);
  const table = Table.read(events, 'events', read.issues);
  const log = table === undefined ? undefined : readEvents(table, read);
  if (table === undefined || log === undefined) throw failed(read);
  yield eventWork * events.length;
  const { from, activities } = log.events;

  // 2. The order that most cases follow, alternatives at one place.
  const cases = from.length - 1;
  const precedence = countPrecedence(log.events, settings.rare);
  if (precedence.kept.length === 0) throw noSteps(cases, settings);
  const steps = findAlternatives(mainOrder(precedence), precedence, cases).map((step) => step.map((place) => precedence.kept[place]!));
  const names = activities.map(safeName);
  yield eventWork * events.length;

  // 3. Which cases are over, and how much each counts.
  const last = lastActivities(log.events);
  const isEnd =
    settings.ends === undefined ? usualEnds(last, log.events, steps.at(-1)!) : namedEnds(settings.ends, log.events, 'ends', read.issues);
  const unfinished = readUnfinished(table, log.events, read);
  const groups = readGroups(table, log.events, read);
  const feelings = readFeelings(table, log.events, read, settings, groups, steps);
  if (feelings === undefined || read.issues.length > 0) throw failed(read);
  const isOver = casesOver(log.events, last, isEnd, steps);
  const running = runningCases(log.events, last, isOver, unfinished, settings);
  const { weight, lost, gone } = redistribute(log.events, last, steps.flat(), running);

  yield eventWork * events.length;

  // 4. Each case laid onto the steps, and counted.
  const paths = layOut(log.events, steps);
  const known: Cases = { paths, weight, isOver };
  if (!paths.furthest.some((step, one) => step >= 0 && weight[one]! > 0))
    throw onlyRunning(unfinished === undefined ? 'until' : 'unfinished');
  const times = timeWeights(log.events, steps.flat(), running);
  const whole = tally(
    { ...known, times },
    Int32Array.from(weight, (_, one) => one),
  );
  yield eventWork * events.length;
  const plans = planSteps(
    whole,
    steps.map((step) => step.map((what) => names[what]!)),
  );
  const durations = describe(whole, settings, mostValues.all);
  const tolerance = settings.tolerance ?? usualWait(paths, weight);
  const journey = defineJourney({
    name: settings.name,
    interactions: buildSteps({ tally: whole, plans, durations, feelings: feelings.all, between: settings.between }),
    ...(tolerance > 0 ? { tolerance } : {}),
  } as JourneyInput);

  // 5. Kinds of cases, until simulated cases take as long as real ones.
  const usual = plans.map((plan, place) =>
    numbersOf(
      whole.steps[place]!,
      plan,
      plan.ways.map(() => 0),
    ),
  );
  yield eventWork * events.length;
  const kinds = yield* makeKinds({
    ...{ cases: known, times, journey, durations, plans, between: settings.between, most: settings.kinds, groups },
    describe: (here, roughly) => describe(here, roughly ? { ...settings, fit: 'empirical' } : settings, mostValues.kind),
    feelingsOf: (group) => feelings.ofGroup(group ?? -1),
    again: (place, way) => usual[place]!.ways[way]!.again,
  });
  const segments = kinds.length === 1 && groups === undefined ? undefined : segmentsOf(kinds, groups);

  // 6. What is known, what is left, and words.
  const result: JourneyFromLog = {
    kind: 'journey-from-log',
    journey,
    ...(segments === undefined ? {} : { segments }),
    counts: {
      ...{ rows: log.rows, events: log.events.activity.length, cases },
      unfinished: running.isRunning.reduce((sum, one) => sum + one, 0) - gone,
    },
    explained: {
      order: shareFollowed(
        steps.flat().map((what) => precedence.kept.indexOf(what)),
        precedence,
      ),
      cases: paths.odd.exact / cases,
    },
    steps: stepRows(whole, plans, durations),
    kinds: kindRows(kinds, segments),
    left: leftOut({
      ...{ log, cases, odd: paths.odd, lost, several: groups?.several ?? 0, elsewhere: feelings.elsewhere },
      rareActivities: names.filter((_, what) => !precedence.kept.includes(what)),
      apart: skippedApart(kinds, plans),
      unseen: Math.round(cases * unseenSets(kinds, paths)),
    }),
    observed: observedDurations(paths, weight, from),
    cautions: logCautions({
      table,
      log,
      settings,
      bare: read.has('time') && !read.has('lifecycle') ? read.written.activity : undefined,
      times: [read.written.time, read.written.start, read.written.end].filter((name) => typeof name === 'string'),
      tolerance,
    }),
  };
  return deepFreeze(withDisplay(result, logPage));
}

function failed(read: Reading<OptionKey>): JourneyError {
  return new JourneyError(read.issues);
}

function noSteps(cases: number, { rare }: LogSettings): JourneyError {
  const received =
    cases === 0 ? 'no row with a case, an activity and a moment' : `only activities of fewer than ${rare * 100} % of the cases`;
  const hint = cases === 0 ? 'look whether the columns are the right ones' : 'set rare: 0 to make a step of every activity';
  return new JourneyError([{ code: 'missing', path: 'events', expected: 'activities that enough cases have', received, hint }]);
}

function onlyRunning(path: string): JourneyError {
  const hint = 'a journey needs some that ended or went on: leave this out to take all as they are';
  return new JourneyError([{ code: 'conflict', path, expected: 'cases that are not running', received: 'only running ones', hint }]);
}

function runningCases({ end }: Events, last: Int32Array, isOver: Uint8Array, unfinished: Uint8Array | undefined, { until }: LogSettings) {
  const isSilent = (one: number): boolean => last[one]! >= 0 && isOver[one] === 0;
  const isRunning = unfinished ?? Uint8Array.from(last, (_, one) => (until !== undefined && isSilent(one) ? 1 : 0));
  const latest = end.reduce((most, moment) => Math.max(most, moment), -Infinity);
  return { isRunning, until: until ?? latest, silentMeansGone: unfinished === undefined };
}

function describe({ steps }: Tally, { fit }: LogSettings, most: number): StepDurations[] {
  return steps.map(({ wait, ways }) => ({
    wait: (wait.values.at(-1) ?? 0) > 0 ? describeDurations(wait, fit, most) : undefined,
    own: ways.map(({ own }) => (own.values.length > 0 ? describeDurations(own, fit, most) : undefined)),
    again: ways.map(({ again }) => (again.values.length > 0 ? describeDurations(again, fit, most) : undefined)),
  }));
}

/** The median of all waits there are: what people who wait here are used to. */
function usualWait({ from, wait, unsure }: Paths, weight: Float64Array): number {
  const waits = new Gathering();
  for (let one = 0; one < weight.length; one++) {
    if (!(weight[one]! > 0)) continue;
    for (let i = from[one]!; i < from[one + 1]!; i++) if (wait[i]! > 0 && unsure.wait[i] === 0) waits.add(wait[i]!, 1);
  }
  return quantileOf(waits.sample(), 0.5);
}

function segmentsOf(kinds: readonly MadeKind[], groups: Groups | undefined): readonly Segment[] {
  const ids = new SafeIds('segment', ['overall', 'each']);
  const n = kinds.reduce((sum, kind) => sum + kind.n, 0);
  const inGroup = new Map<number | undefined, number>();
  for (const { group } of kinds) inGroup.set(group, (inGroup.get(group) ?? 0) + 1);
  const met = new Map<number | undefined, number>();
  return defineSegments(
    kinds.map((kind) => {
      const { group, responses } = kind;
      const place = (met.get(group) ?? 0) + 1;
      met.set(group, place);
      const groupName = group === undefined ? '' : (groups?.names[group] ?? 'not said');
      const kindName = inGroup.get(group)! > 1 ? `kind ${place}` : '';
      const id = ids.of([groupName, kindName].filter((part) => part !== '').join(', ') || 'everyone');
      const name = [groupName, ...kind.words].filter((part) => part !== '').join(', ');
      return { id, share: kind.n / n, ...(name === '' || name === id ? {} : { name: safeName(name) }), responses };
    }),
  );
}

function kindRows(kinds: readonly MadeKind[], segments: readonly Segment[] | undefined): LogKind[] {
  const n = kinds.reduce((sum, kind) => sum + kind.n, 0);
  return kinds.map((kind, k) => {
    const id = segments?.[k]?.id ?? 'everyone';
    return { id, what: segments?.[k]?.name ?? 'all cases', n: Math.round(kind.n), share: kind.n / n, mean: kind.tally.total.mean };
  });
}

/** Of as many customers as there are cases, those who at some step live the wait and not the step, or the step and not the wait. */
function skippedApart(kinds: readonly MadeKind[], plans: readonly StepPlan[]): number {
  const apart = kinds.map(({ n, tally: { steps } }) => {
    const together = steps.reduce((all, { had, asked }, place) => {
      const { wait, skipsTogether } = plans[place]!;
      const taken = asked > 0 ? had / asked : 0;
      return wait === undefined || skipsTogether ? all : all * (1 - 2 * taken * (1 - taken));
    }, 1);
    return n * (1 - together);
  });
  return Math.round(apart.reduce((sum, one) => sum + one, 0));
}
