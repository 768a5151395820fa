import type { Table } from '../tables/table';

const starting: readonly string[] = ['start', 'started', 'begin'];
const completing: readonly string[] = ['complete', 'completed', 'end', 'finish'];
/** The other transitions of IEEE 1849. */
const others: readonly string[] = [
  ...(['schedule', 'assign', 'reassign', 'suspend', 'resume', 'withdraw', 'autoskip', 'manualskip'] as const),
  ...(['abort_activity', 'abort_case', 'ate_abort', 'pi_abort', 'unknown'] as const),
];

/** Which end of an event a row is, by the word for it. */
export function endOf(written: string | undefined): 'start' | 'complete' | undefined {
  const word = (written ?? '').toLowerCase();
  return starting.includes(word) ? 'start' : completing.includes(word) ? 'complete' : undefined;
}

/** Rows that are looked at for it. */
const looked = 1000;

/** A column other than the activities' that says which rows are starts and which completions, and nothing else; undefined where there is none. */
export function lifecycleColumn(table: Table, activity: unknown): string | undefined {
  return table.names.find((name) => {
    if (name === activity) return false;
    const met = new Set<string | undefined>();
    for (let row = 0; row < Math.min(table.count, looked); row++) {
      const cell = table.peek(row, name);
      if (cell === undefined || cell === null || cell === '') continue;
      const word = typeof cell === 'string' ? cell.trim().toLowerCase() : '';
      const end = endOf(word);
      if (end === undefined && !others.includes(word)) return false;
      met.add(end);
    }
    return met.has('start') && met.has('complete');
  });
}
