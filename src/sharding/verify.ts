import { at, quote } from '../errors/wording';
import type { JourneyError } from '../errors/journey-error';
import { deepFreeze } from '../plain/deep-freeze';
import { throwIssues } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { rootKey } from '../random/root-key';
import { uniforms } from '../random/uniforms';
import { readPartial } from './read-shard';
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
export function verify(parts: readonly (ShardPartial | string)[], options: VerifyOptions = {}): Verification {
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
  if (!isList(parts) || parts.length === 0) {
    const hint = 'hand over the partials of runShard that the result was merged from: a result alone does not hold them';
    issues.push({ code: 'invalid-type', path: 'parts', expected: 'a list of partials', received: quote(parts), hint });
  }
  throwIssues(issues);
  const known = new Map<number, ShardPartial>();
  for (const [index, part] of parts.entries()) {
    const partial = readPartial(part, at('parts', index), issues, known.values().next().value?.shard);
    if (partial !== undefined) known.set(partial.shard.index, partial);
  }
  throwIssues(issues);
  const drawn = [...known.keys()].sort((a, b) => a - b).map((index) => ({ index, turn: draw!() }));
  drawn.sort((a, b) => a.turn - b.turn);
  const checked = drawn.slice(0, Math.max(1, Math.round(share * drawn.length))).map(({ index }) => index);
  checked.sort((a, b) => a - b);
  const differing = checked.filter((index) => runShard(known.get(index)!.shard).hash !== known.get(index)!.hash);
  return deepFreeze({ kind: 'verification', same: differing.length === 0, shards: known.size, checked, differing });
}
