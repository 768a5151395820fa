import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { quote } from '../errors/wording';
import { grouped } from '../results/format-outcome';
import type { Table } from '../tables/table';
import { joined } from '../words/joined';
import { farMoments } from './far-moments';
import { lifecycleColumn } from './lifecycles';
import type { Log } from './read-events';
import type { LogSettings } from './read-options';
import { countSameRows } from './same-rows';
import type { LogCaution } from './types';

/** Fewer cases say little of what is rare. Judgement. */
const few = 50;
/** A smaller share of rows that stand twice is no doubled export. Judgement. */
const doubled = 0.01;
/** A smaller share of rows that end before they start is a slip here and there. Judgement. */
const backwards = 0.01;
/** A smaller share of rows without a case is a slip here and there. Judgement. */
const homeless = 0.01;
/** So many activities are named; the rest are counted. */
const mostNamed = 5;
/** Spreadsheets count days since 1900: these are 1982 to 2064. */
const sheetDays = { from: 30_000, to: 60_000 };

/** What was read, how, and what came of it. */
export interface ReadLog {
  readonly table: Table;
  readonly log: Log;
  readonly settings: LogSettings;
  /** The column of activities, where rows have one moment each and no option says whether it is a start or a completion. */
  readonly bare: unknown;
  /** The columns of moments. */
  readonly times: readonly string[];
  /** Seconds before a wait sours, and 0 where that is not known. */
  readonly tolerance: number;
}

/** What to doubt about a journey from a log. */
export function logCautions({ table, log, settings, bare, times, tolerance }: ReadLog): readonly LogCaution[] {
  const { events, rows } = log;
  const cases = events.from.length - 1;
  const cautions: LogCaution[] = [];
  if (cases < few)
    cautions.push({ code: 'few-cases', path: 'events', message: `${cases} cases: shares and durations of so few are rough` });
  const column = bare === undefined ? undefined : lifecycleColumn(table, bare);
  if (column !== undefined) {
    const message = `"${column}" says which rows are starts and which completions, and is not read, so each row counts as an event of its own: name it as lifecycle`;
    cautions.push({ code: 'lifecycle-not-read', path: 'lifecycle', message });
  }
  const whole = events.activity.length - log.unread.oneEnd;
  if (log.unread.backwards > 0 && log.unread.backwards >= backwards * whole) {
    const message = `${grouped(log.unread.backwards)} of ${grouped(whole)} rows end before they start, so how long they took is not known: look whether the two columns hold the times of one clock, in one zone`;
    cautions.push({ code: 'ends-before-start', path: 'end', message });
  }
  const { case: without } = log.unread;
  if (without > 0 && (log.strays.length > 0 || without >= homeless * rows)) {
    const strays = log.strays.slice(0, mostNamed).map((name) => quote(name));
    const more = log.strays.length - strays.length;
    const all = strays.length === 0 ? '' : `, among them all of ${joined(more > 0 ? [...strays, `${more} more`] : strays)}`;
    const message = `${grouped(without)} of ${grouped(rows)} rows have no case and are left out${all}: if they are of a system that numbers cases in its own way, give them the case of the others`;
    cautions.push({ code: 'rows-without-case', path: 'case', message });
  }
  const same = countSameRows(events, table);
  if (same >= doubled * rows) {
    const message = `${grouped(same)} rows say in every column what an earlier one says, and each counts as another time: if the export doubled them, leave them out`;
    cautions.push({ code: 'same-rows', path: 'events', message });
  }
  const far = farMoments(events, table, times);
  if (far !== undefined) cautions.push(far);
  const days = sheetDates(log);
  if (days !== undefined) {
    const message = `times from ${formatNumber(days.from, 2)} to ${formatNumber(days.to, 2)} look like the dates of a spreadsheet, which count days, and were read as seconds: multiply them by 86400`;
    cautions.push({ code: 'spreadsheet-days', path: 'events', message });
  }
  if (settings.between === 'wait' && settings.tolerance === undefined && tolerance > 0) {
    const message = `waits sour after ${formatSeconds(tolerance)}, the median of all waits in the log: if people put up with more or less, name a tolerance`;
    cautions.push({ code: 'tolerance-from-log', path: 'journey.tolerance', message });
  }
  return cautions;
}

/** The first and the last moment, where all lie where the days of spreadsheets do and some have a part of a day. */
function sheetDates({ events: { start, end } }: Log): { readonly from: number; readonly to: number } | undefined {
  let [from, to, parts] = [Infinity, -Infinity, false];
  for (let i = 0; i < start.length; i++) {
    from = Math.min(from, start[i]!);
    to = Math.max(to, end[i]!);
    parts ||= !Number.isInteger(start[i]) || !Number.isInteger(end[i]);
  }
  return parts && from >= sheetDays.from && to <= sheetDays.to ? { from, to } : undefined;
}
