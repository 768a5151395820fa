import type { CompareInput } from '../comparison/compare-types';
import { deepFreeze } from '../plain/deep-freeze';
import { openPlain } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { finish } from '../plain/work';
import { chunkSize } from '../random/stream';
import { customersFor } from '../simulation/customers-for';
import { Progress } from '../simulation/progress';
import { rangesOf } from '../simulation/ranges';
import { mostCustomers } from '../simulation/read-study';
import type { SimulateInput } from '../simulation/types';
import { refuseFunctions, writtenSettings } from '../simulation/written-study';
import { askedOf } from './asked-of';
import { shardHashOf, shardVersions, studyHashOf } from './make-shard';
import type { PlanShardsOptions, Shard, ShardedResult } from './types';

const defaultShardSize = 65_536;

/**
 * Cuts a study into shards: plain JSON, each with the whole study and some of its customers, for processes, queues and machines. Run each with
 * {@link runShard}, wherever and as often as you like; {@link mergeShards} makes of what comes back the bytes of one big run.
 *
 *     study ─▶ planShards ─▶ shard, shard, … ─▶ runShard ─▶ partial, partial, … ─▶ mergeShards ─▶ result
 *
 * @param study What `simulate` takes (with `journey`) or `compare` (with `baseline` and `variants`). `until` is settled here, by its pilot.
 * @param options `shardSize`: customers of each segment in a shard, a multiple of 2,048. Default 65,536 (judgement).
 * @returns frozen shards, in the order of their customers.
 * @throws JourneyError with every fault in the study at once; for a memory model of your own, which has no JSON.
 *
 * @example
 * import { mergeShards, planShards, runShard, simulate } from 'peakend';
 * const study = { journey: { name: 'Call', interactions: [{ id: 'talk', duration: '2 to 9 min' }] }, customers: 5000, seed: 1 };
 * const shards = planShards(study, { shardSize: 2048 });
 * shards.length; // 3
 * const merged = mergeShards(shards.map((shard) => runShard(shard)).reverse());
 * JSON.stringify(merged) === JSON.stringify(simulate(study)); // true
 */
export function planShards(study: SimulateInput, options?: PlanShardsOptions): readonly Shard<'simulation'>[];
export function planShards(study: CompareInput, options?: PlanShardsOptions): readonly Shard<'comparison'>[];
export function planShards(study: SimulateInput | CompareInput, options: PlanShardsOptions = {}): readonly Shard[] {
  const read = reading(options, ['shardSize']);
  const shardSize = read.whole('shardSize', { min: chunkSize, max: mostCustomers }) ?? defaultShardSize;
  if (shardSize % chunkSize !== 0) {
    const hint = `${Math.ceil(shardSize / chunkSize) * chunkSize} is one`;
    read.fault('shardSize', `a multiple of ${chunkSize}`, { code: 'out-of-range', hint });
  }
  read.finish();
  const of: ShardedResult = 'baseline' in (openPlain(study, '').fields ?? {}) ? 'comparison' : 'simulation';
  const asked = askedOf(of, study);
  refuseFunctions(asked.study);
  const customers = finish(customersFor(asked.study, new Progress()));
  const ranges = rangesOf(customers, shardSize);
  const { until } = asked.study;
  const whole = deepFreeze({
    kind: 'shard' as const,
    of,
    study: { ...writtenSettings(asked.study, customers), ...asked.own() },
    ...(until === undefined ? {} : { until }),
    shards: ranges.length,
    versions: shardVersions,
  });
  const studyHash = studyHashOf(whole)!;
  return Object.freeze(
    // There may be half a million: each is made in one go.
    ranges.map(({ first, count }, index) => {
      const hash = shardHashOf({ ...whole, index, first, count, studyHash });
      return Object.freeze({ ...whole, index, first, count, studyHash, hash });
    }),
  );
}
