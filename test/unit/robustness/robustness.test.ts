import { noDoubt } from '../../../src/statistics/doubt';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import { modelParameters } from '../../../src/model/parameters';
import { averaging, classicPeakEnd, peakEnd, recency } from '../../../src/model/memory';
import { resolveModel } from '../../../src/model/resolve-model';
import type { MemoryModelInput } from '../../../src/model/types';
import { defaultModel } from '../../../src/model/defaults';
import { parameterPriors } from '../../../src/robustness/parameter-priors';
import { robustness } from '../../../src/robustness/robustness';
import { robustnessPage } from '../../../src/robustness/robustness-page';
import { toMarkdown, toText } from '../../../src/results/to-text';
import { customerVariance, uncertaintyOf } from '../../../src/robustness/place-numbers';
import { PlaceTally } from '../../../src/robustness/place-tally';
import { rankCorrelation } from '../../../src/robustness/rank-correlation';
import { withParameters } from '../../../src/robustness/with-parameters';

const noise = (mean: number) => ({ type: 'normal' as const, mean, sd: 1.5 });
const visit = (end: number, longer = false) => ({
  name: 'Visit',
  interactions: [
    { id: 'queue', duration: { type: 'lognormal' as const, median: 400, sigma: 0.5 }, affect: noise(-2) },
    { id: 'desk', duration: '5 min', affect: noise(end) },
    ...(longer ? [{ id: 'thanks', duration: '10 min', affect: noise(1) }] : []),
  ],
});
const segments = [
  { id: 'regular', share: 0.6 },
  { id: 'new', share: 0.4, expectation: 2 },
] as const;
const study = { segments, customers: 300, seed: 'robust' };
const quick = {
  inputs: {},
  shares: 0,
  memory: { peakEnd, averaging },
  parameters: { 'satisfaction.lossAversion': [1, 2.25] as const, 'time.beta': [0.6, 1] as const },
  draws: 40,
};

describe('robustness', () => {
  const found = robustness({ ...study, baseline: visit(1), variant: visit(2), over: quick });
  const { overall } = found.variants['variant']!;

  it('writes the same share the same in one row, however the row adds up', () => {
    const copy = JSON.parse(JSON.stringify(found)) as typeof found;
    const shares = { better: 7 / 12, worse: 1 / 12, same: 0, undecided: 4 / 12 };
    Object.assign(copy.variants['variant']!.overall.memory['averaging']!, { sets: 12, shares, holds: 7 / 12 });
    const row = JSON.stringify(robustnessPage(copy)).match(/\["averaging".*?\]/)![0];
    expect(row).toContain('"12","59 %","8 %","59 %"');
  });

  it('as studied is what compare finds, interval and conclusion too', () => {
    const { satisfaction } = compare({ ...study, baseline: visit(1), variants: { variant: visit(2) } }).variants.variant.overall;
    const { difference, standardError, interval, conclusion } = satisfaction;
    expect(overall.asStudied).toEqual({ difference, standardError, interval, conclusion });
  });

  it('under a memory model is what compare finds with it', () => {
    const other = compare({ ...study, model: { memory: averaging }, baseline: visit(1), variants: { variant: visit(2) } });
    expect(found.variants['variant']!.segments['new']!.memory['averaging']!.difference).toBe(
      other.variants.variant.segments.new.satisfaction.difference,
    );
  });

  it('of a parameter set is what compare finds with its numbers', () => {
    const set = 7;
    const parameters = { lossAversion: found.sets.parameters['satisfaction.lossAversion']![set]! };
    const model = {
      memory: set % 2 === 0 ? peakEnd : averaging,
      satisfaction: parameters,
      time: { beta: found.sets.parameters['time.beta']![set]! },
    };
    const other = compare({ ...study, model, baseline: visit(1), variants: { variant: visit(2) } });
    expect(overall.differences[set]).toBeCloseTo(other.variants.variant.overall.satisfaction.difference, 10);
    expect(found.sets.memory[set]).toBe('averaging');
  });

  it('shares out all sets, and describes their differences', () => {
    const { better, same, worse, undecided } = overall.shares;
    expect(better + same + worse + undecided).toBeCloseTo(1, 12);
    expect(overall.differences).toHaveLength(40);
    expect(overall.difference.min).toBe(Math.min(...overall.differences));
    expect(overall.difference.p95).toBeLessThanOrEqual(overall.difference.max);
    expect(overall.memory['peakEnd']!.sets).toBe(20);
  });

  it('draws one value from each slice of a range, and the same whatever else is drawn', () => {
    const drawn = found.sets.parameters['satisfaction.lossAversion']!;
    const slices = drawn.map((value) => Math.floor(((value - 1) / 1.25) * 40)).sort((a, b) => a - b);
    expect(slices).toEqual(Array.from({ length: 40 }, (_, slice) => slice));
    // Anywhere in its slice, not always in the middle of it.
    const places = drawn.map((value) => (((value - 1) / 1.25) * 40) % 1);
    expect([Math.min(...places) < 0.2, Math.max(...places) > 0.8]).toEqual([true, true]);
    const alone = robustness({
      ...study,
      baseline: visit(1),
      variant: visit(2),
      over: { ...quick, parameters: { 'satisfaction.lossAversion': [1, 2.25] } },
    });
    expect(alone.sets.parameters['satisfaction.lossAversion']).toEqual(drawn);
  });

  it('does not let a parameter matter that cannot: felt time does not touch satisfaction here', () => {
    const { atLow, atHigh } = overall.parameters['time.beta']!;
    expect(atLow).toBe(overall.asStudied.difference);
    expect(atHigh).toBe(overall.asStudied.difference);
  });

  it('keeps uncertainty, simulation error and customers apart', () => {
    const { uncertainty, simulation, customers } = overall.spread;
    const certain = robustness({
      ...study,
      baseline: visit(1),
      variant: visit(2),
      over: { memory: {}, parameters: { 'time.beta': [0.6, 1] }, inputs: {}, draws: 20 },
    });
    // What does not matter is no uncertainty; the rest is as it was.
    expect(certain.variants['variant']!.overall.spread.uncertainty).toBe(0);
    expect(uncertainty).toBeGreaterThan(0);
    // Four times the customers halve the simulation error, and nothing else.
    const more = robustness({ ...study, customers: 1200, baseline: visit(1), variant: visit(2), over: quick }).variants['variant']!.overall
      .spread;
    expect(more.simulation / simulation).toBeGreaterThan(0.4);
    expect(more.simulation / simulation).toBeLessThan(0.6);
    expect(more.customers / customers).toBeCloseTo(1, 0);
    expect(more.uncertainty / uncertainty).toBeCloseTo(1, 0);
  });

  it('is frozen plain data with words, in the same bytes every time', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(Object.isFrozen(overall.shares)).toBe(true);
    expect(robustness({ ...study, baseline: visit(1), variant: visit(2), over: quick })).toEqual(found);
    expect(toText(found)).toContain('averaging');
    expect(toMarkdown(found)).toContain('| satisfaction.lossAversion |');
  });
});

describe('where a verdict flips', () => {
  // A mild end after a bad one: better by the end, worse by nothing, but better on average too. A worse peak and a better mean pull apart.
  const calm = {
    name: 'Calm',
    interactions: [
      { id: 'a', duration: 600, affect: noise(-1) },
      { id: 'b', duration: 600, affect: noise(1) },
    ],
  };
  const spiky = {
    name: 'Spiky',
    interactions: [
      { id: 'a', duration: 600, affect: noise(-3) },
      { id: 'b', duration: 600, affect: noise(2) },
    ],
  };

  it('names the memory model that turns it round', () => {
    const found = robustness({
      customers: 400,
      seed: 1,
      baseline: calm,
      variant: spiky,
      over: { memory: { last: { weights: { peak: 0, end: 1, mean: 0 } }, averaging, classicPeakEnd }, parameters: {}, inputs: {} },
      model: { memory: averaging },
    });
    const { overall } = found.variants['variant']!;
    expect(overall.asStudied.conclusion).toBe('worse');
    expect(overall.memory['last']!.conclusion).toBe('better');
    expect(overall.flips).toContainEqual({ by: 'memory', name: 'last', conclusion: 'better' });
    expect(overall.verdict).not.toBe('robust');
    expect(found.sets.memory).toEqual(['last', 'averaging', 'classicPeakEnd']);
  });

  it('finds the value of a parameter at which it turns', () => {
    // With weights end e and mean 1 − e: R changes by e·(+1) + (1 − e)·(−0.5), so it turns at e = 1/3 wherever satisfaction is near linear.
    const model = { memory: { weights: { peak: 0, end: 0.1, mean: 0.9 } }, satisfaction: { lossAversion: 1 } };
    const over = { memory: {}, parameters: { 'memory.weights.end': [0, 0.9] as const }, inputs: {}, draws: 30 };
    const found = robustness({ customers: 4000, seed: 1, baseline: calm, variant: spiky, model, outcome: 'rememberedUtility', over });
    const [flip] = found.variants['variant']!.overall.flips;
    // Weights are divided by their sum e + 0.9: e/(e + 0.9) = 1/3 where e = 0.45.
    expect(flip).toMatchObject({ by: 'parameter', path: 'memory.weights.end', side: 'above' });
    expect(flip!.by === 'parameter' && Math.abs(flip!.value - 0.45)).toBeLessThan(0.05);
  });

  it('asks every memory the same question: recall delay stays the study’s', () => {
    const asked = (model: object) =>
      robustness({
        customers: 100,
        seed: 1,
        baseline: calm,
        variant: spiky,
        model,
        over: { memory: { averaging }, parameters: {}, inputs: {} },
      }).variants['variant']!.overall;
    const soon = asked({});
    const later = asked({ memory: { recallDelay: 1e7 } });
    expect(Math.abs(later.memory['averaging']!.difference)).toBeLessThan(Math.abs(soon.memory['averaging']!.difference));
  });
});

describe('a verdict as compare draws it', () => {
  it('has to hold for all segments at once: what is sure of one alone may be undecided among three', () => {
    let cautious = 0;
    for (let seed = 0; seed < 30; seed++) {
      const weak = { segments, customers: 20, seed, baseline: visit(1) };
      const { satisfaction } = compare({ ...weak, variants: { variant: visit(1, true) } }).variants.variant.overall;
      const found = robustness({ ...weak, variant: visit(1, true), over: { memory: {}, parameters: {}, inputs: {} } }).variants['variant']!
        .overall;
      expect(found.asStudied.conclusion).toBe(satisfaction.conclusion);
      const unsure = satisfaction.conclusion === 'undecided' && found.verdict === 'depends';
      expect(found.sentence.includes('undecided as studied with 20 customers a segment')).toBe(unsure);
      if (satisfaction.conclusion === 'undecided' && satisfaction.interval.low * satisfaction.interval.high > 0) cautious++;
    }
    expect(cautious).toBeGreaterThan(0);
  });

  it('keeps the mood that carries over under every memory model: that is not what is in doubt', () => {
    const asked = { ...study, baseline: visit(1), model: { memory: { carryOver: 0.5 } } };
    const found = robustness({ ...asked, variant: visit(2), over: { memory: { averaging }, parameters: {}, inputs: {} } }).variants[
      'variant'
    ]!.overall;
    const other = compare({ ...asked, variants: { variant: visit(2) }, model: { memory: { ...averaging, carryOver: 0.5 } } });
    expect(found.memory['averaging']!.difference).toBe(other.variants.variant.overall.satisfaction.difference);
    expect(found.memory['averaging']!.difference).not.toBe(
      compare({ ...asked, variants: { variant: visit(2) }, model: { memory: averaging } }).variants.variant.overall.satisfaction.difference,
    );
  });

  it('says first where the study lies below its sets, and from where they begin', () => {
    const alike = {
      customers: 100,
      seed: 1,
      model: { memory: averaging },
      over: { memory: { peakEnd, classicPeakEnd }, parameters: {}, inputs: {} },
    };
    const { overall } = robustness({ ...alike, baseline: visit(1), variant: visit(4) }).variants['variant']!;
    expect([overall.amongSets, overall.asStudied.difference < overall.difference.min]).toEqual(['outside all', true]);
    expect(overall.sentence).toMatch(/^the studied \+\d+\.\d lies below all 2 parameter sets \(from \+/);
  });
});

describe('what is left of a set by the luck of who was drawn', () => {
  it('is the residual of customers crossed with sets', () => {
    // Two sets of three customers, differences 1 2 6 and 2 5 5. Without the means of sets (3, 4) and customers (1.5, 3.5, 5.5) there is left
    // 0 −1 1 and 0 1 −1: a sum of squares of 4 on (3 − 1)·(2 − 1) degrees of freedom.
    const tally = new PlaceTally('satisfaction', 3, 0, 1, 2);
    const zero = new Float64Array(3);
    [Float64Array.of(9, 9, 9), Float64Array.of(1, 2, 6), Float64Array.of(2, 5, 5)].forEach((column, set) =>
      tally.add(set, zero, column, 3, 0, () => noDoubt),
    );
    expect(tally.residual()).toBeCloseTo(2, 12);
    // Variance between sets: 0.5; of it 2/3 is luck, which is more than there is.
    expect(uncertaintyOf([{ tally, weight: 1 }], [3, 4], 3)).toBe(0);
    expect(uncertaintyOf([{ tally, weight: 1 }], [3, 7], 3)).toBeCloseTo(Math.sqrt(8 - 2 / 3), 12);
    // Two such segments of half the customers each: a quarter of either's luck is in their mean.
    const halves = [
      { tally, weight: 0.5 },
      { tally, weight: 0.5 },
    ];
    expect(uncertaintyOf(halves, [3, 7], 3)).toBeCloseTo(Math.sqrt(8 - 1 / 3), 12);
  });

  it('is not how customers differ: they do between segments too', () => {
    const gaining = (differences: readonly number[]) => {
      const tally = new PlaceTally('satisfaction', 2, 0, 0, 1);
      tally.add(0, new Float64Array(2), Float64Array.from(differences), 2, 0, () => noDoubt);
      return tally;
    };
    const parts = [
      { tally: gaining([1, 1]), weight: 0.75 },
      { tally: gaining([4, 6]), weight: 0.25 },
    ];
    // Mean 2. Within: 0.25 · 2. Between: 0.75 · (1 − 2)² + 0.25 · (5 − 2)².
    expect(customerVariance(parts, 0)).toBeCloseTo(0.5 + 3, 12);
  });
});

describe('the default priors', () => {
  it('lie within the ranges of the model and hold its defaults', () => {
    for (const [path, { low, high }] of Object.entries(parameterPriors)) {
      const { min, max, default: standard } = modelParameters[path]!;
      expect(low, path).toBeGreaterThanOrEqual(min);
      expect(high, path).toBeLessThanOrEqual(max);
      expect(low <= standard && standard <= high, path).toBe(true);
      expect(low, path).toBeLessThan(high);
    }
  });

  it('give way to ours, each tried alone at its ends, or where it has none at its 1 % and 99 % points', () => {
    const parameters = {
      'waiting.impatience': { type: 'normal' as const, mean: 1, sd: 0.2 },
      'choice.scale': { type: 'uniform' as const, min: 2, max: 5 },
    };
    const { over } = robustness({
      customers: 10,
      seed: 1,
      baseline: visit(1),
      variant: visit(2),
      over: { memory: {}, parameters, draws: 2 },
    });
    expect(over.parameters['waiting.impatience']!.low).toBeCloseTo(1 - 2.3263479 * 0.2, 6);
    expect(over.parameters['waiting.impatience']!.high).toBeCloseTo(1 + 2.3263479 * 0.2, 6);
    expect(over.parameters['choice.scale']).toMatchObject({ low: 2, high: 5, asStudied: 3 });
  });

  it('are stretched to what the study assumes, and leave alone what differs between customers', () => {
    const model = { satisfaction: { lossAversion: 1 }, time: { beta: { type: 'uniform' as const, min: 0.8, max: 1 } } };
    const { parameters } = robustness({
      customers: 50,
      seed: 1,
      model,
      baseline: visit(1),
      variant: visit(2),
      over: { memory: {}, draws: 5 },
    }).over;
    expect(parameters['satisfaction.lossAversion']).toMatchObject({
      low: 1,
      high: 2.25,
      asStudied: 1,
      distribution: { type: 'pert', mode: 1 },
    });
    expect(parameters['time.beta']).toBeUndefined();
  });
});

describe('withParameters', () => {
  it('replaces by path, divides weights by their sum, and leaves out what the memory does not have', () => {
    const made = withParameters(
      defaultModel,
      new Map([
        ['waiting.idle.time', 1.5],
        ['memory.weights.peak', 0.7],
        ['memory.halfLife', 0.1],
      ]),
    );
    expect(made.waiting.idle.time).toBe(1.5);
    const { peak, end, mean } = (made.memory as typeof peakEnd).weights;
    expect([peak, end, mean].map((weight) => (weight as number) * 1.45)).toEqual(
      [0.7, 0.25, 0.5].map((weight) => expect.closeTo(weight, 12)),
    );
    expect('halfLife' in made.memory).toBe(false);
    const stretched = (memory: MemoryModelInput) =>
      withParameters(resolveModel(defaultModel, { memory }), new Map([['memory.stretch.seconds', 120]])).memory;
    expect(stretched({})).toMatchObject({ stretch: { seconds: 120, share: 0.1 } });
    expect(stretched(classicPeakEnd)).toEqual(classicPeakEnd);
    expect(stretched(recency())).toEqual(recency());
    expect(defaultModel.waiting.idle.time).toBe(1.2);
  });
});

describe('rankCorrelation', () => {
  it('is 1, −1 or between, and 0 where nothing varies', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 1000])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
    // Ranks 0 1 2 3 against 1 0 2.5 2.5 (a tie): Σxy = 3.25 + … worked out: 1.5·0.5 + 0.5·1.5 + 0.5·1 + 1.5·1 = 3.5; ÷ √(5 · 4.5).
    expect(rankCorrelation([1, 2, 3, 4], [2, 1, 7, 7])).toBeCloseTo(3.5 / Math.sqrt(22.5), 12);
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBe(0);
  });
});

describe('bad input', () => {
  const faults = (input: object) => {
    try {
      robustness({ baseline: visit(1), variant: visit(2), seed: 1, ...input } as never);
    } catch (error) {
      if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it('is told at once, each fault with its path', () => {
    const parameters = {
      'satisfaction.lossaversion': [1, 2],
      'time.beta': [0.5, 1],
      'loyalty.slope': [1, 0.5],
      'choice.scale': [1],
      'choice.weight': 0.5,
      'response.sd': { type: 'normal', mean: 10, sd: 50 },
    };
    expect(
      faults({ over: { parameters, memory: { odd: { kind: 'odd' } }, draws: 0.5, drews: 1 }, margin: -1, outcomes: ['csat'] }),
    ).toEqual([
      'out-of-range margin',
      'unknown-key over.drews',
      'out-of-range over.memory.odd.kind',
      'unknown-id over.parameters["satisfaction.lossaversion"]',
      'out-of-range over.parameters["time.beta"][0]',
      'conflict over.parameters["loyalty.slope"]',
      'invalid-type over.parameters["choice.scale"]',
      'invalid-type over.parameters["choice.weight"]',
      'out-of-range over.parameters["response.sd"]',
      'out-of-range over.draws',
      'conflict outcome',
    ]);
    expect(faults({ variant: undefined })).toEqual(['missing variants']);
    expect(faults({ variants: { other: visit(3) } })).toEqual(['conflict variant']);
    expect(faults({ over: 'all' })).toEqual(['invalid-type over']);
    expect(faults({ over: { peak: 'extreme', endWindow: { odd: { minutes: 1 }, none: null } } })).toEqual([
      'invalid-type over.peak',
      'unknown-key over.endWindow.odd.minutes',
      'invalid-type over.endWindow.none',
    ]);
    expect(faults({ over: { peak: { both: { worstAndBest: 2 }, odd: 'highest' } } })).toEqual([
      'out-of-range over.peak.both.worstAndBest',
      'out-of-range over.peak.odd',
    ]);
  });
});
