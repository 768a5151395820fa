// A build in a process of its own, that runs the cases of the bench by name.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** `dist`: its folder. A run answers with milliseconds by the wall clock and of processor time. */
export function openBuild(dist) {
  const child = spawn(process.execPath, [join(here, 'child.mjs'), dist], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(name, seed) {
      child.stdin.write(`${JSON.stringify([name, seed])}\n`);
      return JSON.parse((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}
