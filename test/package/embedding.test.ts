import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { build } from 'vite';
import { launch, noBrowser, type Launched } from '../browser';
import { runNode } from './run-node';
import { serve } from './serve';

const root = fileURLToPath(new URL('../../', import.meta.url));
const consumer = inject('consumer');
const examples = join(root, 'examples/embedding');

describe.skipIf(noBrowser !== undefined)('the examples of embedding, in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-embedding-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  let browser: Launched;
  let address: string;

  beforeAll(async () => {
    await buildReact();
    const served = await serve({
      plain: join(examples, 'plain'),
      'worker-protocol.mjs': join(examples, 'worker-protocol.mjs'),
      peakend: join(consumer, 'node_modules/peakend/dist'),
      react: join(folder, 'react/dist'),
    });
    address = served.address;
    browser = await launch();
    closing.push(
      () => browser.close(),
      () => served.server.close(),
    );
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  /** A copy of the example, in which the library is what was packed. */
  async function buildReact(): Promise<void> {
    cpSync(join(examples, 'react'), join(folder, 'react'), { recursive: true });
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    symlinkSync(join(consumer, 'node_modules/peakend'), join(modules, 'peakend'));
    for (const name of ['react', 'react-dom', 'scheduler']) symlinkSync(join(root, 'node_modules', name), join(modules, name));
    // In development mode, in which StrictMode does every effect twice.
    process.env['NODE_ENV'] = 'development';
    await build({ root: join(folder, 'react'), mode: 'development', logLevel: 'error', build: { emptyOutDir: true } });
  }

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext()).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (
        ['error', 'warning'].includes(message.type()) &&
        !message.text().includes('favicon') &&
        !message.location().url.includes('favicon')
      )
        complaints.push(message.text());
    });
    await page.goto(`${address}/${path}`);
    return { page, complaints };
  }
  const settled = (page: Page) => page.locator('#verdict[aria-busy="false"]').waitFor();
  const verdict = async (page: Page) => {
    await settled(page);
    return (await page.locator('#verdict').textContent())?.trim();
  };

  /** What the library says in Node, of the same study. */
  const sentenceOf = (program: string) => runNode(consumer, `import { compare } from 'peakend'; ${program}`).trim();

  it('plain: static files, a module worker, the last question answered, a draft told from a mistake', async () => {
    const { page, complaints } = await open('plain/index.html');
    const expected = (minutes: number, duration: string) =>
      sentenceOf(`
        const visit = (queue) => ({ name: 'Counter', interactions: [
          { id: 'queue', name: 'Queue', kind: 'wait', duration: queue * 60, affect: -1, wait: { tolerance: '10 min' } },
          { id: 'counter', name: 'Counter', duration: '${duration}', affect: { type: 'normal', mean: 2, sd: 2 } },
        ] });
        console.log(compare({
          baseline: visit(20), variants: { planned: visit(${minutes}) }, segments: [{ id: 'regular', share: 0.7 }, { id: 'first-time', share: 0.3, expectation: 2 }],
          customers: 5000, seed: 'counter', outcomes: ['satisfaction', 'perceivedDuration', 'nps'],
        }).variants.planned.sentence);`);

    expect(await verdict(page)).toBe(expected(20, '4 to 12 min'));
    // Dragged: many questions at once, of which the last is answered.
    await page.locator('#minutes').evaluate((slider: HTMLInputElement) => {
      for (const minutes of [19, 15, 12, 9, 5]) {
        slider.value = String(minutes);
        slider.dispatchEvent(new Event('input'));
      }
    });
    expect(await verdict(page)).toBe(expected(5, '4 to 12 min'));
    expect(await page.locator('#rows tr').count()).toBe(3);

    await page.locator('#duration').fill('4 to');
    expect(await page.locator('#duration').getAttribute('aria-invalid')).toBe('false');
    expect(await page.locator('#fault').textContent()).toContain('expected');
    await page.locator('#duration').fill('4 mni');
    expect(await page.locator('#duration').getAttribute('aria-invalid')).toBe('true');
    await page.locator('#duration').fill('4 min');
    expect(await page.locator('#fault').textContent()).toBe('');
    expect(await verdict(page)).toBe(expected(5, '4 min'));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('React: built by Vite from the packed library, drafts while typing, the latest wins, undo', async () => {
    const { page, complaints } = await open('react/index.html');
    const expected = (steps: string) =>
      sentenceOf(`
        const today = [
          { id: 'register', name: 'Register', duration: '3 to 9 min', affect: -1 },
          { id: 'queue', name: 'Waiting room', kind: 'wait', duration: '10 to 50 min', wait: { tolerance: '15 min' } },
          { id: 'doctor', name: 'Doctor', duration: '7 to 20 min', affect: 4 },
          { id: 'pay', name: 'Pay', duration: '2 to 8 min', affect: -2 },
        ];
        const [register, queue, doctor, pay] = today;
        const journey = (interactions) => ({ name: 'Clinic visit', interactions });
        console.log(compare({
          baseline: journey(today), variants: { draft: journey([${steps}]) }, customers: 5000, seed: 'editor', outcomes: ['satisfaction', 'perceivedDuration'],
        }).variants.draft.sentence);`);
    const field = (what: string, step: number) => page.getByLabel(`${what} of step ${step}`);
    const same = await verdict(page);
    expect(same).toBe(expected('register, queue, doctor, pay'));

    // Typed letter by letter: on the way it is unfinished, never wrong, and the last verdict stays, greyed.
    const duration = field('duration', 2);
    await duration.fill('');
    for (const letter of '5 to 9') {
      await duration.press(letter === ' ' ? 'Space' : letter);
      expect(await duration.getAttribute('aria-invalid')).toBe('false');
      expect(await page.locator('small.unfinished').count()).toBe(1);
    }
    expect(await page.locator('#verdict').getAttribute('aria-busy')).toBe('true');
    expect((await page.locator('#verdict').textContent())?.trim()).toBe(same);
    await duration.pressSequentially(' min');
    expect(await verdict(page)).toBe(expected(`register, { ...queue, duration: '5 to 9 min' }, doctor, pay`));

    // Typed faster than it is worked out.
    for (const affect of ['-5', '1', '3', '2']) await field('affect', 4).fill(affect);
    const mended = `register, { ...queue, duration: '5 to 9 min' }, doctor, { ...pay, affect: 2 }`;
    expect(await verdict(page)).toBe(expected(mended));

    await field('affect', 4).fill('12');
    expect(await field('affect', 4).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'undo' }).click();
    expect(await verdict(page)).toBe(expected(mended));

    // A step of its own id, filled in from nothing; then moved: what it drew stays with it.
    await page.getByRole('button', { name: 'add a step' }).click();
    expect(await page.locator('small.unfinished').count()).toBe(1);
    await field('duration', 5).fill('1 min');
    await settled(page);
    await page.getByRole('button', { name: 'up' }).nth(4).click();
    await settled(page);
    expect(await page.locator('#changes').textContent()).toMatch(/added "step-[0-9a-f-]{36}"/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
