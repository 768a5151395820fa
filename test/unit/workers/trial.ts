import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { TrialTask } from './trial-worker';

/** The program of `trial-worker.ts` in a file that Node can start; `start` does so, and `remove` takes the file away. */
export async function trialWorkers() {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-workers-'));
  const file = join(folder, 'trial-worker.mjs');
  const source = fileURLToPath(new URL('./trial-worker.ts', import.meta.url));
  await build({ entryPoints: [source], bundle: true, format: 'esm', outfile: file, logLevel: 'silent' });
  const made: Worker[] = [];
  const start = (resourceLimits: ResourceLimits = {}): Worker => {
    const worker = new Worker(file, { execArgv: [], resourceLimits });
    made.push(worker);
    return worker;
  };
  return { made, start, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether a thread has ended: it has no number any more. */
export const hasEnded = (worker: Worker): boolean => worker.threadId === -1;

export const squares = (...numbers: number[]): TrialTask[] => numbers.map((number) => ({ kind: 'square', number }));
