import { readMoment } from '../plain/moments';
import type { Table } from '../tables/table';
import type { Events } from './events';

/** Of events at the same time, so many before are looked at: whatever a day holds where only days are known. */
const back = 20;

/** How many events are read from a row that says the same as an earlier one in every column. */
export function countSameRows({ from, start, end, activity, row }: Events, table: Table): number {
  const isSame = (i: number, j: number): boolean =>
    activity[i] === activity[j] && table.names.every((name) => sameCell(table.peek(row[i]!, name), table.peek(row[j]!, name)));
  let same = 0;
  for (let one = 0; one < from.length - 1; one++) {
    for (let i = from[one]! + 1; i < from[one + 1]!; i++) {
      for (let j = i - 1; j >= Math.max(from[one]!, i - back) && start[j] === start[i] && end[j] === end[i]; j--) {
        if (!isSame(i, j)) continue;
        same++;
        break;
      }
    }
  }
  return same;
}

function sameCell(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return typeof a === 'object' && typeof b === 'object' && readMoment(a) !== undefined && readMoment(a) === readMoment(b);
}
