import { describe, expect, it } from 'vitest';
import { checkStandards, isJourneyError, simulate, toText } from 'peakend';
import { portfolio, portfolioAsync } from 'peakend/decide';

const journey = (name: string, affect: number) => ({
  name,
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '2 to 9 min' },
    { id: 'talk', name: 'Talk', duration: 300, affect: { type: 'normal' as const, mean: affect, sd: 2 } },
  ],
});
const worth = [
  { id: 'a', share: 0.75, returnValue: 20 },
  { id: 'b', share: 0.25, returnValue: 200 },
] as const;
const standards = [{ outcome: 'satisfaction', atLeast: 60 }] as const;
const input = {
  journeys: {
    sales: { journey: journey('Sales', 4), people: 90_000 },
    help: { journey: journey('Help', -2), people: 5_000, standards },
    bill: { journey: journey('Bill', 1), people: 30_000, target: 10 },
  },
  segments: worth,
  customers: 400,
  seed: 1,
};

describe('a portfolio', () => {
  const company = portfolio(input);

  it('has the satisfaction that each journey has alone', () => {
    for (const [name, { journey: own }] of Object.entries(input.journeys)) {
      const alone = simulate({ journey: own, segments: worth, customers: 400, seed: 1 }).overall.satisfaction;
      expect(company.journeys[name]!.satisfaction).toEqual({ mean: alone.mean, interval: alone.interval });
    }
  });

  it('says what all journeys were simulated with', () => {
    expect(company.study).toEqual({ seed: '1', customers: 400, confidence: 0.95 });
  });

  it('weighs journeys by their people: what they pull sums to nothing', () => {
    const all = Object.values(company.journeys);
    expect(company.company.people).toBe(125_000);
    expect(company.company.satisfaction).toBeCloseTo(
      all.reduce((sum, one) => sum + (one.people * one.satisfaction.mean) / 125_000, 0),
      9,
    );
    expect(all.reduce((sum, { pull }) => sum + pull, 0)).toBeCloseTo(0, 9);
  });

  it('measures the gap to the best of them, to a target of its own, or to one for all', () => {
    const { sales, help, bill } = company.journeys as Record<'sales' | 'help' | 'bill', (typeof company.journeys)[string]>;
    expect(sales.gap).toBe(0);
    expect(help.gap).toBeCloseTo(sales.satisfaction.mean - help.satisfaction.mean, 9);
    expect(bill.gap).toBe(0);
    const other = portfolio({ ...input, target: 90 }).journeys;
    expect(other['sales']!.gap).toBeCloseTo(90 - sales.satisfaction.mean, 9);
    expect(other['bill']!.target).toBe(10);
  });

  it('prices a point by living it once more, one point of affect better everywhere', () => {
    const lived = (shift: number) =>
      simulate({
        journey: input.journeys.help.journey,
        segments: worth.map((one) => ({ ...one, responses: { '*': { affectShift: shift } } })),
        customers: 400,
        seed: 1,
      }).overall;
    const [now, better] = [lived(0), lived(1)];
    const each = (better.value!.mean - now.value!.mean) / (better.satisfaction.mean - now.satisfaction.mean);
    const { pointWorth, atStake, gap } = company.journeys['help']!;
    expect(pointWorth).toBeCloseTo(5_000 * each, 6);
    expect(atStake.money).toBeCloseTo(5_000 * each * gap, 6);
    expect(atStake.points).toBeCloseTo(5_000 * gap, 9);
  });

  it('ranks by money where all journeys have it, else by people times points', () => {
    expect(company.rankedBy).toBe('money');
    expect(company.order.journeys[0]).toBe('help');
    const poor = portfolio({ ...input, segments: [{ id: 'a', share: 1 }] });
    expect(poor.rankedBy).toBe('points');
    expect(JSON.stringify(poor)).not.toMatch(/"(money|pointWorth)"/);
    const stakes = poor.order.journeys.map((name) => poor.journeys[name]!.atStake.points);
    expect([...stakes].sort((a, b) => b - a)).toEqual(stakes);
  });

  it('holds each journey to its own promises', () => {
    const today = simulate({ journey: input.journeys.help.journey, segments: worth, customers: 400, seed: 1 });
    expect(company.journeys['help']!.standards).toEqual(checkStandards(today, standards));
    expect(company.journeys['sales']).not.toHaveProperty('standards');
    expect(company.sentence).toContain('Promises are broken in help');
  });

  it('leads down to steps, whose shares are whole', () => {
    for (const { steps } of Object.values(company.journeys)) {
      expect(steps.map(({ name }) => name)).toEqual(['queue', 'Talk']);
      expect(steps.reduce((sum, { felt }) => sum + felt, 0)).toBeCloseTo(1, 9);
      expect(steps.reduce((sum, { peaks }) => sum + peaks, 0)).toBeCloseTo(1, 6);
    }
  });

  it('prints its finding first, and comes out the same when others get their turn', async () => {
    expect(toText(company).startsWith('Redesign help first, by money at stake')).toBe(true);
    const told: number[] = [];
    expect(await portfolioAsync(input, { onProgress: ({ share }) => told.push(share) })).toEqual(company);
    expect(told.at(-1)).toBe(1);
    await expect(portfolioAsync(input, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says so where nothing is short', () => {
    expect(portfolio({ ...input, target: 0 }).sentence).toBe('No journey is short of its target.');
  });

  it.each([
    ['nothing', undefined, ['invalid-type ']],
    ['no journeys', { journeys: {} }, ['invalid-type journeys']],
    ['a journey that is none', { journeys: { a: 3 } }, ['invalid-type journeys.a']],
    ['people that are none', { journeys: { a: { journey: journey('A', 1) } } }, ['missing journeys.a.people']],
    [
      'a fault inside',
      { journeys: { a: { journey: { name: 'A', interactions: [{ id: 'x', duration: 1, affect: 20 }] }, people: 1 } } },
      ['out-of-range journeys.a.journey.interactions[0].affect'],
    ],
    [
      'a standard that is none',
      { journeys: { a: { journey: journey('A', 1), people: 1, standards: [{ outcome: 'joy', atLeast: 1 }] } } },
      ['unknown-id journeys.a.standards[0].outcome'],
    ],
    ['unknown keys', { ...input, keep: 'all', population: 3 }, ['unknown-key keep', 'unknown-key population']],
  ])('refuses %s', (_, given, issues) => {
    let found: string[] = [];
    try {
      portfolio(given as never);
    } catch (error) {
      if (isJourneyError(error)) found = error.issues.map(({ code, path }) => `${code} ${path}`);
    }
    expect(found).toEqual(issues);
  });
});
