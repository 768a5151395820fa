import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { leftOut, sample, withBrowser, type Playground } from './playground';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or worse, each with the first place. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }> };
      }
    ).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes: [node] }) => `${id}: ${node!.target.join(' ')} ${node!.failureSummary}`);
}

const colorOf = (page: Page, place: string): Promise<string> =>
  page
    .locator(place)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A page with everything on it: changes, an open drawer, a fault, cautions, promises of every colour. */
async function fill(playground: Playground): Promise<void> {
  const { answered, more, step } = playground;
  await (await more('queue')).getByRole('button', { name: 'Explain the wait' }).click();
  await step('form').locator('.affect-number').fill('3');
  await answered();
  await step('parking').locator('.duration').fill('5 lemons');
}

describe.skipIf(leftOut)('looks', () => {
  const open = withBrowser();

  it('light and dark, wide and narrow: axe finds nothing serious, on the page and in its dialogs', async () => {
    // What is fading in is not measured half-way.
    const playground = await open({ reducedMotion: 'reduce' });
    const { page, answered } = playground;
    const both = async (...widths: number[]): Promise<void> => {
      for (const width of widths)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          await answered();
          expect(await serious(page), `${colorScheme}, ${width} wide`).toEqual([]);
        }
    };
    await page.evaluate(axe);
    await fill(playground);
    await both(1_280, 360);
    await page.getByRole('button', { name: 'Share…' }).click();
    await both(360);
    await page.keyboard.press('Escape');
    await playground.paste('{"name":"x","interactions":[{"id":"a","duration":"5 lemons","affect":30}]}');
    await page.locator('.outcome .what').waitFor();
    await both(1_280);
  });

  it.each(['clinic.json', 'airport.json', 'weekend.json'])('%s: nothing is wider than the page, however narrow or wide', async (name) => {
    const playground = await open();
    const { page } = playground;
    await playground.paste(sample(name));
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await playground.answered();
    if (name === 'clinic.json') await fill(playground);
    const overhangs = async (): Promise<[width: number, beyond: number][]> => {
      const found: [number, number][] = [];
      for (const width of [320, 360, 768, 999, 1_000, 1_280, 1_920]) {
        await page.setViewportSize({ width, height: 800 });
        await playground.answered();
        found.push([width, await overhang(page)]);
      }
      return found.filter(([, beyond]) => beyond !== 0);
    };
    expect(await overhangs()).toEqual([]);
  });

  it('long names without a space do not push anything off the page', async () => {
    const playground = await open({ viewport: { width: 320, height: 800 } });
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'.repeat(2);
    const interactions = [1, 2].map((id) => ({ id: `${long}${id}`, name: long, stage: long, duration: 60 * id, affect: id }));
    await playground.paste(JSON.stringify({ journey: { name: long, interactions }, segments: [{ id: 'a', name: long, share: 1 }] }));
    await playground.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await playground.answered();
    await playground.page.locator('.more').first().click();
    expect(await overhang(playground.page)).toBe(0);
  });

  it('dark or light: as the system has it, until it is chosen here; the choice stays', async () => {
    const { page, answered } = await open({ colorScheme: 'dark' });
    const dark = await colorOf(page, 'body');
    const picture = (): Promise<string> => page.locator('.ribbon svg').innerHTML();
    const drawn = await picture();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForFunction((before) => document.querySelector('.ribbon svg')!.innerHTML !== before, drawn);
    const light = await colorOf(page, 'body');
    expect(light).not.toBe(dark);
    await page.getByRole('button', { name: 'Dark or light' }).click();
    await answered();
    expect(await colorOf(page, 'body')).toBe(dark);
    expect(await picture()).toBe(drawn);
    await page.reload();
    await answered();
    expect(await colorOf(page, 'body')).toBe(dark);
  });

  it('nothing moves under the hand: the verdict keeps its height from answer to answer', async () => {
    const { page, answered, step } = await open();
    for (const width of [1_280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const heights = new Set<number>();
      for (const affect of ['8', '-9', '-3', '-3.5']) {
        await step('pay').locator('.affect-number').fill(affect);
        await answered();
        heights.add((await page.locator('.verdict').boundingBox())!.height);
      }
      expect([...heights]).toHaveLength(1);
    }
  });

  it('is worked through with the keyboard alone, with focus always to be seen', async () => {
    const { page } = await open();
    const seen = new Set<string>();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const shown = element.closest('.switch label') ?? element;
        return { name: element.getAttribute('aria-label') ?? element.textContent ?? '', outline: getComputedStyle(shown).outlineStyle };
      });
      if (focused.name.includes('peakend playground')) break;
      seen.add(focused.name);
      expect(focused).toMatchObject({ outline: expect.stringMatching(/solid|auto/) as string });
    }
    for (const name of ['Open…', 'Share…', 'Move Welcome, 2 of 8', 'Duration of Welcome', 'More for Pay the bill', 'Add a step'])
      expect([...seen]).toContain(name);
  });

  it('loads nothing but its own files, and says nothing', async () => {
    const playground = await open();
    await fill(playground);
    await playground.answered();
    expect(playground.said).toEqual([]);
    expect(playground.asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(playground.asked.length).toBeGreaterThanOrEqual(3);
  });
});
