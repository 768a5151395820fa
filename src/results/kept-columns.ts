import { JourneyError } from '../errors/journey-error';
import { isList, openPlain, unreadable } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { prefixIssues } from '../plain/prefix-issues';
import { exactLimit } from '../statistics/room';

type Plain = Readonly<Record<string, unknown>>;
const place = 'result.kept';

/** What a result kept, by the ids of its segments; nothing where it kept nothing. Columns may hold millions of numbers: each is checked when it is read. */
export function keptSegments(kept: unknown): Plain {
  return kept === undefined ? {} : opened(kept, place, 'columns by segment');
}

/** The columns of one segment, by outcome. */
export function keptOutcomes(kept: unknown, segment: string): Plain {
  const segments = keptSegments(kept);
  return Object.hasOwn(segments, segment) ? opened(segments[segment], at(place, segment), 'columns by outcome') : {};
}

/** One of them, a number for each customer; undefined where it was not kept. */
export function keptColumn(kept: unknown, segment: string, outcome: string, customers: number): Float64Array | undefined {
  const columns = keptOutcomes(kept, segment);
  if (!Object.hasOwn(columns, outcome)) return undefined;
  const path = at(at(place, segment), outcome);
  const values = columns[outcome];
  if (!isList(values)) throw damaged(path, 'a list of numbers', quote(values));
  try {
    const { length } = values;
    if (length !== customers || length > exactLimit) throw damaged(path, `a list of ${customers} numbers`, quote(values));
    const column = new Float64Array(length);
    for (let customer = 0; customer < length; customer++) {
      const value = values[customer];
      // A column would take a text or null for a number.
      if (typeof value !== 'number' || !Number.isFinite(value)) throw damaged(at(path, customer), 'a finite number', quote(value));
      column[customer] = value;
    }
    return column;
  } catch (error) {
    throw error instanceof JourneyError ? error : damaged(path, 'a list of numbers', unreadable);
  }
}

function opened(value: unknown, path: string, expected: string): Plain {
  const { fields, issue } = openPlain(value, expected);
  if (fields === undefined) throw new JourneyError(prefixIssues([issue], path));
  return fields;
}

function damaged(path: string, expected: string, received: string): JourneyError {
  const hint = 'hand over a whole result, as it was returned or read back from JSON';
  return new JourneyError([{ code: 'invalid-type', path, expected, received, hint }]);
}
