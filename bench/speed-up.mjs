/**
 * What a pool of two workers saves: studies of growing size, alone and with the pool in turn, in the same program; the ratio is the median of the
 * rounds' ratios. On the build in dist:
 *
 *     npm run build && node bench/speed-up.mjs
 */
import { cpus, loadavg } from 'node:os';
import { simulate, simulateAsync } from '../dist/index.js';
import { createPool } from '../dist/workers.js';
import { studyOf } from '../examples/cluster/study.mjs';

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const pool = createPool({ workers: 2, least: 0 });
const { journey, segments, outcomes } = studyOf(1);
const everything = { journey, segments };

console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}\n`);
console.log('10 steps × 4 segments × customers            alone     pool of 2   ratio');
for (const [what, study, sizes] of [
  ['three outcomes', { ...everything, outcomes }, [2_500, 10_000, 25_000, 75_000, 250_000, 375_000, 1_200_000]],
  ['all outcomes and steps', everything, [2_500, 10_000, 25_000, 75_000, 150_000]],
]) {
  for (const customers of sizes) {
    const rounds = customers < 100_000 ? 9 : 5;
    const [alone, together, ratios] = [[], [], []];
    // The first lets both warm up.
    for (let round = -1; round < rounds; round++) {
      const start = performance.now();
      simulate({ ...study, customers, seed: round + 1 });
      const middle = performance.now();
      await simulateAsync({ ...study, customers, seed: round + 1 }, { runner: pool });
      const end = performance.now();
      if (round < 0) continue;
      alone.push(middle - start);
      together.push(end - middle);
      ratios.push((middle - start) / (end - middle));
    }
    const cells = [median(alone), median(together)].map((time) => `${time.toFixed(0)} ms`.padStart(10));
    console.log(`${what.padEnd(26)}${customers.toLocaleString('en').padStart(12)}  ${cells.join('  ')}   ${median(ratios).toFixed(2)}`);
  }
}
await pool.close();
