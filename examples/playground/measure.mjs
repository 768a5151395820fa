/**
 * How fast the built playground is, in Chromium on this machine: 20 steps, 5 segments, 2,000 customers in each.
 *
 *     npm run playground:build && node examples/playground/measure.mjs
 *
 * From an input event, as the browser stamped it, to the answer on the screen (the frame after the page held it), over 40 edits of all kinds; then the
 * same, and how many frames a second are drawn, while a step is dragged up and down. A first look is its figures; besides each time it says how long the
 * page took to ask, the worker to answer, and the page to show the answer.
 */
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import process from 'node:process';
import { answered, launch } from './browser.mjs';

const kinds = ['affect', 'duration', 'move', 'undo', 'slider'];
const built = process.argv[2] ?? join(import.meta.dirname, 'dist/index.html');
const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(built).href);
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('button', { name: /A weekend away/ }).click();
  await page.locator('.step[data-id=traffic-jam]').waitFor();
  await answered(page);
  const ids = await page.locator('.step').evaluateAll((rows) => rows.map((row) => row.dataset.id));
  const card = (id) => page.locator(`.step[data-id="${id}"]`);

  // Warm the compilers of both threads, as somebody does who has worked for a few seconds.
  for (let index = 0; index < 6; index++) await edit(index);
  await page.evaluate(() => performance.clearMeasures());
  const ends = [];
  for (let index = 0; index < 40; index++) {
    await edit(index + 6);
    ends.push({ kind: kinds[(index + 6) % kinds.length], end: await page.evaluate(() => performance.now()) });
  }
  const edited = (await measured()).map((one) => ({ ...one, kind: ends.find(({ end }) => one.startTime < end)?.kind }));
  console.log(`Chromium ${context.browser().version()}, ${cpus()[0].model}, ${cpus().length} threads`);
  for (const name of ['first look', 'verdict']) {
    report(name, edited);
    for (const kind of kinds) reportKind(kind, name, edited);
  }

  const { elapsed, count, longest } = await drag();
  const seconds = elapsed / 1000;
  console.log(
    `dragging for ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(1)} frames a second, longest gap ${longest.toFixed(0)} ms`,
  );
  report('first look', await measured());

  /** What the page noted since it was asked last. */
  async function measured() {
    return page.evaluate(() => {
      const found = performance
        .getEntriesByType('measure')
        .map(({ name, startTime, duration, detail }) => ({ name, startTime, duration, ...detail }));
      performance.clearMeasures();
      return found;
    });
  }

  /** One edit of a kind that goes by its number, and its whole answer. */
  async function edit(index) {
    const id = ids[(index * 7) % ids.length];
    const kind = kinds[index % kinds.length];
    if (kind === 'affect')
      await card(id)
        .locator('.affect-number')
        .fill(String((index % 13) - 6));
    else if (kind === 'duration')
      await card(id)
        .locator('.duration')
        .fill(`${(index % 9) + 2} to ${(index % 9) + 20} min`);
    else if (kind === 'move') await move(id, index % 4 < 2 ? 'ArrowUp' : 'ArrowDown', 1 + (index % 4));
    else if (kind === 'undo') {
      const button = page.getByRole('button', { name: index % 2 === 0 ? 'Undo' : 'Redo', exact: true });
      if (await button.isEnabled()) await button.click();
    } else
      await card(id)
        .locator('.affect-range')
        .press(index % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await answered(page);
  }

  async function move(id, key, times) {
    await card(id).locator('.handle').focus();
    await page.keyboard.press('Space');
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
    await page.keyboard.press('Space');
  }

  async function drag() {
    await page.evaluate(() => scrollTo(0, 0));
    const handle = await card(ids[2]).locator('.handle').boundingBox();
    const x = handle.x + handle.width / 2;
    const y = handle.y + handle.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    const counting = page.evaluate(
      () =>
        new Promise((resolve) => {
          const begun = performance.now();
          let last = begun;
          let count = 0;
          let longest = 0;
          const frame = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            count++;
            if (now - begun < 4000) requestAnimationFrame(frame);
            else resolve({ count, longest, elapsed: now - begun });
          };
          requestAnimationFrame(frame);
        }),
    );
    for (let step = 0; step < 400; step++) {
      await page.mouse.move(x, y + 190 + 190 * Math.sin(step / 12));
      await page.waitForTimeout(6);
    }
    const result = await counting;
    await page.mouse.up();
    await answered(page);
    return result;
  }
} finally {
  await browser.close();
}

function report(wanted, all) {
  const measured = all.filter(({ name }) => name === wanted);
  const parts = Object.entries({ asking: 'to ask', spent: 'in the worker', showing: 'to show it' });
  const within = parts.map(([key, what]) => `${what} ${sharesOf(measured, key, [0.5, 0.95]).join(' and ')}`);
  const [half, most, slowest] = sharesOf(measured, 'duration', [0.5, 0.95, 1]);
  console.log(
    `${wanted.padEnd(10)} ${measured.length} answers: p50 ${half} ms, p95 ${most} ms, slowest ${slowest} ms (p50 and p95 of it: ${within.join(', ')} ms)`,
  );
}

function reportKind(kind, wanted, all) {
  const measured = all.filter((one) => one.name === wanted && one.kind === kind);
  const [half, most] = sharesOf(measured, 'duration', [0.5, 0.95]);
  if (measured.length > 0) console.log(`  ${kind.padEnd(8)} ${measured.length} answers: p50 ${half} ms, p95 ${most} ms`);
}

/** Of all values of a key the one that so many lie below, in whole milliseconds. */
function sharesOf(measured, key, shares) {
  const values = measured.map((one) => one[key]).sort((a, b) => a - b);
  return shares.map((share) => values[Math.min(values.length - 1, Math.floor(share * values.length))]?.toFixed(0));
}
