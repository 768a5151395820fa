/**
 * A worker of the cluster: takes shards off the queue and lives them, and merges them when the last is in. Any number of these may run, on any number of
 * machines that reach the same Redis. Everything in here about peakend is two calls: runShard and mergeShards.
 */
import { Worker } from 'bullmq';
import { mergeShards, runShard } from 'peakend';
import { connection, queues, timing } from './settings.mjs';

/** Tells whoever started it, if anybody did. */
const tell = (message) => new Promise((told) => (process.send === undefined ? told() : process.send(message, told)));

const workers = [
  new Worker(
    queues.shards,
    async ({ data: shard }) => {
      await tell({ began: shard.index });
      return runShard(shard);
    },
    { connection, ...timing },
  ),
  new Worker(
    queues.merge,
    // What its children came to, each once, in whatever order they were done.
    async (job) => mergeShards(Object.values(await job.getChildrenValues())),
    { connection, ...timing },
  ),
];

// Redis may be away for a while: the connections come back by themselves.
for (const worker of workers) worker.on('error', () => {});

process.on('SIGTERM', async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  process.exit(0);
});
