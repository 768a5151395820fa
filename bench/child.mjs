// One build, waiting for work: reads lines `["case", seed]`, answers with the milliseconds and the milliseconds of processor time that it took.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { cases } from './cases.mjs';

const library = await import(pathToFileURL(resolve(process.argv[2], 'index.js')).href);
const made = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const [name, seed] = JSON.parse(line);
  if (!made.has(name)) made.set(name, cases[name].make(library));
  const [start, used] = [performance.now(), process.cpuUsage()];
  made.get(name)(seed);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(`${JSON.stringify({ wall, processor: (user + system) / 1000 })}\n`);
}
