// Speed as a ratio, side by side in one run, on the build: `npm run bench [-- customers rounds]` against a d3 script, `npm run bench -- --against REV`
// against another revision. Medians of per-round ratios.
import { parseArgs } from 'node:util';
import { simulate } from 'peakend';
import { against } from './against.mjs';
import { runScript } from './d3-script.mjs';
import { asStudy, segmentCount, steps } from './workload.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } },
});
if (values.against !== undefined) {
  await against(values.against, { rounds: Number(values.rounds ?? 9), only: values.only?.split(',') });
  process.exit();
}
const customers = Number(positionals[0] ?? 100_000);
const rounds = Number(positionals[1] ?? 5);
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, whole, outcomes] of [
  ['durations and affects', false, ['perceivedDuration', 'satisfaction']],
  ['whole of W', true, ['perceivedDuration', 'satisfaction', 'completed']],
]) {
  const study = asStudy(whole);
  const ours = (seed) => simulate({ ...study, customers, seed, outcomes });
  const theirs = (seed) => runScript(whole, customers, seed);
  const time = (work, seed) => {
    const start = performance.now();
    work(seed);
    return performance.now() - start;
  };
  time(ours, 0);
  time((seed) => runScript(whole, Math.min(customers, 10_000), seed), 0);
  const pairs = Array.from({ length: rounds }, (_, round) => ({ ours: time(ours, round + 1), theirs: time(theirs, round + 1) }));
  const perInteraction = (milliseconds) => ((milliseconds * 1e6) / (customers * segmentCount * steps)).toFixed(0);
  const a = median(pairs.map((pair) => pair.ours));
  const b = median(pairs.map((pair) => pair.theirs));
  const ratio = median(pairs.map((pair) => pair.theirs / pair.ours));
  console.log(`${name}: ${customers} customers × ${segmentCount} segments × ${steps} interactions`);
  console.log(`  peakend     ${a.toFixed(0)} ms, ${perInteraction(a)} ns per customer and interaction`);
  console.log(`  d3 script   ${b.toFixed(0)} ms, ${perInteraction(b)} ns`);
  console.log(`  ratio       ${ratio.toFixed(1)} times faster (median of ${rounds} rounds, in turn)`);
  const check = simulate({ ...study, customers: 20_000, seed: 1, outcomes });
  const script = runScript(whole, 20_000, 1);
  const agreement = script.map((segment, k) => {
    const mine = check.segments[`s${k}`];
    return `${(mine.satisfaction.mean - segment.satisfaction.mean).toFixed(2)}/${((mine.perceivedDuration.mean / segment.perceivedDuration.mean - 1) * 100).toFixed(2)} %${whole ? `/${((mine.completed.mean - segment.completed) * 100).toFixed(2)} pp` : ''}`;
  });
  console.log(`  agreement   satisfaction points/felt time${whole ? '/completed' : ''} by segment: ${agreement.join('  ')}\n`);
}
