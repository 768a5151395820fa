/**
 * What a pool of two workers saves: studies of growing size, alone and with the pool in turn, in the same program. Beside it what this machine allows:
 * two programs that have nothing in common live half of the customers each at once. Ratios to the time alone, medians over the rounds. On the build in
 * dist:
 *
 *     npm run build && node bench/speed-up.mjs
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { simulate, simulateAsync } from '../dist/index.js';
import { createPool } from '../dist/workers.js';
import { studyOf } from '../examples/cluster/study.mjs';

const { journey, segments, outcomes } = studyOf(1);
const studies = { 'three outcomes': { journey, segments, outcomes }, 'all outcomes and steps': { journey, segments } };

if (process.send !== undefined) {
  process.on('message', ({ what, customers, seed }) => {
    simulate({ ...studies[what], customers, seed });
    process.send('done');
  });
} else {
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const pool = createPool({ workers: 2, least: 0 });
  const programs = [1, 2].map(() => fork(fileURLToPath(import.meta.url)));
  const ask = async (program, message) => {
    program.send(message);
    await once(program, 'message');
  };

  console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}\n`);
  console.log('10 steps × 4 segments × customers            alone     pool of 2   ratio   two programs');
  for (const [what, sizes] of [
    ['three outcomes', [2_500, 10_000, 25_000, 50_000, 75_000, 250_000, 375_000, 1_000_000]],
    ['all outcomes and steps', [2_500, 10_000, 25_000, 75_000, 150_000]],
  ]) {
    for (const customers of sizes) {
      const rounds = customers < 100_000 ? 9 : 5;
      const [alone, together, ratios, limits] = [[], [], [], []];
      // The first lets all warm up.
      for (let round = -1; round < rounds; round++) {
        const seed = round + 1;
        const start = performance.now();
        simulate({ ...studies[what], customers, seed });
        const middle = performance.now();
        await simulateAsync({ ...studies[what], customers, seed }, { runner: pool });
        const end = performance.now();
        await Promise.all(programs.map((program) => ask(program, { what, customers: customers / 2, seed })));
        const last = performance.now();
        if (round < 0) continue;
        alone.push(middle - start);
        together.push(end - middle);
        ratios.push((middle - start) / (end - middle));
        limits.push((middle - start) / (last - end));
      }
      const cells = [median(alone), median(together)].map((time) => `${time.toFixed(0)} ms`.padStart(10));
      const figures = [median(ratios), median(limits)].map((ratio) => ratio.toFixed(2).padStart(6));
      console.log(`${what.padEnd(26)}${customers.toLocaleString('en').padStart(12)}  ${cells.join('  ')}  ${figures.join('  ')}`);
    }
  }
  for (const program of programs) program.kill();
  await pool.close();
}
