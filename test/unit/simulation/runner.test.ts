import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../src/comparison/create-simulator';
import { compare, compareAsync } from '../../../src/comparison/compare';
import { executeTask } from '../../../src/elsewhere/execute-task';
import { runnerLaws } from '../../../src/arbitraries';
import type { TaskRunner } from '../../../src/plain/runner';
import { planShards } from '../../../src/sharding/plan-shards';
import { runShard } from '../../../src/sharding/run-shard';
import type { RunProgress } from '../../../src/simulation/progress';
import { simulate, simulateAsync } from '../../../src/simulation/simulate';
import { backwards, early, inline } from '../elsewhere/runners';
import { clinic, people } from './clinic-study';

const study = { journey: clinic, segments: people, customers: 110_000, seed: 'runner', outcomes: ['satisfaction', 'completed'] as const };
const text = (value: unknown): string => JSON.stringify(value);
const whole = text(simulate(study));

/** The first task's result otherwise. */
const spoiling = (spoil: (result: Record<string, unknown>) => unknown, clones = false): TaskRunner => ({
  clones,
  async run(tasks, execute) {
    const results = await inline().run(tasks, execute);
    return results.map((result, index) => (index === 0 ? (spoil({ ...(result as object) }) as never) : result));
  },
});

describe('a run with a runner', () => {
  it.each([
    ['here', inline()],
    ['by clones, told early', early()],
    ['by JSON, backwards', backwards()],
  ])('comes to the same bytes: %s', async (_how, runner) => {
    expect(text(await simulateAsync(study, { runner }))).toBe(whole);
  });

  it('comes to the same bytes in comparisons, and in a simulator that knows some journeys already', async () => {
    const settings = { segments: people, customers: 20_000, seed: 1, outcomes: ['satisfaction', 'perceivedDuration'] as const };
    const versions = {
      baseline: clinic,
      variants: { back: { ...clinic, interactions: [...clinic.interactions].reverse() }, same: clinic },
    };
    const verdict = text(compare({ ...settings, ...versions }));
    expect(text(await compareAsync({ ...settings, ...versions }, { runner: backwards() }))).toBe(verdict);
    const simulator = createSimulator(settings);
    expect(text(await simulator.compareAsync(versions, { runner: backwards() }))).toBe(verdict);
    expect(text(simulator.compare(versions))).toBe(verdict);
    expect(text(await simulator.simulateAsync(clinic, { runner: backwards() }))).toBe(text(simulate({ ...settings, journey: clinic })));
  });

  it('has several tasks at a time, and tells how far they have come', async () => {
    const seen: RunProgress[] = [];
    const lots: number[] = [];
    const runner: TaskRunner = {
      run(tasks, execute, options) {
        lots.push(tasks.length);
        return early().run(tasks, execute, options);
      },
    };
    await simulateAsync(study, { runner, onProgress: (progress) => seen.push(progress) });
    expect(lots.reduce((sum, lot) => sum + lot)).toBeGreaterThan(1);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ done: 220_000, total: 220_000, share: 1 });
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
  });

  it('does what is too little to be handed over itself', async () => {
    const never: TaskRunner = { least: 1e12, run: () => Promise.reject(new Error('asked')) };
    expect(text(await simulateAsync(study, { runner: never }))).toBe(whole);
    await expect(simulateAsync(study, { runner: { ...never, least: 1000 } })).rejects.toThrow('asked');
  });

  it.each([
    ['nothing', () => undefined],
    ['another range', (result: object) => ({ ...result, first: 2048 })],
    ['no base64', (result: object) => ({ ...result, numbers: '%%%%' })],
    ['too little', (result: object) => ({ ...result, numbers: 'AAAAAAAAAAA=' })],
  ])('refuses what is no result: %s', async (_what, spoil) => {
    const refused = simulateAsync(study, { runner: spoiling(spoil) });
    await expect(refused).rejects.toMatchObject({
      issues: [{ path: 'runner', expected: expect.stringMatching(/^what customers 0 to \d+ come to$/) as string }],
    });
  });

  it.each([
    ['none of its columns', () => []],
    ['one too many', (columns: readonly Float64Array[]) => [...columns, new Float64Array(2048)]],
    ['a shorter one', ([first, ...rest]: readonly Float64Array[]) => [first!.subarray(1), ...rest]],
    ['no columns', () => 'columns'],
    ['lists in their place', (columns: readonly Float64Array[]) => columns.map((column) => [...column])],
  ])('refuses a clone with %s', async (_what, spoil) => {
    const runner = spoiling((result) => ({ ...result, columns: spoil(result.columns as Float64Array[]) }), true);
    await expect(simulateAsync(study, { runner })).rejects.toMatchObject({
      issues: [{ path: 'runner', expected: expect.stringMatching(/^what customers 0 to \d+ come to$/) as string }],
    });
  });

  it('refuses a runner that is none, or that loses results', async () => {
    await expect(simulateAsync(study, { runner: {} as never })).rejects.toThrow(
      'runner: expected an object with a method run(tasks, execute)',
    );
    const losing: TaskRunner = { run: async (tasks, execute) => (await inline().run(tasks, execute)).slice(1) };
    await expect(simulateAsync(study, { runner: losing })).rejects.toThrow(/runner: expected a list of \d+ results, one for each task/);
  });

  it('refuses a memory that is a function, and says why', async () => {
    const own = { ...study, model: { memory: () => 0 } };
    await expect(simulateAsync(own as never, { runner: inline() })).rejects.toThrow(
      /model\.memory: expected a memory model that can be written down, where others do the work/,
    );
  });

  it('ends at once when it is stopped, whatever the runner does', async () => {
    const stop = new AbortController();
    const hanging: TaskRunner = { run: () => new Promise(() => setTimeout(() => stop.abort('enough'), 1)) };
    await expect(simulateAsync(study, { runner: hanging, signal: stop.signal, partial: true })).rejects.toMatchObject({
      name: 'AbortError',
      cause: 'enough',
      partial: undefined,
    });
    const deaf = { aborted: false, reason: 'so' };
    const slow: TaskRunner = {
      async run(tasks, execute) {
        deaf.aborted = true;
        return inline().run(tasks, execute);
      },
    };
    await expect(simulateAsync(study, { runner: slow, signal: deaf })).rejects.toMatchObject({ name: 'AbortError', cause: 'so' });
  });

  it('passes on what a task fails with', async () => {
    const failing: TaskRunner = { run: () => Promise.reject(new TypeError('no room')) };
    await expect(simulateAsync(study, { runner: failing })).rejects.toThrow(new TypeError('no room'));
  });
});

describe('the laws of runners', () => {
  const tasks = planShards({ ...study, customers: 4096 }, { shardSize: 2048 });
  const trial = { tasks, execute: runShard as never, failing: { kind: 'shard' } as never };
  it.each(runnerLaws(backwards(), trial).map(({ name, check }) => [name, check] as const))(
    'hold by JSON, backwards: %s',
    async (_name, check) => {
      await check();
    },
  );
});

describe('a task', () => {
  it('that nobody knows is refused', () => {
    expect(() => executeTask({ kind: 'toString' })).toThrow(/kind: expected shard, simulation, comparison/);
    expect(() => executeTask(null)).toThrow(/kind/);
  });

  it('of no customers that the study has is refused', () => {
    const { journey, ...settings } = study;
    const task = { kind: 'simulation', study: { journey, ...settings, customers: 3000 }, first: 2048, count: 952, clones: true };
    expect(executeTask(task)).toMatchObject({ first: 2048, count: 952 });
    expect(() => executeTask({ ...task, first: 2049 })).toThrow(/first: expected a multiple of 2048/);
    expect(() => executeTask({ ...task, count: 953 })).toThrow(/count/);
    expect(() => executeTask({ ...task, count: 1.5 })).toThrow(/count/);
    expect(() => executeTask({ ...task, count: undefined })).toThrow(/count/);
  });
});
