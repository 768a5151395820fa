import { averaging, compare, outcomeDescriptions, robustness, simulate, toMarkdown, toText } from 'peakend';
import {
  driversChart,
  forestChart,
  informationChart,
  memoryChart,
  outcomeChart,
  peakChart,
  robustnessChart,
  standardsChart,
  tornadoChart,
  tradeOffChart,
  uncertaintyChart,
  watchChart,
  waterfallChart,
  type Chart,
} from 'peakend/charts';
import { drivers } from 'peakend/decide';
import { describe, expect, it } from 'vitest';
import { themes, type Theme } from '../../../src/charts/theme';
import { cellInk } from '../../../src/charts/contrast';
import { axisFor } from '../../../src/charts/axis';
import { inputName, inputSource } from '../../../src/robustness/input-words';
import { chartsOf, studyOf, usual } from './examples';

type Rows = readonly Readonly<Record<string, unknown>>[];
const rowsOf = (chart: Chart): Rows => (chart['data'] as { readonly values: Rows }).values;
const titleOf = ({ title }: Chart): string => [title.text].flat().join(' ');
const study = studyOf(usual);

describe('numbers of charts are those of the result', () => {
  it('outcomes in the unit that people read', () => {
    const { overall, segments } = study.simulation;
    const rows = rowsOf(outcomeChart(study.simulation, { outcome: 'clockDuration' }));
    [overall, segments.regular, segments['first-time']].forEach(({ clockDuration: { mean, quantiles } }, index) => {
      expect(rows[index]).toMatchObject({
        mean: mean / 3_600,
        p5: quantiles.p5 / 3_600,
        p50: quantiles.p50 / 3_600,
        p95: quantiles.p95 / 3_600,
      });
    });
    expect(JSON.stringify(outcomeChart(study.simulation, { outcome: 'clockDuration' }))).toContain('clock time, hours');
    expect(rowsOf(outcomeChart(study.simulation, { outcome: 'satisfied' }))[0]!['mean']).toBeCloseTo(overall.satisfied.mean * 100, 9);
  });

  it('histograms hold every customer, segments by their shares', () => {
    const chart = outcomeChart(study.simulation);
    const layers = chart['layer'] as readonly { readonly data?: { readonly values: Rows } }[];
    const bins = layers.flatMap(({ data }) => data?.values ?? []).filter((row) => row['share'] !== undefined);
    expect(bins.reduce((sum, row) => sum + (row['share'] as number), 0)).toBeCloseTo(3, 9);
  });

  it('differences, their intervals, the wider ones, and what is concluded', () => {
    const { overall, segments } = study.comparison.variants.worse!;
    const rows = rowsOf(forestChart(study.comparison, { variant: 'worse' }));
    [overall, segments.regular, segments['first-time']].forEach(({ satisfaction }, index) => {
      expect(rows[index]).toMatchObject({
        value: satisfaction.difference,
        low: satisfaction.interval.low,
        high: satisfaction.interval.high,
        widestLow: satisfaction.simultaneous.low,
        widestHigh: satisfaction.simultaneous.high,
        tone: satisfaction.conclusion,
      });
    });
  });

  it('parts of a waterfall, end to end', () => {
    const { overall } = study.waterfall;
    const rows = rowsOf(waterfallChart(study.waterfall));
    expect(rows[0]).toMatchObject({ from: overall.start, to: overall.start });
    overall.shapley.forEach(({ difference }, index) => {
      expect((rows[index + 1]!['to'] as number) - (rows[index + 1]!['from'] as number)).toBeCloseTo(difference, 9);
    });
    expect(rows.at(-2)!['to']).toBeCloseTo(overall.end, 6);
  });

  it('shares of parameter sets, and the ends of each assumption', () => {
    const { overall } = study.robustness.variants['worse']!;
    const rows = rowsOf(robustnessChart(study.robustness, { variant: 'worse' }));
    expect(rows[0]!['worse']).toBeCloseTo(overall.shares.worse * 100, 9);
    const names = Object.keys(overall.memory);
    names.forEach((name, index) => expect(rows[3 + index]).toMatchObject({ label: name, worse: overall.memory[name]!.shares.worse * 100 }));
    const bars = rowsOf(tornadoChart(study.robustness, { variant: 'worse', most: 200 }));
    const { inputs } = study.robustness.over;
    const tried = [
      ...Object.entries(overall.parameters).map(([path, effect]) => ({ label: `${path} (model)`, effect })),
      ...Object.entries(overall.inputs).map(([path, effect]) => ({
        label: `${inputName(inputs[path]!)} (${inputSource(inputs[path]!)})`,
        effect,
      })),
    ];
    for (const { label, low, high, base } of bars as readonly { label: string; low: number; high: number; base: number }[]) {
      const same = tried.filter((one) => one.label === label);
      expect(same.map(({ effect }) => ({ low: effect.atLow, high: effect.atHigh }))).toContainEqual({ low, high });
      expect(base).toBe(overall.asStudied.difference);
    }
    for (const by of ['model', 'source not said']) expect(bars.some(({ label }) => String(label).endsWith(`(${by})`))).toBe(true);
    const swings = bars.map(
      ({ low, high, base }) =>
        Math.max(low as number, high as number, base as number) - Math.min(low as number, high as number, base as number),
    );
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  it('shares of peaks in every step that is felt', () => {
    const cells = rowsOf(peakChart(study.simulation));
    const felt = study.simulation.journey.interactions.filter(({ kind }) => kind !== 'gap');
    expect(cells).toHaveLength(felt.length * 3);
    expect(cells[0]!['share']).toBe(study.simulation.overall.interactions!['register']!.peakShare);
  });

  it('variants of a trade-off beside the baseline at nothing', () => {
    const rows = rowsOf(tradeOffChart(study.comparison, { x: 'clockDuration', y: 'satisfaction' }));
    expect(rows[0]).toMatchObject({ label: 'baseline', x: 0, y: 0 });
    const { overall } = study.comparison.variants.worse!;
    expect(rows[2]).toMatchObject({
      label: 'worse',
      x: overall.clockDuration.difference / 60,
      y: overall.satisfaction.difference,
      standing: 'behind',
    });
    const dear = rowsOf(tradeOffChart(study.comparison, { costs: { calmer: 5, worse: 0, same: 1 } }));
    expect(dear.map(({ x }) => x)).toEqual([0, 5, 0, 1]);
  });
});

describe('importance against performance as a chart', () => {
  it('has each step where its affect and its gain lie, filled where that is clear', () => {
    const { overall } = study.drivers;
    const rows = rowsOf(driversChart(study.drivers));
    const placed = study.drivers.order.steps.filter((id) => overall.steps[id]!.field !== undefined);
    expect(rows.map(({ label }) => label)).toEqual(placed.map((id) => overall.steps[id]!.name));
    placed.forEach((id, index) => {
      const { affect, levers, clear } = overall.steps[id]!;
      expect(rows[index]).toMatchObject({ x: affect!.mean, y: levers.affect!.difference, standing: clear === true ? 'front' : 'behind' });
    });
  });

  it('turns what is better where it is less, and names only what is clear', () => {
    const call = { name: 'Call', interactions: [0, 1].map((index) => ({ id: `s${index}`, duration: 60, affect: 1 })) };
    const alike = drivers({ journey: call, model: { memory: averaging }, customers: 20, seed: 1 });
    expect(titleOf(driversChart(alike))).toBe('No step clearly matters more than the average step and feels worse');
    // The same figures, as if they were minutes to be saved.
    const longer = { ...(JSON.parse(JSON.stringify(study.drivers)) as typeof study.drivers), outcome: 'clockDuration' as const };
    const up = study.drivers.overall.steps['register']!.levers.affect!.difference;
    expect(rowsOf(driversChart(longer))[0]!['y']).toBe(-up);
    expect(JSON.stringify(driversChart(longer))).toContain('gain in clock time, seconds, from one more point of affect');
  });

  it('is none of fewer than two steps, nor of a segment that is not there', () => {
    const one = drivers({ journey: { name: 'One', interactions: [{ id: 'a', duration: 60 }] }, customers: 20, seed: 1 });
    expect(() => driversChart(one)).toThrow('drivers.overall.lines: expected at least two steps');
    expect(() => driversChart(study.drivers, { segment: 'x' })).toThrow('segment: expected one of regular, first-time');
    expect(() => driversChart({ kind: 'drivers' } as never)).toThrow('drivers.outcome: expected an outcome');
  });
});

describe('what charts say', () => {
  it('titles say no more than what is concluded', () => {
    expect(titleOf(forestChart(study.comparison))).toBe(
      'Satisfaction is better with calmer; practically the same with same; worse with worse',
    );
    const undecided = compare({
      baseline: { name: 'A', interactions: [{ id: 'a', duration: 60, affect: { type: 'normal', mean: 1, sd: 4 } }] },
      variants: { b: { name: 'B', interactions: [{ id: 'b', duration: 60, affect: { type: 'normal', mean: 1, sd: 4 } }] } },
      customers: 20,
      seed: 1,
    });
    expect(undecided.variants.b.overall.satisfaction.conclusion).toBe('undecided');
    expect(titleOf(forestChart(undecided))).toMatch(/^b is undecided: satisfaction [+−]/);
  });

  it('captions say n, seed and level', () => {
    const subtitle = forestChart(study.one).title.subtitle!.join(' ');
    expect(subtitle).toContain("The same 60 customers in each of 2 segments, seed 'charts'");
    expect(subtitle).toContain('95 % interval');
  });

  it('a title of one’s own is there in its place', () => {
    expect(outcomeChart(study.simulation, { title: 'Ours' }).title.text).toBe('Ours');
    expect(outcomeChart(study.simulation, { title: 'Ours' }).description).toMatch(/^Ours\. all customers: mean /);
  });

  it('who does not see it is told every row', () => {
    const { description } = forestChart(study.comparison);
    for (const name of ['calmer is better', 'worse is worse', 'same is practically the same']) expect(description).toContain(name);
    expect(description).not.toMatch(/Calmer|Worse|Same/);
  });

  it.each(Object.entries(chartsOf(usual)))('%s shows itself in a notebook, as text and as Markdown', (_, draw) => {
    const chart = draw({});
    const display = (chart as unknown as Record<symbol, () => Record<string, unknown>>)[Symbol.for('Jupyter.display')]!();
    expect(display['application/vnd.vegalite.v5+json']).toBe(chart);
    expect(display['text/plain']).toBe(toText(chart as never));
    expect(toText(chart as never).replace(/\s+/g, ' ')).toContain(titleOf(chart));
    expect(toMarkdown(chart as never)).toMatch(/^### /);
    expect(Object.getOwnPropertySymbols(JSON.parse(JSON.stringify(chart)))).toEqual([]);
    expect(Object.isFrozen(chart) && Object.isFrozen(chart.title)).toBe(true);
  });

  it.each(Object.entries(chartsOf(usual)))('%s reads no number of many digits', (_, draw) => {
    const texts: string[] = [];
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string' && ['text', 'detail', 'description', 'title'].includes(key)) texts.push(value);
      else if (Array.isArray(value)) value.forEach((one) => walk(one, key));
      else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, name);
    };
    walk(draw({}), '');
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => /\d\.\d{5,}|\de[+-]\d|NaN|undefined/.test(text))).toEqual([]);
  });
});

describe('scales', () => {
  it('have round ends around all numbers, whatever they are', () => {
    for (const values of [
      [0, 1],
      [-3, 17.2],
      [1e-7, 3e-7],
      [5, 5],
      [0, 0],
      [-1e12, 1e12],
      [0.1, 0.30000000000000004],
      [99.99999, 100],
    ]) {
      for (const pixels of [80, 300, 1_100]) {
        const { ticks, domain, write } = axisFor(values, pixels, { title: '', sign: '' });
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(24);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values));
        const texts = ticks.map(write);
        expect(new Set(texts).size).toBe(texts.length);
        texts.forEach((text) => expect(text.length).toBeLessThan(19));
      }
    }
  });

  it('end where the outcome ends', () => {
    const { ticks } = axisFor([93, 99.9], 400, {
      title: '',
      sign: '',
      within: [...outcomeDescriptions.satisfaction.scale] as [number, number],
    });
    expect(ticks.at(-1)).toBeLessThanOrEqual(100);
  });
});

/** Contrast of two colours, 1…21, as WCAG has it. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5]
      .map((start) => parseInt(color.slice(start, start + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How linear red, green and blue are seen with one kind of cone missing (Machado, Oliveira and Fernandes 2009, severity 1), and with all. */
const fewColours: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour in CIELAB, as it is seen. */
function lab(color: string, matrix: readonly (readonly number[])[]): number[] {
  const linear = [1, 3, 5]
    .map((start) => parseInt(color.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const times = (rows: readonly (readonly number[])[], by: readonly number[]): number[] =>
    rows.map((row) => row.reduce((sum, value, i) => sum + value * by[i]!, 0));
  const seen = times(matrix, linear).map((value) => Math.min(1, Math.max(0, value)));
  const xyz = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    seen,
  );
  const [x, y, z] = [xyz[0]! / 0.9505, xyz[1]!, xyz[2]! / 1.089].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
}

describe.each(Object.entries(themes) as [string, Theme][])('colours on a %s page', (_, theme) => {
  it('stand out: text by 4.5 to 1, marks by 3 to 1', () => {
    for (const color of [theme.ink, theme.muted]) expect(contrast(color, theme.page)).toBeGreaterThanOrEqual(4.5);
    for (const color of [theme.main, theme.zero, ...Object.values(theme.tones)])
      expect(contrast(color, theme.page)).toBeGreaterThanOrEqual(3);
  });

  it('of conclusions stay apart for those who see few colours', () => {
    const tones = Object.entries(theme.tones);
    for (const [seen, matrix] of Object.entries(fewColours)) {
      tones.forEach(([one, a], index) => {
        for (const [other, b] of tones.slice(0, index)) {
          const [p, q] = [lab(a, matrix), lab(b, matrix)];
          expect(Math.hypot(...p.map((value, i) => value - q[i]!)), `${one} and ${other} with ${seen}`).toBeGreaterThan(16);
        }
      });
    }
  });

  it('of a scale bear the text on them', () => {
    const channel = (share: number, start: number): string => {
      const [a, b] = theme.scale.map((color) => parseInt(color.slice(start, start + 2), 16)) as [number, number];
      return Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, '0');
    };
    for (let share = 0; share <= 1; share += 0.05) {
      const color = `#${[1, 3, 5].map((start) => channel(share, start)).join('')}`;
      expect(contrast(cellInk(share, theme.scale), color)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('what is refused', () => {
  const today = study.simulation;
  it('anything but the result that it is about', () => {
    expect(() => outcomeChart(study.one as never)).toThrow('simulation: expected what simulate returned');
    expect(() => forestChart(today as never)).toThrow('comparison: expected what compare returned');
    expect(() => waterfallChart(today as never)).toThrow(
      'waterfall: expected what waterfall returned, received a result of kind "simulation"',
    );
    expect(() => robustnessChart(undefined as never)).toThrow('robustness: expected what robustness returned, received nothing');
    expect(() => standardsChart({ kind: 'standards' } as never)).toThrow('report.verdict: expected a text, received nothing');
    expect(() => memoryChart([] as never)).toThrow('fit: expected what fitMemory returned');
    expect(() => watchChart(3 as never)).toThrow('watched: expected what watch returned');
    expect(() => tornadoChart({ bars: [{ label: 'a', low: 1 }] } as never)).toThrow('what.base: expected a number');
  });

  it('outcomes, segments and variants that are not there', () => {
    const few = simulate({ journey: today.journey, customers: 20, seed: 1, outcomes: ['csat'] });
    expect(titleOf(outcomeChart(few))).toMatch(/^CSAT: /);
    expect(() => outcomeChart(few, { outcome: 'satisfaction' as never })).toThrow('satisfaction, which is not there');
    expect(() => peakChart(few)).toThrow("add 'interactions'");
    expect(() => outcomeChart(today, { outcome: 'happiness' as never })).toThrow('outcome: expected one of');
    expect(() => forestChart(study.one, { variant: 'other' })).toThrow('variant: expected one of calmer');
    expect(() => forestChart(study.one, { outcome: 'csat', outcomes: ['csat'] })).toThrow('outcome or outcomes, not both');
    expect(() => forestChart(study.one, { outcomes: ['csat', 'sun' as never] })).toThrow('outcomes[1]: expected one of');
    expect(() => waterfallChart(study.waterfall, { segment: 'x' })).toThrow('segment: expected one of regular, first-time');
    expect(() => tradeOffChart(study.one, { costs: { other: 1 } })).toThrow(/costs\.calmer: expected a number[\s\S]*costs\.other/);
    expect(() => tornadoChart(study.robustness, { variant: 'x' })).toThrow('variant: expected one of calmer, worse');
  });

  it('options nobody knows, and widths that are none', () => {
    expect(() => outcomeChart(today, { colour: 1 } as never)).toThrow('colour: expected only');
    expect(() => outcomeChart(today, { width: 20 })).toThrow('width: expected a width in pixels from 240 to 4000');
    expect(() => outcomeChart(today, { theme: 'blue' as never })).toThrow('theme: expected');
  });
});

describe('results read back from JSON', () => {
  const back = <Result>(result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;
  it('are drawn alike', () => {
    expect(outcomeChart(back(study.simulation))).toEqual(outcomeChart(study.simulation));
    expect(forestChart(back(study.comparison))).toEqual(forestChart(study.comparison));
    expect(waterfallChart(back(study.waterfall))).toEqual(waterfallChart(study.waterfall));
    expect(robustnessChart(back(study.robustness))).toEqual(robustnessChart(study.robustness));
  });

  it('without any memory but the study’s own too', () => {
    const call = (affect: number) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
    const tried = robustness({
      baseline: call(1),
      variant: call(2),
      customers: 20,
      seed: 1,
      over: { memory: {}, peak: {}, endWindow: {}, parameters: {}, inputs: {}, draws: 2 },
    });
    expect(titleOf(robustnessChart(tried))).toMatch(/^Better in 100 % of \d+ parameter sets/);
    expect(titleOf(tornadoChart(tried))).toBe('Nothing tried moves the difference in satisfaction');
    expect(titleOf(informationChart(tried))).toBe('To know more would not change this choice');
    expect(() => uncertaintyChart(tried)).toThrow('shares of what is uncertain, received nothing');
  });
});
