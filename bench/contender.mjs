// One program in JavaScript, waiting for work: `node contender.mjs NAME CUSTOMERS` reads a seed a line and answers with one line of JSON.
import { createInterface } from 'node:readline';
import { asStudy } from './workload.mjs';

const [name, customers] = [process.argv[2], Number(process.argv[3])];

const makers = {
  async peakend() {
    const { simulate } = await import('peakend');
    const study = { ...asStudy(true), customers, outcomes: ['perceivedDuration', 'satisfaction', 'completed'] };
    return (seed) => {
      const { segments, order, overall } = simulate({ ...study, seed });
      return { summaries: [...order.segments.map((id) => segments[id]), overall] };
    };
  },
  async d3() {
    const { runScript } = await import('./d3-script.mjs');
    return (seed) => ({ segments: runScript(true, customers, seed) });
  },
  async simscript() {
    const { runSimscript } = await import('./simscript-script.mjs');
    return (seed) => runSimscript(customers, seed);
  },
};

const run = await makers[name]();
for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const made = await run(Number(line));
  process.stdout.write(`${JSON.stringify({ milliseconds: performance.now() - start, ...made })}\n`);
}
