// The library beside other programs that do the same or less, on the workload W: `npm run bench:beside [-- --customers 100000 --rounds 9]`.
// Every program is a process of its own that waits for work. In each round each has its turn, in an order that is rotated; what counts is the
// median of the ratios of the rounds. What is not installed is left out with a note; simscript is tried where `npm install --no-save
// simscript` has put it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { furthestApart } from './agreement.mjs';
import { contenders } from './contenders.mjs';
import { segmentCount, steps } from './workload.mjs';

const { values } = parseArgs({ options: { customers: { type: 'string' }, rounds: { type: 'string' } } });
const customers = Number(values.customers ?? 100_000);
const rounds = Number(values.rounds ?? 9);
const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const load = () => loadavg()[0].toFixed(1);

const folder = mkdtempSync(join(tmpdir(), 'peakend-beside-'));
try {
  const all = contenders(customers, folder);
  for (const { name, missing } of all) if (missing !== undefined) console.log(`${name} is left out: ${missing}`);
  const [before, { runners, apart }] = [load(), await race(all.filter(({ missing }) => missing === undefined))];
  report(runners);
  if (apart !== undefined) console.log(`\nThe library and its rules in C: figures at most ${apart.toExponential(1)} apart, relatively.`);
  console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${before} before and ${load()} after, Node ${process.versions.node}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function race(present) {
  const runners = present.map((contender) => ({ ...contender, ...open(contender.command), times: [] }));
  let apart;
  for (let round = -1; round < rounds; round++) {
    const answers = new Map();
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(turn + round + 1) % runners.length];
      const answer = await runner.ask(runner.line(round + 2));
      answers.set(runner.name, answer);
      // The first round is for warming up.
      if (round >= 0) runner.times.push((answer.milliseconds * 1e6) / (runner.customers * segmentCount * steps));
    }
    if (answers.has('C')) apart = Math.max(apart ?? 0, furthestApart(answers.get('peakend').summaries, answers.get('C').summaries));
  }
  for (const { close } of runners) close();
  return { runners, apart };
}

function report(runners) {
  const ours = runners.find(({ name }) => name === 'peakend').times;
  console.log(`\nns per customer and interaction, medians of ${rounds} rounds in turn; ratio: time of it ÷ time of peakend\n`);
  console.log(`${'program'.padEnd(20)}${'rules'.padEnd(16)}${'customers'.padStart(10)}${'ns'.padStart(10)}${'ratio'.padStart(10)}`);
  for (const { name, rules, customers: count, times } of runners) {
    const ratio = median(times.map((time, round) => time / ours[round]));
    const row = [median(times).toFixed(1), ratio.toFixed(2)].map((text) => text.padStart(10)).join('');
    console.log(`${name.padEnd(20)}${rules.padEnd(16)}${String(count).padStart(10)}${row}`);
  }
}

function open([command, ...given]) {
  const child = spawn(command, given, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ${given.join(' ')} ended without an answer`);
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}
