import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { answered, launch, noBrowser, watched, type Launched } from '../browser';

/** Everything here is left out where there is no browser. */
export const leftOut = noBrowser !== undefined;

/** The page's own address, as of a folder that somebody unpacked. */
export const address = leftOut ? '' : pathToFileURL(join(inject('playground'), 'index.html')).href;

/** A journey of the playground's own, as its file holds it. */
export function sample(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../examples/playground/samples/${name}`, import.meta.url)), 'utf8');
}

/** The playground on a page of its own. */
export interface Playground {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  /** What was written to the console, thrown, or shown as an alert. */
  readonly said: readonly string[];
  /** Until everything that was asked is answered in full. */
  answered(): Promise<void>;
  /** The row of a step. */
  step(id: string): Locator;
  /** The ids of the steps, from first to last. */
  order(): Promise<string[]>;
  /** The proposal in words. */
  proposal(): Promise<string[]>;
  verdict(): Promise<string>;
  /** Opens what else can be done with a step. */
  more(id: string): Promise<Locator>;
  /** Pastes a text and opens it. */
  paste(text: string): Promise<void>;
}

/** A browser for the tests of a file, and a way to open the playground in it. */
export function withBrowser(): (options?: BrowserContextOptions, hash?: string) => Promise<Playground> {
  let browser: Launched;
  beforeAll(async () => {
    if (!leftOut) browser = await launch();
  });
  afterAll(() => (leftOut ? undefined : browser.close()));
  return async (options = {}, hash = '') => {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const opened = driven(page, context);
    await page.goto(address + hash);
    await opened.answered();
    return opened;
  };
}

function driven(page: Page, context: BrowserContext): Playground {
  const { asked, said } = watched(page);
  const step = (id: string): Locator => page.locator(`.step[data-id="${id}"]`);
  return {
    page,
    context,
    asked,
    said,
    answered: () => answered(page),
    step,
    order: () => page.locator('.step').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id']!)),
    proposal: () => page.locator('.edits li span').allTextContents(),
    verdict: async () => (await page.locator('.verdict .figure').textContent()) ?? '',
    more: async (id) => {
      const row = step(id);
      if (!(await row.locator('.drawer').isVisible())) await row.locator('.more').click();
      return row.locator('.drawer');
    },
    paste: async (text) => {
      await page.getByRole('button', { name: 'Open…' }).click();
      await page.locator('#open-text').fill(text);
      await page.getByRole('button', { name: 'Open it' }).click();
    },
  };
}
