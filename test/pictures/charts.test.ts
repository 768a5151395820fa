import { atLeast, atMost, checkStandards, compare, noSegmentWorse, robustness, redesign, waterfall } from 'peakend';
import {
  driversChart,
  forestChart,
  informationChart,
  memoryChart,
  outcomeChart,
  peakChart,
  portfolioChart,
  robustnessChart,
  standardsChart,
  tornadoChart,
  tradeOffChart,
  uncertaintyChart,
  watchChart,
  waterfallChart,
  type Chart,
  type ChartOptions,
} from 'peakend/charts';
import { fitMemory, recordings, watch } from 'peakend/data';
import { costAndValue, drivers, findRedesigns, mergeNeighbours, moveTo, portfolio } from 'peakend/decide';
import type { Page } from 'playwright-core';
import * as vegaLite from 'vega-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../browser';
import { comparisonOf, drawnJourneys, simulationOf, type DrawnJourney } from './journeys';

const widths = [360, 720, 1_200];

function chartsOf(drawn: DrawnJourney): Readonly<Record<string, (options: ChartOptions) => Chart>> {
  const { journey, edits, segments } = drawn;
  const study = { segments, customers: 40, seed: 'pictures' };
  const simulation = simulationOf(drawn);
  const comparison = comparisonOf(drawn);
  const falling = waterfall({ ...study, baseline: journey, edits });
  const valued = segments.map((segment) => ({ ...segment, returnValue: 85 }));
  const asked = { ...study, segments: valued, baseline: journey, variants: { [journey.name]: redesign(journey, edits), same: journey } };
  const tried = robustness({ ...asked, population: 12_000, over: { draws: 20, shares: 10 } });
  const worth = costAndValue(compare({ ...asked, population: 12_000 }), { costs: { [journey.name]: 25_000, same: 0 } });
  // With one step there is nothing to move or merge.
  const search = { ...study, journey, candidates: [moveTo('end', undefined, { cost: 40 }), mergeNeighbours({ longest: 2, cost: 900 })] };
  const found = journey.interactions.length < 3 ? undefined : findRedesigns({ ...search, customers: 100, most: 60, robustness: false });
  const named = drawnJourneys.map((one, index) => [one.journey.name, { journey: one.journey, people: 100 * (index + 1) }] as const);
  const company = portfolio({ ...study, journeys: Object.fromEntries([...named.slice(0, 3), [journey.name, { journey, people: 7_000 }]]) });
  const pulled = drivers({ ...study, journey, shapley: false });
  const report = checkStandards(comparison, [
    atLeast('satisfaction', 60, { segment: 'each' }),
    atMost('clockDuration', '1 h'),
    noSegmentWorse('csat'),
  ]);
  const observations = Array.from({ length: 30 }, (_, period) => ({
    period: `${journey.name} ${period}`.slice(-40),
    mean: 4 - period / 60,
    n: 100 + 7 * period,
    segment: segments[0]!.id,
  }));
  const watched = watch({ expected: { [segments[0]!.id]: { mean: 4, sd: 1 } }, observations });
  const fit = fitOf(drawn);
  const isUncertain = tried.variants[journey.name]!.overall.spread.shares !== undefined;
  return {
    outcome: (options) => outcomeChart(simulation, options),
    time: (options) => outcomeChart(simulation, { outcome: 'clockDuration', ...options }),
    forest: (options) => forestChart(comparison, { outcomes: ['satisfaction', 'clockDuration'], ...options }),
    waterfall: (options) => waterfallChart(falling, options),
    robustness: (options) => robustnessChart(tried, options),
    tornado: (options) => tornadoChart(tried, options),
    // One step makes no table.
    ...(pulled.overall.lines === undefined ? {} : { drivers: (options: ChartOptions) => driversChart(pulled, options) }),
    // Where nothing is uncertain there is nothing to draw.
    ...(isUncertain ? { uncertainty: (options: ChartOptions) => uncertaintyChart(tried, options) } : {}),
    information: (options) => informationChart(tried, options),
    worth: (options) => tradeOffChart(worth, options),
    ...(found === undefined ? {} : { search: (options: ChartOptions) => tradeOffChart(found, options) }),
    portfolio: (options) => portfolioChart(company, options),
    memory: (options) => memoryChart(fit, options),
    standards: (options) => standardsChart(report, options),
    watch: (options) => watchChart(watched, options),
    peak: (options) => peakChart(simulation, options),
    'trade-off': (options) => tradeOffChart(comparison, { x: 'clockDuration', ...options }),
  };
}

/** What people who rated each step say of the whole, under memories of which one is named as the journey. */
function fitOf({ journey: { name, interactions } }: DrawnJourney) {
  const steps = interactions.slice(0, 9).map(({ id }) => id);
  const rated = Array.from({ length: 40 }, (_, person) => {
    const form = steps.map((_step, index) => 1 + ((person * (2 * index + 3) + index) % 7));
    const whole = form.reduce((sum, rating) => sum + rating, 0) / steps.length + (person % 5) / 4;
    return { ...Object.fromEntries(steps.map((step, index) => [step, form[index]!])), whole };
  });
  const felt = recordings.fromColumns(rated, { steps, scale: [1, 7] });
  const own = { name, memory: { kind: 'recency', halfLife: 0.3 } } as const;
  return fitMemory({
    recordings: felt,
    ratings: { values: 'whole', scale: [1, 8] },
    seed: 1,
    candidates: ['averaging', 'peakEnd', 'meanEnd', own],
  });
}

/**
 * Texts that were cut, and that can be read in full nowhere: neither in what a mark tells when it is pointed at, nor in another text of the picture.
 * Lines do not matter, so blanks do not count.
 */
function cutOff(chart: Chart, shown: readonly string[]): string[] {
  const plain = (text: string): string => text.replace(/\s/g, '');
  const told: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (key === 'detail') told.push(plain(String(value)));
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, name);
  };
  walk(chart, '');
  const whole = shown.map(plain).filter((text) => !text.includes('…'));
  return shown.filter((text) => {
    const parts = plain(text).split('…');
    if (parts.length < 2) return false;
    const holds = (other: string): boolean => parts.every((part) => other.includes(part)) && other.length > parts.join('').length;
    return ![...told, ...whole].some(holds);
  });
}

/** Draws in the page; back come its size, and every text that overlaps another, leaves the picture or is cut with nothing to read it in full. */
async function faultsOf(page: Page, chart: Chart): Promise<{ width: number; texts: number; faults: string[] }> {
  const { spec } = vegaLite.compile(chart as never);
  const { shown, ...found } = await drawIn(page, spec);
  return { ...found, faults: [...found.faults, ...cutOff(chart, shown).map((text) => `"${text}" is cut, and nothing says it in full`)] };
}

async function drawIn(page: Page, spec: unknown): Promise<{ width: number; texts: number; faults: string[]; shown: string[] }> {
  return page.evaluate(async (drawn) => {
    const { vega } = globalThis as unknown as {
      vega: { View: new (flow: unknown, how: object) => { runAsync(): Promise<unknown>; finalize(): void }; parse(spec: unknown): unknown };
    };
    document.body.innerHTML = '<div id="picture" style="display:inline-block"></div>';
    const view = new vega.View(vega.parse(drawn), { renderer: 'svg', container: '#picture' });
    await view.runAsync();
    const svg = document.querySelector('svg')!;
    const all = svg.getBoundingClientRect();
    // Browsers hand back the box of a line, with room for accents and tails.
    const [aside, above] = [0.5, 2];
    const boxes = Array.from(svg.querySelectorAll('text'))
      .filter((text) => (text.textContent ?? '').trim() !== '')
      .map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return {
          name: text.textContent,
          left: left - all.left + aside,
          right: right - all.left - aside,
          top: top - all.top + above,
          bottom: bottom - all.top - above,
        };
      });
    const faults: string[] = [];
    boxes.forEach((a, index) => {
      if (a.left < 0 || a.top < 0 || a.right > all.width || a.bottom > all.height) faults.push(`"${a.name}" leaves the picture`);
      for (const b of boxes.slice(0, index))
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) faults.push(`"${a.name}" lies on "${b.name}"`);
    });
    view.finalize();
    return { width: all.width, texts: boxes.length, faults, shown: boxes.map(({ name }) => name ?? '') };
  }, spec);
}

describe.skipIf(noBrowser !== undefined)('charts of journeys of real shape', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = browser.page;
    await page.setContent('<!doctype html><body style="margin:0"></body>');
    await page.addScriptTag({ path: 'node_modules/vega/build/vega.min.js' });
  });
  afterAll(() => browser.close());

  it.each(drawnJourneys)('$name: as wide as asked, no text on another or cut off', async (drawn) => {
    const found: string[] = [];
    for (const [name, draw] of Object.entries(chartsOf(drawn))) {
      for (const width of widths) {
        const { width: is, texts, faults } = await faultsOf(page, draw({ width }));
        expect(texts).toBeGreaterThan(3);
        if (Math.abs(is - width) > 1) found.push(`${name} at ${width}: ${is} wide`);
        for (const fault of faults) found.push(`${name} at ${width}: ${fault}`);
      }
    }
    expect(found).toEqual([]);
  });
});
