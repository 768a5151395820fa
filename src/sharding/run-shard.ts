import type { Issue } from '../errors/issue';
import { throwIssues } from '../plain/issues-error';
import { finish } from '../plain/work';
import { writtenNumbers } from '../simulation/range-errand';
import { liveRange } from '../simulation/ranges';
import { askedOf } from './asked-of';
import { partialOf } from './make-shard';
import { readShard } from './read-shard';
import type { Shard, ShardedResult, ShardPartial } from './types';

/**
 * Lives the customers of one shard. Pure: it may be done anywhere, in any order and more than once, and gives the same bytes.
 *
 * @param shard A shard of {@link planShards}, or its JSON text.
 * @returns the frozen partial, plain JSON: hand it to {@link mergeShards}, or write it to a file.
 * @throws JourneyError where it was altered, or planned with another version of the library; where it has more customers than one text can tell of.
 *
 * @example
 * import { planShards, runShard } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300 }] };
 * const [shard] = planShards({ journey: call, customers: 4096, seed: 1 }, { shardSize: 2048 });
 * const partial = runShard(JSON.stringify(shard));
 * partial.shard.count; // 2048
 */
export function runShard<Of extends ShardedResult>(shard: Shard<Of> | string): ShardPartial<Of> {
  const issues: Issue[] = [];
  const read = readShard(shard, 'shard', issues);
  throwIssues(issues);
  const { of, study, first, count } = read!;
  const asked = askedOf(of, study);
  const { numbers } = finish(liveRange(asked.study, asked.gather, asked.study.customers, { first, count }, false));
  return partialOf(read as Shard<Of>, writtenNumbers(numbers, count, 'shard.count'));
}
