import { describe, expect, it, vi } from 'vitest';
import { compareAsync, isJourneyError, JourneyError, noSegmentWorse, simulateAsync, type Simulation } from 'peakend';
import { findCounterexampleAsync } from 'peakend/arbitraries';

const journey = {
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '2 to 9 min' },
    { id: 'talk', duration: '3 to 12 min', affect: 2 },
  ],
};
const long = { seed: 1, customers: 3_000_000, outcomes: ['clockDuration'] as const };
const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const runs = (signal: AbortSignal): Promise<unknown>[] =>
  [
    simulateAsync({ ...long, journey }, { signal }),
    simulateAsync({ ...long, journey }, { signal }),
    compareAsync({ ...long, baseline: journey, variants: { same: journey } }, { signal }),
    findCounterexampleAsync(
      { baseline: journey, variant: [], standard: noSegmentWorse('satisfaction', { margin: 5 }), runs: 1000, seed: 1 },
      { signal },
    ),
  ].map(caught);

describe('runs that share a signal', () => {
  it.each([
    ['no reason', undefined],
    ['an error', new Error('left the page')],
    ['a frozen error', Object.freeze(new Error('left the page'))],
    ['an error that holds something called partial', Object.assign(new Error('mine'), { partial: 'mine' })],
    ['a text', 'enough'],
    ['null', null],
  ])('are each rejected with an AbortError of their own, whatever the reason: %s', async (_what, reason) => {
    const stop = new AbortController();
    const all = runs(stop.signal);
    setTimeout(() => (reason === undefined ? stop.abort() : stop.abort(reason)), 5);
    const errors = await Promise.all(all);
    expect(new Set(errors).size).toBe(errors.length);
    for (const error of errors) {
      expect(error).toBeInstanceOf(JourneyError);
      expect(isJourneyError(error) && error.code).toBe('aborted');
      expect(error).toMatchObject({ name: 'AbortError' });
      expect((error as Error).cause).toBe(stop.signal.reason);
      expect(error).toHaveProperty('partial');
      expect(error).not.toBe(stop.signal.reason);
    }
    const [first, second] = errors as { partial?: Simulation }[];
    if (first!.partial !== undefined) expect(first!.partial).not.toBe(second!.partial);
  });

  it('leave its reason as it was', async () => {
    const reason = Object.assign(new Error('mine'), { partial: 'mine' });
    const before = Object.getOwnPropertyDescriptors(reason);
    const stop = new AbortController();
    stop.abort(reason);
    await Promise.all(runs(stop.signal));
    expect(Object.getOwnPropertyDescriptors(reason)).toEqual(before);
    const plain = AbortSignal.abort();
    await Promise.all(runs(plain));
    expect(plain.reason).not.toHaveProperty('partial');
  });
});

it('every other error of ours goes by its own name', () => {
  expect(new JourneyError([{ code: 'conflict', path: '', expected: 'a', received: 'b' }]).name).toBe('JourneyError');
});

describe('a listener', () => {
  const study = { journey, seed: 1, customers: 400_000, outcomes: ['clockDuration'] as const };
  /** Rejections that nobody handled while something ran, and a little after. */
  async function unhandledDuring(run: () => Promise<unknown>): Promise<unknown[]> {
    const heard: unknown[] = [];
    const hear = (reason: unknown): void => void heard.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', hear);
    await run();
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.removeListener('unhandledRejection', hear);
    for (const other of others) process.on('unhandledRejection', other);
    return heard;
  }

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['is asynchronous and throws', () => Promise.reject(new Error('broken'))],
    [
      'is asynchronous and throws a little later',
      async () => {
        await Promise.resolve();
        throw new Error('broken');
      },
    ],
  ])('that %s stops the run with its error, and nothing goes unhandled', async (_how, onProgress) => {
    let error: unknown;
    const hear = vi.fn(onProgress);
    expect(await unhandledDuring(async () => (error = await caught(simulateAsync(study, { onProgress: hear }))))).toEqual([]);
    expect(error).toMatchObject({ message: 'broken' });
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it('that fails at the last word is heard as well', async () => {
    const onProgress = ({ share }: { readonly share: number }): unknown => (share === 1 ? Promise.reject(new Error('late')) : undefined);
    let error: unknown;
    expect(await unhandledDuring(async () => (error = await caught(simulateAsync(study, { onProgress }))))).toEqual([]);
    expect(error).toMatchObject({ message: 'late' });
  });

  it('that fails after the end disturbs nobody, and one that never answers holds nothing up', async () => {
    const later = (): unknown => new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 30));
    let result: unknown;
    const small = { ...study, customers: 1000 };
    expect(await unhandledDuring(async () => (result = await simulateAsync(small, { onProgress: later })))).toEqual([]);
    expect(result).toMatchObject({ kind: 'simulation' });
    await expect(simulateAsync(study, { onProgress: () => new Promise(() => {}) })).resolves.toMatchObject({ kind: 'simulation' });
  });
});
