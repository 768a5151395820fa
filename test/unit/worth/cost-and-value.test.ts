import { describe, expect, it } from 'vitest';
import { compare, isJourneyError, populationImpact, redesign, robustness, toText, update } from 'peakend';
import { costAndValue } from 'peakend/decide';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'desk', duration: 300, affect: { type: 'normal', mean: 0, sd: 2 } },
    { id: 'bye', duration: 60, affect: 1 },
  ],
} as const;
const segments = [
  { id: 'a', share: 0.6, returnValue: 50 },
  { id: 'b', share: 0.4, returnValue: 200 },
] as const;
const edits = {
  small: [update('bye', { affect: 2 }, { cost: 1_000 })],
  large: [update('bye', { affect: 6 }, { cost: 40_000 }), update('desk', { name: 'Desk' })],
  free: [update('desk', { name: 'Counter' }, { cost: -500 })],
};
const variants = { small: redesign(visit, edits.small), large: redesign(visit, edits.large), free: redesign(visit, edits.free) };
const study = { baseline: visit, segments, seed: 1, customers: 2_000 } as const;
const tried = compare({ ...study, variants });

describe('cost beside value', () => {
  const found = costAndValue(tried, { proposals: edits, population: 10_000, periods: 3 });

  it('adds the costs of edits, and says which name none', () => {
    expect(Object.values(found.variants).map(({ cost }) => cost)).toEqual([1_000, 40_000, -500]);
    expect(Object.values(found.variants).map(({ unpriced }) => unpriced)).toEqual([0, 1, 0]);
  });

  it('counts worth as the population impact does, for each period, and costs once', () => {
    const impact = populationImpact(tried, { population: 10_000 });
    for (const [name, own] of Object.entries(found.variants)) {
      const { money } = impact.variants[name]!.overall;
      expect(own.worth).toEqual(money);
      expect(own.net!.difference).toBeCloseTo(3 * money!.difference - own.cost, 6);
      expect(own.net!.low).toBeCloseTo(3 * money!.low - own.cost, 6);
      expect(own.payback ?? 0).toBeCloseTo(own.cost > 0 ? own.cost / money!.difference : 0, 9);
    }
  });

  it('carries the study it was made from, and never says that a cost is back after no time', () => {
    expect(found.study).toEqual(tried.study);
    const cheap = costAndValue(tried, { costs: { large: 1 }, population: 10_000 }).variants['large']!;
    expect(cheap.payback).toBeLessThan(0.05);
    expect(cheap.sentence).toContain('paid back after less than 0.1 periods');
  });

  it('gives points for every 10,000 where something is paid, never mixed with money', () => {
    const { small, free } = found.variants as Record<'small' | 'free', (typeof found.variants)[string]>;
    expect(small.changePer10000!.difference).toBeCloseTo(10 * tried.variants.small.overall.satisfaction.difference, 9);
    expect(free).not.toHaveProperty('changePer10000');
    expect(free).not.toHaveProperty('payback');
    const next = costAndValue(tried, { costs: { small: 5e-324, large: 5e-324, free: 1 } });
    expect(next.variants['small']).not.toHaveProperty('changePer10000');
    expect(JSON.stringify(next)).not.toContain('null');
  });

  it('ranks by net, best first, and tells which ranks the intervals leave open', () => {
    expect(found.rankedBy).toBe('net');
    const ranked = found.order.variants.map((name) => found.variants[name]!);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    for (let k = 1; k < ranked.length; k++) expect(ranked[k]!.net!.difference).toBeLessThanOrEqual(ranked[k - 1]!.net!.difference);
    for (const { rank, ranks } of ranked) {
      expect(ranks.best).toBeLessThanOrEqual(rank);
      expect(ranks.worst).toBeGreaterThanOrEqual(rank);
    }
    const twins = costAndValue(compare({ ...study, customers: 50, variants: { one: variants.small, two: variants.small } }));
    for (const { ranks } of Object.values(twins.variants)) expect(ranks).toEqual({ best: 1, worst: 2 });
    expect(twins.sentence).toContain('leave open whether two comes first');
  });

  it('says nothing in money where there is none, and ranks by the change', () => {
    const poor = costAndValue(compare({ ...study, segments: [{ id: 'a', share: 1 }], variants }), {
      costs: { small: 10 },
      population: 100,
    });
    expect(poor.rankedBy).toBe('change');
    expect(poor.order.variants[0]).toBe('large');
    expect(JSON.stringify(poor)).not.toMatch(/"(worth|net|payback)"/);
    expect(costAndValue(tried).variants['small']).not.toHaveProperty('worth');
    expect(toText(poor).replaceAll('\n', ' ')).toContain('Nothing is said in money: segments name no returnValue.');
    expect(toText(costAndValue(tried)).replaceAll('\n', ' ')).toContain('in money: nobody says how many people go through (population).');
    const narrow = compare({ ...study, customers: 50, variants, outcomes: ['satisfaction'] });
    expect(toText(costAndValue(narrow, { population: 10 })).replaceAll('\n', ' ')).toContain(
      "in money: the comparison has no 'value' among its outcomes.",
    );
  });

  it('ranks times the other way round: shorter is better', () => {
    const slow = redesign(visit, [update('desk', { duration: 600 })]);
    const quick = redesign(visit, [update('desk', { duration: 100 })]);
    const times = compare({ ...study, customers: 200, variants: { slow, quick }, outcomes: ['perceivedDuration'] });
    const ranked = costAndValue(times);
    expect(ranked.order.variants).toEqual(['quick', 'slow']);
    expect(Object.values(ranked.variants).map(({ ranks }) => ranks.best)).toEqual([2, 1]);
  });

  it('carries over whether a verdict holds, and of value how far money may lie', () => {
    const sure = robustness({ ...study, customers: 100, variants, outcome: 'value', over: { draws: 20 } });
    const own = costAndValue(tried, { costs: { small: 1_000 }, population: 10_000, robustness: sure }).variants['small']!;
    const { verdict, difference } = sure.variants['small']!.overall;
    expect(own.verdict).toBe(verdict);
    expect(own.netUncertain!.low).toBeCloseTo(difference.p5 * 10_000 - 1_000, 6);
    expect(own.netUncertain!.high).toBeCloseTo(difference.p95 * 10_000 - 1_000, 6);
  });

  it('prints its finding first', () => {
    expect(toText(found).startsWith(`First net of costs: ${found.order.variants[0]!}`)).toBe(true);
  });

  it.each([
    ['a simulation', () => costAndValue(tried.baseline as never), ['invalid-type result']],
    ['costs and proposals', () => costAndValue(tried, { costs: {}, proposals: {} }), ['conflict costs']],
    ['an unknown variant', () => costAndValue(tried, { costs: { smal: 1 } }), ['unknown-key costs.smal']],
    ['a cost that is none', () => costAndValue(tried, { costs: { small: '1' as never } }), ['invalid-type costs.small']],
    ['no periods', () => costAndValue(tried, { periods: 0 }), ['out-of-range periods']],
    ['another robustness', () => costAndValue(tried, { robustness: { kind: 'robustness' } as never }), ['invalid-type robustness']],
  ])('refuses %s', (_, run, issues) => {
    let found: string[] = [];
    try {
      run();
    } catch (error) {
      if (isJourneyError(error)) found = error.issues.map(({ code, path }) => `${code} ${path}`);
    }
    expect(found).toEqual(issues);
  });
});
