import type { Reading } from '../plain/reading';
import { quote } from '../errors/wording';
import { grouped } from '../results/format-outcome';
import type { Table } from '../tables/table';
import { byCase, settleMoments, unknownEnd, unknownStart, type Events, type LooseEvents, type UnreadRow } from './events';
import { Names } from './names';
import { pairRows } from './pair-rows';
import type { OptionKey } from './read-options';

/** A log as it was read. */
export interface Log {
  readonly events: Events;
  readonly rows: number;
  /** Rows that are no events or parts of them, by what they lack. */
  readonly unread: { readonly [What in UnreadRow]: number };
  /** Activities of which no row has a case. */
  readonly strays: readonly string[];
}

/** The columns that hold events, read once. Undefined where a column is missing or holds something else; the faults are written down. */
export function readEvents(table: Table, read: Reading<OptionKey>): Log | undefined {
  const column = (key: OptionKey, needed = false): string | undefined =>
    needed || read.has(key) ? table.column(read.written[key], read.at(key)) : undefined;
  const named = {
    case: column('case', true),
    activity: column('activity', true),
    lifecycle: column('lifecycle'),
    instance: column('instance'),
  };
  const times = { time: column('time'), start: column('start'), end: column('end') };
  if (read.issues.length > 0) return undefined;

  const cases = table.texts(named.case!);
  const activities = table.texts(named.activity!);
  const { time, start, end } = times;
  const starts = table.moments((time ?? start ?? end)!, true);
  const ends = start !== undefined && end !== undefined ? table.moments(end, true) : starts;
  const lifecycles = named.lifecycle === undefined ? undefined : table.texts(named.lifecycle);
  const instances = named.instance === undefined ? undefined : table.texts(named.instance);
  if (table.issues.length > 0) return undefined;

  const unread = { case: 0, activity: 0, time: 0, lifecycle: 0, open: 0, unstarted: 0, oneEnd: 0, backwards: 0, moment: 0 };
  const caseNames = new Names();
  const activityNames = new Names();
  const strays = new Set<string>();
  const { count } = table;
  const loose = { caseOf: new Int32Array(count), activity: new Int32Array(count), row: new Int32Array(count) };
  const unknown = new Uint8Array(count);
  const moments = { start: new Float64Array(count), end: new Float64Array(count) };
  let kept = 0;
  for (let row = 0; row < count; row++) {
    const one = cases[row];
    const what = activities[row];
    let from = starts[row]!;
    let to = ends[row]!;
    // Of an event with one moment only, that stands for both.
    const isHalf = Number.isNaN(from) !== Number.isNaN(to);
    let lacks = isHalf ? (Number.isNaN(from) ? unknownStart : unknownEnd) : 0;
    if (Number.isNaN(from)) from = to;
    if (Number.isNaN(to)) to = from;
    if (one === undefined) {
      unread.case++;
      if (what !== undefined) strays.add(what);
    } else if (what === undefined) unread.activity++;
    else if (Number.isNaN(from)) unread.time++;
    else {
      if (isHalf) unread.oneEnd++;
      if (to < from) {
        unread.backwards++;
        to = from;
        lacks = unknownStart + unknownEnd;
      }
      loose.caseOf[kept] = caseNames.numberOf(one);
      loose.activity[kept] = activityNames.numberOf(what);
      loose.row[kept] = row;
      unknown[kept] = lacks;
      moments.start[kept] = from;
      moments.end[kept] = to;
      kept++;
    }
  }
  const whole = kept - unread.oneEnd;
  if (2 * unread.backwards > whole) {
    tellSwapped(read, unread.backwards, whole);
    return undefined;
  }
  const rows: LooseEvents = {
    cases: caseNames.all.length,
    caseOf: loose.caseOf.subarray(0, kept),
    activity: loose.activity.subarray(0, kept),
    row: loose.row.subarray(0, kept),
    start: moments.start.subarray(0, kept),
    end: moments.end.subarray(0, kept),
    unknown: unknown.subarray(0, kept),
  };
  const made = lifecycles === undefined ? rows : pairRows(rows, lifecycles, instances, unread);
  unread.moment = settleMoments(made, activityNames.all.length);
  for (const name of activityNames.all) strays.delete(name);
  return { events: byCase(made, activityNames.all), rows: count, unread, strays: [...strays] };
}

/** Nobody ends most things before they start. */
function tellSwapped(read: Reading<OptionKey>, backwards: number, whole: number): void {
  const { start, end } = read.written;
  const received = `${grouped(backwards)} of ${grouped(whole)} rows that end before they start`;
  const hint = `start and end look swapped: write start: ${quote(end)}, end: ${quote(start)}`;
  read.issues.push({ code: 'conflict', path: read.at('start'), expected: 'rows that start before they end', received, hint });
}
