import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { at, unfit } from '../errors/wording';
import { checkNumber, isRecord, type NumberRange } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import { snapshotOf, type Table } from '../tables/table';
import { tellMissingRating, readRatings } from './read-ratings';
import type { FormColumns, Recordings } from './types';

const length: NumberRange = { min: Number.MIN_VALUE, max: 1e11, what: 'seconds above 0' };
const usual = 300;

/**
 * Forms that rate one touchpoint after another: each row a recording, each of some columns a moment. Each moment stays at one level for as long as it takes;
 * moments not rated take no part, unless `gaps` says otherwise.
 *
 * @param rows The forms, as `[{ parking: 4, security: 2, shops: 5 }, …]`.
 * @param columns Which columns are moments, in the order they are lived, and their scale: see {@link FormColumns}.
 * @returns the recordings in the order of the rows.
 * @throws JourneyError `missing`, `unknown-id` (a column that no row has), `duplicate-id` (a column twice), `invalid-type`, `out-of-range` (a rating off its
 * scale), each with its row.
 *
 * @example
 * import { recordings } from 'peakend/data';
 * const forms = [{ parking: 4, security: 2, shops: 5 }, { parking: 0, security: 3, shops: 3 }];
 * const read = recordings.fromColumns(forms, { steps: ['parking', 'security', 'shops'], scale: [1, 5], missing: [0] });
 * read.answers.missing; // 1
 * read.affectStart; // Float64Array(5) [ 5, -5, 10, 0, 0 ]
 */
export function fromColumns(rows: readonly object[], columns: FormColumns): Recordings {
  const rated = readRatings(rows, columns, ['steps', 'id', 'seconds'], []);
  const { table, read, gathering } = rated;
  const steps = stepColumns(read.written.steps, table);
  const id = rated.column('id');
  const seconds = lengths(read.written.seconds, steps, read.issues);
  if (steps.length === 0 || steps.includes(undefined)) read.finish();
  const names = steps as string[];
  const ratings = names.map((column) => rated.ratings(column));
  const ids = id === undefined ? undefined : table.texts(id);
  for (let row = 0; row < table.count; row++) {
    let before = NaN;
    for (let step = 0; step < names.length; step++) {
      let affect = gathering.affect(ratings[step]![row]!);
      if (Number.isNaN(affect)) {
        if (gathering.gaps === 'refuse') tellMissingRating(table, row, names[step]!);
        if (gathering.gaps !== 'carry' || Number.isNaN(before)) continue;
        affect = before;
      }
      gathering.add(seconds[step]!, affect, affect, step);
      before = affect;
    }
    gathering.close(ids?.[row] ?? String(row + 1), snapshotOf(table.rows[row]));
  }
  throwIssues(read.issues);
  return gathering.finish('columns', names);
}

function stepColumns(written: unknown, table: Table): (string | undefined)[] {
  if (!isList(written) || written.length === 0) {
    table.issues.push(unfit(written, 'steps', 'a list of at least one column, in the order in which they are lived'));
    return [];
  }
  return written.map((name, place) => {
    const column = table.column(name, at('steps', place));
    const first = written.indexOf(name);
    if (first < place && column !== undefined)
      table.issues.push({ code: 'duplicate-id', path: at('steps', place), expected: 'each column once', received: `${column} again` });
    return column;
  });
}

function lengths(written: unknown, steps: readonly (string | undefined)[], issues: Issue[]): readonly number[] {
  if (written === undefined) return steps.map(() => usual);
  if (!isRecord(written)) return checkNumber(written, 'seconds', issues, length) ? steps.map(() => written) : [];
  for (const name of Object.keys(written))
    if (!steps.includes(name))
      issues.push(
        unknownName(
          at('seconds', name),
          name,
          steps.filter((step) => step !== undefined),
        ),
      );
  return steps.map((step) => {
    const value = step === undefined ? usual : written[step];
    return checkNumber(value, at('seconds', step ?? ''), issues, length) ? value : usual;
  });
}
