import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { openPlain } from './plain-object';
import { at } from '../errors/wording';
import { checkKeys } from './check-keys';
import { guardPlain } from './guard-plain';
import { prefixIssues } from './prefix-issues';

export interface OpenOptions {
  /** Where it stands, for who hands over something else. */
  readonly path?: string;
  /** What its keys are told under: `within`. Default: nothing, the options of a function being told by their keys alone. */
  readonly under?: string;
  /** What should stand there, for who hands over something else. Default: an object with the first of its keys. */
  readonly expected?: string;
  /** Keys whose values have doors of their own (journeys, results) or are no data (functions, signals): they come as they are. */
  readonly asTheyAre?: readonly string[];
}

/**
 * What was handed to a function as an object of named settings, read once: the door of every options object. Unknown keys go to `issues`, so
 * that they are told with whatever else is wrong; values come back as copies of plain data, and what is no data at all stops here.
 */
export function openOptions(
  given: unknown,
  known: readonly string[],
  issues: Issue[],
  { path = '', under = '', expected = `an object with ${known.slice(0, 12).join(', ')}`, asTheyAre = [] }: OpenOptions = {},
): Readonly<Record<string, unknown>> {
  const opened = openPlain(given, expected);
  if (opened.issue !== undefined) {
    const { issue } = opened;
    throw new JourneyError(prefixIssues([issue], issue.path === '' ? path : under));
  }
  checkKeys(opened.fields, known, under, issues);
  return guardValues(opened.fields, asTheyAre, under);
}

/** Each value as a copy of plain data, but for those left as they are. Throws with all that are none. */
export function guardValues(
  fields: Readonly<Record<string, unknown>>,
  asTheyAre: readonly string[],
  path = '',
): Readonly<Record<string, unknown>> {
  const faults: Issue[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (asTheyAre.includes(key) || (typeof value !== 'object' && typeof value !== 'function')) {
      values[key] = value;
      continue;
    }
    const guarded = guardPlain(value);
    if (guarded.issue === undefined) values[key] = guarded.data;
    else faults.push(...prefixIssues([guarded.issue], at(path, key)));
  }
  if (faults.length > 0) throw new JourneyError(faults);
  return values;
}
