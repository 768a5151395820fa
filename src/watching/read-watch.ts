import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { unknownOutcome } from '../experience/read-outcome';
import { guardAt } from '../plain/guard-plain';
import { isForbiddenKey, openAt } from '../plain/plain-object';
import { reading, readRecord, type Reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import { segmentIds } from '../results/order';
import { estimateIn } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import { isBlank, readCell } from '../journey/row-columns';
import { Table } from '../tables/table';
import { inTime, keyOf } from './periods';
import type { ExpectedScore, Observation, WatchInput } from './types';

/** One observation as it was read. */
export interface Seen {
  readonly period: string | number;
  readonly mean: number;
  readonly n: number;
  readonly sd: number | undefined;
}

/** Everything to be watched. */
export interface ReadWatch {
  readonly expected: ReadonlyMap<string, ExpectedScore>;
  /** In order of time, each segment once a period. */
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
  readonly periods: readonly (string | number)[];
  readonly outcome: OutcomeName | undefined;
  readonly falseAlarms: number;
  readonly method: 'cusum' | 'ewma';
  readonly shift: number | undefined;
  readonly direction: 'down' | 'up' | 'both';
}

const keys = [
  'expected',
  'observations',
  'outcome',
  'falseAlarms',
  'method',
  'shift',
  'direction',
] as const satisfies readonly (keyof WatchInput)[];
type Key = (typeof keys)[number];
const columns = ['period', 'segment', 'mean', 'n', 'sd'] as const satisfies readonly (keyof Observation)[];
const largest = 1e12;

/** The door of `watch`: throws with all faults at once. */
export function readWatch(given: unknown): ReadWatch {
  const read = reading(given, keys, { asTheyAre: ['expected', 'observations'] });
  const { issues } = read;
  const falseAlarms = read.number('falseAlarms', { min: 10, max: 100_000, what: 'a number of periods' }) ?? 370;
  const method = read.oneOf('method', ['cusum', 'ewma']) ?? 'cusum';
  const shift = read.number('shift', { min: 0, max: 5 });
  if (shift === 0) read.fault('shift', 'a number above 0', { code: 'out-of-range', params: { min: 0, minExcluded: true, max: 5 } });
  const { expected, outcome } = readExpected(read);
  const usual = outcome !== undefined && outcomeDescriptions[outcome].better === 'lower' ? 'up' : 'down';
  const direction = read.oneOf('direction', ['down', 'up', 'both']) ?? usual;
  const { seen, periods } = readObservations(read.written.observations, expected, outcome, issues);
  read.finish();
  return { expected, seen, periods, outcome, falseAlarms, method, shift, direction };
}

function readExpected(read: Reading<Key>): {
  readonly expected: ReadonlyMap<string, ExpectedScore>;
  readonly outcome: OutcomeName | undefined;
} {
  const { issues } = read;
  const what = 'what simulate returned, or an object { segment: { mean, sd } }';
  const fields = openAt(read.written.expected, 'expected', what, issues);
  if (fields === undefined) return { expected: new Map(), outcome: undefined };
  if (fields['kind'] === 'simulation') return fromSimulation(read);
  if (read.has('outcome'))
    read.fault('outcome', 'no outcome where expected are numbers', { code: 'conflict', hint: 'it belongs to a simulation' });
  const expected = new Map<string, ExpectedScore>();
  const all = guardAt(fields, 'expected') as Record<string, unknown>;
  for (const id of Object.keys(all)) {
    const own = readRecord<keyof ExpectedScore>(all[id], at('expected', id), issues, 'an object with mean and sd', ['mean', 'sd']);
    if (own === undefined) continue;
    const mean = own.needed('mean', { min: -largest, max: largest });
    const sd = own.needed('sd', { min: 0, max: largest });
    if (sd === 0) own.fault('sd', 'a number above 0', { code: 'out-of-range', params: { min: 0, minExcluded: true } });
    else if (mean !== undefined && sd !== undefined) expected.set(id, { mean, sd });
  }
  if (Object.keys(all).length === 0) issues.push(unfit(read.written.expected, 'expected', what, { code: 'missing' }));
  return { expected, outcome: undefined };
}

function fromSimulation(read: Reading<Key>): {
  readonly expected: ReadonlyMap<string, ExpectedScore>;
  readonly outcome: OutcomeName | undefined;
} {
  const simulation = checkResult(read.written.expected, 'expected', 'simulation') as unknown as Simulation;
  const outcome = (read.written.outcome ?? 'csat') as OutcomeName;
  const expected = new Map<string, ExpectedScore>();
  const ids = segmentIds(simulation);
  const all = [['overall', simulation.overall] as const, ...ids.map((id) => [id, simulation.segments[id]!] as const)];
  const known = Object.keys(outcomeDescriptions).filter((name) => estimateIn(simulation.overall, name as OutcomeName) !== undefined);
  if (typeof outcome !== 'string' || !known.includes(outcome)) {
    read.issues.push(unknownOutcome('outcome', outcome, known as OutcomeName[]));
    return { expected, outcome: undefined };
  }
  for (const [id, summary] of all) {
    const { mean, sd } = estimateIn(summary, outcome) ?? { mean: 0, sd: 0 };
    if (sd > 0) expected.set(id, { mean, sd });
  }
  if (expected.size === 0) {
    const hint = 'where all customers are alike there is no error to measure a change by';
    read.issues.push({ code: 'conflict', path: 'expected', expected: `customers who differ in ${outcome}`, received: 'none', hint });
  }
  return { expected, outcome };
}

function readObservations(
  given: unknown,
  expected: ReadonlyMap<string, ExpectedScore>,
  outcome: OutcomeName | undefined,
  issues: Issue[],
): Pick<ReadWatch, 'seen' | 'periods'> {
  const mostFaults = 50;
  const nothing = { seen: new Map<string, readonly Seen[]>(), periods: [] };
  const table = Table.read(given, 'observations', issues);
  if (table === undefined) return nothing;
  for (const name of table.names)
    if (!columns.includes(name as keyof Observation)) issues.push(unknownName(at('observations[0]', name), name, columns));
  const ids = [...expected.keys()];
  const usual = ids.length === 1 ? ids[0]! : 'overall';
  const { label, scale } = outcome === undefined ? { label: '', scale: [-largest, largest] as const } : outcomeDescriptions[outcome];
  const [min, max] = [Math.max(scale[0], -largest), Math.min(scale[1], largest)];
  const means = table.numbers('mean', { min, max, what: label === '' ? 'a number' : `a mean ${label}` });
  const people = table.numbers('n', { min: 1, max: largest, what: 'a number of people' });
  const spreads = table.numbers('sd', { min: 0, max: largest });
  const bySegment = new Map<string, Map<string | number, Seen>>();
  const periods: (string | number)[] = [];
  const known = new Map<string | number, string | number>();
  for (let row = 0; row < table.count && issues.length < mostFaults; row++) {
    const place = at('observations', row);
    const told = readPeriod(table.cell(row, 'period'), at(place, 'period'), issues);
    const written = table.cell(row, 'segment');
    const id: unknown = isBlank(written) ? usual : readCell(written, 'text');
    const [mean, n] = [means[row]!, people[row]!];
    for (const [name, value] of [['mean', mean] as const, ['n', n] as const]) {
      if (Number.isNaN(value) && isBlank(table.cell(row, name))) issues.push(unfit(undefined, at(place, name), 'a number'));
    }
    if (typeof id !== 'string' || !expected.has(id)) {
      if (expected.size > 0) issues.push(unknownName(at(place, 'segment'), id, ids));
      continue;
    }
    if (told === undefined || Number.isNaN(mean) || Number.isNaN(n)) continue;
    const key = keyOf(told);
    // However it is written, a period is called as where it stood first.
    const period = known.get(key) ?? told;
    const own = bySegment.get(id) ?? new Map<string | number, Seen>();
    bySegment.set(id, own);
    if (own.has(period)) {
      const received = `${quote(told)} again${told === period ? '' : `, the same as ${quote(period)}`}`;
      issues.push({ code: 'duplicate-id', path: place, expected: `${id} once in each period`, received });
    }
    own.set(period, { period, mean, n, sd: Number.isNaN(spreads[row]) ? undefined : spreads[row]! });
    if (!known.has(key)) periods.push(period);
    known.set(key, period);
  }
  const ordered = inTime(periods);
  const seen = new Map(
    ids.flatMap((id) => (bySegment.has(id) ? [[id, ordered.flatMap((period) => bySegment.get(id)!.get(period) ?? [])] as const] : [])),
  );
  return { seen, periods: ordered };
}

function readPeriod(written: unknown, path: string, issues: Issue[]): string | number | undefined {
  if (typeof written === 'number' && Number.isFinite(written)) return written;
  if (typeof written === 'string' && written.trim() !== '' && written.length <= 200 && !isForbiddenKey(written)) return written.trim();
  issues.push(unfit(written, path, 'a period: a number, or a text such as 2026-03'));
  return undefined;
}
