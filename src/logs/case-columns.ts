import { at } from '../errors/wording';
import { unfit } from '../errors/wording';
import type { Reading } from '../plain/reading';
import type { Table } from '../tables/table';
import type { Events } from './events';
import type { OptionKey } from './read-options';

/** More kinds of customers than this nobody tells apart. */
const mostSegments = 200;

/** What stays the same in a case. */
export interface Groups {
  readonly names: readonly string[];
  /** Which of them each case belongs to; -1 where it does not say. */
  readonly of: Int32Array;
  /** Cases that say more than one: the first counts. */
  readonly several: number;
}

/** The segment of each case. Undefined where no column is named, or where it cannot be read; the faults are written down. */
export function readGroups(table: Table, { from, row }: Events, read: Reading<OptionKey>): Groups | undefined {
  if (!read.has('segment')) return undefined;
  const column = table.column(read.written.segment, read.at('segment'));
  if (column === undefined) return undefined;
  const texts = table.texts(column);
  const numbers = new Map<string, number>();
  const of = new Int32Array(from.length - 1).fill(-1);
  let several = 0;
  for (let one = 0; one < of.length; one++) {
    let differs = false;
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const text = texts[row[i]!];
      if (text === undefined) continue;
      let known = numbers.get(text);
      if (known === undefined) numbers.set(text, (known = numbers.size));
      if (of[one] === -1) of[one] = known;
      else if (of[one] !== known) differs = true;
    }
    if (differs) several++;
  }
  if (numbers.size > mostSegments) {
    const expected = `a column with at most ${mostSegments} different values, each a kind of customer`;
    const hint = 'numbers are kinds only once they are put into a few groups';
    read.issues.push({ code: 'too-large', path: read.at('segment'), expected, received: `${numbers.size} values`, hint });
    return undefined;
  }
  return { names: [...numbers.keys()], of, several };
}

const yes: readonly string[] = ['true', 'yes', 'y', '1'];
const no: readonly string[] = ['false', 'no', 'n', '0'];

/** Which cases are said to be running. */
export function readUnfinished(table: Table, { from, row }: Events, read: Reading<OptionKey>): Uint8Array | undefined {
  if (!read.has('unfinished')) return undefined;
  const column = table.column(read.written.unfinished, read.at('unfinished'));
  if (column === undefined) return undefined;
  const texts = table.texts(column);
  const isRunning = new Uint8Array(from.length - 1);
  for (let one = 0; one < isRunning.length; one++) {
    for (let i = from[one]!; i < from[one + 1]!; i++) {
      const text = texts[row[i]!]?.toLowerCase();
      if (text === undefined || no.includes(text)) continue;
      if (yes.includes(text)) isRunning[one] = 1;
      else table.tell(column, unfit(text, at(at(table.path, row[i]!), column), 'yes or no, true or false, 1 or 0, or nothing'));
    }
  }
  return isRunning;
}
