import { describe, expect, it } from 'vitest';
import { compare, compareAsync, createSimulator, move, robustness, simulate, simulateAsync, waterfall } from 'peakend';

const journey = {
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '2 to 9 min', dropout: 0.02 },
    { id: 'talk', duration: '3 to 12 min', affect: { type: 'normal' as const, mean: 1, sd: 3 } },
    { id: 'pay', duration: 60, affect: -1 },
  ],
};
const other = { ...journey, interactions: [...journey.interactions].reverse() };
const segments = [
  { id: '2', count: 300, expectation: 1, responses: { queue: { durationScale: 1.5 } } },
  { id: '1', count: 100, patience: '15 min', model: { satisfaction: { scale: 5 } } },
];
const json = JSON.stringify;

const studies = {
  'a few options': { seed: 'x', customers: 300 },
  'segments, a model and a population': {
    seed: 7,
    customers: 200,
    segments,
    model: { time: { beta: 0.85 }, memory: { kind: 'recency' as const, halfLife: 0.3 } },
    population: 5000,
    confidence: 0.9,
  },
  'chosen outcomes': { seed: 1, customers: 300, outcomes: ['satisfaction', 'clockDuration', 'interactions'] as const },
  'a half-width': { seed: 2, until: { outcome: 'clockDuration' as const, halfWidth: 5 } },
  'a half-width, cut': { seed: 2, until: { outcome: 'clockDuration' as const, halfWidth: 1, max: 2500 } },
};

describe.each(Object.entries(studies))('the study recorded with %s', (_what, study) => {
  const today = simulate({ ...study, journey });

  it.each([
    ['as it is', today.study],
    ['read back from JSON', JSON.parse(json(today.study)) as typeof today.study],
  ])('is a study, %s: with the journey it gives every digit again', async (_how, record) => {
    expect(json(simulate({ ...record, journey }).overall)).toBe(json(today.overall));
    expect(json(simulate({ ...record, journey: today.journey }).segments)).toBe(json(today.segments));
    expect(json((await simulateAsync({ ...record, journey })).overall)).toBe(json(today.overall));
    expect(json(createSimulator(record).simulate(journey).overall)).toBe(json(today.overall));
    expect(simulate({ ...record, journey }).study).toEqual(today.study);
  });

  it('asks another journey the same question, of the same customers', async () => {
    const verdict = compare({ ...today.study, baseline: journey, variants: { other } });
    expect(json(verdict.baseline.overall)).toBe(json(today.overall));
    expect(verdict.study.customers).toBe(today.study.customers);
    const again = compare({ ...verdict.study, baseline: journey, variants: { other }, margin: verdict.margin });
    expect(json(again.variants)).toBe(json(verdict.variants));
    expect(json((await compareAsync({ ...verdict.study, baseline: journey, variants: { other } })).variants)).toBe(json(verdict.variants));
    expect(json(createSimulator(verdict.study).compare({ baseline: journey, variants: { other } }).variants)).toBe(json(verdict.variants));
  });

  it('is one for robustness and waterfall too, and theirs for all others', () => {
    const record = { ...today.study, customers: 30 };
    const tried = robustness({ ...record, baseline: journey, variant: other, over: { memory: {}, parameters: {} } });
    expect(tried.study.customers).toBe(30);
    const falls = waterfall({ ...record, baseline: journey, edits: [move('pay', { to: 'start' })] });
    expect(falls.study).toEqual(tried.study);
    expect(json(simulate({ ...falls.study, journey }).study.segments)).toBe(json(today.study.segments));
  });
});

it('a question about one outcome needs a study that has it', () => {
  const { study } = simulate({ journey, seed: 1, customers: 50, outcomes: ['csat', 'interactions'] });
  const ask = (input: object) => () => waterfall({ ...study, baseline: journey, edits: [move('pay', { to: 'start' })], ...input } as never);
  expect(ask({})).toThrow(expect.objectContaining({ code: 'conflict', issues: [expect.objectContaining({ path: 'outcome' })] }) as Error);
  expect(ask({ outcome: 'csat' })).not.toThrow();
  expect(ask({ outcomes: ['satisfacton'] })).toThrow(expect.objectContaining({ code: 'unknown-id' }) as Error);
});

describe('how closely a result looks', () => {
  it('is told beside the study', () => {
    expect(simulate({ journey, seed: 1, customers: 50 }).precision).toEqual({ quantiles: 'exact' });
    const { precision, study } = simulate({ journey, seed: 2, until: studies['a half-width'].until });
    expect(precision).toEqual({ quantiles: 'exact', until: { outcome: 'clockDuration', halfWidth: 5, max: 1_000_000 } });
    expect(study).not.toHaveProperty('until');
    expect(compare({ baseline: journey, variants: { other }, seed: 1, customers: 50 }).precision).toEqual({ quantiles: 'exact' });
  });
});

describe('until', () => {
  const until = { outcome: 'clockDuration', halfWidth: 1, max: 3000 } as const;

  it('is cut at max, and says how closely the outcome is known and what it takes', () => {
    const result = simulate({ journey, seed: 2, until, outcomes: ['clockDuration'] });
    expect(result.study.customers).toBe(3000);
    const { mean, interval } = result.overall.clockDuration;
    const caution = result.cautions.find(({ code }) => code === 'until-bounded')!;
    const [, reached, asked, needed] = /±([\d.]+) \(seconds\), not ±([\d.]+): that takes about ([\d,]+)/.exec(caution.message)!;
    expect(caution.path).toBe('until.max');
    expect(Number(reached)).toBeCloseTo(interval.high - mean, 0);
    expect(asked).toBe('1');
    // As many again as the half-width, squared: a study that is allowed them finds what was asked for.
    const enough = Number(needed!.replaceAll(',', ''));
    expect(enough / 3000 / (interval.high - mean) ** 2).toBeCloseTo(1, 0);
    const whole = simulate({ journey, seed: 2, until: { ...until, max: 2 * enough }, outcomes: ['clockDuration'] });
    expect(whole.cautions.map(({ code }) => code)).not.toContain('until-bounded');
    expect(whole.study.customers / enough).toBeGreaterThan(0.8);
    expect(whole.study.customers / enough).toBeLessThan(1.3);
  });

  it('speaks of the first journey of a comparison, once, and of no variant', () => {
    const { cautions, baseline, variants } = compare({
      baseline: journey,
      variants: { other },
      seed: 2,
      until,
      outcomes: ['clockDuration'],
    });
    const bounded = (list: typeof cautions) => list.filter(({ code }) => code === 'until-bounded');
    expect(bounded(cautions)).toHaveLength(1);
    expect(bounded(baseline.cautions)).toEqual(bounded(cautions));
    expect(bounded(variants.other.simulation.cautions)).toEqual([]);
  });

  it('says so too where its outcome was not asked for', () => {
    const { cautions } = simulate({ journey, seed: 2, until, outcomes: ['csat'] });
    expect(cautions.map(({ code }) => code)).toContain('until-bounded');
  });

  it('has a default that ends: a million customers a segment', () => {
    const one = { name: 'One', interactions: [{ id: 'a', duration: { type: 'uniform' as const, min: 1, max: 9 } }] };
    const began = performance.now();
    const result = simulate({ journey: one, seed: 1, until: { outcome: 'clockDuration', halfWidth: 1e-9 }, outcomes: ['clockDuration'] });
    expect(result.study.customers).toBe(1_000_000);
    expect(result.cautions.map(({ code }) => code)).toContain('until-bounded');
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it.each([0, 1.5, -1, 1e10, '5', null])('takes no max of %j', (max) => {
    expect(() => simulate({ journey, until: { ...until, max } as never })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'until.max' })] }) as Error,
    );
  });

  it('knows no other keys', () => {
    expect(() => simulate({ journey, until: { ...until, most: 5 } as never })).toThrow(
      expect.objectContaining({ code: 'unknown-key', issues: [expect.objectContaining({ path: 'until.most' })] }) as Error,
    );
  });
});
