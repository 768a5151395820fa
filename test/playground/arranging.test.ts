import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { leftOut, withBrowser, type Playground } from './playground';

const asItIs = ['parking', 'welcome', 'form', 'queue', 'nurse', 'doctor', 'pharmacy', 'pay'];
const welcomeThird = ['parking', 'form', 'welcome', 'queue', 'nurse', 'doctor', 'pharmacy', 'pay'];

/** The middle of a handle, and how high a row is. */
async function grip({ step }: Playground, id: string): Promise<{ x: number; y: number; row: number }> {
  const handle = (await step(id).locator('.handle').boundingBox())!;
  const row = (await step(id).boundingBox())!;
  return { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2, row: row.height };
}

/** Until what is held is answered: nothing else was changed. */
const tried = (page: Page): Promise<void> => page.locator('.verdict:not([data-conclusion=none])').waitFor();

describe.skipIf(leftOut)('arranging steps', () => {
  const open = withBrowser();

  it('with the mouse: the answer follows while the step is held, the order when it is dropped', async () => {
    const playground = await open();
    const { page, answered, order } = playground;
    const { x, y, row } = await grip(playground, 'welcome');
    const before = await playground.verdict();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + row * 4.2, { steps: 8 });
    await tried(page);
    await answered();
    expect(await playground.verdict()).not.toBe(before);
    expect(await page.locator('.dragged').getAttribute('data-id')).toBe('welcome');
    expect(await playground.proposal()).toEqual([]);
    await page.mouse.move(x, y + row, { steps: 8 });
    await page.mouse.up();
    await answered();
    expect(await order()).toEqual(welcomeThird);
    expect(await playground.proposal()).toEqual(['Move "Welcome" after "Fill in the form"']);
    expect(await page.locator('.dragged').count()).toBe(0);
  });

  it('with the mouse: escape puts it back', async () => {
    const playground = await open();
    const { page, answered, order } = playground;
    const { x, y, row } = await grip(playground, 'welcome');
    const before = await playground.verdict();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + row * 2, { steps: 5 });
    await tried(page);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await answered();
    expect(await order()).toEqual(asItIs);
    expect(await playground.verdict()).toBe(before);
    expect(await playground.proposal()).toEqual([]);
  });

  it('what a step must come after holds: it is shown, refused and explained', async () => {
    const playground = await open({ viewport: { width: 1_280, height: 1_300 } });
    const { page, order } = playground;
    const { x, y, row } = await grip(playground, 'pay');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - row * 4, { steps: 5 });
    await page.locator('.step.refused[data-id=pay]').waitFor();
    await page.mouse.up();
    await page.locator('.message.shown').waitFor();
    expect(await page.locator('.message').textContent()).toContain('doctor');
    expect(await order()).toEqual(asItIs);
  });

  it('with a finger on the handle, while the rest of the page still scrolls', async () => {
    const playground = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    const { page, context, answered, order } = playground;
    const session = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    /** As a finger does: a little further in every frame. */
    const swipe = async (x: number, from: number, to: number): Promise<void> => {
      await send('touchStart', { x, y: from });
      for (let step = 1; step <= 20; step++) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
        await send('touchMove', { x, y: from + ((to - from) * step) / 20 });
      }
    };
    const { x, y, row } = await grip(playground, 'welcome');
    await swipe(x, y, y + row);
    expect(await page.locator('.dragged').getAttribute('data-id')).toBe('welcome');
    await tried(page);
    await send('touchEnd');
    await answered();
    expect(await order()).toEqual(welcomeThird);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    const title = (await playground.step('nurse').locator('h3').boundingBox())!;
    await swipe(title.x + 20, title.y + 10, title.y - 240);
    await send('touchEnd');
    await page.waitForFunction(() => scrollY > 50);
    expect(await order()).toEqual(welcomeThird);
  });

  it('with the keyboard: space lifts and drops, arrows move, escape puts back, and focus stays', async () => {
    const playground = await open();
    const { page, answered, order, step } = playground;
    await step('welcome').locator('.handle').focus();
    await page.keyboard.press('Space');
    expect(await step('welcome').locator('.handle').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await answered();
    expect(await order()).toEqual(welcomeThird);
    expect(await playground.proposal()).toEqual([]);
    expect(await page.locator('.message').textContent()).toBe('Welcome, 3 of 8');
    await page.keyboard.press('Escape');
    await answered();
    expect(await order()).toEqual(asItIs);

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await answered();
    expect(await order()).toEqual(welcomeThird);
    expect(await playground.proposal()).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('.step')?.dataset['id'])).toBe('welcome');
  });

  it('moved away and back again is no proposal', async () => {
    const playground = await open();
    const { page, answered, order } = playground;
    for (const key of ['ArrowDown', 'ArrowUp']) {
      await playground.step('welcome').locator('.handle').focus();
      for (const pressed of ['Space', key, 'Space']) await page.keyboard.press(pressed);
      await answered();
    }
    expect(await order()).toEqual(asItIs);
    expect(await playground.proposal()).toEqual([]);
  });
});
