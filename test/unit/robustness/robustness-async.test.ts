import { describe, expect, it } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { averaging, peakEnd } from '../../../src/model/memory';
import { robustness, robustnessAsync } from '../../../src/robustness/robustness';
import type { RunProgress } from '../../../src/simulation/progress';

const visit = (affect: number) => ({
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '5 to 25 min', affect: -1 },
    { id: 'desk', duration: '10 min', affect },
  ],
});
const input = {
  baseline: visit(1),
  variant: visit(2),
  customers: 30,
  seed: 'turns',
  over: { memory: { peakEnd, averaging }, draws: 20, shares: 10 },
};

describe('robustnessAsync', () => {
  it('gives the same bytes, and tells how far it is, from nothing to all of it', async () => {
    const heard: RunProgress[] = [];
    const found = await robustnessAsync(input, { onProgress: (progress) => void heard.push(progress) });
    expect(JSON.stringify(found)).toBe(JSON.stringify(robustness(input)));
    expect(heard.length).toBeGreaterThan(3);
    for (let i = 1; i < heard.length; i++) expect(heard[i]!.done).toBeGreaterThan(heard[i - 1]!.done);
    expect(new Set(heard.map(({ total }) => total)).size).toBe(1);
    expect(heard.at(-1)!.share).toBe(1);
  });

  it('is stopped by its signal, with no result so far', async () => {
    const controller = new AbortController();
    const stopped = robustnessAsync(input, { signal: controller.signal, partial: true, onProgress: () => controller.abort('enough') });
    const error: unknown = await stopped.catch((reason: unknown) => reason);
    expect(isJourneyError(error) && [error.name, error.issues[0]!.code, error.cause]).toEqual(['AbortError', 'aborted', 'enough']);
    expect((error as { partial?: unknown }).partial).toBeUndefined();
  });

  it('rejects what robustness throws', async () => {
    await expect(robustnessAsync({ ...input, over: { inputs: { 'desk.mood': 1 } } })).rejects.toThrow('desk.mood');
  });
});
