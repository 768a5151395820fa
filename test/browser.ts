import type { Page } from 'playwright-core';
import { chromiumPath, launch } from '../examples/playground/browser.mjs';

export { answered, launch, type Launched } from '../examples/playground/browser.mjs';

const required = process.env['PEAKEND_BROWSER'] === 'required' || (process.env['CI'] ?? '') !== '';

/** Why nothing can be looked at here; undefined where it can. Where it has to be (in CI), no browser is a failure. */
export const noBrowser = chromiumPath === undefined ? 'no Chromium found: install it, or name one in PEAKEND_CHROMIUM' : undefined;
if (noBrowser !== undefined && required) throw new Error(noBrowser);
if (noBrowser !== undefined) console.warn(`nothing is looked at in a browser: ${noBrowser}`);

/** A browser with a page of its own; `close` leaves nothing behind. */
export async function openBrowser(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1_300, height: 900 } });
  return { page: await context.newPage(), close: () => browser.close() };
}

/** What a page asks for from now on, and what it writes to the console, throws or shows as an alert. */
export function watched(page: Page): { readonly asked: string[]; readonly said: string[] } {
  const [asked, said]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { asked, said };
}
