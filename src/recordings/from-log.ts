import { at } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { snapshotOf } from '../tables/table';
import { tellMissingRating, readRatings } from './read-ratings';
import { rowsByName } from './rows-by-name';
import type { LogColumns, Recordings } from './types';

/** How long a step takes where no times are known, seconds: it only matters that all are alike. */
const unknownLength = 300;

/**
 * Logs with a rating for each step: each row one step that somebody went through, with the time it began, ended, or both. Affect stays at the level of
 * its rating from begin to end; time between two steps is not lived. Without times all steps are five minutes long (judgement).
 *
 * @param rows The steps, as `[{ visit: 'a', step: 'triage', from: '2026-03-01T09:00', to: '2026-03-01T09:10', felt: 3 }, …]`.
 * @param columns Which columns hold what, and the scale of the ratings: see {@link LogColumns}.
 * @returns the recordings in the order of their first rows.
 * @throws JourneyError `missing`, `unknown-id` (a column that no row has), `invalid-type`, `out-of-range` (a rating off its scale), `conflict` (a step that
 * ends before it begins), each with its row.
 *
 * @example
 * import { recordings } from 'peakend/data';
 * const rows = [{ visit: 'a', step: 'triage', from: 0, to: 600, felt: 3 }, { visit: 'a', step: 'doctor', from: 1800, to: 2100, felt: 5 }];
 * const visits = recordings.fromLog(rows, { case: 'visit', activity: 'step', start: 'from', end: 'to', rating: 'felt', scale: [1, 5] });
 * visits.seconds; // Float64Array(2) [ 600, 300 ]
 */
export function fromLog(rows: readonly object[], columns: LogColumns): Recordings {
  const rated = readRatings(rows, columns, ['case', 'activity', 'rating', 'start', 'end'], ['case', 'activity', 'rating']);
  const { table, read, gathering } = rated;
  const { issues } = table;
  const [name, activity, rating] = [rated.column('case'), rated.column('activity'), rated.column('rating')];
  const [start, end] = [rated.column('start'), rated.column('end')];
  if (name === undefined || activity === undefined || rating === undefined) read.finish();
  const groups = rowsByName(table, name!);
  const [activities, ratings] = [table.texts(activity!), rated.ratings(rating!)];
  const starts = start === undefined ? undefined : table.moments(start);
  const ends = end === undefined ? undefined : table.moments(end);
  const steps = [...new Set(activities.filter((step) => step !== undefined))];
  const placeOf = new Map(steps.map((step, place) => [step, place]));
  for (const [id, members] of groups) {
    const facts = snapshotOf(table.rows[members[0]!]);
    const times = starts ?? ends;
    if (times !== undefined) members.sort((a, b) => times[a]! - times[b]! || a - b);
    let before: number | undefined;
    for (const [place, row] of members.entries()) {
      const seconds = secondsOf(starts, ends, members, place);
      if (activities[row] === undefined) table.tellMissing(row, activity!, 'a step');
      if (Number.isNaN(seconds)) table.tellMissing(row, end ?? start!, 'a time');
      else if (seconds < 0) {
        const path = at(at(table.path, row), end!);
        table.tell(end!, { code: 'conflict', path, expected: 'a time not before the step begins', received: 'an earlier one' });
      }
      let affect = gathering.affect(ratings[row]!);
      if (Number.isNaN(affect)) {
        if (gathering.gaps === 'refuse') tellMissingRating(table, row, rating!);
        if (gathering.gaps !== 'carry' || before === undefined) continue;
        affect = before;
      }
      gathering.add(seconds, affect, affect, placeOf.get(activities[row]!) ?? 0);
      before = affect;
    }
    gathering.close(id, facts);
  }
  throwIssues(issues);
  return gathering.finish('log', steps);
}

/** From its begin to its end; to the next one's begin, or from the last one's end, where only one of the two is known. */
function secondsOf(starts: Float64Array | undefined, ends: Float64Array | undefined, members: readonly number[], place: number): number {
  const row = members[place]!;
  if (starts !== undefined && ends !== undefined) return ends[row]! - starts[row]!;
  if (starts !== undefined) return place + 1 < members.length ? starts[members[place + 1]!]! - starts[row]! : 0;
  if (ends !== undefined) return place > 0 ? ends[row]! - ends[members[place - 1]!]! : 0;
  return unknownLength;
}
