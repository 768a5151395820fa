import { describe, expect, it, vi } from 'vitest';
import { createPool, type PoolWorker } from '../../../src/workers';

/** A worker that does nothing until it is told what to answer. */
class Fake implements PoolWorker {
  readonly taken: unknown[] = [];
  readonly calls: string[] = [];
  readonly #hear = new Map<string, (event: unknown) => void>();

  postMessage({ task }: { readonly task: unknown }): void {
    this.taken.push(task);
  }
  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.#hear.set(type, listener);
  }
  terminate(): void {
    this.calls.push('terminate');
  }
  ref(): void {
    this.calls.push('ref');
  }
  unref(): void {
    this.calls.push('unref');
  }
  says(data: unknown): void {
    this.#hear.get('message')?.({ data });
  }
  tells(type: string, event: object): void {
    this.#hear.get(type)?.(event);
  }
  answers(result: unknown): void {
    this.says({ peakend: 'done', result });
  }
}

function fakePool(workers: number) {
  const made: Fake[] = [];
  const pool = createPool({
    workers,
    createWorker: () => {
      made.push(new Fake());
      return made.at(-1)!;
    },
  });
  const run = (...tasks: unknown[]) => pool.run<unknown, unknown>(tasks);
  return { pool, made, run };
}

describe('who gets a worker', () => {
  it('runs in turn, a task each: a short one does not wait for a long one to be through', async () => {
    const { made, run } = fakePool(1);
    const long = run('a1', 'a2', 'a3', 'a4');
    const short = run('b1');
    const third = run('c1', 'c2');
    for (let task = 0; task < 7; task++) made[0]!.answers(task);
    expect(made[0]!.taken).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'c2', 'a4']);
    expect(await Promise.all([long, short, third])).toEqual([[0, 1, 4, 6], [2], [3, 5]]);
  });

  it('whoever is idle before a new one is started', async () => {
    const { made, run } = fakePool(2);
    const first = run('a');
    made[0]!.answers(1);
    await first;
    const second = run('b', 'c', 'd');
    expect(made.map(({ taken }) => taken)).toEqual([['a', 'b'], ['c']]);
    made[1]!.answers(3);
    made[0]!.answers(2);
    made[1]!.answers(4);
    expect(await second).toEqual([2, 3, 4]);
    expect(made).toHaveLength(2);
  });

  it('the task of a lost worker before the others of its run', async () => {
    const { made, run } = fakePool(1);
    const all = run('a', 'b');
    const preventDefault = vi.fn();
    made[0]!.tells('error', { message: 'broken', preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    made[1]!.answers(1);
    made[1]!.answers(2);
    expect(made.map(({ taken }) => taken)).toEqual([['a'], ['a', 'b']]);
    expect(made[0]!.calls.at(-1)).toBe('terminate');
    expect(await all).toEqual([1, 2]);
  });
});

describe('a listener', () => {
  it('is told of results in the order in which they come', async () => {
    const { pool, made } = fakePool(2);
    const told: unknown[] = [];
    const all = pool.run(['a', 'b'], undefined, { onResult: (result, index) => told.push([result, index]) });
    made[1]!.answers('second');
    made[0]!.answers('first');
    expect(told).toEqual([
      ['second', 1],
      ['first', 0],
    ]);
    expect(await all).toEqual(['first', 'second']);
  });

  it('may stop the run it listens to', async () => {
    const { pool, made } = fakePool(1);
    const stop = new AbortController();
    const stopped = pool.run(['a', 'b'], undefined, { signal: stop.signal, onResult: () => stop.abort() });
    made[0]!.answers(1);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(made).toHaveLength(1);
    const next = pool.run(['c']);
    made[0]!.answers(3);
    expect(await next).toEqual([3]);
  });
});

describe('a worker', () => {
  it('keeps the process alive only while it has a task', async () => {
    const { made, run } = fakePool(1);
    const done = run('a');
    expect(made[0]!.calls).toEqual(['unref', 'ref']);
    made[0]!.answers(1);
    await done;
    expect(made[0]!.calls).toEqual(['unref', 'ref', 'unref']);
  });

  it('may say what does not concern the pool, and whatever it says after its end is not heard', async () => {
    const { made, run } = fakePool(1);
    const told: unknown[] = [];
    const both = run('a', 'b').then((results) => told.push(results));
    for (const foreign of [undefined, 'text', { type: 'webpackOk' }, { peakend: 'task' }, { peakend: 'started' }]) made[0]!.says(foreign);
    made[0]!.tells('messageerror', {});
    made[0]!.answers('too late');
    made[1]!.answers(1);
    made[1]!.answers(2);
    await both;
    expect(told).toEqual([[1, 2]]);
  });
});

describe('createPool', () => {
  it('has runs whose options are read as all others are', async () => {
    const options = { signal: 'stop', onResult: 'tell', onresult: () => 0 } as never;
    await expect(fakePool(1).pool.run(['a'], undefined, options)).rejects.toMatchObject({
      issues: [{ path: 'options.onresult', code: 'unknown-key' }, { path: 'options.signal' }, { path: 'options.onResult' }],
    });
    await expect(fakePool(1).pool.run(['a'], undefined, null as never)).rejects.toMatchObject({ code: 'invalid-type' });
  });

  it('has as many workers as it is told, else as the machine can use, sixteen at most', () => {
    expect(createPool({ workers: 3, least: 1000 })).toMatchObject({ size: 3, least: 1000 });
    const { size, least } = createPool();
    expect(size).toBeGreaterThanOrEqual(1);
    expect(size).toBeLessThanOrEqual(16);
    expect(least).toBe(2_000_000);
  });

  it.each(['size', 'threads', 'concurrency', 'maxWorkers'])('%s is called workers here', (key) => {
    expect(() => createPool({ [key]: 2 })).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ code: 'unknown-key', path: key, hint: 'did you mean workers?' })] }),
    );
  });

  it('tells everything wrong with its options at once', () => {
    const options = { workers: 0, createWorker: 'worker.js', least: -1, wrokers: 2 } as never;
    expect(() => createPool(options)).toThrowError(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: 'unknown-key', path: 'wrokers', hint: 'did you mean workers?' }),
          expect.objectContaining({ code: 'out-of-range', path: 'workers', params: { min: 1, max: 256, whole: true } }),
          expect.objectContaining({ code: 'invalid-type', path: 'createWorker' }),
          expect.objectContaining({ code: 'out-of-range', path: 'least' }),
        ],
      }),
    );
  });
});
