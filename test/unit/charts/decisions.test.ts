import { insert, redesign, robustness } from 'peakend';
import { informationChart, portfolioChart, tornadoChart, tradeOffChart, uncertaintyChart, type Chart } from 'peakend/charts';
import { describe, expect, it } from 'vitest';
import { restWords } from '../../../src/charts/rest-words';
import { formatDifference } from '../../../src/results/format-outcome';
import { companyOf, foundOf, usual, worthOf } from './examples';

type Rows = readonly Readonly<Record<string, unknown>>[];
/** The rows of one of the views of a chart; one view is the chart itself. */
function rowsOf(chart: Chart, view = 0): Rows {
  const views = chart['vconcat'] as readonly Chart[] | undefined;
  return ((views?.[view] ?? chart)['data'] as { readonly values: Rows }).values;
}
const titleOf = ({ title }: Chart): string => [title.text].flat().join(' ');
const captionOf = ({ title }: Chart): string => [title.subtitle ?? []].flat().join(' ');
/** The layers of the first view. */
function layersOf(
  chart: Chart,
): readonly { readonly data?: { readonly values: Rows }; readonly mark: Readonly<Record<string, unknown>> }[] {
  const views = chart['vconcat'] as readonly Chart[] | undefined;
  return (views?.[0] ?? chart)['layer'] as never;
}

const visit = {
  name: 'Permit',
  interactions: [
    { id: 'queue', kind: 'wait', duration: '5 to 25 min', affect: -1, source: { kind: 'measured', n: 200 } },
    { id: 'desk', duration: '10 to 25 min', affect: { type: 'normal', mean: 4, sd: 2 }, source: { kind: 'expert' } },
    { id: 'fee', duration: '2 min', affect: 0 },
  ],
} as const;
const goodbye = redesign(visit, [insert({ id: 'goodbye', duration: '10 min', affect: 1 }, { to: 'end' })]);
const segments = [{ id: 'all', share: 1, returnValue: 100 }];
const tried = robustness({ baseline: visit, variant: goodbye, segments, seed: 'permit', customers: 200, population: 10_000 });
const { overall } = tried.variants['variant']!;

describe('a tornado of a result', () => {
  it('names every number by where it comes from', () => {
    const labels = rowsOf(tornadoChart(tried, { most: 200 })).map(({ label }) => String(label));
    expect(labels).toEqual(
      expect.arrayContaining([
        'affect of goodbye (source not said)',
        'affect of desk (expert)',
        'affect of queue (measured)',
        'satisfaction.scale (model)',
      ]),
    );
  });

  it('marks where a number alone turns the verdict, in the bars and in words', () => {
    const turning = overall.flips.filter((flip) => 'path' in flip);
    expect(turning.length).toBeGreaterThan(0);
    const chart = tornadoChart(tried, { most: 200 });
    const diamonds = layersOf(chart).filter(
      ({ mark, data }) => mark['shape'] === 'diamond' && (data?.values[0] ?? {})['label'] !== undefined,
    );
    expect(diamonds).toHaveLength(1);
    expect(diamonds[0]!.data!.values.map(({ at }) => at)).toEqual(turning.map(() => 0));
    for (const { label, text } of diamonds[0]!.data!.values) {
      expect(text).toContain('; turns at ');
      expect(chart.description).toContain(`${String(label)}: `);
    }
    expect(titleOf(chart)).toMatch(/, and it alone turns the verdict$/);
  });

  it('turns at the margin on the other side, where there is one', () => {
    const held = robustness({
      baseline: visit,
      variant: goodbye,
      segments,
      seed: 'permit',
      customers: 100,
      margin: 1,
      over: { draws: 20, shares: 0 },
    });
    const flips = held.variants['variant']!.overall.flips.filter((flip) => 'path' in flip);
    expect(flips.length).toBeGreaterThan(0);
    const marked = layersOf(tornadoChart(held, { most: 200 }))
      .flatMap(({ data }) => data?.values ?? [])
      .filter(({ turns, at }) => turns === true && at !== undefined);
    expect(marked.map(({ at }) => at)).toEqual(flips.map(() => -1));
  });

  it('says how many it leaves out, and never less than the largest of them', () => {
    const all = rowsOf(tornadoChart(tried, { most: 200 }));
    const swing = ({ low, high, base }: Rows[number]): number =>
      Math.max(low as number, high as number, base as number) - Math.min(low as number, high as number, base as number);
    const caption = captionOf(tornadoChart(tried, { most: 3 }));
    const [, count, most] = /And (\d+) more, each by ([\d.]+) at most\./.exec(caption)!;
    expect(Number(count)).toBe(all.length - 3);
    expect(Number(most)).toBeGreaterThanOrEqual(swing(all[3]!));
    expect(Number(most)).toBeLessThan(swing(all[3]!) * 1.11);
  });
});

describe('what is said of those left out', () => {
  const write = (value: number, more: number): string => formatDifference('satisfaction', value, more);
  it.each([
    [[0.0201, 0.003], 0, ' And 2 more, each by 0.021 at most.'],
    [[0.02], 3, ' And 1 more, by 0.02 at most. 3 do not move it.'],
    [[12.34], 1, ' And 1 more, by 13.0 at most. 1 does not move it.'],
    [[], 0, ''],
  ])('%j and %i', (left, still, words) => {
    expect(restWords(left, still, write)).toBe(words);
  });
});

describe('where uncertainty comes from', () => {
  it('is drawn as the result has it, largest first', () => {
    const { guesses, inputs, model, memory, sampling, interactions } = overall.spread.shares!;
    const rows = rowsOf(uncertaintyChart(tried));
    const named = [guesses, inputs, model, memory].map((share) => share!).sort((a, b) => b.first - a.first);
    named.forEach(({ first, firstError, total }, index) => {
      expect(rows[index]).toMatchObject({
        value: 100 * first,
        low: 100 * (first - firstError),
        high: 100 * (first + firstError),
        total: 100 * total,
      });
    });
    expect(rows.slice(4).map(({ value }) => value)).toEqual([100 * sampling, 100 * interactions]);
    expect(titleOf(uncertaintyChart(tried))).toMatch(/^The largest part of what is uncertain comes from guesses: \d+ % \(± \d+\)$/);
  });

  it('has no largest source where errors leave it open', () => {
    const share = { first: 0.4, firstError: 0.1, total: 0.4, totalError: 0.1 };
    const shares = { guesses: share, memory: { ...share, first: 0.35 }, sampling: 0, interactions: 0.25 };
    const open = JSON.parse(JSON.stringify(tried)) as typeof tried;
    (open.variants['variant']!.overall.spread as { shares: unknown }).shares = shares;
    expect(titleOf(uncertaintyChart(open))).toBe(
      'No source clearly has the largest part of what is uncertain; first come guesses, 40 % (± 10), and how people remember, 35 % (± 10)',
    );
  });
});

describe('what it is worth to know', () => {
  const { information } = tried;
  it('stands in the unit of the outcome and in money, kinds first', () => {
    const rows = rowsOf(informationChart(tried));
    expect(rows[0]).toMatchObject({
      label: 'everything',
      value: information.everything.gain,
      high: information.everything.gain + information.everything.gainError,
    });
    expect(rows.slice(1, 5).map(({ value }) => value)).toEqual(
      (['guesses', 'inputs', 'model', 'memory'] as const).map((source) => information.sources[source]!.gain),
    );
    expect(rows[0]!['text']).toMatch(/^[\d.]+ ± [\d.]+ \([\d,]+\)$/);
    const numbers = rows.slice(5).map(({ value }) => value as number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(Math.max(...[...Object.values(information.inputs), ...Object.values(information.parameters)].map(({ gain }) => gain))).toBe(
      numbers[0],
    );
  });

  it('names first what the result says to measure first, if that can be told from nothing', () => {
    const [first] = information.measureFirst;
    expect(first!.gain).toBeGreaterThan(2 * first!.gainError);
    expect(titleOf(informationChart(tried))).toMatch(
      /^Measure first: affect of goodbye \(source not said\), worth [\d.]+ ± [\d.]+ of satisfaction/,
    );
    const unsure = JSON.parse(JSON.stringify(tried)) as typeof tried;
    for (const one of Object.values(unsure.information.inputs) as { gainError: number }[]) one.gainError = 100;
    expect(titleOf(informationChart(unsure))).toMatch(
      /^No number of the journey alone is clearly worth measuring first; to know everything is worth/,
    );
  });

  it('counts what is not shown', () => {
    const all = [...Object.values(information.inputs), ...Object.values(information.parameters)];
    const caption = captionOf(informationChart(tried, { most: 2 }));
    expect(caption).toContain(`And ${all.filter(({ gain }) => gain > 0).length - 2} more, each worth`);
    expect(caption).toContain(`To know one of ${all.filter(({ gain }) => gain === 0).length} others alone would not change the choice.`);
  });
});

describe('what a search found', () => {
  const { found, one } = foundOf(usual);
  it('draws each design at its cost and at what it brings by the first objective, the front as full, the one chosen as a diamond', () => {
    const rows = rowsOf(tradeOffChart(found));
    expect(rows).toHaveLength(found.leaders.length + 1);
    expect(rows[0]).toMatchObject({ label: 'as it is', x: 0, y: 0, shape: 'square' });
    for (const { name, cost, changes } of found.leaders) {
      const row = rows.find(({ label }) => `design ${String(label)}` === name)!;
      expect(row).toMatchObject({ x: cost, y: changes[0]!.difference, shape: name === found.best!.name ? 'diamond' : 'circle' });
      expect(row['standing']).toBe(found.front.some((design) => design.name === name) ? 'front' : 'behind');
    }
    expect(titleOf(tradeOffChart(found))).toBe('Best of those found in satisfaction: design A, for 12,100');
  });

  it('draws the one chosen last and larger, so that nothing as good covers it', () => {
    const rows = rowsOf(tradeOffChart(found));
    const same = { ...found, best: found.leaders.at(-2)! };
    expect(rows.map(({ shape, size }) => [shape, size]).filter(([, size]) => size !== undefined)).toEqual([
      ['diamond', rows.at(-1)!['size']],
    ]);
    expect(rowsOf(tradeOffChart(same)).at(-1)).toMatchObject({ shape: 'diamond', index: found.leaders.length - 1 });
  });

  it('says so where nothing is clearly better', () => {
    expect(titleOf(tradeOffChart(one))).toBe('No design found is clearly better in felt time than the journey as it is');
    expect(captionOf(tradeOffChart(one))).toContain('Regular. ');
  });
});

describe('costs beside what they bring', () => {
  const worth = worthOf('kind');
  it('draws each at its cost and its value, and what pays by its whole interval as full', () => {
    const rows = rowsOf(tradeOffChart(worth.plain));
    expect(rows[0]).toMatchObject({ label: 'baseline', x: 0, y: 0, standing: 'front' });
    for (const row of rows.slice(1)) {
      const { cost, net } = worth.plain.variants[String(row['label'])]!;
      expect(row).toMatchObject({ x: cost, y: net!.difference + cost, yLow: net!.low + cost, yHigh: net!.high + cost });
      expect(row['standing']).toBe(net!.low > 0 ? 'front' : 'behind');
    }
    expect(titleOf(tradeOffChart(worth.plain))).toBe('Over 1 period kind pays for its cost; dear does not; of open it cannot be told');
    expect(captionOf(tradeOffChart(worth.plain))).toContain("The same 300 customers, seed '1'.");
  });

  it('draws the line where value is cost', () => {
    const lines = layersOf(tradeOffChart(worth.plain))
      .flatMap(({ data }) => data?.values ?? [])
      .filter(({ from, to }) => from !== undefined && to !== undefined);
    expect(lines).toHaveLength(1);
    expect(lines[0]!['from']).toBeLessThan(lines[0]!['to'] as number);
    expect(layersOf(tradeOffChart(worth.inPoints)).some(({ data }) => (data?.values[0] ?? {})['from'] !== undefined)).toBe(false);
  });

  it('says that something pays only where nine in ten parameter sets say so too', () => {
    const rows = rowsOf(tradeOffChart(worth.tried));
    for (const row of rows.slice(1)) {
      const { cost, net, netUncertain } = worth.tried.variants[String(row['label'])]!;
      expect(row).toMatchObject({ yWidestLow: netUncertain!.low + cost, yWidestHigh: netUncertain!.high + cost });
      expect(row['standing']).toBe(Math.min(net!.low, netUncertain!.low) > 0 ? 'front' : 'behind');
    }
  });

  it('in points there is a front', () => {
    expect(titleOf(tradeOffChart(worth.inPoints))).toMatch(/^On the front of satisfaction and cost: baseline(,| and) /);
  });

  it('refuses options of a comparison, and whatever is not whole', () => {
    expect(() => tradeOffChart(worth.plain, { costs: { kind: 1 } })).toThrow('costs: expected nothing here');
    expect(() => tradeOffChart({ kind: 'cost and value' } as never)).toThrow('what.outcome: expected an outcome');
  });
});

describe('a portfolio', () => {
  const { inPoints, inMoney, reached } = companyOf('help');
  it('ranks journeys by what is at stake, and shows how far each is from its target', () => {
    const chart = portfolioChart(inPoints);
    const names = rowsOf(chart).map(({ label }) => String(label).replace(' (breaks a promise)', ''));
    expect(names).toEqual(inPoints.order.journeys);
    names.forEach((name, index) => {
      const { atStake, satisfaction, target } = inPoints.journeys[name]!;
      expect(rowsOf(chart)[index]!['value']).toBe(atStake.points);
      expect(rowsOf(chart, 1)[index]).toMatchObject({ value: satisfaction.mean, low: satisfaction.interval.low, target });
    });
    expect(rowsOf(chart).filter(({ label }) => String(label).endsWith('(breaks a promise)'))).toHaveLength(1);
  });

  it('goes by money where the result does, and counts what it leaves out', () => {
    const chart = portfolioChart(inMoney, { most: 2 });
    const [first] = inMoney.order.journeys;
    expect(rowsOf(chart)[0]!['value']).toBe(inMoney.journeys[first!]!.atStake.money);
    expect(captionOf(chart)).toContain('2 more journeys have less at stake.');
    expect(captionOf(chart)).toContain("60 customers a segment in each journey, seed '1'.");
  });

  it('says no more than the intervals do', () => {
    expect(titleOf(portfolioChart(reached))).toBe('No journey is short of its target');
    const chart = portfolioChart(inPoints);
    const [first, second] = rowsOf(chart) as readonly { readonly low: number; readonly high: number }[];
    expect(titleOf(chart)).toMatch(first!.low > second!.high ? /^Most is at stake in / : / cannot be told from it$/);
    const wide = JSON.parse(JSON.stringify(inPoints)) as typeof inPoints;
    for (const own of Object.values(wide.journeys)) Object.assign(own.satisfaction.interval, { low: 0, high: 100 });
    expect(titleOf(portfolioChart(wide))).toMatch(
      / has most at stake by its mean, [\d,]+ people × points a period, but 2 others cannot be told from it$/,
    );
  });
});
