/**
 * What workers cost before they do anything: how long one takes to start, and how long a task is on its way there and back. On the build in dist:
 *
 *     npm run build && node bench/workers.mjs
 */
import { Worker } from 'node:worker_threads';
import { createPool } from '../dist/workers.js';

async function timed(repeats, work) {
  const times = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

const row = (what, times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(3).padStart(9);
  console.log(`${what.padEnd(62)}${at(0.1)}${at(0.5)}${at(0.9)}`);
};

const { Deno } = globalThis;
const host = Deno ? `Deno ${Deno.version.deno}` : process.versions.bun ? `Bun ${process.versions.bun}` : `Node ${process.versions.node}`;
console.log(`${`${host}, in milliseconds`.padEnd(62)}${['10 %', 'median', '90 %'].map((head) => head.padStart(9)).join('')}`);

// No worker knows this task: that it says so is the shortest answer there is.
const unknown = [{ kind: 'nothing' }];
const refused = (pool) =>
  pool.run(unknown).then(
    () => process.exit(1),
    () => undefined,
  );
const starts = (workers) =>
  timed(20, async () => {
    const pool = createPool({ workers });
    await Promise.all(Array.from({ length: workers }, () => refused(pool)));
    await pool.close();
  });
await starts(1);
row('start of one worker to its first answer, and its end', await starts(1));
row('start of two at once to their first answers, and their end', await starts(2));

const pool = createPool({ workers: 1, createWorker: () => new Worker(new URL('echo-worker.mjs', import.meta.url)) });
const way = (length) => pool.run([{ length }]);
for (const length of [0, 1_000, 100_000, 1_000_000, 10_000_000]) {
  await timed(50, () => way(length));
  row(`there and back: a result of ${length.toLocaleString('en')} characters`, await timed(length > 1e6 ? 50 : 500, () => way(length)));
}
const many = Array.from({ length: 1_000 }, () => ({ length: 0 }));
await pool.run(many);
row(
  '1,000 small tasks of one run, each',
  (await timed(20, () => pool.run(many))).map((time) => time / many.length),
);
await pool.close();

const stopping = [];
for (let repeat = 0; repeat < 20; repeat++) {
  const busy = createPool({ workers: 2, createWorker: () => new Worker('for (;;);', { eval: true }) });
  const stop = new AbortController();
  let at;
  setTimeout(() => {
    at = performance.now();
    stop.abort();
  }, 60);
  await busy.run([{}, {}], undefined, { signal: stop.signal }).catch(() => stopping.push(performance.now() - at));
  await busy.close();
}
row('from the abort of a run, two workers busy, to its rejection', stopping);
