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
  let killed = 0;
  for (let time = 0; time < times; time++) {
    const after = throwing(tasks.length);
    const which = throwing(2);
    const pause = throwing(4);
    let timer: NodeJS.Timeout | undefined;
    const kill = (): void => {
      killed++;
      const living = trial.made.filter((worker) => !hasEnded(worker));
      void living[which % living.length]?.terminate();
    };
    let results = 0;
    const maybe = (): void => {
      if (results++ === after) timer = setTimeout(kill, pause);
    };
    maybe();
    found.add(JSON.stringify(await pool.run(tasks, undefined, { onResult: maybe })));
    // A moment that has not come is none of the next run.
    clearTimeout(timer);
  }
  await pool.close();
  process.off('unhandledRejection', note);
  expect([...found]).toEqual([
    JSON.stringify(tasks.map(({ kind, number = 0 }) => (kind === 'wait' ? number : { number, square: number * number }))),
  ]);
  console.log('KILLED', killed, trial.made.length);
  expect(killed).toBeGreaterThan(times / 4);
  // Two to begin with, one for each that was killed: none ends by itself.
  expect(trial.made.length).toBeLessThanOrEqual(killed + 2);
  expect(trial.made.filter((worker) => !hasEnded(worker))).toEqual([]);
  expect(rejections).toEqual([]);
});
