import { describe, expect, it } from 'vitest';
import { compare, compareAsync } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import type { JourneyInput } from '../../../src/journey/types';
import { normalQuantile } from '../../../src/numerics/normal';
import type { Simulation } from '../../../src/results/types';
import { simulate, simulateAsync } from '../../../src/simulation/simulate';

const journey: JourneyInput = {
  name: 'visit',
  interactions: [
    { id: 'queue', kind: 'wait', duration: { type: 'exponential', mean: 200 } },
    { id: 'talk', duration: { type: 'lognormal', median: 300, sigma: 0.5 }, affect: { type: 'normal', mean: 1, sd: 3 } },
  ],
};
const segments = [
  { id: 'calm', share: 0.4 },
  { id: 'hurried', share: 0.6, patience: { type: 'exponential', mean: 600 } as const },
];
const study = { journey, segments, seed: 9 };

function issuesOf(run: () => unknown): { code: string; path: string }[] {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map(({ code, path }) => ({ code, path }));
    throw error;
  }
  return [];
}

describe('in turns', () => {
  it('simulateAsync and compareAsync give the bytes of simulate and compare', async () => {
    const customers = 50_000;
    const outcomes = ['satisfaction', 'completed', 'clockDuration'] as const;
    const seen: number[] = [];
    const later = await simulateAsync(
      { ...study, customers, outcomes },
      { onProgress: ({ done, total, share }) => void seen.push(done / total - share, done) },
    );
    expect(JSON.stringify(later)).toBe(JSON.stringify(simulate({ ...study, customers, outcomes })));
    expect(seen.length).toBeGreaterThan(0);
    const comparison = { segments, baseline: journey, variants: { same: journey }, customers: 3000, seed: 9, outcomes };
    expect(JSON.stringify(await compareAsync(comparison))).toBe(JSON.stringify(compare(comparison)));
  });

  it('progress grows, never beyond the whole', async () => {
    const seen: number[] = [];
    await simulateAsync({ ...study, customers: 60_000, outcomes: ['clockDuration'] }, { onProgress: ({ share }) => void seen.push(share) });
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });

  it('an abort keeps what was done: each segment is a run of as many customers', async () => {
    const control = new AbortController();
    const big = { ...study, customers: 400_000, outcomes: ['satisfaction', 'completed', 'interactions'] } as const;
    const error: unknown = await simulateAsync(big, {
      signal: control.signal,
      partial: true,
      onProgress: ({ share }) => share > 0.2 && control.abort(),
    }).catch((reason: unknown) => reason);
    const { partial } = error as { partial: Simulation };
    for (const { id } of segments) {
      const { customers } = partial.segments[id]!;
      expect(customers).toBeGreaterThan(0);
      expect(customers).toBeLessThan(400_000);
      expect(JSON.stringify(partial.segments[id])).toBe(JSON.stringify(simulate({ ...big, customers }).segments[id as 'calm']));
    }
    expect(partial.study.customers).toBe(Math.min(...segments.map(({ id }) => partial.segments[id]!.customers)));
  });

  it('an abort before anything leaves nothing', async () => {
    const error: unknown = await simulateAsync(study, { signal: AbortSignal.abort() }).catch((reason: unknown) => reason);
    expect(error).toHaveProperty('partial', undefined);
  });

  it('an abort for a reason that is no error comes as one of ours, with code aborted', async () => {
    const error: unknown = await simulateAsync(study, { signal: AbortSignal.abort('enough') }).catch((reason: unknown) => reason);
    expect(isJourneyError(error) && error.code).toBe('aborted');
    expect((error as Error).cause).toBe('enough');
  });
});

describe('until', () => {
  it('fixes the number from a pilot of 2,000: (z·error·√2000/half-width)², and a twentieth more', () => {
    const one = { journey, seed: 9, outcomes: ['clockDuration'] } as const;
    const { error } = simulate({ ...one, customers: 2000 }).overall.clockDuration.doubt;
    const result = simulate({ ...one, until: { outcome: 'clockDuration', halfWidth: 5 } });
    const z = normalQuantile(0.975);
    expect(result.study.customers).toBe(Math.ceil(1.05 * 2000 * ((z * error) / 5) ** 2));
    expect(result.overall.clockDuration.interval.high - result.overall.clockDuration.mean).toBeLessThan(5);
    expect(JSON.stringify(result.overall)).toBe(JSON.stringify(simulate({ ...one, customers: result.study.customers }).overall));
  });

  it('never less than the pilot', () => {
    expect(simulate({ journey, seed: 9, until: { outcome: 'clockDuration', halfWidth: 1e6 } }).study.customers).toBe(2000);
  });

  it('may look at an outcome that is not asked for', () => {
    const result = simulate({ journey, seed: 9, outcomes: ['csat'], until: { outcome: 'clockDuration', halfWidth: 10 } });
    expect(Object.keys(result.overall)).not.toContain('clockDuration');
    expect(result.study.customers).toBeGreaterThan(2000);
  });
});

describe('at the door', () => {
  it.each([
    ['seed', 'invalid-type', 'seed'],
    ['customers', 'invalid-type', 'customers'],
    ['confidence', 'invalid-type', 'confidence'],
    ['segments', 'invalid-type', 'segments'],
    ['model', 'invalid-type', 'model'],
    ['keep', 'invalid-type', 'keep'],
    ['outcomes', 'invalid-type', 'outcomes'],
    ['until', 'invalid-type', 'until'],
    ['population', 'invalid-type', 'population'],
  ])('null is never a default: %s', (key, code, path) => {
    expect(issuesOf(() => simulate({ journey, [key]: null } as never))).toEqual([{ code, path }]);
  });

  it.each([0, 1.5, -3, NaN, 1e10])('customers are a whole number from 1 to 1e9: %s', (customers) => {
    expect(issuesOf(() => simulate({ journey, customers }))).toEqual([{ code: 'out-of-range', path: 'customers' }]);
  });

  it("a segment's weights are added up with those of the study under them", () => {
    const weights = { memory: { weights: { peak: 0.5 } } };
    expect(issuesOf(() => simulate({ journey, segments: [{ id: 'one', share: 1, model: weights }] }))).toEqual([
      { code: 'shares', path: 'segments[0].model.memory.weights' },
    ]);
    const half = { memory: { weights: { peak: 0.2, end: 0.2, mean: 0.6 } } };
    expect(
      issuesOf(() =>
        simulate({ journey, model: half, segments: [{ id: 'one', share: 1, model: { memory: { weights: { end: 0.2 } } } }], customers: 1 }),
      ),
    ).toEqual([]);
  });

  it('all faults come at once', () => {
    const found = issuesOf(() => simulate({ journey: { name: 'x', interactions: [] }, customers: 0, seed: 0.5, typo: 1 } as never));
    expect(found.map(({ path }) => path).sort()).toEqual(['customers', 'journey.interactions', 'seed', 'typo']);
  });
});

describe('the whole', () => {
  it('one segment alone is the whole', () => {
    const { overall, segments: found } = simulate({ journey, segments: [{ id: 'only', share: 1 }], seed: 9, customers: 100 });
    expect(JSON.stringify(overall)).toBe(JSON.stringify(found.only));
  });

  it('reports the pace of a step that a whole segment skips as that of all', () => {
    const skips = [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5, responses: { talk: { skip: 1 } } },
    ];
    const { interactions } = simulate({ journey, segments: skips, seed: 9, customers: 50 }).overall;
    expect(interactions!['talk']!.pace).toBeCloseTo(Math.E, 12);
    expect(interactions!['talk']!.reached).toBe(0.5);
  });

  it('completers are a view of their own', () => {
    const { kept, segments: found } = simulate({ ...study, customers: 500, keep: 'all' });
    const { completed, clockDuration } = kept!['hurried']!;
    const stayed = clockDuration!.filter((_, index) => completed![index] === 1);
    const mean = stayed.reduce((sum, value) => sum + value, 0) / stayed.length;
    expect(found['hurried']!.completers!.share).toBeCloseTo(stayed.length / 500, 12);
    expect(found['hurried']!.completers!.clockDuration!.mean).toBeCloseTo(mean, 9);
    expect(found['calm']!.completers).toBeUndefined();
  });
});
