import { averaging, experiment, normal, peakEnd, simulate, toText, type ExperimentInput, type JourneyInput } from 'peakend';
import { describe, expect, it } from 'vitest';

const held = (...levels: readonly number[]): JourneyInput => ({
  name: 'Levels',
  interactions: levels.map((affect, index) => ({ id: `level-${index}`, duration: 60, affect })),
});
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const once = { customers: 1, seed: 1 } as const;

function sdOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1));
}

describe('a choice', () => {
  const short = held(-6);
  const long = held(-6, -4);
  const apart =
    simulate({ journey: long, ...once }).overall.rememberedUtility.mean -
    simulate({ journey: short, ...once }).overall.rememberedUtility.mean;

  it('between two lived conditions is a logit of what is remembered over 0.6', () => {
    const { conditions, measure } = experiment({
      conditions: { long: { journey: long }, short: { journey: short } },
      measure: 'choice',
      ...once,
    });
    expect(measure.noise).toBe(0.6);
    expect(conditions.long.predicted).toBeCloseTo(logistic(apart / 0.6), 12);
    expect(conditions.short.predicted).toBeCloseTo(1 - conditions.long.predicted, 12);
  });

  it('takes another noise; without any the better one is taken, and equal ones equally often', () => {
    const conditions = { long: { journey: long }, short: { journey: short } };
    expect(experiment({ conditions, measure: 'choice', noise: 2, ...once }).conditions.long.predicted).toBeCloseTo(logistic(apart / 2), 12);
    expect(experiment({ conditions, measure: 'choice', noise: 0, ...once }).conditions.long.predicted).toBe(1);
    const equal = { a: { journey: held(1) }, b: { journey: held(1) }, c: { journey: held(-1) } };
    expect(experiment({ conditions: equal, measure: 'choice', noise: 0, ...once }).conditions.a.predicted).toBe(0.5);
  });

  it('among three shares out to one', () => {
    const made = experiment({
      conditions: { a: { journey: held(1) }, b: { journey: held(1.3) }, c: { journey: held(-1) } },
      measure: 'choice',
      ...once,
    });
    const weights = [1, 1.3, -1].map((level) => Math.exp(level / 0.6));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    expect(made.conditions.b.predicted).toBeCloseTo(weights[1]! / sum, 12);
    expect(made.conditions.a.predicted + made.conditions.b.predicted + made.conditions.c.predicted).toBeCloseTo(1, 12);
    expect(made.contrasts).toEqual({});
  });

  it('can lie within each condition, which may differ in model and cohesion', () => {
    const episodes = { better: long, worse: short };
    const made = experiment({
      conditions: { plain: { journeys: episodes }, averaged: { journeys: episodes, model: { memory: averaging } } },
      measure: 'choice',
      ...once,
    });
    expect(made.conditions.plain.predicted).toBeCloseTo(logistic(apart / 0.6), 12);
    expect(made.conditions.averaged.predicted).toBeCloseTo(logistic(1 / 0.6), 12);
    expect(made.conditions.averaged.shares).toEqual({
      better: made.conditions.averaged.predicted,
      worse: expect.closeTo(1 - made.conditions.averaged.predicted, 12),
    });
    expect(made.contrasts['averaged − plain']!.predicted).toBeCloseTo(
      made.conditions.averaged.predicted - made.conditions.plain.predicted,
      12,
    );
  });

  it('is averaged over people, not taken of the average', () => {
    const varied: JourneyInput = { name: 'Varied', interactions: [{ id: 'only', duration: 60, affect: normal({ mean: 1, sd: 2 }) }] };
    const made = experiment({
      conditions: { varied: { journey: varied }, flat: { journey: held(0) } },
      measure: 'choice',
      customers: 4000,
      seed: 1,
    });
    expect(made.conditions.varied.predicted).toBeLessThan(logistic(1 / 0.6) - 0.1);
    expect(made.conditions.varied.standardError).toBeGreaterThan(0);
  });
});

describe('a rating', () => {
  it('has the rating noise in its spread and not in its mean', () => {
    const made = experiment({ conditions: { only: { journey: held(2) } }, measure: 'rating', ...once });
    expect(made.conditions.only.predicted).toBe(2);
    expect(made.conditions.only.sd).toBe(1.5);
    expect(experiment({ conditions: { only: { journey: held(2) } }, measure: 'rating', noise: 0.5, ...once }).conditions.only.sd).toBe(0.5);
  });

  it('stands on the study’s own scale, upside down if need be', () => {
    const pain = experiment({
      conditions: { only: { journey: held(-4) } },
      measure: { outcome: 'rememberedUtility', scale: [0, 10], from: [0, -10] },
      ...once,
    }).conditions.only;
    expect(pain.predicted).toBeCloseTo(4, 12);
    expect(pain.sd).toBeCloseTo(1.5, 12);
    const stars = experiment({
      conditions: { only: { journey: held(-4) } },
      measure: { outcome: 'rememberedUtility', scale: [1, 5] },
      ...once,
    }).conditions.only;
    expect(stars.predicted).toBeCloseTo(2.2, 12);
    expect(stars.sd).toBeCloseTo(0.3, 12);
  });

  it('of csat and recommendation has the model’s response noise once, and takes no other', () => {
    const study = { conditions: { only: { journey: held(2) } }, customers: 4000, seed: 1 } as const;
    const answered = experiment({ ...study, measure: 'csat' });
    expect(answered.measure.noise).toBe(0);
    const { csat } = simulate({ journey: held(2), customers: 4000, seed: 1, keep: ['csat'] }).kept!.everyone!;
    expect(answered.conditions.only.sd).toBeCloseTo(sdOf(Array.from(csat!, Math.round)), 10);
    const turned = experiment({ ...study, measure: { outcome: 'csat', scale: [100, 0], from: [1, 5] } });
    expect(turned.conditions.only.sd).toBeCloseTo(25 * answered.conditions.only.sd!, 8);
    expect(codes(() => experiment({ ...study, measure: 'recommendation', noise: 1 }))).toEqual(['conflict noise']);
    expect(codes(() => experiment({ ...study, measure: 'perceivedDuration', noise: 0 }))).toEqual(['conflict noise']);
  });

  it('equals what simulate says of the same people', () => {
    const segments = [
      { id: 'calm', share: 0.6 },
      { id: 'hasty', share: 0.4, responses: { '*': { durationScale: 2 } }, model: { memory: averaging } },
    ];
    const journey: JourneyInput = { name: 'Varied', interactions: [{ id: 'only', duration: 60, affect: normal({ mean: 1, sd: 2 }) }] };
    const own = simulate({ journey, segments, customers: 3000, seed: 5 }).overall;
    for (const name of ['rememberedUtility', 'satisfaction', 'perceivedDuration'] as const) {
      const made = experiment({ conditions: { only: { journey, segments } }, measure: name, customers: 3000, seed: 5 }).conditions.only;
      expect(made.predicted).toBeCloseTo(own[name].mean, 10);
      expect(made.standardError).toBeCloseTo(own[name].standardError, 10);
    }
  });
});

describe('noise that another door takes otherwise', () => {
  it.each([
    ['satisfaction', 'Satisfaction is taken as felt, without response noise.'],
    ['rating', 'Reports of the same remembered utility vary by a standard deviation of 1.50.'],
  ] as const)('is told of %s', (measure, told) => {
    expect(toText(experiment({ conditions: { only: { journey: held(2) } }, measure, customers: 10, seed: 1 }))).toContain(told);
  });

  it('is told of nothing else', () => {
    expect(toText(experiment({ conditions: { only: { journey: held(2) } }, measure: 'csat', customers: 10, seed: 1 }))).not.toContain(
      'noise',
    );
  });
});

describe('a share', () => {
  const giving = (dropout: number): JourneyInput => ({ name: 'Form', interactions: [{ id: 'page', duration: 60, dropout }] });

  it('can be turned round, and has Wilson’s interval for the published number of people', () => {
    const { left } = experiment({
      conditions: { left: { journey: giving(0.3), observed: { value: 0.25, n: 40 } } },
      measure: { outcome: 'completed', scale: [1, 0] },
      customers: 20_000,
      seed: 3,
    }).conditions;
    expect(Math.abs(left.predicted - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 20_000));
    // Wilson 95 % for 10 of 40.
    expect(left.observed!.interval!.low).toBeCloseTo(0.1419, 3);
    expect(left.observed!.interval!.high).toBeCloseTo(0.4019, 3);
    expect(left.inside).toBe(true);
    expect(left.sampling!.low).toBeLessThan(0.25);
    expect(left.sd).toBeCloseTo(Math.sqrt(left.predicted * (1 - left.predicted)), 6);
  });

  it.each([0.01, 0.02, 0.05, 0.1].flatMap((share) => [20, 50, 100].map((n) => [share, n] as const)))(
    'of %s is found where at least 95 of 100 studies of %s find it',
    (share, n) => {
      const { left } = experiment({
        conditions: { left: { journey: giving(share), observed: { value: 0, n } } },
        measure: { outcome: 'completed', scale: [1, 0] },
        customers: 10_000,
        seed: 3,
      }).conditions;
      const p = left.predicted;
      let [within, one] = [0, (1 - p) ** n];
      for (let count = 0; count <= n; count++) {
        if (count / n >= left.sampling!.low && count / n <= left.sampling!.high) within += one;
        one *= (((n - count) / (count + 1)) * p) / (1 - p);
      }
      expect(within).toBeGreaterThanOrEqual(0.95);
      // The interval of the published figure stays Wilson's: none of n does not show that there is none.
      expect(left.observed!.interval!.low).toBe(0);
      expect(left.observed!.interval!.high).toBeCloseTo(3.8415 / (n + 3.8415), 4);
    },
  );

  it('has odds', () => {
    const made = experiment({
      conditions: { few: { journey: giving(0.5) }, many: { journey: giving(0.2) } },
      measure: 'completed',
      contrasts: { odds: { of: 'many', versus: 'few', statistic: 'oddsRatio', observed: { value: 4, interval: [2, 8] } } },
      customers: 20_000,
      seed: 3,
    });
    const { few, many } = made.conditions;
    const odds = (p: number): number => p / (1 - p);
    expect(made.contrasts.odds!.predicted).toBeCloseTo(odds(many.predicted) / odds(few.predicted), 10);
    expect(made.contrasts.odds!.inside).toBe(true);
    expect(Math.abs(made.contrasts.odds!.z!)).toBeLessThan(0.5);
  });
});

describe('contrasts', () => {
  const conditions = { low: { journey: held(1) }, high: { journey: held(4) } };

  it('are every later condition minus the first unless named', () => {
    const made = experiment({ conditions: { ...conditions, top: { journey: held(5) } }, measure: 'rating', ...once });
    expect(Object.keys(made.contrasts)).toEqual(['high − low', 'top − low']);
    expect(made.contrasts['top − low']!.predicted).toBe(4);
  });

  it('can be ratios and effect sizes', () => {
    const made = experiment({
      conditions,
      measure: 'rating',
      contrasts: { ratio: { of: 'high', versus: 'low', statistic: 'ratio' }, d: { of: 'high', versus: 'low', statistic: 'effectSize' } },
      ...once,
    });
    expect(made.contrasts.ratio!.predicted).toBe(4);
    expect(made.contrasts.d!.predicted).toBe(2);
  });

  it('pair the people who lived both: a shift common to all has no error', () => {
    const varied = (shift: number): JourneyInput => ({
      name: 'Varied',
      interactions: [{ id: 'only', duration: 60, affect: normal({ mean: shift, sd: 1 }) }],
    });
    const make = (segments?: ExperimentInput['segments']): number =>
      experiment({
        conditions: { a: { journey: varied(0) }, b: { journey: varied(1), ...(segments === undefined ? {} : { segments }) } },
        measure: 'rating',
        customers: 2000,
        seed: 2,
      }).contrasts['b − a']!.standardError;
    expect(make()).toBeLessThan(1e-12);
    expect(make([{ id: 'others', share: 1 }])).toBeGreaterThan(0.02);
  });

  it('that cannot be taken are refused', () => {
    const contrasts = { ratio: { of: 'high', versus: 'low', statistic: 'ratio' } } as const;
    expect(
      codes(() =>
        experiment({ conditions: { low: { journey: held(0) }, high: { journey: held(4) } }, measure: 'rating', contrasts, ...once }),
      ),
    ).toEqual(['out-of-range contrasts.ratio.statistic']);
  });
});

describe('a correlation', () => {
  const levels = [-4, -2, 0, 2, 4];
  const journeys = levels.map((level) => held(level));
  const spread = Math.sqrt(8);

  it('over episodes is weakened by the noise of the rating', () => {
    const made = experiment({
      conditions: { all: { journeys } },
      measure: { correlation: 'rememberedUtility', with: 'meanAffect' },
      ...once,
    });
    expect(made.conditions.all.predicted).toBeCloseTo(spread / Math.sqrt(8 + 2.25), 12);
    const exact = experiment({
      conditions: { all: { journeys } },
      measure: { correlation: 'rememberedUtility', with: ['peakAffect', 'endAffect'] },
      noise: 0,
      ...once,
    });
    expect(exact.conditions.all.predicted).toBeCloseTo(1, 12);
  });

  it('with what does not vary is 0', () => {
    const made = experiment({
      conditions: { all: { journeys } },
      measure: { correlation: 'rememberedUtility', with: 'clockDuration' },
      ...once,
    });
    expect(made.conditions.all.predicted).toBe(0);
  });

  it('over people on one journey is found too', () => {
    const journey: JourneyInput = { name: 'Varied', interactions: [{ id: 'only', duration: 60, affect: normal({ mean: 0, sd: 2 }) }] };
    const { all } = experiment({
      conditions: { all: { journey, observed: { value: 0.7, n: 50 } } },
      measure: { correlation: 'rememberedUtility', with: 'meanAffect' },
      customers: 5000,
      seed: 4,
    }).conditions;
    expect(Math.abs(all.predicted - 2 / Math.sqrt(4 + 2.25))).toBeLessThan(0.02);
    // Fisher: tanh(atanh(0.7) ± 1.96/√47).
    expect(all.observed!.interval!.low).toBeCloseTo(0.524, 2);
    expect(all.observed!.interval!.high).toBeCloseTo(0.819, 2);
  });
});

describe('the score', () => {
  it('sums up errors over what was observed', () => {
    const made = experiment({
      conditions: {
        a: { journey: held(1), observed: { value: 2, interval: [0, 4] } },
        b: { journey: held(3), observed: { value: 0, interval: [-1, 1] } },
        c: { journey: held(5) },
      },
      measure: 'rating',
      ...once,
    });
    expect(made.score.conditions).toMatchObject({ compared: 2, judged: 2, inside: 1 });
    expect(made.score.conditions.meanAbsoluteError).toBeCloseTo(2, 12);
    expect(made.score.conditions.rootMeanSquareError).toBeCloseTo(Math.sqrt(5), 12);
    expect(made.score.contrasts).toEqual({ compared: 0, judged: 0, inside: 0 });
    const error = (width: number): number => width / 2 / 1.959963984540054;
    const density = (distance: number, sd: number): number => -0.5 * (distance / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    expect(made.score.conditions.logScore).toBeCloseTo((density(1, error(4)) + density(3, error(2))) / 2, 10);
  });

  it('prefers the memory the figures came from', () => {
    const score = (model: ExperimentInput['model'] & object): number =>
      experiment({
        conditions: {
          a: { journey: held(1, 5), observed: { value: 3, n: 50 } },
          b: { journey: held(5, 1), observed: { value: 3, n: 50 } },
        },
        measure: 'rating',
        model,
        ...once,
      }).score.conditions.logScore!;
    expect(score({ memory: averaging })).toBeGreaterThan(score({ memory: peakEnd }));
  });
});

describe('an experiment', () => {
  it('is frozen plain data, the same bytes every time, and shows itself', () => {
    const study = { conditions: { a: { journey: held(1), observed: 2 }, b: { journey: held(3) } }, measure: 'rating', ...once } as const;
    const made = experiment(study);
    expect(JSON.stringify(experiment(study))).toBe(JSON.stringify(made));
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(Object.isFrozen(made) && Object.isFrozen(made.conditions.a.observed)).toBe(true);
    const shown = (made as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
    expect(Object.keys(shown)).toEqual(['text/plain', 'text/markdown']);
    expect(shown['text/plain']).toContain('b − a');
  });

  it('does not let one condition change another', () => {
    const a = { journey: { name: 'Varied', interactions: [{ id: 'only', duration: 60, affect: normal({ mean: 0, sd: 2 }) }] } };
    const alone = experiment({ conditions: { a }, measure: 'rating', customers: 3000, seed: 9 });
    const beside = experiment({ conditions: { z: { journey: held(1, 2) }, a }, measure: 'rating', customers: 3000, seed: 9 });
    expect(beside.conditions.a).toEqual(alone.conditions.a);
  });

  it('lets a response aim at a step that only one condition has', () => {
    const conditions = { with: { journey: held(1, 2) }, without: { journey: held(1) } };
    const made = experiment({
      conditions,
      measure: 'rating',
      segments: [{ id: 'all', share: 1, responses: { 'level-1': { affect: 4 } } }],
      ...once,
    });
    expect(made.conditions.with.predicted).toBeGreaterThan(made.conditions.without.predicted);
    expect(
      codes(() =>
        experiment({
          conditions,
          measure: 'rating',
          segments: [{ id: 'all', share: 1, responses: { 'level-9': { affect: 4 } } }],
          ...once,
        }),
      ),
    ).toEqual(['unknown-id segments[0].responses["level-9"]']);
  });

  it('puts a condition’s model over the experiment’s', () => {
    const made = experiment({
      conditions: { a: { journey: held(1, 5) }, b: { journey: held(1, 5), model: { memory: { recallDelay: 86_400 } } } },
      measure: 'rating',
      model: { memory: averaging },
      ...once,
    });
    expect(made.conditions.a.predicted).toBe(3);
    expect(made.conditions.b.predicted).toBeCloseTo(3 * 7 ** -0.13, 10);
  });
});

describe('faults in an experiment', () => {
  const a = { journey: held(1) };
  const cases: readonly [string, unknown, readonly string[]][] = [
    ['nothing at all', undefined, ['invalid-type ']],
    ['no conditions', { measure: 'rating' }, ['missing conditions']],
    ['no measure', { conditions: { a } }, ['missing measure']],
    ['a slip in the measure', { conditions: { a }, measure: 'ratings' }, ['unknown-id measure']],
    ['a slip in a key', { conditions: { a }, measure: 'rating', nois: 1 }, ['unknown-key nois']],
    ['a slip in a condition', { conditions: { a: { journy: 1, ...a } }, measure: 'rating' }, ['unknown-key conditions.a.journy']],
    ['no journey', { conditions: { a: {} }, measure: 'rating' }, ['missing conditions.a.journey']],
    ['both forms', { conditions: { a: { ...a, journeys: [a.journey] } }, measure: 'rating' }, ['conflict conditions.a.journey']],
    [
      'a faulty journey',
      { conditions: { a: { journey: { name: 'A', interactions: [] } } }, measure: 'rating' },
      ['missing conditions.a.journey.interactions'],
    ],
    ['a choice of one', { conditions: { a }, measure: 'choice' }, ['conflict conditions.a']],
    [
      'people who differ between options',
      { conditions: { a, b: { ...a, model: {} } }, measure: 'choice' },
      ['conflict conditions.b.model'],
    ],
    ['one episode to choose from', { conditions: { a: { journeys: [a.journey] } }, measure: 'choice' }, ['conflict conditions.a.journeys']],
    ['several journeys to rate', { conditions: { a: { journeys: [a.journey] } }, measure: 'rating' }, ['conflict conditions.a.journeys']],
    [
      'a share in per cent',
      { conditions: { a: { ...a, observed: 69 }, b: a }, measure: 'choice' },
      ['out-of-range conditions.a.observed.value'],
    ],
    [
      'an interval upside down',
      { conditions: { a: { ...a, observed: { value: 1, interval: [2, 1] } } }, measure: 'rating' },
      ['out-of-range conditions.a.observed.interval'],
    ],
    [
      'a figure outside its own interval',
      {
        conditions: { a: { ...a, observed: { value: 1, interval: [5, 6] } }, b: a },
        measure: 'rating',
        contrasts: { x: { of: 'b', versus: 'a', observed: { value: 7, interval: [5, 6] } } },
      },
      ['conflict conditions.a.observed.value', 'conflict contrasts.x.observed.value'],
    ],
    ['noise below nothing', { conditions: { a }, measure: 'rating', noise: -1 }, ['out-of-range noise']],
    ['a scale without ends', { conditions: { a }, measure: { outcome: 'perceivedDuration', scale: [0, 1] } }, ['missing measure.from']],
    [
      'a contrast with nobody',
      { conditions: { a }, measure: 'rating', contrasts: { x: { of: 'a', versus: 'b' } } },
      ['unknown-id contrasts.x.versus'],
    ],
    [
      'odds of a rating',
      { conditions: { a, b: a }, measure: 'rating', contrasts: { x: { of: 'a', versus: 'b', statistic: 'oddsRatio' } } },
      ['conflict contrasts.x.statistic'],
    ],
    [
      'n of a contrast',
      { conditions: { a, b: a }, measure: 'rating', contrasts: { x: { of: 'a', versus: 'b', observed: { value: 1, n: 3 } } } },
      ['conflict contrasts.x.observed'],
    ],
    [
      'a faulty model',
      { conditions: { a: { ...a, model: { time: { beta: 2 } } } }, measure: 'rating' },
      ['out-of-range conditions.a.model.time.beta'],
    ],
    ['no customers', { conditions: { a }, measure: 'rating', customers: 0 }, ['out-of-range customers']],
    ['ease where there is none', { conditions: { a }, measure: 'ease' }, ['missing conditions.a']],
  ];

  it.each(cases)('%s', (_, study, expected) => {
    expect(codes(() => experiment(study as ExperimentInput))).toEqual(expected);
  });

  it('are told all at once', () => {
    const study = {
      conditions: { a: { journey: { name: 'A', interactions: [] }, observed: 'x' } },
      measure: 'csat',
      noise: 3,
      confidence: 2,
    };
    expect(codes(() => experiment(study as never)).sort()).toEqual([
      'conflict noise',
      'invalid-type conditions.a.observed',
      'missing conditions.a.journey.interactions',
      'out-of-range confidence',
    ]);
  });
});

function codes(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    return (error as { issues: { code: string; path: string }[] }).issues.map(({ code, path }) => `${code} ${path}`);
  }
  return [];
}
