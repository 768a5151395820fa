import { at } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { snapshotOf } from '../tables/table';
import { tellMissingRating, readRatings } from './read-ratings';
import type { Recordings, SampleColumns } from './types';
import { rowsByName } from './rows-by-name';

/**
 * Curves second by second: what people said while it lasted, each row a sample. Between two samples affect goes in a line; a recording of one sample
 * takes no time. Times need not be equally far apart.
 *
 * @param rows The samples in any order, as `[{ film: 'a', second: 0, quality: 71 }, …]`.
 * @param columns Which columns hold what, and the scale of the ratings: see {@link SampleColumns}.
 * @returns the recordings in the order of their first rows.
 * @throws JourneyError `missing`, `unknown-id` (a column that no row has), `invalid-type`, `out-of-range` (a rating off its scale), `conflict` (two samples of
 * a recording at one time), each with its row.
 *
 * @example
 * import { recordings } from 'peakend/data';
 * const rows = [0, 1, 2].map((second) => ({ film: 'a', second, quality: [50, 80, 60][second] }));
 * recordings.fromSamples(rows, { recording: 'film', time: 'second', rating: 'quality', scale: [0, 100] }).affectEnd; // Float64Array(2) [ 6, 2 ]
 */
export function fromSamples(rows: readonly object[], columns: SampleColumns): Recordings {
  const rated = readRatings(rows, columns, ['recording', 'time', 'rating'], ['recording', 'time', 'rating']);
  const { table, read, gathering } = rated;
  const [recording, time, rating] = [rated.column('recording'), rated.column('time'), rated.column('rating')];
  if (recording === undefined || time === undefined || rating === undefined) read.finish();
  const groups = rowsByName(table, recording!);
  const [times, ratings] = [table.moments(time!), rated.ratings(rating!)];
  const { issues } = table;
  for (const [id, members] of groups) {
    for (const row of members) if (Number.isNaN(times[row]!)) table.tellMissing(row, time!, 'a time');
    const facts = snapshotOf(table.rows[members[0]!]);
    members.sort((a, b) => times[a]! - times[b]! || a - b);
    let before = NaN;
    let beforeAt = NaN;
    let samples = 0;
    for (const [place, row] of members.entries()) {
      if (place > 0 && times[row] === times[members[place - 1]!]) {
        const received = `row ${members[place - 1]!} at the same time`;
        table.tell(time!, { code: 'conflict', path: at(at(table.path, row), time!), expected: `one sample of ${id} at a time`, received });
      }
      let affect = gathering.affect(ratings[row]!);
      if (Number.isNaN(affect)) {
        if (gathering.gaps === 'refuse') tellMissingRating(table, row, rating!);
        if (gathering.gaps !== 'carry' || samples === 0) continue;
        affect = before;
      }
      if (samples > 0) gathering.add(times[row]! - beforeAt, before, affect, 0);
      samples++;
      before = affect;
      beforeAt = times[row]!;
    }
    if (samples === 1) gathering.add(0, before, before, 0);
    gathering.close(id, facts);
  }
  throwIssues(issues);
  return gathering.finish('samples', []);
}
