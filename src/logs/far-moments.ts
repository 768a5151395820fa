import { at, quote } from '../errors/wording';
import { isoOf, readMoment } from '../plain/moments';
import { grouped } from '../results/format-outcome';
import type { Table } from '../tables/table';
import type { Events } from './events';
import type { LogCaution } from './types';

/** Moments so far from all others are slips, or stand for no moment, seconds: twenty years. Judgement. */
const far = 20 * 365.25 * 86_400;
/** A larger share of the moments is no slip. Judgement. */
const most = 0.05;

/** Doubt about moments decades before all others, or after them: 1900-01-01 and 2099-12-31 stand for no date in many a table. */
export function farMoments({ start, end }: Events, table: Table, columns: readonly string[]): LogCaution | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < start.length; i++) {
    low = Math.min(low, start[i]!);
    high = Math.max(high, end[i]!);
  }
  if (!(high - low >= far)) return undefined;
  const all = new Float64Array(2 * start.length);
  all.set(start);
  all.set(end, start.length);
  all.sort();
  const few = Math.max(2, most * all.length);
  let [first, last] = [0, all.length - 1];
  for (let i = 0; i < few && i + 1 < all.length / 2; i++) {
    if (all[i + 1]! - all[i]! >= far) first = i + 1;
    if (all.at(-1 - i)! - all.at(-2 - i)! >= far) last = all.length - 2 - i;
  }
  const [from, to] = [all[first]!, all[last]!];
  let rows = 0;
  let found: { readonly path: string; readonly cell: unknown } | undefined;
  for (let row = 0; row < table.count; row++) {
    const column = columns.find((name) => {
      const moment = readMoment(table.peek(row, name));
      return moment !== undefined && (moment < from || moment > to);
    });
    if (column === undefined) continue;
    rows++;
    found ??= { path: at(at(table.path, row), column), cell: table.peek(row, column) };
  }
  if (found === undefined) return undefined;
  const { path, cell } = found;
  const others = rows === 1 ? '' : `, and ${grouped(rows - 1)} other ${rows === 2 ? 'row' : 'rows'} like it`;
  const message = `${quote(cell)} lies decades from all other moments (${isoOf(from).slice(0, 10)} to ${isoOf(to).slice(0, 10)})${others}: if it stands for no moment, leave the cell blank`;
  return { code: 'far-moment', path, message };
}
