import { describe, expect, it } from 'vitest';
import {
  compare,
  compareAsync,
  createSimulator,
  discrete,
  constant,
  isJourneyError,
  outcomeNames,
  peakEnd,
  simulate,
  simulateAsync,
  uniform,
} from 'peakend';

const journey = { name: 'Call', interactions: [{ id: 'talk', duration: uniform({ min: 0, max: 1000 }), affect: 3 }] };

const caught = async (run: () => unknown) => {
  try {
    await run();
  } catch (error) {
    return isJourneyError(error) ? error.issues.map(({ code, path }) => `${code} ${path}`.trim()) : error;
  }
  return 'nothing was thrown';
};

describe('what is no study', () => {
  const doors = { simulate, compare, simulateAsync, compareAsync, createSimulator } as unknown as Record<
    string,
    (input: unknown) => unknown
  >;
  for (const [name, door] of Object.entries(doors)) {
    for (const wrong of [undefined, null, 5, 'text', [], new Map(), new Date(0), () => 1]) {
      it(`${name} refuses ${Object.prototype.toString.call(wrong)}`, async () => {
        expect(await caught(() => door(wrong))).toEqual(['invalid-type']);
      });
    }
  }
  it('a journey handed over bare is told as such', async () => {
    expect(await caught(() => simulate(journey as never))).toEqual(['invalid-type']);
    expect(await caught(() => compare(journey as never))).toEqual(['invalid-type']);
  });
  it('a property that throws when it is read is told, not thrown on', async () => {
    const input = Object.defineProperty({ journey }, 'seed', {
      enumerable: true,
      get: () => {
        throw new TypeError('no');
      },
    });
    expect(await caught(() => simulate(input))).toEqual(['invalid-type seed']);
  });
});

describe('options and names', () => {
  it('of the asynchronous doors are checked', async () => {
    expect(await caught(() => simulateAsync({ journey }, null as never))).toEqual(['invalid-type']);
    expect(await caught(() => simulateAsync({ journey }, { onProgress: 'x', sigal: 1 } as never))).toEqual([
      'unknown-key options.sigal',
      'invalid-type options.onProgress',
    ]);
  });
  it('that would be lost or confused are refused', async () => {
    const study = { journey, seed: 1, customers: 10 };
    expect(await caught(() => simulate({ ...study, outcomes: new Array(2) }))).toEqual(['invalid-type outcomes']);
    expect(await caught(() => simulate({ ...study, segments: [{ id: 'overall', share: 1 }] }))).toEqual(['conflict segments[0].id']);
    const variants = JSON.parse('{"__proto__":{}}') as Record<string, never>;
    expect(await caught(() => compare({ baseline: journey, variants }))).toContain('forbidden-key variants.__proto__');
    expect(await caught(() => compare({ baseline: journey, variants: { same: journey }, outcomes: ['interactions'] }))).toEqual([
      'missing outcomes',
    ]);
    const editor = createSimulator({ seed: 1, customers: 10 });
    expect(await caught(() => editor.compare({ baseline: journey, variants: { same: journey }, customers: 7 } as never))).toEqual([
      'unknown-key customers',
    ]);
    expect(await caught(() => createSimulator({}, null as never))).toEqual(['invalid-type']);
  });
  it('keep is refused where until asks for more customers than columns are kept for', async () => {
    const until = { outcome: 'clockDuration', halfWidth: 0.3, max: 1e9 } as const;
    expect(await caught(() => simulate({ journey, until, keep: ['clockDuration'], outcomes: ['clockDuration'], seed: 1 }))).toEqual([
      'conflict keep',
    ]);
  });
});

describe('a simulator', () => {
  it('keeps the study it was made with, whatever happens to the caller’s object', () => {
    const study = {
      seed: 1,
      customers: 50,
      model: { time: { beta: 0.9 } },
      outcomes: ['perceivedDuration'] as ('perceivedDuration' | 'csat')[],
    };
    const editor = createSimulator(study);
    const before = JSON.stringify(editor.simulate(journey));
    study.model.time.beta = 0.6;
    study.outcomes.push('csat');
    expect(JSON.stringify(editor.simulate(journey))).toBe(before);
  });
});

describe('memory weights', () => {
  const at9 = { name: 'Nine', interactions: [{ id: 'a', duration: 60, affect: 9 }] };
  const remembered = (weights: object) =>
    simulate({ journey: at9, customers: 200, seed: 1, model: { memory: { ...peakEnd, weights: { ...peakEnd.weights, ...weights } } } })
      .overall;
  it('written as distributions are divided by their sum, also where each has one value', () => {
    const one = constant(1);
    expect(remembered({ peak: one, end: one, mean: one }).rememberedUtility.mean).toBeCloseTo(9, 12);
  });
  it('that are all 0 for a customer leave the mean', () => {
    const coin = discrete([
      { value: 0, probability: 0.5 },
      { value: 1, probability: 0.5 },
    ]);
    const overall = remembered({ peak: coin, end: 0, mean: 0 });
    for (const name of outcomeNames)
      expect(Number.isFinite((overall as unknown as Record<string, { mean: number } | undefined>)[name]?.mean ?? 0), name).toBe(true);
    expect(overall.rememberedUtility.mean).toBe(9);
  });
  it('no mean lies beyond the scale by rounding', () => {
    const tens = {
      name: 'Ten',
      interactions: [
        { id: 'a', duration: 8 / 7, affect: 10 },
        { id: 'b', duration: 3, affect: 10 },
      ],
    };
    expect(simulate({ journey: tens, customers: 1, seed: 1 }).overall.meanAffect.mean).toBe(10);
  });
});

describe('an abort', () => {
  it('leaves a partial result with as many customers of each segment, equal to a study of that size', async () => {
    const segments = [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5 },
    ];
    const study = { journey, segments, seed: 1, customers: 200_000, outcomes: ['satisfaction', 'clockDuration'] } as const;
    const controller = new AbortController();
    const stopped = simulateAsync(study, {
      partial: true,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    const error = (await stopped.catch((reason: unknown) => reason)) as { partial: ReturnType<typeof simulate> };
    const { partial } = error;
    expect(partial.study.customers).toBeLessThan(200_000);
    expect(partial.segments.a!.customers).toBe(partial.segments.b!.customers);
    const again = simulate({ ...study, customers: partial.study.customers });
    expect(JSON.stringify(partial.overall)).toBe(JSON.stringify(again.overall));
  });
  it('tells progress up to the end where it runs through', async () => {
    const shares: number[] = [];
    await simulateAsync(
      { journey, seed: 1, customers: 300_000, outcomes: ['clockDuration'] },
      { onProgress: ({ share }) => shares.push(share) },
    );
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});

it('a memory that is an asynchronous function is told as such, and ends nobody’s process', async () => {
  const memory = (() => Promise.reject(new Error('no'))) as never;
  for (const door of [simulate, simulateAsync] as const) {
    await expect((async () => door({ journey, model: { memory }, seed: 1, customers: 10 }))()).rejects.toThrow(
      'a finite number, received a promise',
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
});
