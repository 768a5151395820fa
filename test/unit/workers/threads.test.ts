import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runnerLaws } from '../../../src/arbitraries';
import { isJourneyError, JourneyError } from '../../../src/errors/journey-error';
import { createPool, type PoolOptions, type WorkerPool } from '../../../src/workers';
import { hasEnded, squares, trialWorkers } from './trial';
import type { TrialTask } from './trial-worker';

let trial: Awaited<ReturnType<typeof trialWorkers>>;
const pools: WorkerPool[] = [];
const rejections: unknown[] = [];
const note = (reason: unknown): number => rejections.push(reason);

beforeAll(async () => {
  trial = await trialWorkers();
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
  expect(trial.made.splice(0).filter((worker) => !hasEnded(worker))).toEqual([]);
  expect(rejections.splice(0)).toEqual([]);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  trial.remove();
});

function poolOf(options: PoolOptions = {}): WorkerPool {
  const pool = createPool({ workers: 2, createWorker: () => trial.start(), ...options });
  pools.push(pool);
  return pool;
}
const squared = (...numbers: number[]) => numbers.map((number) => ({ number, square: number * number }));
const failureOf = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    (results) => expect.fail(`went through: ${JSON.stringify(results)}`),
    (error: unknown) => error,
  );

describe('a pool of worker threads', () => {
  it('keeps every law of runners', async () => {
    const pool = poolOf();
    const laws = runnerLaws(pool, {
      tasks: squares(3, 1, 4, 1, 5, 9, 2, 6),
      execute: ({ number = 0 }) => ({ number, square: number * number }),
      failing: { kind: 'square', number: -1 },
    });
    expect(laws).toHaveLength(6);
    for (const { check } of laws) await check();
  });

  it('tells of each result with its place, and hands them out in order', async () => {
    const told = new Map<number, unknown>();
    const results = await poolOf().run(squares(2, 3, 4), undefined, { onResult: (result, index) => told.set(index, result) });
    expect(results).toEqual(squared(2, 3, 4));
    expect([0, 1, 2].map((index) => told.get(index))).toEqual(squared(2, 3, 4));
  });

  it('starts no worker before there is a task, and no more than there are tasks', async () => {
    const pool = poolOf({ workers: 5 });
    expect(await pool.run([])).toEqual([]);
    expect(trial.made).toHaveLength(0);
    await pool.run(squares(1, 2));
    await pool.run(squares(3));
    expect(trial.made).toHaveLength(2);
  });

  it('leaves to an error what it says: every issue of a JourneyError, name and message of others', async () => {
    const pool = poolOf();
    const refused = await failureOf(pool.run([{ kind: 'refuse' }]));
    expect(refused).toBeInstanceOf(JourneyError);
    expect(refused).toMatchObject({
      code: 'invalid-text',
      more: 3,
      issues: [
        { path: 'interactions[2].duration', keys: ['interactions', 2, 'duration'], params: { min: 0 }, severity: 'wrong' },
        { code: 'missing', severity: 'unfinished' },
      ],
    });
    expect(await failureOf(pool.run([{ kind: 'mistake' }]))).toMatchObject({
      name: 'TypeError',
      message: "Cannot read properties of undefined (reading 'of')",
      stack: expect.stringContaining('trial-worker'),
    });
    expect(await failureOf(pool.run([{ kind: 'text' }]))).toMatchObject({ name: 'Error', message: '"only a text"' });
    expect(await failureOf(pool.run([{ kind: 'uncopied' }]))).toMatchObject({ name: 'DataCloneError' });
    expect(await failureOf(pool.run([() => 0]))).toMatchObject({ name: 'DataCloneError' });
    expect(await failureOf(pool.run('tasks' as never))).toMatchObject({ code: 'invalid-type' });
    const onResult = (): never => {
      throw new RangeError('heard enough');
    };
    expect(await failureOf(pool.run(squares(1, 2, 3), undefined, { onResult }))).toMatchObject({ message: 'heard enough' });
    expect(await pool.run(squares(6))).toEqual(squared(6));
  });

  it('drops the other tasks of a run that fails, and goes on with other runs', async () => {
    const pool = poolOf();
    const told: number[] = [];
    const failing = failureOf(
      pool.run([...squares(-1, 2), { kind: 'spin' }, { kind: 'spin' }], undefined, { onResult: (_, index) => told.push(index) }),
    );
    const other = pool.run(squares(5, 6, 7));
    expect(await failing).toMatchObject({ message: 'no square of a debt' });
    expect(await other).toEqual(squared(5, 6, 7));
    expect(told.filter((index) => index !== 1)).toEqual([]);
  });
});

describe('a worker that is lost', () => {
  it('while it works: its task is done by a fresh one', async () => {
    const pool = poolOf();
    const open = new Int32Array(new SharedArrayBuffer(4));
    const waiting = pool.run([{ kind: 'gate', number: 1, open }, { kind: 'gate', number: 2, open }, ...squares(7)]);
    await Promise.all(trial.made.map((worker) => once(worker, 'online')));
    for (const worker of [...trial.made]) await worker.terminate();
    Atomics.store(open, 0, 1);
    Atomics.notify(open, 0);
    expect(await waiting).toEqual([1, 2, ...squared(7)]);
    expect(trial.made).toHaveLength(4);
  });

  it('while it is idle: the next run has another', async () => {
    const pool = poolOf({ workers: 1 });
    await pool.run(squares(1));
    await trial.made[0]!.terminate();
    expect(await pool.run(squares(2))).toEqual(squared(2));
  });

  it.each([
    ['exit', 'the worker ended with code 7'],
    ['uncaught', 'nobody catches this'],
    ['fill', 'memory limit'],
  ] as const)('three times over one task (%s): an error that names the task and the reason', async (kind, reason) => {
    const pool = poolOf({ workers: 1, createWorker: () => trial.start({ maxOldGenerationSizeMb: 32 }) });
    const error = await failureOf(pool.run([...squares(1, 2), { kind }, ...squares(3)]));
    expect(isJourneyError(error) && error.issues).toMatchObject([{ code: 'worker-lost', path: 'tasks[2]' }]);
    expect(String((error as Error).cause)).toContain(reason);
    expect(trial.made).toHaveLength(3);
    expect(await pool.run(squares(4))).toEqual(squared(4));
  });

  it.each([
    ['of which there is no file', () => new Worker(new URL('./nowhere.mjs', import.meta.url), { execArgv: [] }), /nowhere/],
    ['that fails on loading', () => new Worker('throw new Error("on load")', { eval: true, execArgv: [] }), /on load/],
    ['of another program', () => new Worker('0', { eval: true, execArgv: [] }), /ended with code 0/],
    [
      'that is not even made',
      () => {
        throw new Error('not here');
      },
      /not here/,
    ],
  ])('%s: an error, and no waiting', async (_, createWorker, told) => {
    const pool = poolOf({ createWorker });
    const runs = [squares(1, 2, 3), squares(4)].map((tasks) => failureOf(pool.run(tasks)));
    for (const error of await Promise.all(runs)) {
      expect(error).toMatchObject({ code: 'worker-lost', issues: [{ path: 'createWorker' }] });
      expect((error as Error).message).toMatch(told);
    }
  });

  it('or no worker at all: said as it is', async () => {
    const error = await failureOf(poolOf({ createWorker: () => ({}) as never }).run(squares(1)));
    expect(error).toMatchObject({ code: 'invalid-type', issues: [{ path: 'createWorker()' }] });
  });
});

describe('a signal', () => {
  const spinning: TrialTask[] = [{ kind: 'spin' }, { kind: 'spin' }, { kind: 'spin' }];
  const stops = {
    'that tells': () => {
      const controller = new AbortController();
      return { signal: controller.signal, stop: () => controller.abort('enough') };
    },
    'that has to be looked at': () => {
      const signal = { aborted: false, reason: undefined as unknown };
      return { signal, stop: () => void Object.assign(signal, { aborted: true, reason: 'enough' }) };
    },
  };

  it.each(Object.entries(stops))('%s stops a run whose workers are busy, and only that', async (_, make) => {
    const { signal, stop } = make();
    const pool = poolOf({ workers: 3 });
    const stopped = failureOf(pool.run(spinning.slice(1), undefined, { signal }));
    await Promise.all(trial.made.map((worker) => once(worker, 'online')));
    const other = pool.run(squares(1));
    stop();
    expect(await stopped).toMatchObject({ name: 'AbortError', code: 'aborted', cause: 'enough' });
    expect(await other).toEqual(squared(1));
    const [first, second, third] = trial.made as [Worker, Worker, Worker];
    for (const worker of [first, second]) if (!hasEnded(worker)) await once(worker, 'exit');
    expect(hasEnded(third)).toBe(false);
    expect(trial.made).toHaveLength(3);
  });

  it('that has already spoken stops a run before anything is started', async () => {
    const error = await failureOf(poolOf().run(squares(1), undefined, { signal: AbortSignal.abort('no') }));
    expect(error).toMatchObject({ name: 'AbortError', cause: 'no' });
    expect(trial.made).toHaveLength(0);
  });

  it('hears no more of a run that is over', async () => {
    const controller = new AbortController();
    let listeners = 0;
    const signal = {
      aborted: false,
      addEventListener: () => listeners++,
      removeEventListener: () => listeners--,
    };
    const pool = poolOf();
    await pool.run(squares(1, 2), undefined, { signal });
    await failureOf(pool.run(squares(-1), undefined, { signal }));
    expect(listeners).toBe(0);
    await pool.run(squares(3), undefined, { signal: controller.signal });
    controller.abort();
    expect(await pool.run(squares(4))).toEqual(squared(4));
  });
});

describe('closing', () => {
  it('ends every worker and rejects what is running and what comes later', async () => {
    const pool = poolOf();
    const runs = [pool.run([{ kind: 'spin' }]), pool.run([{ kind: 'wait', number: 1e6 }])].map(failureOf);
    await Promise.all(trial.made.map((worker) => once(worker, 'online')));
    await pool.close();
    expect(trial.made.every(hasEnded)).toBe(true);
    const later = failureOf(pool.run(squares(1)));
    for (const error of [...(await Promise.all(runs)), await later]) {
      expect(error).toMatchObject({ code: 'worker-lost', issues: [{ path: 'pool', received: 'a closed one' }] });
    }
    await pool.close();
  });

  it('is what `await using` does', async () => {
    const pool = poolOf() as WorkerPool & AsyncDisposable;
    await pool.run(squares(1));
    await pool[Symbol.asyncDispose]();
    expect(trial.made.every(hasEnded)).toBe(true);
  });
});
