import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const places = [process.env['PEAKEND_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = places.find((path) => path !== undefined && existsSync(path));
const required = process.env['PEAKEND_BROWSER'] === 'required' || (process.env['CI'] ?? '') !== '';

/** Why pictures cannot be measured here; undefined where they can. Where they have to be (in CI), no browser is a failure. */
export const noBrowser = found === undefined ? 'no Chromium found: install it, or name one in PEAKEND_CHROMIUM' : undefined;
if (noBrowser !== undefined && required) throw new Error(noBrowser);
if (noBrowser !== undefined) console.warn(`pictures are not measured: ${noBrowser}`);

/** A browser with a page of its own; `close` leaves nothing behind. */
export async function openBrowser(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    executablePath: found!,
    headless: true,
    viewport: { width: 1_300, height: 900 },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
