/**
 * A study of a billion customer-interactions on an existing engine: a BullMQ flow on Redis. On the way a worker is killed and Redis as well; in the end
 * the result is held against a run in one process, byte for byte.
 *
 *     node examples/cluster/run.mjs                                  a billion, on two workers
 *     node examples/cluster/run.mjs --interactions 2e7 --workers 4
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FlowProducer, Queue } from 'bullmq';
import { planShards, simulate } from 'peakend';
import { ownRedis } from './redis.mjs';
import { connection, port, queues } from './settings.mjs';
import { studyOf } from './study.mjs';

const { values: options } = parseArgs({
  options: { interactions: { type: 'string', default: '1e9' }, workers: { type: 'string', default: '2' } },
});
const study = studyOf(Number(options.interactions));
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const say = (text) => console.log(text);

// ── Plan: plain JSON, one job each ──────────────────────────────────────────────────────────────────────────────────────────────────────
const wanted = Math.round(study.customers / 100 / 2048) * 2048;
const shards = planShards(study, { shardSize: Math.min(131_072, Math.max(2048, wanted)) });
say(`${study.customers.toLocaleString('en')} customers in each of ${study.segments.length} segments, ${shards.length} shards`);

const redis = ownRedis(port);
await redis.start();
const flow = new FlowProducer({ connection });
const [shardQueue, mergeQueue] = [queues.shards, queues.merge].map((name) => new Queue(name, { connection }));
for (const one of [flow, shardQueue, mergeQueue]) one.on('error', () => {});
const workers = Array.from({ length: Number(options.workers) }, startWorker);

// However this program ends, they end with it.
process.on('exit', () => {
  for (const worker of workers) worker.kill('SIGKILL');
  redis.killNow();
});

const begun = performance.now();
const { job } = await flow.add({
  name: 'merge',
  queueName: queues.merge,
  opts: { attempts: 3 },
  // A job's id is its shard's hash: planned twice, it is still one job. (BullMQ takes no id that is all digits.)
  children: shards.map((shard) => ({
    name: `shard ${shard.index}`,
    queueName: queues.shards,
    data: shard,
    opts: { jobId: idOf(shard), attempts: 5, removeOnComplete: false },
  })),
});

// ── Trouble: a worker in the middle of a shard, then Redis ──────────────────────────────────────────────────────────────────────────────
await until(async () => (await shardQueue.getCompletedCount()) >= shards.length / 4);
const [victim] = workers;
const [{ began }] = await once(victim, 'message');
victim.kill('SIGKILL');
say(`${seconds(begun)}: killed a worker in the middle of shard ${began}, and started another in its place`);
workers[0] = startWorker();
await until(async () => (await shardQueue.getCompletedCount()) >= shards.length / 2);
await redis.kill();
say(`${seconds(begun)}: killed Redis with half of the shards done`);
await redis.start();
say(`${seconds(begun)}: Redis is back`);

// ── The result ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
let merged;
await until(async () => {
  const { finishedOn, failedReason, returnvalue } = await mergeQueue.getJob(job.id);
  if (failedReason) throw new Error(failedReason);
  merged = returnvalue;
  return finishedOn !== undefined;
});
const clustered = performance.now() - begun;
const jobs = await Promise.all(shards.map((shard) => shardQueue.getJob(idOf(shard))));
const again = jobs.filter(({ attemptsStarted }) => attemptsStarted > 1).map(({ data }) => data.index);
say(`${seconds(begun)}: merged; taken up more than once: ${again.map((index) => `shard ${index}`).join(', ')}`);

for (const worker of workers) worker.kill('SIGTERM');
await Promise.all(workers.map((worker) => worker.exitCode ?? once(worker, 'exit')));
for (const one of [flow, shardQueue, mergeQueue]) await one.close();
await redis.end();

const alone = performance.now();
const single = simulate(study);
say(`one process: ${seconds(alone)}, ${((performance.now() - alone) / clustered).toFixed(2)} times as long as the cluster`);
const { satisfaction } = single.overall;
say(`satisfaction ${satisfaction.mean.toFixed(3)} ± ${satisfaction.standardError.toFixed(4)}`);
const same = JSON.stringify(merged) === JSON.stringify(single);
say(same ? 'the same bytes' : 'NOT the same bytes');
process.exit(same ? 0 : 1);

function idOf({ hash }) {
  return `shard-${hash}`;
}

function startWorker() {
  const worker = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // Messages that nobody hears would wait.
  return worker.on('message', () => {});
}

async function until(holds) {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 50));
}
