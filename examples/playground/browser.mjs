// Chromium for tests, measurements and pictures: the one that the system has, with nothing of its own to do.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const places = [process.env['PEAKEND_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; undefined where there is none. `PEAKEND_CHROMIUM` says another place. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

const quiet = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking']
  .concat('disable-component-update', 'disable-sync')
  .map((flag) => `--${flag}`);

/** A browser with a profile that nobody used before; `close` takes the profile with it. */
export async function launch() {
  if (chromiumPath === undefined) throw new Error('No Chromium: install it, or say in PEAKEND_CHROMIUM where it is');
  const profile = mkdtempSync(join(tmpdir(), 'playground-profile-'));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet, env: { ...process.env, HOME: profile } });
  return {
    newContext: (context) => browser.newContext(context),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Until everything that was asked is answered in full. */
export async function answered(page) {
  await page.locator('body[data-answer=whole]').waitFor();
}
