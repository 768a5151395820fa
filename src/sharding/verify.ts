import type { JourneyError } from '../errors/journey-error';
import { deepFreeze } from '../plain/deep-freeze';
import { throwIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { rootKey } from '../random/root-key';
import { uniforms } from '../random/uniforms';
import { noParts, openParts } from './open-parts';
import { runShard } from './run-shard';
import type { ShardPartial, Verification, VerifyOptions } from './types';

const defaultShare = 0.05;

/**
 * Runs some of the shards of a study again and compares bytes: whether parts that came from elsewhere are what they claim to be. Hashes tell damage; this
 * tells wrong machines, wrong engines and forgery, with the chance that one of them is among those run again.
 *
 * @param parts The partials that were merged.
 * @param options `share`: how many are run again, 0 … 1 of them, at least one. Default 0.05 (judgement); `seed`: which ones.
 * @returns frozen plain data: `same`, and which shards were `checked` and which are `differing`.
 * @throws JourneyError for parts that were altered or are of another library.
 *
 * @example
 * import { planShards, runShard, verify } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: '2 to 9 min' }] };
 * const parts = planShards({ journey: call, customers: 5000, seed: 1 }, { shardSize: 2048 }).map((shard) => runShard(shard));
 * verify(parts, { share: 0.5 }).same; // true
 */
export function verify(parts: Iterable<ShardPartial | string>, options: VerifyOptions = {}): Verification {
  const read = reading(options, ['share', 'seed']);
  const share = read.number('share', { min: 0, max: 1 }) ?? defaultShare;
  const { seed = 'verify' } = read.written;
  const { issues } = read;
  let draw: (() => number) | undefined;
  try {
    draw = uniforms(rootKey(seed as string), 'shards run again');
  } catch (error) {
    issues.push(...(error as JourneyError).issues);
  }
  throwIssues(issues);
  const known = new Map<number, ShardPartial>();
  for (const { partial } of openParts(parts, issues)) known.set(partial.shard.index, partial);
  if (issues.length === 0 && known.size === 0) issues.push(noParts);
  throwIssues(issues);
  const drawn = [...known.keys()].sort((a, b) => a - b).map((index) => ({ index, turn: draw!() }));
  drawn.sort((a, b) => a.turn - b.turn);
  const checked = drawn.slice(0, Math.max(1, Math.round(share * drawn.length))).map(({ index }) => index);
  checked.sort((a, b) => a - b);
  const differing = checked.filter((index) => runShard(known.get(index)!.shard).hash !== known.get(index)!.hash);
  return deepFreeze({ kind: 'verification', same: differing.length === 0, shards: known.size, checked, differing });
}
