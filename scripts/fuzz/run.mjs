// Hostile input for every exported function, on the build: `npm run fuzz [-- --seed 1 --cases 10000 --seconds 600 --case 17]`.
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
    verbose: { type: 'boolean', default: false },
  },
});
const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(options.seed);
const first = options.case === undefined ? 0 : Number(options.case);
const last = options.case === undefined ? Number(options.cases) : first + 1;
/** Seconds one case may take. */
const limit = Number(options.limit);
const start = performance.now();
const elapsed = () => (performance.now() - start) / 1000;

console.log(`fuzz: seed ${seed}, cases ${first} to ${last - 1}, at most ${options.seconds} s`);

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

/** Cases from `from` on in a thread of their own; comes back with the next case to run: after the last, or after one that had to be ended. */
function runFrom(from) {
  return new Promise((resolve) => {
    const clock = new SharedArrayBuffer(8);
    const place = new Int32Array(clock);
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { seed, from, to: last, clock, plant: options.plant },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    let counts;
    let beat = -1;
    let since = performance.now();
    let ended = false;
    const end = async (next, fault) => {
      if (ended) return;
      ended = true;
      clearInterval(watch);
      const number = Atomics.load(place, 0);
      await worker.terminate();
      if (counts !== undefined) {
        for (const key of ['cases', 'skipped', 'accepted']) totals[key] += counts[key];
        for (const [name, count] of Object.entries(counts.byName)) totals.byName[name] = (totals.byName[name] ?? 0) + count;
      }
      if (fault !== undefined) found({ number, sign: `${fault.kind} at case ${number}`, fault, told: '  (told by --case alone)' });
      resolve(next ?? number + 1);
    };
    const watch = setInterval(() => {
      if (elapsed() > Number(options.seconds)) return void end(Infinity);
      const now = Atomics.load(place, 1);
      if (now !== beat) [beat, since] = [now, performance.now()];
      // Before its first case a thread makes its material.
      else if (performance.now() - since > limit * 1000 * (now === 0 ? 6 : 1)) {
        void end(undefined, { kind: 'does not end', detail: `case ${Atomics.load(place, 0)} took more than ${limit} s` });
      }
    }, 200);
    worker.on('message', (message) => {
      if (message.type === 'fault') found(message);
      else if (message.type === 'counts') counts = message.counts;
      else void end(Infinity);
    });
    worker.on('error', (error) => {
      if (Atomics.load(place, 1) === 0) {
        console.error(error);
        process.exit(2);
      }
      void end(undefined, { kind: 'the thread died', detail: `${error.code ?? error.name}: ${error.message}` });
    });
  });
}

for (let next = first; next < last;) next = await runFrom(next);

const { cases, skipped, accepted, byName } = totals;
const share = cases === 0 ? 0 : Math.round((100 * accepted) / cases);
console.log(
  `\n${Object.keys(byName).length} functions, ${skipped} cases left out as too long, ${share} % accepted, ${elapsed().toFixed(0)} s`,
);
for (const [sign, { count, number }] of faults) console.log(`  ${count} × ${sign} (case ${number})`);
console.log(`fuzz: ${cases} cases, ${faults.size} faults, seed ${seed}`);
process.exitCode = faults.size === 0 ? 0 : 1;
