import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, redesign, type AnyComparison } from 'peakend';
import { report } from 'peakend/report';
import { noBrowser, openBrowser, watched } from '../browser';
import { comparisonOf, drawnJourneys, simulationOf } from './journeys';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(noBrowser !== undefined)('a report in a browser', () => {
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let asked: string[];
  let said: string[];

  beforeAll(async () => {
    opened = await openBrowser();
    page = opened.page;
    ({ asked, said } = watched(page));
  });
  afterAll(() => opened.close());

  async function show(html: string, width: number): Promise<void> {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(html, { waitUntil: 'load' });
  }

  it.each(drawnJourneys)('$name: its pictures load, nothing is wider than the page, and nothing is cut off on paper', async (drawn) => {
    const html = report(comparisonOf(drawn), { evidence: [simulationOf(drawn)] }).html;
    for (const width of [360, 720, 1_200]) {
      await show(html, width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.evaluate(() => Array.from(document.images).map((image) => image.complete && image.naturalWidth > 0))).not.toContain(
        false,
      );
    }
    // On paper nothing scrolls: tables have to fit.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 680, height: 960 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('breaks no word of a heading on paper', async () => {
    const { journey, edits } = drawnJourneys.find(({ name }) => name === 'three steps')!;
    const names = ['Families with small children', 'Teenagers', 'Tourists'];
    const segments = names.map((name, index) => ({ id: `s${index}`, name, share: 1 / 3, returnValue: 60 }));
    const compared = compare({ baseline: journey, variants: { other: redesign(journey, edits) }, segments, customers: 40, seed: 1 });
    await show(report(compared).html, 680);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
    const broken = await page.evaluate(() =>
      Array.from(document.querySelectorAll('thead th')).flatMap((heading) => {
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (texts.nextNode() !== null) {
          const text = texts.currentNode;
          for (const word of (text.textContent ?? '').matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (range.getClientRects().length > 1) found.push(word[0]);
          }
        }
        return found;
      }),
    );
    expect(broken).toEqual([]);
  });

  it('can be read on a phone: pictures are as large as they were drawn, and the first figures of a table are in sight', async () => {
    const compared = comparisonOf(drawnJourneys[0]!);
    await show(report(compared).html, 360);
    expect(
      await page.evaluate(() =>
        Array.from(document.images).map((image) => [image.clientWidth >= image.naturalWidth, image.clientWidth > 360]),
      ),
    ).toContainEqual([true, true]);
    const ends = await page.evaluate(() =>
      Array.from(document.querySelectorAll('table')).map((table) => {
        const [first] = Array.from(table.querySelectorAll('tbody tr:first-child td')).filter((cell) => cell.getClientRects().length > 0);
        return first!.getBoundingClientRect().right;
      }),
    );
    expect(ends.length).toBeGreaterThan(1);
    for (const end of ends) expect(end).toBeLessThanOrEqual(360);
    await show(report(compared).html, 1_200);
    expect(await page.evaluate(() => document.querySelector('td.stroke')!.getClientRects().length)).toBe(1);
  });

  it('has nothing that axe finds serious', async () => {
    for (const drawn of [drawnJourneys[0]!, drawnJourneys[2]!, drawnJourneys[6]!]) {
      await show(report(comparisonOf(drawn), { subtitle: 'For the board' }).html.replace(/<meta http-equiv[^>]*>/, ''), 1_200);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }).axe.run(),
      );
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    }
  });

  it('runs nothing and loads nothing, whatever things are called', async () => {
    const nasty = `<img src=x onerror=alert(1)><script>alert(2)</script>"'>`;
    const call = (affect: number) => ({ name: nasty, interactions: [{ id: nasty, name: nasty, duration: 60, affect }] });
    const compared: AnyComparison = compare({ baseline: call(0), variants: { [nasty]: call(2) }, customers: 50, seed: nasty });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(3)"><script>alert(4)</script><image href="http://127.0.0.1:9/x.png"/></svg>`;
    asked.length = 0;
    said.length = 0;
    await show(report(compared, { title: nasty, evidence: [{ title: nasty, description: nasty, svg }] }).html, 900);
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  });
});
