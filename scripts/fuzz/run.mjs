// Hostile input for every exported function, on the build: `npm run fuzz [-- --seed 1 --cases 10000 --seconds 600 --case 17]`; `--only main.simulate`
// for one function alone, `--limit` for how many seconds a case may take.
//
// Valid arguments are made for a function and changed at random places. Whatever comes of it, either a JourneyError with located issues is
// thrown, or what comes back is the same after JSON; arguments stay as they are and are not frozen; nothing that everybody shares is touched;
// and it ends. Cases run in a thread of their own, so that one that never ends, or eats all memory, is told and passed over.
import { Worker } from 'node:worker_threads';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '900' },
    case: { type: 'string' },
    limit: { type: 'string', default: '20' },
    plant: { type: 'string' },
    only: { type: 'string' },
  },
});
const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(options.seed);
const first = options.case === undefined ? 0 : Number(options.case);
const last = options.case === undefined ? Number(options.cases) : first + 1;
/** Seconds one case may take. */
const limit = Number(options.limit);
const seconds = Number(options.seconds);
const start = performance.now();
const elapsed = () => (performance.now() - start) / 1000;

console.log(`fuzz: seed ${seed}, cases ${first} to ${last - 1}, at most ${seconds} s`);

const faults = new Map();
const totals = { cases: 0, skipped: 0, accepted: 0, byName: {} };

function found({ number, sign, fault, told }) {
  const known = faults.get(sign);
  if (known !== undefined) {
    known.count++;
    return;
  }
  faults.set(sign, { count: 1, number });
  console.log(`\nfault ${faults.size}: ${fault.kind}: ${fault.detail}\n${told}\n  again: npm run fuzz -- --seed ${seed} --case ${number}`);
}

/** Cases in a thread of their own, until they are through, or one of them has to be ended: then `fault` says why and `number` which. */
function runThread(from, to, keep) {
  return new Promise((resolve) => {
    const clock = new SharedArrayBuffer(12);
    const place = new Int32Array(clock);
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { seed, from, to, clock, keep, plant: options.plant, only: options.only },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const seen = { counts: undefined, told: undefined };
    let beat = -1;
    let since = performance.now();
    let ended = false;
    const end = async (fault) => {
      if (ended) return;
      ended = true;
      clearInterval(watch);
      await worker.terminate();
      resolve({ ...seen, fault, number: Atomics.load(place, 0), begun: Atomics.load(place, 1) });
    };
    const watch = setInterval(() => {
      if (elapsed() > seconds) return void end();
      const now = Atomics.load(place, 2);
      if (now !== beat) [beat, since] = [now, performance.now()];
      // Before its first case a thread makes its material.
      else if (performance.now() - since > limit * 1000 * (now === 0 ? 6 : 1)) {
        void end({ kind: 'does not end', detail: `more than ${limit} s` });
      }
    }, 100);
    worker.on('message', (message) => {
      if (message.type === 'fault' && keep === undefined) found(message);
      else if (message.type === 'counts') seen.counts = message.counts;
      else if (message.type === 'told') seen.told = message;
      else if (message.type === 'done') void end();
    });
    worker.on('error', (error) => {
      if (Atomics.load(place, 1) === 0) {
        console.error(error);
        process.exit(2);
      }
      void end({ kind: 'the thread died', detail: `${error.code ?? error.name}: ${error.message}` });
    });
  });
}

/** Of the changes that make a case end its thread, one that does it alone, if there is one; in words. */
async function tellFatal(number) {
  const whole = await runThread(number, number + 1, [0, 1, 2, 3]);
  const drawn = whole.told?.mutations ?? 0;
  for (let one = 0; one < drawn && drawn > 1; one++) {
    const alone = await runThread(number, number + 1, [one]);
    if (alone.fault !== undefined) return alone.told.told;
  }
  return whole.told?.told ?? '  (it ended before it could be told)';
}

for (let next = first; next < last && elapsed() < seconds;) {
  const { counts, fault, number, begun } = await runThread(next, last);
  totals.cases += begun;
  if (counts !== undefined) {
    for (const key of ['skipped', 'accepted']) totals[key] += counts[key];
    for (const [name, count] of Object.entries(counts.byName)) totals.byName[name] = (totals.byName[name] ?? 0) + count;
  }
  if (fault !== undefined) found({ number, sign: `${fault.kind} (case ${number})`, fault, told: await tellFatal(number) });
  next = fault === undefined ? last : number + 1;
}

const { cases, skipped, accepted, byName } = totals;
const share = cases === 0 ? 0 : Math.round((100 * accepted) / cases);
console.log(
  `\n${Object.keys(byName).length} functions, ${skipped} cases left out as too long, ${share} % accepted, ${elapsed().toFixed(0)} s`,
);
for (const [sign, { count, number }] of faults) console.log(`  ${count} × ${sign} (case ${number})`);
console.log(`fuzz: ${cases} cases, ${faults.size} faults, seed ${seed}`);
process.exitCode = faults.size === 0 ? 0 : 1;
