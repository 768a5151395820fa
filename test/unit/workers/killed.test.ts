import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '../../../src/workers';
import { hasEnded, squares, trialWorkers } from './trial';
import type { TrialTask } from './trial-worker';

const times = 200;

let trial: Awaited<ReturnType<typeof trialWorkers>>;
beforeAll(async () => {
  trial = await trialWorkers();
});
afterAll(() => trial.remove());

/** Whole numbers below a bound, the same ones every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it(`${times} runs in each of which a worker is killed at some moment give ${times} times the same`, async () => {
  const throwing = dice(17);
  const rejections: unknown[] = [];
  const note = (reason: unknown): number => rejections.push(reason);
  process.on('unhandledRejection', note);
  const pool = createPool({ workers: 2, createWorker: () => trial.start() });
  const tasks: TrialTask[] = [
    ...squares(1, 2, 3),
    { kind: 'wait', number: 2 },
    ...squares(4, 5),
    { kind: 'wait', number: 1 },
    ...squares(6),
  ];
  const found = new Set<string>();
  let killedAtWork = 0;
  for (let time = 0; time < times; time++) {
    const after = throwing(tasks.length);
    const which = throwing(2);
    const pause = throwing(4);
    let results = 0;
    const kill = (): void => {
      const living = trial.made.filter((worker) => !hasEnded(worker));
      killedAtWork += results < tasks.length ? 1 : 0;
      void living[which % living.length]?.terminate();
    };
    const run = pool.run<TrialTask, unknown>(tasks, undefined, {
      onResult: () => {
        results++;
        if (results === after) setTimeout(kill, pause);
      },
    });
    if (after === 0) setTimeout(kill, pause);
    found.add(JSON.stringify(await run));
  }
  await pool.close();
  process.off('unhandledRejection', note);
  expect([...found]).toEqual([
    JSON.stringify(tasks.map(({ kind, number = 0 }) => (kind === 'wait' ? number : { number, square: number * number }))),
  ]);
  expect(killedAtWork).toBeGreaterThan(times / 4);
  expect(trial.made.length).toBeGreaterThan(times / 2);
  expect(trial.made.filter((worker) => !hasEnded(worker))).toEqual([]);
  expect(rejections).toEqual([]);
});
