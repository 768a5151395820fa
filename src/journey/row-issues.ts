import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { rowColumns } from './row-columns';

/** The step a row describes, where the row stands, and under which header each thing was written. */
export interface StepRow {
  readonly step: unknown;
  readonly path: string;
  /** By the path within the step; the first counts. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** An issue of the journey, told by row and column. */
export function toRow(issue: Issue, rows: readonly StepRow[]): Issue {
  const match = /^interactions(?:\[(\d+)\]\.?(.*))?$/s.exec(issue.path);
  if (match === null) return issue;
  if (match[1] === undefined) return { ...issue, path: 'rows' };
  const row = rows[Number(match[1])]!;
  const within = match[2]!;
  if (within === '' && !isRecord(row.step)) return { ...issue, path: row.path, expected: 'a row: an object with an id and minutes' };
  const told = { ...issue, path: columnPath(within, row), ...rewritten(issue, within, rows) };
  if (within === 'duration' && !row.headers.has(within))
    return { ...told, expected: 'minutes, seconds or a duration', received: 'nothing' };
  return told;
}

/** The column that a place in a step came from, or would have come from. */
function columnPath(within: string, { path, headers }: StepRow): string {
  const found = headers.get(within) ?? [...headers].find(([target]) => target.startsWith(`${within}.`))?.[1];
  if (found !== undefined) return at(path, found[0]!);
  if (within.startsWith('extensions')) return path + within.slice('extensions'.length);
  const column = rowColumns.find(({ target }) => target === within)?.name ?? within;
  return column === '' ? path : at(path, column);
}

/** Nobody knows in a table what a hint about steps, affect and options means. */
function rewritten(issue: Issue, within: string, rows: readonly StepRow[]): { hint?: string } {
  if (within === 'affect' && issue.code === 'out-of-range') return { hint: 'ratings on another scale: name it, as in scale: [1, 5]' };
  if (within === 'wait') return { hint: 'leave these cells empty, or write wait under kind' };
  if (issue.hint === undefined) return {};
  return { hint: issue.hint.replace(/interactions\[(\d+)\]/g, (_, index: string) => rows[Number(index)]?.path ?? '') };
}

/** An issue at a cell that says in its own way that there is nothing in it. */
export function atEmptyCell(issue: Issue): Issue {
  const saysNothing = /^"(?:[-–—−?]+|n\/?a|none|null)"$|^NaN$/i.test(issue.received);
  return saysNothing ? { ...issue, hint: 'leave the cell empty where nothing is known' } : issue;
}
