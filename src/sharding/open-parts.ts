import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at, unfit } from '../errors/wording';
import { iterated, methodOf } from '../plain/iterate';
import { mostIssues } from '../plain/issues-error';
import { isList, openList } from '../plain/plain-object';
import { prefixIssues } from '../plain/prefix-issues';
import { readPartial } from './read-shard';
import type { ShardPartial } from './types';

const path = 'parts';
const expected = 'partials of runShard, in a list or another iterable';
/** More than the shards of any study. */
const mostParts = 1_000_000;

/** Nothing to merge or to check. */
export const noParts: Issue = { code: 'missing', path, expected: 'at least one partial', received: 'none' };

/** The partials of one study, each with its place, one after the other; what is wrong with others goes to `issues`. */
export function* openParts(parts: unknown, issues: Issue[]): Generator<{ readonly path: string; readonly partial: ShardPartial }> {
  let first: ShardPartial | undefined;
  let index = 0;
  for (const part of partsIn(parts)) {
    const place = at(path, index++);
    const partial = readPartial(part, place, issues, first?.shard);
    first ??= partial;
    if (partial !== undefined) yield { path: place, partial };
    if (issues.length >= mostIssues) return;
  }
}

function partsIn(parts: unknown): Iterable<unknown> {
  if (isList(parts)) {
    const { items, issue } = openList(parts, expected, mostParts);
    if (issue !== undefined) throw new JourneyError(prefixIssues([issue], path));
    return items;
  }
  if (typeof parts !== 'object' || methodOf(parts, Symbol.iterator) === undefined) {
    const hint = 'a result alone does not hold the partials it was merged from';
    throw new JourneyError([unfit(parts, path, expected, { hint })]);
  }
  return iterated(
    parts,
    (cause) => new JourneyError([{ code: 'invalid-type', path, expected, received: 'what cannot be read' }], { cause }),
  );
}
