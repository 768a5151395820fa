import { describe, expect, it } from 'vitest';
import { compareAsync, createSimulator, lognormal, move, normal, redesign, simulateAsync } from 'peakend';
import { readComparisonIn, compareWork } from '../../../src/comparison/compare';
import { KeptLives } from '../../../src/comparison/kept-lives';
import { openInput, readStudy } from '../../../src/simulation/read-study';

/*
 * Runs give way: counted in pieces of work and turns of the event loop, never in time.
 */

const journeyOf = (steps: number) => ({
  name: 'Visit',
  interactions: Array.from({ length: steps }, (_, index) => ({
    id: `s${index}`,
    duration: lognormal({ median: 60 + index, sigma: 0.4 }),
    affect: normal({ mean: (index % 5) - 2, sd: 2 }),
    ...(index % 4 === 2 ? { kind: 'wait' as const } : {}),
    ...(index % 5 === 1 ? { failure: { probability: 0.05, affect: -3 } } : {}),
  })),
});
const segmentsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    share: 1 / count,
    patience: lognormal({ median: 4000 + index, sigma: 0.8 }),
  }));

/** How often others had their turn until a promise was settled. */
async function turnsUntil(promise: Promise<unknown>): Promise<number> {
  let turns = 0;
  let settled = false;
  const count = (): void => {
    turns++;
    if (!settled) setImmediate(count);
  };
  setImmediate(count);
  await promise.catch(() => undefined);
  settled = true;
  return turns;
}

describe('work', () => {
  it.each([
    ['many steps', 1500, 1, 60],
    ['many segments', 6, 120, 60],
    ['many customers', 3, 2, 70_000],
  ])('is done in small pieces, from the first to the last: %s', (_what, steps, segments, customers) => {
    const settings = readStudy(openInput({ segments: segmentsOf(segments), customers, seed: 1 }, []), [], []);
    const baseline = journeyOf(steps);
    const moved = redesign(baseline, [move('s0', { to: 'end' })]);
    const { work } = compareWork(readComparisonIn(settings, { baseline, variants: { moved } }, new KeptLives(0)));
    let pieces = 0;
    let largest = 0;
    for (let step = work.next(); step.done !== true; step = work.next()) {
      pieces++;
      if (typeof step.value === 'number') largest = Math.max(largest, step.value);
    }
    expect(largest).toBeLessThanOrEqual(16_384);
    expect(pieces).toBeGreaterThan(steps * segments);
  });
});

describe('a run', () => {
  const small = { journey: journeyOf(12), customers: 2000, seed: 1 };

  it('lets others have their turn many times', async () => {
    expect(await turnsUntil(simulateAsync({ ...small, customers: 10_000 }))).toBeGreaterThan(10);
    const variants = { moved: redesign(small.journey, [move('s1', { to: 'end' })]) };
    expect(await turnsUntil(compareAsync({ baseline: small.journey, variants, customers: 2000, seed: 1 }))).toBeGreaterThan(5);
  });

  it('has its turn, and others theirs, where fifty run side by side', async () => {
    const finished: number[] = [];
    const all = Array.from({ length: 50 }, async (_, seed) => {
      await simulateAsync({ ...small, customers: 100, seed, outcomes: ['satisfaction'] });
      finished.push(seed);
    });
    expect(await turnsUntil(Promise.all(all))).toBeGreaterThan(40);
    expect(finished).toEqual(Array.from({ length: 50 }, (_, seed) => seed));
  });

  it.each([[false], [true]])('ends within a few turns of being stopped (partial: %s)', async (partial) => {
    const stop = new AbortController();
    const editor = createSimulator({ segments: segmentsOf(5), seed: 1, customers: 100_000 });
    const running = editor.simulateAsync(small.journey, { signal: stop.signal, partial });
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    const turns = await turnsUntil(running);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    if (!partial) expect(turns).toBeLessThanOrEqual(3);
    const error: unknown = await running.catch((reason: unknown) => reason);
    expect((error as { partial?: unknown }).partial !== undefined).toBe(partial);
  });
});
