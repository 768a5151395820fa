import { describe, expect, it } from 'vitest';
import { averaging, classicPeakEnd, isJourneyError, meanEnd, peakEnd, recency, simulate, toMarkdown, toText } from '../../../src';
import { fitMemory, recordings, remember, type FitMemoryOptions, type MemoryFit } from '../../../src/data';
import { chance, randomRecordings, ratedBy } from './synthetic';

const presets = { averaging, meanEnd, 'recency(0.2)': recency(), peakEnd, classicPeakEnd };
const scale = [-100, 100] as const;
const fitTo = (read: FitMemoryOptions['recordings'], values: number[], more: Partial<FitMemoryOptions> = {}): MemoryFit =>
  fitMemory({ recordings: read, ratings: { values, scale }, seed: 1, ...more });

/** Squared correlation. */
function shared(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number): number => a.reduce((all, _, i) => all + of(i), 0);
  const together = sum((i) => (a[i]! - ma) * (b[i]! - mb));
  return (together * together) / sum((i) => (a[i]! - ma) ** 2) / sum((i) => (b[i]! - mb) ** 2);
}

describe('which memory made the ratings', () => {
  const seeds = Array.from({ length: 8 }, (_, seed) => seed);
  const kinds = ['curves', 'lists'] as const;
  const many = { curves: randomRecordings('curves', 2000, 99), lists: randomRecordings('lists', 2000, 99) };

  it.each(Object.entries(presets))(
    '%s is named, or one all but the same, from 150 recordings and noise of half the signal',
    (name, memory) => {
      const fits = kinds.flatMap((kind) =>
        seeds.map((seed) => {
          const read = randomRecordings(kind, 150, seed);
          const fit = fitTo(read, ratedBy(memory, read, 0.5, seed));
          // Among recordings nobody has fitted to: how much of what is really remembered the chosen one has in it.
          return { fit, shared: shared(remember(many[kind], memory).remembered, remember(many[kind], fit.memory).remembered) };
        }),
      );
      expect(fits.filter(({ fit, shared: of }) => fit.chosen === name || of > 0.98).length).toBeGreaterThanOrEqual(15);
      const hasPeak = (of: object): boolean => Number((of as typeof peakEnd).weights?.peak) > 0.05;
      if (!hasPeak(memory)) expect(fits.filter(({ fit }) => hasPeak(fit.memory))).toEqual([]);
    },
  );

  it('a half-life between the presets is found, and told from them', () => {
    const read = randomRecordings('curves', 300, 5);
    const fit = fitTo(read, ratedBy(recency({ halfLife: 0.7 }), read, 0.2, 5));
    expect(fit.chosen).toBe('free half-life');
    expect(fit.memory).toMatchObject({ kind: 'recency' });
    expect([0.5, 0.7, 1]).toContain((fit.memory as { halfLife: number }).halfLife);
    const best = fit.halfLives!.reduce((a, b) => (b.rSquared > a.rSquared ? b : a));
    expect(best.halfLife).toBe(0.7);
  });

  it('weights of mean, end, worst and best are found again', () => {
    const read = randomRecordings('lists', 2000, 3);
    const memory = { weights: { mean: 0.3, end: 0.3, peak: 0.4 }, peak: { worstAndBest: 0.75 }, stretch: { seconds: 0, share: 0 } };
    const fit = fitTo(read, ratedBy(memory, read, 0.1, 3));
    expect(fit.chosen).toBe('free mean, end and peak');
    const found = fit.memory as typeof peakEnd;
    expect(found.weights.mean).toBeCloseTo(0.3, 1);
    expect(found.weights.end).toBeCloseTo(0.3, 1);
    expect(found.weights.peak).toBeCloseTo(0.4, 1);
    expect((found.peak as { worstAndBest: number }).worstAndBest).toBeCloseTo(0.75, 1);
  });

  it('where nothing explains the ratings, nothing is chosen and the default is handed back', () => {
    const read = randomRecordings('lists', 200, 1);
    const { normal } = chance(77);
    const fit = fitTo(
      read,
      Array.from({ length: 200 }, () => normal()),
    );
    expect(fit).toMatchObject({ tells: 'nothing', memory: peakEnd });
    expect(fit).not.toHaveProperty('chosen');
    expect(fit.procedure.rSquared.value).toBeLessThan(0.05);
    expect(toText(fit)).toMatch(/^No memory clearly predicts/);
  });

  it('ratings that are noise name a memory in no more than one of forty', () => {
    const named = Array.from({ length: 40 }, (_, seed) => {
      const { normal } = chance(500 + seed);
      const read = randomRecordings('lists', 60, seed);
      return fitTo(
        read,
        Array.from({ length: 60 }, () => normal()),
      ).chosen;
    });
    expect(named.filter((chosen) => chosen !== undefined).length).toBeLessThanOrEqual(1);
  });

  it('what goes together cannot be told apart, and it is said', () => {
    // One level each: all memories agree.
    const rows = Array.from({ length: 80 }, (_, i) => ({ a: 1 + (i % 5), b: 1 + (i % 5), c: 1 + (i % 5) }));
    const read = recordings.fromColumns(rows, { steps: ['a', 'b', 'c'], scale: [1, 5] });
    const { normal } = chance(4);
    const fit = fitTo(
      read,
      rows.map(({ a }) => a + 0.3 * normal()),
    );
    expect(fit).toMatchObject({ chosen: 'averaging', tells: 'not apart' });
    expect(fit.together.meanAndPeak).toBeCloseTo(1, 12);
    expect(fit.whatWouldChange.join(' ')).toContain('mean and peak part');
  });
});

describe('scores', () => {
  const read = randomRecordings('lists', 120, 9);
  const values = ratedBy(meanEnd, read, 0.5, 9);
  const fit = fitTo(read, values, { holdOut: (_, id) => Number(id) % 3 === 0 });

  it('on what was held out are those of a line fitted to the rest, worked out by hand', () => {
    for (const [name, memory] of Object.entries(presets)) {
      const { remembered } = remember(read, memory);
      const train = values.map((_, i) => i).filter((i) => Number(read.ids[i]) % 3 !== 0);
      const test = values.map((_, i) => i).filter((i) => Number(read.ids[i]) % 3 === 0);
      const mean = (of: (i: number) => number, places: number[]): number => places.reduce((sum, i) => sum + of(i), 0) / places.length;
      const [mx, my] = [mean((i) => remembered[i]!, train), mean((i) => values[i]!, train)];
      const slope = mean((i) => (remembered[i]! - mx) * (values[i]! - my), train) / mean((i) => (remembered[i]! - mx) ** 2, train);
      const errors = mean((i) => (values[i]! - my - slope * (remembered[i]! - mx)) ** 2, test);
      const score = fit.scores.find((one) => one.name === name)!;
      expect(score.rSquared.value).toBeCloseTo(1 - errors / mean((i) => (values[i]! - my) ** 2, test), 9);
      expect(score.rootMeanSquareError).toBeCloseTo(Math.sqrt(errors), 9);
    }
    expect(fit.counts).toEqual({ recordings: 120, rated: 120, groups: 80, heldOut: 40 });
    expect(fit.procedure).toMatchObject({ folds: 1, chosen: { [fit.chosen!]: 1 } });
  });

  it('carry intervals that hold them, and differences that add up', () => {
    for (const { rSquared, behind, name } of fit.scores) {
      expect(rSquared.interval.low).toBeLessThan(rSquared.value);
      expect(rSquared.interval.high).toBeGreaterThan(rSquared.value);
      if (name === fit.chosen) expect(behind).toBeUndefined();
      else {
        const chosen = fit.scores.find((one) => one.name === fit.chosen)!;
        expect(behind!.value).toBeCloseTo(chosen.rSquared.value - rSquared.value, 12);
      }
    }
  });

  it('the line is that of the chosen memory, and the memory goes into a model', () => {
    const { overall } = simulate({
      journey: { name: 'x', interactions: [{ id: 'a', duration: 60, affect: 2 }] },
      model: { memory: fit.memory },
      customers: 1,
      seed: 1,
    });
    expect(overall.rememberedUtility.mean).toBeCloseTo(2, 12);
    expect(fit.line.slope).toBeGreaterThan(0.7);
    expect(Math.abs(fit.line.constant)).toBeLessThan(1);
  });

  it('are the same for a seed, other parts for another', () => {
    expect(fitTo(read, values)).toEqual(fitTo(read, values));
    expect(fitTo(read, values, { seed: 2 }).scores[0]!.rSquared.value).not.toBe(fitTo(read, values).scores[0]!.rSquared.value);
  });

  it('the choosing is judged too, part by part', () => {
    const { procedure, chosen } = fitTo(read, values);
    expect(Object.values(procedure.chosen).reduce((a, b) => a + b)).toBe(10);
    expect(procedure.chosen[chosen!]).toBeGreaterThan(5);
    expect(procedure.rSquared.interval.low).toBeLessThan(procedure.rSquared.value);
  });
});

describe('what would change the choice', () => {
  it('names another memory only where that one is chosen without a margin', () => {
    const told = Array.from({ length: 12 }, (_, seed) => {
      const read = randomRecordings('lists', 60, seed);
      const values = ratedBy(peakEnd, read, 0.5, seed);
      const [, name] = /^No margin: then (.+), which explains/.exec(fitTo(read, values).whatWouldChange.join('\n')) ?? [];
      const free = fitTo(read, values, { margin: 0 }).chosen;
      expect(free).toBe(name ?? fitTo(read, values).chosen);
      return name;
    });
    expect(told.some((name) => name !== undefined)).toBe(true);
  });
});

describe('a scale that goes down', () => {
  const read = randomRecordings('lists', 120, 9);
  const values = ratedBy(meanEnd, read, 0.5, 9);
  const up = fitTo(read, values);
  const down = fitMemory({
    recordings: read,
    ratings: { values: values.map((value) => -value), scale: [100, -100] },
    seed: 1,
  });

  it('changes nothing but the sign of the line', () => {
    expect(down.scores).toEqual(up.scores);
    expect(down.line.slope).toBeCloseTo(-up.line.slope, 12);
    expect(down.line.constant).toBeCloseTo(-up.line.constant, 12);
    expect(down.ratings.mean).toBeCloseTo(-up.ratings.mean, 12);
    expect(down.cautions.map(({ code }) => code)).not.toContain('backwards');
  });
});

describe('people, contents, kinds', () => {
  const { uniform, normal } = chance(21);
  // Thirty people of two kinds: some rate by the mean and some by the end, each with a level of their own that has nothing to do with it.
  const rows = Array.from({ length: 30 }, (_, who) => ({
    who: `p${who}`,
    kind: who % 2 === 0 ? 'mean' : 'end',
    level: 4 * normal(),
  })).flatMap(({ who, kind, level }) =>
    Array.from({ length: 12 }, () => {
      const parts = Array.from({ length: 5 }, () => 1 + Math.floor(9 * uniform()));
      const felt = kind === 'mean' ? parts.reduce((a, b) => a + b) / 5 : parts[4]!;
      return { who, kind, whole: felt + level + 0.3 * normal(), ...Object.fromEntries(parts.map((part, k) => [`q${k}`, part])) };
    }),
  );
  const read = recordings.fromColumns(rows, { steps: ['q0', 'q1', 'q2', 'q3', 'q4'], scale: [1, 9] });
  const ratings = { values: 'whole', scale: [-50, 50] as const };
  const fit = fitMemory({ recordings: read, ratings, person: 'who', segments: 'kind', level: 'within', seed: 1 });

  it('within people their levels do not stand in the way, and all levels are told', () => {
    const [all, within, between] = fit.levels;
    expect([all!.level, within!.level, between!.level]).toEqual(['both', 'within', 'between']);
    expect(within!.rSquared[within!.chosen!]!).toBeGreaterThan(all!.rSquared['meanEnd']! + 0.1);
    expect([all!.count, within!.count, between!.count]).toEqual([360, 360, 30]);
    expect(fit.counts.groups).toBe(30);
  });

  it('kinds that remember differently are told', () => {
    expect(fit.segmentsDiffer).toBe('differ');
    const [mean, end] = fit.segments;
    expect(mean).toMatchObject({ segment: 'mean', chosen: 'averaging', count: 180 });
    expect(end!.chosen).not.toBe('averaging');
    expect(end!.gain.value).toBeGreaterThan(0.01);
    expect(toText(fit)).toContain('They remember differently');
  });

  it('kinds that do not are alike, or too few to tell', () => {
    const kinds = (row: { readonly who?: unknown }): string => (Number(String(row.who).slice(1)) % 4 < 2 ? 'a' : 'b');
    const one = recordings.fromColumns(
      rows.filter(({ kind }) => kind === 'mean'),
      { steps: ['q0', 'q1', 'q2', 'q3', 'q4'], scale: [1, 9] },
    );
    expect(fitMemory({ recordings: one, ratings, person: 'who', segments: kinds, level: 'within', seed: 1 }).segmentsDiffer).not.toBe(
      'differ',
    );
  });

  it('a group never stands on both sides of a fold: knowing the person would give their level away', () => {
    const alone = fitMemory({ recordings: read, ratings, seed: 1 });
    const grouped = fitMemory({ recordings: read, ratings, groups: 'who', seed: 1 });
    expect(alone.counts.groups).toBe(360);
    expect(grouped.counts.groups).toBe(30);
  });

  it('what is doubtful is said', () => {
    const codes = (options: Partial<FitMemoryOptions>): string[] =>
      fitMemory({ recordings: read, ratings, ...options }).cautions.map(({ code }) => code);
    expect(codes({})).toEqual(['default-seed', 'one-sitting']);
    expect(codes({ seed: 1, groups: 'who', holdOut: (row) => Number(row['q0']) > 5 })).toEqual(['one-sitting', 'on-both-sides']);
    expect(codes({ seed: 1, groups: 'kind' })).toEqual(['one-sitting', 'few-groups']);
    const curves = randomRecordings('curves', 40, 2);
    const values = ratedBy(averaging, curves, 0.1, 2).map((value) => -value);
    expect(fitTo(curves, values).cautions.map(({ code }) => code)).toEqual(['means-of-people', 'groups-unknown', 'backwards']);
    expect(fitTo(curves, values).tells).toBe('nothing');
  });

  it('ratings under names that no recording has are told', () => {
    const curves = randomRecordings('curves', 40, 2);
    const values = ratedBy(averaging, curves, 0.1, 2);
    const told = (name: (id: string, i: number) => string, more: Readonly<Record<string, number | null>> = {}): string[] => {
      const named = { ...Object.fromEntries(curves.ids.map((id, i) => [name(id, i), values[i]!])), ...more };
      const { cautions, counts } = fitMemory({ recordings: curves, ratings: { values: named, scale, missing: [-999] }, seed: 1 });
      expect(counts.rated).toBe(curves.ids.filter((id, i) => name(id, i) === id).length);
      return cautions.filter(({ code }) => code === 'unmatched-ratings').map(({ path, message }) => `${path}: ${message}`);
    };
    const [a, b, c] = curves.ids;
    expect(told((id, i) => (i < 20 ? `${id}x` : id))).toEqual([
      `ratings.values: 20 ratings were left out: no recordings are called "${a}x", "${b}x", "${c}x" …`,
    ]);
    expect(told((id, i) => (i < 1 ? `${id}x` : id))).toEqual([`ratings.values: 1 rating was left out: no recording is called "${a}x"`]);
    expect(told((id) => id, { nobody: null, else: -999 })).toEqual([]);
  });
});

describe('ordinal ratings', () => {
  const read = randomRecordings('lists', 400, 12);
  const values = ratedBy(averaging, read, 0.5, 12).map((value) => Math.max(1, Math.min(5, Math.round(3 + value))));
  const fit = fitMemory({ recordings: read, ratings: { values, scale: [1, 5], ordinal: true }, seed: 1 });

  it('are scored by the log probability of the answer given, and by ranks', () => {
    const of = (name: string): MemoryFit['scores'][number] => fit.scores.find((score) => score.name === name)!;
    expect(fit.chosen).toBe('averaging');
    // Better than the shares of the answers alone, and better than a memory that is wrong.
    const shares = [1, 2, 3, 4, 5].map((answer) => values.filter((value) => value === answer).length / values.length);
    const blind = shares.reduce((sum, share) => sum + (share === 0 ? 0 : share * Math.log(share)), 0);
    expect(of('averaging').logScore!).toBeGreaterThan(blind + 0.2);
    expect(of('averaging').logScore!).toBeGreaterThan(of('classicPeakEnd').logScore!);
    expect(of('averaging').rankCorrelation!).toBeGreaterThan(0.7);
    expect(toText(fit)).toContain('log score');
  });

  it('want whole numbers', () => {
    expect(() =>
      fitMemory({ recordings: read, ratings: { values: values.map((value) => value + 0.25), scale: [1, 6], ordinal: true } }),
    ).toThrow(/ratings\.values\[0\]: expected a whole number/);
  });
});

describe('words', () => {
  const read = randomRecordings('lists', 120, 9);
  const fit = fitTo(read, ratedBy(meanEnd, read, 0.5, 9));

  it('say the finding first, in text and Markdown', () => {
    expect(toText(fit)).toMatch(
      /^meanEnd explains 0\.\d\d of the variance of ratings it has not seen; \d of 7 others explain clearly less/,
    );
    expect(toMarkdown(fit)).toContain('| memory |');
    expect(toText(fit)).not.toMatch(/undefined|NaN/);
  });
});

describe('what is wrong is told with its place', () => {
  const read = randomRecordings('lists', 30, 9);
  const values = ratedBy(meanEnd, read, 0.5, 9);
  const faults = (options: object): string[] => {
    try {
      fitMemory({ recordings: read, ratings: { values, scale }, ...options } as never);
    } catch (error) {
      if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it.each([
    [{ recordings: undefined }, ['missing recordings']],
    [{ recordings: [] }, ['invalid-type recordings']],
    [{ ratings: { values: values.slice(1), scale } }, ['conflict ratings.values']],
    [{ ratings: { values, scale: [0, 1] } }, ['out-of-range ratings.values[1]']],
    [{ ratings: { values: 'whole', scale } }, ['unknown-id ratings.values']],
    [{ ratings: { values: { nobody: 1 }, scale } }, ['unknown-id ratings.values']],
    [{ ratings: { values: values.map((value, i) => (i < 9 ? value : null)), scale } }, ['missing ratings.values']],
    [{ groups: 'film' }, ['unknown-id groups']],
    [{ level: 'within' }, ['missing person']],
    [{ person: () => undefined }, ['missing person[0]']],
    [{ candidates: ['peekEnd'] }, ['unknown-id candidates[0]']],
    [{ candidates: ['averaging', { name: 'averaging', memory: peakEnd }] }, ['duplicate-id candidates[1]']],
    [
      { candidates: [{ name: 'mine', memory: { kind: 'blend', weights: { peak: 2 } } }] },
      ['out-of-range candidates[0].memory.weights.peak'],
    ],
    [{ holdOut: () => false }, ['conflict holdOut']],
    [{ folds: 1, margin: -1, confidence: 95 }, ['out-of-range margin', 'out-of-range folds', 'out-of-range confidence']],
  ])('%o', (options, expected) => {
    const found = faults(options);
    for (const one of expected) expect(found.some((fault) => fault.startsWith(one.replace(/\[\d+\]$/, '')))).toBe(true);
  });

  it('a memory of one’s own stands beside the presets', () => {
    const memory = { kind: 'recency', halfLife: 0.05 } as const;
    const fit = fitTo(read, ratedBy(memory, read, 0.1, 3), { candidates: ['averaging', { name: 'mine', memory }] });
    expect(fit.chosen).toBe('mine');
    expect(fit.scores.map(({ name }) => name)).toEqual(['averaging', 'mine']);
    const bare = fitTo(read, ratedBy(memory, read, 0.1, 3), { candidates: ['averaging', memory, peakEnd] });
    expect(bare.scores.map(({ name }) => name)).toEqual(['averaging', 'recency(0.05)', 'blend 3']);
  });
});
