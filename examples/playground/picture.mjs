/**
 * Draws docs/pictures/playground.png, the picture at the top of README: the built playground with a proposal in it.
 *
 *     npm run playground:build && node examples/playground/picture.mjs
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answered, launch } from './browser.mjs';

const picture = join(import.meta.dirname, '../../docs/pictures/playground.png');
const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 872 }, deviceScaleFactor: 1.25, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(import.meta.dirname, 'dist/index.html')).href);
  await answered(page);
  const step = (id) => page.locator(`.step[data-id="${id}"]`);

  // People pay before they wait at the pharmacy, know why they wait for the doctor, and sit well meanwhile.
  await step('pay').locator('.handle').focus();
  for (const key of ['Space', 'ArrowUp', 'Space']) await page.keyboard.press(key);
  await step('queue').locator('.more').click();
  await step('queue').getByRole('button', { name: 'Explain the wait' }).click();
  await step('queue').locator('.more').click();
  await step('queue').locator('.affect-number').fill('1');
  await answered(page);

  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
  await page.locator('.message:not(.shown)').waitFor({ state: 'attached', timeout: 10_000 });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture, animations: 'disabled' });
  console.log(picture);
} finally {
  await browser.close();
}
