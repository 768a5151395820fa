import { describe, expect, it } from 'vitest';
import { leftOut, withBrowser } from './playground';

describe.skipIf(leftOut)('editing in place', () => {
  const open = withBrowser();

  it('affect, by slider and by number; what is no affect is explained and changes nothing', async () => {
    const playground = await open();
    const { page, answered, step, proposal } = playground;
    const slider = step('welcome').locator('.affect-range');
    const number = step('welcome').locator('.affect-number');
    await slider.press('ArrowRight');
    await answered();
    expect(await number.inputValue()).toBe('3.5');
    await number.fill('6');
    await answered();
    expect(await slider.inputValue()).toBe('6');
    expect(await proposal()).toEqual(['Change "Welcome": affect 6 ± 1.5']);
    expect(await step('welcome').getAttribute('data-mark')).toBe('changed');
    const figure = await playground.verdict();
    await number.fill('12');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await step('welcome').locator('.fault').textContent()).toContain('-10 to 10');
    await answered();
    expect(await playground.verdict()).toBe(figure);
    await number.blur();
    expect(await number.inputValue()).toBe('6');
    expect(await step('welcome').locator('.fault').isVisible()).toBe(false);
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
  });

  it('a slider under the mouse is answered while it moves, and is one change', async () => {
    const { page, answered, step, proposal, verdict } = await open();
    const slider = (await step('queue').locator('.affect-range').boundingBox())!;
    const y = slider.y + slider.height / 2;
    await page.mouse.move(slider.x + slider.width * 0.45, y);
    await page.mouse.down();
    await page.mouse.move(slider.x + slider.width * 0.8, y, { steps: 6 });
    await answered();
    const held = await verdict();
    expect(held).toMatch(/^\+/);
    await page.mouse.move(slider.x + slider.width * 0.6, y, { steps: 6 });
    await page.mouse.up();
    await answered();
    expect(await verdict()).not.toBe(held);
    expect(await proposal()).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await answered();
    expect(await proposal()).toEqual([]);
  });

  it('duration, as people write it; half a duration is explained and changes nothing', async () => {
    const { answered, step, proposal, verdict } = await open();
    const duration = step('queue').locator('.duration');
    await duration.fill('5 to 15 min');
    await answered();
    expect(await proposal()).toEqual(['Change "Waiting room": duration about 8.7 min (5 to 15)']);
    const figure = await verdict();
    await duration.fill('5 to lemons');
    expect(await duration.getAttribute('aria-invalid')).toBe('true');
    expect(await step('queue').locator('.fault').textContent()).toMatch(/^Expected a duration such as/);
    await answered();
    expect(await verdict()).toBe(figure);
    await duration.blur();
    expect(await duration.inputValue()).toBe('5 to 15 min');
    await duration.fill('1 h');
    await duration.press('Enter');
    await answered();
    expect(await verdict()).not.toBe(figure);
    expect(await proposal()).toHaveLength(1);
  });

  it('merges neighbours and splits them again', async () => {
    const { answered, order, step, more, proposal } = await open();
    await (await more('nurse')).getByRole('button', { name: 'Merge with Talk with the doctor' }).click();
    await answered();
    expect(await order()).toEqual(['parking', 'welcome', 'form', 'queue', 'nurse+doctor', 'pharmacy', 'pay']);
    expect(await step('nurse+doctor').locator('.facts').textContent()).toContain('merged of 2');
    expect(await proposal()).toHaveLength(1);
    await (await more('nurse+doctor')).getByRole('button', { name: 'Split again' }).click();
    await answered();
    expect(await order()).toHaveLength(8);
  });

  it('adds a choice, asks for what is missing, and takes it away', async () => {
    const { page, answered, step, more, proposal } = await open();
    const drawer = await more('doctor');
    await drawer.getByLabel('Called').fill('Video call');
    await drawer.getByRole('button', { name: 'Add the choice' }).click();
    expect(await drawer.locator('.fault').textContent()).toContain('duration');
    expect(await proposal()).toEqual([]);
    await drawer.getByLabel('Takes').fill('5 to 10 min');
    await drawer.getByLabel('Affect', { exact: true }).fill('5');
    await drawer.getByRole('button', { name: 'Add the choice' }).click();
    await answered();
    expect(await step('doctor').locator('.facts').textContent()).toContain('or Video call');
    expect((await proposal())[0]).toContain('Video call');
    expect(await page.locator('.message').textContent()).toBe('Video call is offered beside Talk with the doctor');
    await (await more('doctor')).getByRole('button', { name: 'Take away Video call' }).click();
    await answered();
    expect(await step('doctor').locator('.facts').textContent()).not.toContain('Video call');
  });

  it('explains a wait, says how long it lasts, gives people something to do', async () => {
    const { answered, step, more, proposal } = await open();
    for (const [index, name] of ['Explain the wait', 'Say how long', 'Give them something to do'].entries()) {
      await (await more('queue')).getByRole('button', { name }).click();
      await answered();
      expect(await proposal()).toHaveLength(index + 1);
      expect(await (await more('queue')).getByRole('button', { name }).count()).toBe(0);
    }
    const facts = await step('queue').locator('.facts').textContent();
    for (const fact of ['explained', 'informed', 'occupied 90 %']) expect(facts).toContain(fact);
    expect(await (await more('doctor')).getByRole('button', { name: 'Explain the wait' }).count()).toBe(0);
  });

  it('adds, renames and removes steps', async () => {
    const { page, answered, order, step, more, proposal } = await open();
    await (await more('welcome')).getByRole('button', { name: 'Add a step after' }).click();
    await answered();
    expect((await order()).slice(1, 4)).toEqual(['welcome', 'new-step', 'form']);
    const name = (await more('new-step')).getByLabel('Name');
    await name.fill('A glass of water');
    await name.press('Enter');
    await answered();
    expect(await step('new-step').locator('h3').textContent()).toBe('A glass of water');
    await page.getByRole('button', { name: 'Add a step', exact: true }).click();
    await answered();
    expect((await order()).at(-1)).toBe('new-step-2');
    await (await more('parking')).getByRole('button', { name: 'Remove' }).click();
    await answered();
    expect((await order())[0]).toBe('welcome');
    expect(await proposal()).toHaveLength(4);
  });
});
