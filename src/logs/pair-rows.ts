import { byCase, unknownEnd, unknownStart, type LooseEvents, type UnreadRow } from './events';
import { endOf } from './lifecycles';

/**
 * Rows that are starts and completions become events: a completion goes with the earliest open start of the same activity in the same case (and of the
 * same instance, where that is known). Of a completion nobody started the start is not known, of a start nobody completed the end.
 */
export function pairRows(
  rows: LooseEvents,
  lifecycles: readonly (string | undefined)[],
  instances: readonly (string | undefined)[] | undefined,
  unread: { [What in UnreadRow]: number },
): LooseEvents {
  const ends = lifecycles.map((written) => endOf(written));
  const everStarted = new Set<number>();
  for (let i = 0; i < rows.row.length; i++) if (ends[rows.row[i]!] === 'start') everStarted.add(rows.activity[i]!);
  const sorted = byCase(rows, []);
  const made: { caseOf: number[]; activity: number[]; start: number[]; end: number[]; row: number[]; unknown: number[] } = {
    ...{ caseOf: [], activity: [], row: [], unknown: [] },
    ...{ start: [], end: [] },
  };
  const add = (one: number, i: number, start: number, unknown = 0): void => {
    made.caseOf.push(one);
    made.activity.push(sorted.activity[i]!);
    made.start.push(start);
    made.end.push(sorted.end[i]!);
    made.row.push(sorted.row[i]!);
    made.unknown.push(unknown);
  };
  const keyOf = (i: number): string => `${sorted.activity[i]} ${instances?.[sorted.row[i]!] ?? ''}`;
  for (let one = 0; one < rows.cases; one++) {
    const open = new Map<string, number[]>();
    const completed: number[] = [];
    // Starts first, so that what takes no time finds its own.
    for (let i = sorted.from[one]!; i < sorted.from[one + 1]!; i++) {
      const end = ends[sorted.row[i]!];
      if (end === 'start') {
        const key = keyOf(i);
        const queue = open.get(key);
        if (queue === undefined) open.set(key, [i]);
        else queue.push(i);
      } else if (end === 'complete') completed.push(i);
      else unread.lifecycle++;
    }
    const next = new Map<string, number>();
    for (const i of completed) {
      const key = keyOf(i);
      const queue = open.get(key);
      const place = next.get(key) ?? 0;
      const start = queue?.[place];
      if (start === undefined || sorted.start[start]! > sorted.start[i]!) {
        const isKnown = !everStarted.has(sorted.activity[i]!);
        if (!isKnown) unread.unstarted++;
        add(one, i, sorted.start[i]!, isKnown ? 0 : unknownStart);
      } else {
        next.set(key, place + 1);
        add(one, i, sorted.start[start]!);
      }
    }
    for (const [key, queue] of open) {
      for (const i of queue.slice(next.get(key) ?? 0)) {
        unread.open++;
        add(one, i, sorted.start[i]!, unknownEnd);
      }
    }
  }
  return {
    cases: rows.cases,
    caseOf: Int32Array.from(made.caseOf),
    activity: Int32Array.from(made.activity),
    start: Float64Array.from(made.start),
    end: Float64Array.from(made.end),
    row: Int32Array.from(made.row),
    unknown: Uint8Array.from(made.unknown),
  };
}
