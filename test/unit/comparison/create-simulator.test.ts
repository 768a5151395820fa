import { describe, expect, it } from 'vitest';
import { compare, createSimulator, defineJourney, lognormal, move, normal, outcomeNames, redesign, simulate, update } from 'peakend';

const journey = {
  name: 'Visit',
  interactions: Array.from({ length: 5 }, (_, index) => ({
    id: `step${index}`,
    duration: lognormal({ median: 60 + 30 * index, sigma: 0.4 }),
    affect: normal({ mean: index - 2, sd: 2 }),
  })),
};
const study = {
  segments: [
    { id: 'a', share: 0.5, dependence: { affect: 0.3, duration: 0.2 } },
    { id: 'b', share: 0.5, expectation: normal({ mean: 1, sd: 1 }) },
  ],
  customers: 5000,
  seed: 'editor',
} as const;
const moved = redesign(journey, [move('step0', { to: 'end' })]);

const json = JSON.stringify;

describe('what a simulator keeps', () => {
  const first = { ...study, customers: 3000 } as const;
  const variant = (index: number) => redesign(journey, [update('step2', { affect: index / 10 })]);

  it('is the same life however often and in whatever order it is asked for', () => {
    const editor = createSimulator(first);
    const baseline = defineJourney(journey);
    const questions = [0, 1, 0, 2, 1, 0].map((index) => ({ baseline, variants: { changed: variant(index), same: journey, moved } }));
    for (const question of questions) expect(json(editor.compare(question))).toBe(json(compare({ ...first, ...question })));
    expect(json(editor.simulate(variant(1)))).toBe(json(simulate({ ...first, journey: variant(1) })));
  });

  it('goes on from a coarse answer to a fine one, and back', () => {
    const editor = createSimulator(first);
    for (const customers of [1, 100, 2048, 3000, 4096, 5000, 2048, 100, 9000]) {
      const question = { baseline: journey, variants: { moved } };
      expect(json(editor.compare(question, { customers })), String(customers)).toBe(json(compare({ ...first, ...question, customers })));
      expect(json(editor.simulate(moved, { customers })), String(customers)).toBe(json(simulate({ ...first, journey: moved, customers })));
    }
  });

  it('is that of fewer customers too, beside that of more', () => {
    let lived = 0;
    const remember = (curve: { readonly affectEnd: ArrayLike<number> }): number => {
      lived++;
      return curve.affectEnd[0]!;
    };
    const asked = { ...first, model: { memory: remember }, outcomes: ['rememberedUtility'] } as const;
    const editor = createSimulator(asked);
    const livedBy = (index: number, customers: number): number => {
      const before = lived;
      const question = { baseline: journey, variants: { changed: variant(index) } };
      const answer = json(editor.compare(question, { customers }));
      const taken = lived - before;
      expect(answer).toBe(json(compare({ ...asked, ...question, customers })));
      return taken;
    };
    // Two segments: the variant alone but for the first time that so many are asked for, and nobody the second time.
    expect([livedBy(1, 3000), livedBy(1, 100), livedBy(2, 100), livedBy(2, 3000), livedBy(3, 100), livedBy(3, 100)]).toEqual([
      12_000, 400, 200, 6000, 200, 0,
    ]);
  });

  it('is lived again where there are too many customers to keep', () => {
    const many = { customers: 1_050_000, seed: 1, outcomes: ['clockDuration'] as const };
    const short = { name: 'Short', interactions: [{ id: 'talk', duration: lognormal({ median: 60, sigma: 0.4 }) }] };
    const editor = createSimulator(many);
    const question = { baseline: short, variants: { same: short } };
    for (let time = 0; time < 2; time++) {
      const { variants, precision } = editor.compare(question);
      expect(precision.quantiles).toBe('histogram');
      expect(variants.same.overall.clockDuration).toMatchObject({ difference: 0, same: 1 });
    }
  });

  it('lets go of what its steps were like once that is summed up, where nobody else is to live it', () => {
    const [few, whole] = [2000, 2048].map((customers) => {
      const asked = { ...first, customers, outcomes: ['satisfaction', 'interactions'] as const };
      const editor = createSimulator(asked);
      for (const index of [1, 2, 3]) editor.simulate(variant(index));
      const { bytes } = editor;
      const question = { baseline: journey, variants: { changed: variant(1) } };
      expect(json(editor.compare(question))).toBe(json(compare({ ...asked, ...question })));
      return bytes;
    });
    // A value for each step of each customer of two segments: of three journeys, or room for one.
    expect(whole! - few!).toBeGreaterThan(2 * 8 * journey.interactions.length * 2 * 2000);
  });

  it('is told apart by what was asked of it', () => {
    const editor = createSimulator(first);
    for (const outcomes of [['satisfaction'], ['interactions'], ['satisfaction', 'interactions'], undefined, ['csat']] as const) {
      expect(json(editor.simulate(journey, { outcomes }))).toBe(json(simulate({ ...first, journey, outcomes })));
    }
  });

  it("is nobody else's while a run is under way", async () => {
    const editor = createSimulator(first, { maxBytes: 3_000_000 });
    const asked = [0, 1, 2, 1, 0].map((index) => ({
      question: { baseline: journey, variants: { changed: variant(index) } },
      customers: 2048 + 2048 * index,
    }));
    const answers = asked.map(async ({ question, customers }) => json(await editor.compareAsync(question, { customers })));
    const between = json(editor.simulate(moved));
    expect(await Promise.all(answers)).toEqual(asked.map(({ question, customers }) => json(compare({ ...first, ...question, customers }))));
    expect(between).toBe(json(simulate({ ...first, journey: moved })));
    expect(editor.bytes).toBeLessThanOrEqual(3_000_000);
  });

  it('is sound after a run that was stopped', async () => {
    const editor = createSimulator(first);
    const stop = new AbortController();
    const stopped = editor.simulateAsync(journey, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
      customers: 50_000,
      partial: true,
    });
    const error = await stopped.catch((reason: unknown) => reason);
    const { partial } = error as { partial: ReturnType<typeof simulate> };
    expect(json(partial.overall)).toBe(json(simulate({ ...first, journey, customers: partial.study.customers }).overall));
    expect(json(editor.simulate(journey))).toBe(json(simulate({ ...first, journey })));
  });

  it('starts anew when it has seen too many versions', () => {
    const small = { customers: 3, seed: 1, outcomes: ['satisfaction'] as const };
    const editor = createSimulator(small);
    for (let index = 0; index < 2000; index++) {
      const version = redesign(journey, [update('step2', { duration: lognormal({ median: 10 + index, sigma: 0.5 }) })]);
      const found = editor.simulate(version);
      if (index % 500 === 499) expect(json(found)).toBe(json(simulate({ ...small, journey: version })));
    }
  });
});

describe('score', () => {
  it('wants an outcome', () => {
    const asked = () => createSimulator(study).score(journey, { outcomes: ['interactions'] });
    expect(asked).toThrow(expect.objectContaining({ code: 'missing', issues: [expect.objectContaining({ path: 'outcomes' })] }) as Error);
  });

  it('is the means of a simulation, and nothing else', () => {
    const editor = createSimulator(study);
    for (const version of [journey, moved]) {
      const whole = simulate({ ...study, journey: version });
      const { overall, segments } = editor.score(version);
      const meansOf = (found: object): object =>
        Object.fromEntries(
          outcomeNames.flatMap((name) => (name in found ? [[name, (found as Record<string, { mean: number }>)[name]!.mean]] : [])),
        );
      expect(overall).toEqual(meansOf(whole.overall));
      expect(segments).toEqual({ a: meansOf(whole.segments.a), b: meansOf(whole.segments.b) });
    }
    expect(editor.score(journey, { outcomes: ['csat'], customers: 10 })).toEqual({
      overall: { csat: simulate({ ...study, journey, customers: 10 }).overall.csat.mean },
      segments: { a: { csat: expect.any(Number) as number }, b: { csat: expect.any(Number) as number } },
    });
  });
});

describe('createSimulator', () => {
  for (const maxBytes of [0, 200_000, 64 * 1024 * 1024]) {
    it(`answers what simulate and compare answer, byte for byte, within ${maxBytes} bytes`, () => {
      const editor = createSimulator(study, { maxBytes });
      for (const version of [journey, moved, journey]) {
        expect(JSON.stringify(editor.simulate(version))).toBe(JSON.stringify(simulate({ ...study, journey: version })));
        expect(editor.bytes).toBeLessThanOrEqual(maxBytes);
      }
      expect(JSON.stringify(editor.compare({ baseline: journey, variants: { moved } }))).toBe(
        JSON.stringify(compare({ ...study, baseline: journey, variants: { moved } })),
      );
    });
  }
  it('keeps no byte more than it may, whatever a column is made from', () => {
    // Felt time is made from clock time: keeping the one keeps the other.
    const few = { customers: 100, seed: 1, outcomes: ['perceivedDuration'] as const };
    for (const maxBytes of [0, 799, 800, 801, 1599, 1600, 2400, 4000, 20_000, 60_000]) {
      const editor = createSimulator(few, { maxBytes });
      for (const version of [journey, moved, journey]) {
        expect(JSON.stringify(editor.simulate(version))).toBe(JSON.stringify(simulate({ ...few, journey: version })));
        expect(editor.bytes).toBeLessThanOrEqual(maxBytes);
      }
    }
    // A column of 800 bytes for each step's clock and felt time, at least.
    const editor = createSimulator(few);
    editor.simulate(journey);
    expect(editor.bytes).toBeGreaterThan(10 * 800);
  });
  it('refuses a faulty study at once and a faulty journey when it comes', () => {
    expect(() => createSimulator({ ...study, customers: 0 })).toThrow(expect.objectContaining({ code: 'out-of-range' }) as Error);
    expect(() => createSimulator(study, { maxBytes: -1 })).toThrow(expect.objectContaining({ code: 'out-of-range' }) as Error);
    expect(() => createSimulator(study).simulate({ name: 'x', interactions: [] })).toThrow(
      expect.objectContaining({ issues: expect.any(Array) as unknown }) as Error,
    );
  });
});
