// What each mechanism costs, and how time and memory grow with customers, steps and segments, of the build at hand:
// `npm run bench:growth [-- --rounds 7]`. For docs/background/performance.md. In processor time, which other work on the machine adds little to.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBuild } from './build.mjs';
import { cases } from './cases.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: 'string' } } });
const rounds = Number(values.rounds ?? 7);
const three = ['perceivedDuration', 'satisfaction', 'completed'];
const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const load = () => loadavg()[0].toFixed(1);

console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${load()}, Node ${process.versions.node}, ${rounds} rounds\n`);
await ladder();
table('customers, 12 steps × 4 segments', [1000, 10_000, 100_000, 1_000_000], (customers) => ({ customers, steps: 12, segments: 4 }));
table('steps, 1 segment × 10,000 customers', [5, 20, 80, 320], (steps) => ({ customers: 10_000, steps, segments: 1 }));
table('segments, 12 steps × 5,000 customers', [1, 10, 100], (segments) => ({ customers: 5000, steps: 12, segments }));
console.log(`load ${load()} at the end`);

/** Every case of the bench in a process of its own, all in turn, so that what else the machine does meets all alike. */
async function ladder() {
  const builds = Object.entries(cases).map(([name, { perUnit }]) => ({ name, perUnit, times: [], ...openBuild(join(here, '../dist')) }));
  // Until the engine has seen enough of each.
  for (const { name, run } of builds) for (let spent = 0; spent < 1500;) spent += (await run(name, 0)).processor;
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < builds.length; turn++) {
      const { name, run, times } = builds[(turn + round) % builds.length];
      times.push((await run(name, round + 1)).processor);
    }
  }
  const base = builds.find(({ name }) => name === 'durations and affects').times;
  for (const { name, perUnit, times, close } of builds) {
    close();
    const shown = perUnit === undefined ? `${median(times).toFixed(2)} ms` : `${((median(times) * 1e6) / perUnit).toFixed(0)} ns`;
    const ratio =
      perUnit === undefined ? '' : `   ${median(times.map((time, round) => time / base[round])).toFixed(2)} times durations and affects`;
    console.log(`${name.padEnd(36)}${shown.padStart(10)}${ratio}`);
  }
}

function table(title, sizes, study) {
  console.log(`\n${title.padEnd(44)}three outcomes          all outcomes and steps`);
  for (const size of sizes) {
    const cells = [three, undefined].map((outcomes) => grown({ ...study(size), outcomes }));
    console.log(`${String(size).padEnd(36)}${cells.join('    ')}`);
  }
}

function grown(study) {
  const runs = study.customers > 100_000 ? 2 : rounds;
  const answer = execFileSync(process.execPath, [join(here, 'growth-child.mjs'), JSON.stringify(study), String(runs)], {
    encoding: 'utf8',
  });
  const { milliseconds, megabytes } = JSON.parse(answer);
  const each = (milliseconds * 1e6) / (study.customers * study.steps * study.segments);
  return `${each.toFixed(0).padStart(8)} ns ${milliseconds.toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(5)} MB`;
}
