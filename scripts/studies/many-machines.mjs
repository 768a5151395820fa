// What do a billion customers cost, and what do slow and lost machines do to a thousand workers? Measures what a shard takes here, and plays
// the rest. Prints the tables of docs/background/many-machines.md.
//
//     npm run build && node scripts/studies/many-machines.mjs
import { cpus } from 'node:os';
import process from 'node:process';
import seedrandom from 'seedrandom';
import { mergeShards, planShards, runShard } from 'peakend';
import { studyOf } from '../../examples/cluster/study.mjs';

const print = (line) => process.stdout.write(`${line}\n`);
const timed = (run) => {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1e6 };
};
const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const billion = 1e9;

// ── Measured: one shard, its bytes, and merging it ──────────────────────────────────────────────────────────────────────────────────────
const plain = studyOf(4e10);
const studies = { 'three outcomes': plain, 'all outcomes and steps': { ...plain, outcomes: undefined } };
const sizes = [16_384, 65_536, 262_144];
print(`${cpus()[0].model}, Node ${process.versions.node}, processor time\n`);
print(
  '| a billion customers, 10 steps × 4 segments | a shard of | runs | its partial | merging it | shards | core hours | bytes in all | one merger |',
);
print('| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const measured = [];
for (const [name, study] of Object.entries(studies)) {
  runShard(planShards(study, { shardSize: 65_536 })[0]);
  for (const shardSize of sizes) {
    const customers = billion / study.segments.length;
    const shards = planShards({ ...study, customers }, { shardSize });
    const some = [0, 1, 2, 3, 4].map((index) => timed(() => JSON.stringify(runShard(shards[index]))));
    const run = median(some.map(({ seconds }) => seconds));
    const texts = some.map(({ result }) => result);
    // All but one of a small study, so that nothing is made of the result: what merging a part takes.
    const merge = mergingTime(texts);
    const bytes = texts[0].length;
    measured.push({ name, shardSize, run, bytes, merge, shards: shards.length });
    print(
      `| ${name} | ${shardSize.toLocaleString('en')} | ${run.toFixed(2)} s | ${(bytes / 1e6).toFixed(2)} MB | ${(1000 * merge).toFixed(1)} ms | ` +
        `${shards.length.toLocaleString('en')} | ${((run * shards.length) / 3600).toFixed(2)} | ${((bytes * shards.length) / 1e9).toFixed(1)} GB | ${(merge * shards.length).toFixed(0)} s |`,
    );
  }
}

function mergingTime(texts) {
  const merge = (parts) => {
    try {
      mergeShards(parts);
    } catch {
      // Some are missing: that is told when all have been read.
    }
  };
  merge(texts);
  const few = timed(() => merge(texts.slice(0, 1))).seconds;
  const all = timed(() => merge(texts)).seconds;
  return Math.max(0, all - few) / (texts.length - 1);
}

// ── Played: a thousand workers, of which some are slow and some are lost ────────────────────────────────────────────────────────────────
// Each takes the next shard when it is free. One worker in twenty is three times as slow; a worker is lost every ten hours on average, comes back after two
// minutes, and its shard is taken up by another half a minute after it fell silent; a shard takes up to a tenth more or less.
const workers = 1000;
print('\n| a thousand workers | shards a worker | even work | they take | of it waiting for the last | lost and run again | busy |');
print('| :--- | ---: | ---: | ---: | ---: | ---: | ---: |');
/** Ten minutes of work for each worker, in seconds; how often one is lost, how long it is away, and when its shard is given to another. */
const [wholeWork, betweenLosses, comesBack, silence] = [600, 36_000, 120, 30];
for (const [what, slow, twice] of [
  ['no worker slow or lost', false, false],
  ['slow and lost ones', true, false],
  ['and the last shards run twice', true, true],
]) {
  for (const each of [1, 4, 16, 64]) {
    const plays = Array.from({ length: 20 }, (_, seed) => play({ each, slow, twice, seed }));
    const of = (key) => median(plays.map((one) => one[key]));
    print(
      `| ${what} | ${each} | ${wholeWork} s | ${of('makespan').toFixed(0)} s | ${of('tail').toFixed(0)} s | ${of('again').toFixed(0)} | ${(100 * of('busy')).toFixed(0)} % |`,
    );
  }
}

function play({ each, slow, twice, seed }) {
  const random = seedrandom(`${seed} ${each}`);
  const pace = Array.from({ length: workers }, () => (slow && random() < 0.05 ? 3 : 1));
  /** When each worker is free; never, once there is nothing left to be done. */
  const free = pace.map(() => 0);
  /** Shards that are to be done, and from when on somebody may take them. */
  const waiting = Array.from({ length: workers * each }, (_, shard) => ({ shard, from: 0 }));
  /** When each shard will be done; copies by who runs it once more. */
  const done = new Map();
  const open = new Map();
  const copied = new Set();
  let [again, spent] = [0, 0];
  for (;;) {
    const now = Math.min(...free);
    if (now === Infinity) break;
    const worker = free.indexOf(now);
    const next = waiting.findIndex(({ from }) => from <= now);
    let shard;
    if (next >= 0) [{ shard }] = waiting.splice(next, 1);
    else if (waiting.length > 0) {
      free[worker] = Math.min(...waiting.map(({ from }) => from));
      continue;
    } else {
      // Whoever has nothing left runs what ends last elsewhere.
      for (const [one, end] of open) if (end <= now || copied.has(one)) open.delete(one);
      const rest = twice ? [...open] : [];
      if (rest.length === 0) {
        free[worker] = Infinity;
        continue;
      }
      [shard] = rest.reduce((last, one) => (one[1] > last[1] ? one : last));
      copied.add(shard);
    }
    const takes = (wholeWork / each) * pace[worker] * (0.9 + 0.2 * random());
    const lostIn = slow ? -Math.log(1 - random()) * betweenLosses : Infinity;
    if (lostIn < takes) {
      again++;
      spent += lostIn;
      if (!done.has(shard)) waiting.push({ shard, from: now + lostIn + silence });
      free[worker] = now + lostIn + comesBack;
      continue;
    }
    spent += takes;
    free[worker] = now + takes;
    done.set(shard, Math.min(done.get(shard) ?? Infinity, now + takes));
    open.set(shard, done.get(shard));
  }
  const ends = [...done.values()].sort((a, b) => a - b);
  const makespan = ends.at(-1);
  return { makespan, tail: makespan - ends[Math.floor(0.95 * ends.length)], again, busy: spent / makespan / workers };
}
