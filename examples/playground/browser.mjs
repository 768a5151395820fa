// Chromium for tests, measurements and pictures: the one that the system has, with nothing of its own to do.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; undefined where there is none. `CHROMIUM` says another place. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** A browser with a profile that nobody used before; `close` takes the profile with it. */
export async function launch(options = {}) {
  if (chromiumPath === undefined) throw new Error('No Chromium: install it, or say in CHROMIUM where it is');
  const profile = mkdtempSync(join(tmpdir(), 'playground-profile-'));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet, ...options, env: { ...process.env, HOME: profile } });
  return {
    newContext: (context) => browser.newContext(context),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
