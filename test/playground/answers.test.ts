import { describe, expect, it } from 'vitest';
import { leftOut, sample, withBrowser, type Playground } from './playground';

/** A sample with other standards and edits beside it. */
function withParts(name: string, others: object): string {
  return JSON.stringify({ ...(JSON.parse(sample(name)) as object), ...others });
}

/** From here on, every state of the answer, and what the verdict said in it. */
async function watch({ page }: Playground): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = ((globalThis as unknown as { seen: string[] }).seen = []);
    const note = (): number => seen.push(`${document.body.dataset['answer']}: ${document.querySelector('.basis')!.textContent}`);
    new MutationObserver(note).observe(document.body, { attributeFilter: ['data-answer'] });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

describe.skipIf(leftOut)('answers', () => {
  const open = withBrowser();

  it('come first from few customers and marked as such, then from all', async () => {
    const playground = await open();
    const seen = await watch(playground);
    await playground.step('welcome').locator('.affect-range').press('ArrowRight');
    await playground.answered();
    const [asked, coarse, whole] = await seen();
    expect(asked).toMatch(/^asked: n.=.2,000/);
    expect(coarse).toMatch(/^coarse: First look, n.=.250/);
    expect(whole).toMatch(/^whole: n.=.2,000/);
  });

  it('wait, in full, until hands are still', async () => {
    const playground = await open();
    const { page, step } = playground;
    const seen = await watch(playground);
    const slider = (await step('welcome').locator('.affect-range').boundingBox())!;
    await page.mouse.move(slider.x + slider.width * 0.65, slider.y + 16);
    await page.mouse.down();
    for (let at = 1; at <= 12; at++) await page.mouse.move(slider.x + slider.width * (0.65 + at / 50), slider.y + 16);
    await playground.answered();
    await page.mouse.up();
    const states = (await seen()).map((state) => state.slice(0, state.indexOf(':')));
    expect(states.filter((state) => state === 'asked').length).toBeGreaterThan(1);
    // One whole answer at the end, however many were asked for.
    expect(states.indexOf('whole')).toBe(states.length - 1);
    expect(states.at(-2)).toBe('coarse');
  });

  it('move everything: verdict, felt time, completion, every segment, the picture', async () => {
    const { page, step, answered } = await open();
    const told = async (): Promise<string[]> =>
      Promise.all(
        ['.verdict .figure', '.interval', '.conclusion', '.sentence', '.besides', '.segments', '.ribbon'].map(async (place) =>
          String(await page.locator(place).textContent()),
        ),
      );
    const before = await told();
    await step('queue').locator('.duration').fill('40 to 80 min');
    await answered();
    const after = await told();
    expect(after.filter((text, index) => text === before[index])).toEqual([]);
    expect(after[0]).toMatch(/^−/);
    expect(after[2]).toMatch(/^Worse for every segment/);
    expect(await page.locator('.segments tr[data-conclusion=worse]').count()).toBe(4);
    expect(await page.locator('.verdict').getAttribute('data-conclusion')).toBe('worse');
    expect(after[4]).toMatch(/^Felt time.*\+.*Complete.*−/);
  });

  it('say for whom it is otherwise, and what is not reached at all', async () => {
    const playground = await open();
    const { page, answered } = playground;
    const edits = [{ edit: 'update', id: 'form', changes: { affect: -4 } }];
    const segments = [
      { id: 'one', name: 'Regulars', share: 0.5 },
      { id: 'two', name: 'Writers', share: 0.5, responses: { form: { affect: 9 } } },
    ];
    await playground.paste(withParts('clinic.json', { segments, edits, standards: [] }));
    await page.locator('.conclusion', { hasText: 'overall' }).waitFor();
    await answered();
    expect(await page.locator('.conclusion').textContent()).toMatch(/^Worse overall; worse for Regulars; .* for Writers$/);
  });

  it('draw the segment that is chosen', async () => {
    const { page, answered, step } = await open();
    await step('form').locator('.affect-range').press('ArrowRight');
    await answered();
    const all = await page.locator('.ribbon svg').innerHTML();
    await page.getByLabel('Segment shown').selectOption({ label: 'First visit' });
    await answered();
    expect(await page.locator('.ribbon svg').innerHTML()).not.toBe(all);
    await page.getByLabel('Segment shown').selectOption({ label: 'All customers' });
    await answered();
    expect(await page.locator('.ribbon svg').innerHTML()).toBe(all);
  });

  it('light up what is promised; promises come and go and are part of undo', async () => {
    const playground = await open();
    const { page, answered, step } = playground;
    const lights = (): Promise<(string | undefined)[]> =>
      page.locator('.standards li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['verdict']));
    expect(await lights()).toEqual(['idle', 'fails', 'holds', 'fails']);
    await step('pay').locator('.affect-number').fill('8');
    await answered();
    expect((await lights()).slice(0, 3)).toEqual(['holds', 'holds', 'holds']);
    await step('pay').locator('.affect-number').fill('-9');
    await answered();
    expect((await lights()).slice(0, 2)).toEqual(['fails', 'fails']);
    await page.getByLabel('Promise', { exact: true }).selectOption({ label: 'Waiting at most' });
    await page.getByLabel('Bound').fill('5 min');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await answered();
    expect((await lights()).at(-1)).toBe('fails');
    await page.locator('.standards .remove').last().click();
    await answered();
    expect(await lights()).toHaveLength(4);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await answered();
    expect(await lights()).toHaveLength(5);
  });

  it('a promise that cannot be read is explained, and can be taken back', async () => {
    const { page, answered } = await open();
    await page.getByLabel('Promise', { exact: true }).selectOption({ label: 'Felt time at most' });
    await page.getByLabel('Bound').fill('soon');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.standards-panel .fault').waitFor();
    expect(await page.locator('.standards-panel .fault').textContent()).toMatch(/^Expected a duration/);
    expect(await page.locator('.standards li').count()).toBe(4);
    await page.getByLabel('Bound').fill('2 h');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await answered();
    expect(await page.locator('.standards-panel .fault').isVisible()).toBe(false);
    expect(await page.locator('.standards li').count()).toBe(5);
  });

  it('put doubts at the step they are about, and the others below', async () => {
    const { page, answered, more, step } = await open();
    await (await more('queue')).getByRole('button', { name: 'Explain the wait' }).click();
    await answered();
    const below = page.locator('.cautions-panel li');
    expect(await below.first().textContent()).toContain('felt time');
    await step('welcome').locator('.affect-number').fill('9.8');
    await answered();
    expect(await step('welcome').locator('.cautions').textContent()).toMatch(/10/);
    expect(await step('form').locator('.cautions li').count()).toBe(0);
  });
});
