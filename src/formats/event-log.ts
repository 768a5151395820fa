import { JourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import { openPlain } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import type { AnySimulation } from '../results/types';
import { openInput, readStudy, type ResolvedStudy } from '../simulation/read-study';
import type { SimulateInput } from '../simulation/types';
import { csvLine, textCell } from './csv-cells';
import type { EventRow } from './event-row';
import { isoOf, momentHint, readMoment } from '../plain/moments';
import { Leftovers, type Converted } from './left';
import { stepEvents, type StepEvent } from './step-events';
import { xesEvent, xesHead, xesTail } from './write-xes';
import { shown } from './shown';

/** How simulated customers are to be written. */
export interface EventLogOptions<Format extends 'csv' | 'xes' | 'rows' = 'csv' | 'xes' | 'rows'> {
  /** `'csv'` (default): a table as text; `'xes'`: an IEEE 1849 log as text, two events a step, `start` and `complete`; `'rows'`: a list of {@link EventRow}. */
  readonly format?: Format | undefined;
  /** How many customers of each segment, from the first: 1 … 100,000. Default 100, or all where the study has fewer. */
  readonly customers?: number | undefined;
  /** When every journey begins: a date, a time and a zone as ISO 8601. Default `'1970-01-01T00:00:00Z'`: the library has no clock. */
  readonly start?: string | undefined;
}

const mostEvents = 5_000_000;
const headers = [
  'case',
  'segment',
  'activity',
  'step',
  'start',
  'end',
  'affectStart',
  'affectEnd',
  'what',
  'option',
] as const satisfies readonly (keyof EventRow)[];

/**
 * Simulated customers as an event log, with how they felt: what a process-mining program, a notebook or a test of one's own analysis can read. The
 * customers are those of the simulation with the same seed, to the last digit.
 *
 * @param input A study as `simulate` takes it, or what `simulate` returned.
 * @param options `format`: `'csv'` (default), `'xes'` or `'rows'`; `customers` of each segment, default 100; `start` of every journey.
 * @returns `value`: the text, or the rows, customer by customer; `left`: how many steps were skipped, for these are no events.
 * @throws JourneyError with every fault in the study, as `simulate`; `out-of-range`, `invalid-text` for the options; `too-large` beyond 5,000,000 steps.
 *
 * @example
 * import { toEventLog } from 'peakend/formats';
 * const journey = { name: 'Call', interactions: [{ id: 'hold', kind: 'wait', duration: 80, affect: -1 }, { id: 'talk', duration: 300, affect: 2 }] };
 * const { value } = toEventLog({ journey, seed: 1 }, { format: 'rows', customers: 1, start: '2026-03-01T09:00:00Z' });
 * value[1].start; // '2026-03-01T09:01:20.000Z'
 */
export function toEventLog(
  input: SimulateInput | AnySimulation,
  options: EventLogOptions<'rows'> & { readonly format: 'rows' },
): Converted<readonly EventRow[]>;
export function toEventLog(input: SimulateInput | AnySimulation, options?: EventLogOptions<'csv' | 'xes'>): Converted<string>;
export function toEventLog(input: SimulateInput | AnySimulation, options: EventLogOptions = {}): Converted<string | readonly EventRow[]> {
  const read = reading(options, ['format', 'customers', 'start'], { path: 'options' });
  const format = read.oneOf('format', ['csv', 'xes', 'rows']) ?? 'csv';
  const wanted = read.whole('customers', { min: 1, max: 100_000 });
  const began = read.by('start', (value, path, issues) => {
    const seconds = typeof value === 'string' ? readMoment(value) : undefined;
    if (seconds !== undefined) return seconds;
    const code = typeof value === 'string' ? ('invalid-text' as const) : ('invalid-type' as const);
    issues.push(unfit(value, path, 'a date and a time, such as 2026-03-01T09:30:00Z', { code, ...momentHint(value) }));
    return undefined;
  });
  read.finish();
  const study = studyOf(input);
  const customers = wanted ?? Math.min(100, study.customers);
  const count = customers * study.segments.length * study.journeys[0]!.interactions.length;
  if (count > mostEvents) {
    const hint = 'write fewer customers';
    throw new JourneyError([
      { code: 'too-large', path: 'customers', expected: `at most ${mostEvents} steps in all`, received: `${count}`, hint },
    ]);
  }
  const left = new Leftovers();
  const rows = eventRows(study, customers, began ?? 0, left);
  if (format === 'rows') return shown({ value: Array.from(rows), left: left.list() });
  const pieces = format === 'csv' ? [csvLine(headers)] : [xesHead];
  let open: string | undefined;
  for (const row of rows) {
    if (format === 'csv') pieces.push(csvRow(row));
    else {
      pieces.push(...xesEvent(row, open));
      open = row.case;
    }
  }
  if (format === 'xes') pieces.push(xesTail(open));
  return shown({ value: pieces.join(''), left: left.list() }, format === 'xes' ? 'xml' : '');
}

function studyOf(input: unknown): ResolvedStudy {
  if (openPlain(input, '').fields?.['kind'] !== 'simulation') {
    const written = openInput(input, ['journey']);
    return readStudy(written, [{ path: 'journey', value: written['journey'] }], ['journey']);
  }
  const { study, journey } = checkResult(input, 'input', 'simulation');
  const { segments, model, customers, seed } = study;
  return readStudy({ segments, model, customers, seed }, [{ path: 'input.journey', value: journey }], []);
}

function* eventRows(study: ResolvedStudy, customers: number, began: number, left: Leftovers): Generator<EventRow, void> {
  const steps = study.journeys[0]!.interactions;
  for (const { segment, customer, events } of stepEvents(study, customers)) {
    const lived = events.length === 0 ? 0 : events.at(-1)!.what === 'left' ? events.at(-1)!.step + 1 : steps.length;
    left.add('', 'steps that were skipped are no events', lived - events.length);
    for (const event of events) yield rowOf(event, steps[event.step]!, `${segment} ${customer}`, segment, began);
  }
}

function rowOf(
  event: StepEvent,
  { id, name }: { readonly id: string; readonly name?: string },
  one: string,
  segment: string,
  began: number,
): EventRow {
  const { start, end, step: _, ...rest } = event;
  return { case: one, segment, activity: name ?? id, step: id, start: isoOf(began + start), end: isoOf(began + end), ...rest };
}

function csvRow(row: EventRow): string {
  return csvLine(
    headers.map((header) => {
      const cell = row[header];
      return typeof cell === 'string' ? textCell(cell) : cell === undefined ? '' : String(cell);
    }),
  );
}
