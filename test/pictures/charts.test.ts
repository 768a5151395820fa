import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, checkStandards, noSegmentWorse, robustness, redesign, waterfall } from 'peakend';
import {
  driversChart,
  forestChart,
  outcomeChart,
  peakChart,
  robustnessChart,
  standardsChart,
  tornadoChart,
  tradeOffChart,
  watchChart,
  waterfallChart,
  type Chart,
  type ChartOptions,
} from 'peakend/charts';
import { watch } from 'peakend/data';
import { drivers } from 'peakend/decide';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import * as vegaLite from 'vega-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonOf, drawnJourneys, simulationOf, type DrawnJourney } from './journeys';

const browser = [process.env['PEAKEND_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
const widths = [360, 720, 1_200];

function chartsOf(drawn: DrawnJourney): Readonly<Record<string, (options: ChartOptions) => Chart>> {
  const { journey, edits, segments } = drawn;
  const study = { segments, customers: 40, seed: 'pictures' };
  const simulation = simulationOf(drawn);
  const comparison = comparisonOf(drawn);
  const falling = waterfall({ ...study, baseline: journey, edits });
  const tried = robustness({ ...study, baseline: journey, variant: redesign(journey, edits), over: { draws: 5 } });
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
  return {
    outcome: (options) => outcomeChart(simulation, options),
    time: (options) => outcomeChart(simulation, { outcome: 'clockDuration', ...options }),
    forest: (options) => forestChart(comparison, { outcomes: ['satisfaction', 'clockDuration'], ...options }),
    waterfall: (options) => waterfallChart(falling, options),
    robustness: (options) => robustnessChart(tried, options),
    tornado: (options) => tornadoChart(tried, options),
    // One step makes no table.
    ...(pulled.overall.lines === undefined ? {} : { drivers: (options: ChartOptions) => driversChart(pulled, options) }),
    standards: (options) => standardsChart(report, options),
    watch: (options) => watchChart(watched, options),
    peak: (options) => peakChart(simulation, options),
    'trade-off': (options) => tradeOffChart(comparison, { x: 'clockDuration', ...options }),
  };
}

/** Draws in the page; back come its size, and every text that overlaps another or leaves the picture. */
async function faultsOf(page: Page, chart: Chart): Promise<{ width: number; texts: number; faults: string[] }> {
  const { spec } = vegaLite.compile(chart as never);
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
    return { width: all.width, texts: boxes.length, faults };
  }, spec as unknown);
}

describe.skipIf(browser === undefined)('charts of journeys of real shape', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charts-'));
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await chromium.launchPersistentContext(folder, {
      executablePath: browser!,
      headless: true,
      viewport: { width: 1_300, height: 900 },
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
    page = context.pages()[0] ?? (await context.newPage());
    await page.setContent('<!doctype html><body style="margin:0"></body>');
    await page.addScriptTag({ path: 'node_modules/vega/build/vega.min.js' });
  });
  afterAll(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });

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
