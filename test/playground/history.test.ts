import { describe, expect, it } from 'vitest';
import { leftOut, withBrowser, type Playground } from './playground';

async function change({ step, answered }: Playground, id: string, affect: number): Promise<void> {
  await step(id).locator('.affect-number').fill(String(affect));
  await step(id).locator('.affect-number').blur();
  await answered();
}

describe.skipIf(leftOut)('back and forth', () => {
  const open = withBrowser();

  it('undo and redo, by button and by keys, bring back every verdict', async () => {
    const playground = await open();
    const { page, answered, proposal, verdict } = playground;
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    const redo = page.getByRole('button', { name: 'Redo', exact: true });
    expect([await undo.isDisabled(), await redo.isDisabled()]).toEqual([true, true]);
    const seen = [await verdict()];
    for (const [id, affect] of [
      ['welcome', 6],
      ['pay', 0],
    ] as const) {
      await change(playground, id, affect);
      seen.push(await verdict());
    }
    expect(new Set(seen).size).toBe(3);
    await undo.click();
    await answered();
    expect(await verdict()).toBe(seen[1]);
    await page.keyboard.press('Control+z');
    await answered();
    expect(await verdict()).toBe(seen[0]);
    expect(await proposal()).toEqual([]);
    expect(await undo.isDisabled()).toBe(true);
    await page.keyboard.press('Control+Shift+z');
    await answered();
    expect(await verdict()).toBe(seen[1]);
    await redo.click();
    await answered();
    expect(await verdict()).toBe(seen[2]);
    expect(await proposal()).toHaveLength(2);
    // Another way from here: what was undone is gone.
    await undo.click();
    await change(playground, 'form', 2);
    expect(await redo.isDisabled()).toBe(true);
  });

  it('in a field that is being typed in, its own undo', async () => {
    const { page, step, answered, proposal } = await open();
    const duration = step('queue').locator('.duration');
    await duration.click();
    await duration.press('End');
    await duration.pressSequentially('u');
    await duration.press('Backspace');
    await duration.fill('20 min');
    await answered();
    await page.keyboard.press('Control+z');
    expect(await duration.inputValue()).toBe('10 to 45 min');
    await duration.blur();
    await answered();
    expect(await proposal()).toEqual([]);
  });

  it('takes out one change of several, and says so where another stands on it', async () => {
    const playground = await open();
    const { page, answered, more, order, proposal } = playground;
    await change(playground, 'welcome', 6);
    await (await more('nurse')).getByRole('button', { name: /^Merge with/ }).click();
    await answered();
    await change(playground, 'nurse+doctor', 5);
    expect(await proposal()).toHaveLength(3);
    await page.locator('.edits .remove').nth(1).click();
    expect(await page.locator('.message').textContent()).toMatch(/^A later change stands on this one/);
    expect(await proposal()).toHaveLength(3);
    await page.locator('.edits .remove').nth(0).click();
    await answered();
    expect(await proposal()).toHaveLength(2);
    expect(await playground.step('welcome').locator('.affect-number').inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Start over' }).click();
    await answered();
    expect(await proposal()).toEqual([]);
    expect(await order()).toHaveLength(8);
    expect(await page.locator('.conclusion').textContent()).toBe('The journey as it is');
  });

  it('compares with the baseline: it can be looked at, not changed, and is drawn under the proposal', async () => {
    const playground = await open();
    const { page, step, order } = playground;
    expect(await page.locator('.ribbon').textContent()).not.toContain('today');
    await change(playground, 'welcome', 6);
    expect(await page.locator('.ribbon').textContent()).toContain('today');
    await step('welcome').locator('.handle').focus();
    for (const key of ['Space', 'ArrowUp', 'Space']) await page.keyboard.press(key);
    await playground.answered();
    const proposed = await order();
    await page.getByLabel('As it is').check();
    expect(await order()).not.toEqual(proposed);
    expect(await step('welcome').locator('.affect-number').inputValue()).toBe('3');
    expect(await page.locator('.step :enabled').count()).toBe(0);
    await page.getByLabel('As proposed').check();
    expect(await order()).toEqual(proposed);
    expect(await step('welcome').locator('.affect-number').inputValue()).toBe('6');
  });
});
