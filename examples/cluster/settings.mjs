/** Where Redis is, and what the queues are called. */
export const port = Number(process.env.REDIS_PORT ?? 6399);
export const connection = { host: process.env.REDIS_HOST ?? '127.0.0.1', port, maxRetriesPerRequest: null };
export const queues = { shards: 'peakend-shards', merge: 'peakend-merge' };

/** A shard whose worker is not heard of for so long (ms) is given to another; it is longer than a shard takes. */
export const timing = { lockDuration: 10_000, stalledInterval: 4_000, maxStalledCount: 5 };
