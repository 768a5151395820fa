// One build, waiting for work: reads lines `["case", seed]`, answers with the milliseconds that it took.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { cases } from './cases.mjs';

const library = await import(pathToFileURL(resolve(process.argv[2], 'index.js')).href);
const made = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const [name, seed] = JSON.parse(line);
  if (!made.has(name)) made.set(name, cases[name].make(library));
  const start = performance.now();
  made.get(name)(seed);
  process.stdout.write(`${performance.now() - start}\n`);
}
