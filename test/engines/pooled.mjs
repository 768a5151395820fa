import { fingerprint } from './golden.mjs';

/**
 * What a pool of two workers makes of a few tasks, and how it fails; for run.mjs to compare between engines. The pool is left open: a program has to end
 * all the same.
 */
export async function pooled({ createPool }, { planShards, simulateAsync }) {
  const pool = createPool({ workers: 2 });
  const study = { journey: { name: 'Call', interactions: [{ id: 'talk', duration: '2 to 9 min', affect: 1 }] }, customers: 6000, seed: 1 };
  const shards = await pool.run(planShards(study, { shardSize: 2048 }));
  const results = [shards, await simulateAsync(study, { runner: pool })];
  const { code, message } = await pool.run([{ kind: 'no such kind' }]).catch((error) => error);
  const json = JSON.stringify({ results, code, message });
  return { workers: `${fingerprint(json)} of ${json.length} characters` };
}
