import { describe, expect, it } from 'vitest';
import { leftOut, sample, withBrowser, type Playground } from './playground';

/** A sample with other standards and edits beside it. */
function withParts(name: string, others: object): string {
  return JSON.stringify({ ...(JSON.parse(sample(name)) as object), ...others });
}

interface Seen {
  readonly state: string;
  /** On how many customers the verdict said it stands, and when. */
  readonly basis: string;
  readonly at: number;
}

/** From here on, every state of the answer. */
async function watch({ page }: Playground): Promise<() => Promise<Seen[]>> {
  await page.evaluate(() => {
    const seen: Seen[] = ((globalThis as unknown as { seen: Seen[] }).seen = []);
    const note = (): number =>
      seen.push({ state: document.body.dataset['answer']!, basis: document.querySelector('.basis')!.textContent!, at: performance.now() });
    new MutationObserver(note).observe(document.body, { attributeFilter: ['data-answer'] });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);
}

describe.skipIf(leftOut)('answers', () => {
  const open = withBrowser();

  it('come first from few customers and marked as such, then from all', async () => {
    const playground = await open();
    const seen = await watch(playground);
    await playground.step('welcome').locator('.affect-range').press('ArrowRight');
    await playground.answered();
    const states = await seen();
    expect(states.map(({ state }) => state)).toEqual(['asked', 'coarse', 'whole']);
    expect(states[0]!.basis).toMatch(/^n.=.2,000/);
    expect(states[1]!.basis).toMatch(/^First look, n.=.250/);
    expect(states[2]!.basis).toMatch(/^n.=.2,000/);
  });

  it('wait, in full, until hands are still', async () => {
    const playground = await open();
    const { step } = playground;
    const seen = await watch(playground);
    const range = step('welcome').locator('.affect-range');
    /** Held and moved: an `input` each time, and no `change`. */
    const slide = (values: readonly number[]): Promise<number> =>
      range.evaluate((element: HTMLInputElement, to) => {
        for (const value of to) {
          element.value = String(value);
          element.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        return performance.now();
      }, values);
    const still = await slide([4, 5, 6, 7, 8]);
    await playground.answered();
    const states = await seen();
    expect(states.map(({ state }) => state)).toEqual(['asked', 'coarse', 'whole']);
    expect(states[2]!.at - still).toBeGreaterThanOrEqual(150);
    expect(await playground.proposal()).toEqual(['Change "Welcome": affect 8 ± 1.5']);
  });

  it('come in full as soon as something is let go, or typed; while it is held, the picture follows', async () => {
    const { page, step, answered } = await open();
    // Hands are never still for as long as it takes.
    await page.evaluate(() => {
      const later = setTimeout;
      Object.assign(globalThis, { setTimeout: (then: () => void, delay = 0) => (delay === 150 ? 0 : later(then, delay)) });
    });
    const picture = (): Promise<string> => page.locator('.ribbon svg').innerHTML();
    const range = step('welcome').locator('.affect-range');
    const whole = await picture();
    await range.evaluate((element: HTMLInputElement) => {
      element.value = '9';
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.waitForFunction((before) => document.querySelector('.ribbon svg')!.innerHTML !== before, whole);
    const held = await picture();
    expect(await page.locator('body').getAttribute('data-answer')).toBe('coarse');
    await range.dispatchEvent('change');
    await answered();
    expect(await picture()).not.toBe(held);
    await step('queue').locator('.duration').fill('40 to 80 min');
    await answered();
  });

  it('have the picture of few customers meanwhile where nobody knows how long all of them take', async () => {
    const playground = await open();
    const { page } = playground;
    await page.evaluate(() => {
      const drawn: (string | undefined)[] = ((globalThis as unknown as { drawn: (string | undefined)[] }).drawn = []);
      new MutationObserver(() => drawn.push(document.body.dataset['answer'])).observe(document.querySelector('.ribbon')!, {
        childList: true,
      });
    });
    await playground.paste(sample('clinic.json'));
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await playground.answered();
    expect(await page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn)).toEqual(['coarse', 'whole']);
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

  it('a promise that cannot be read is explained and does not stand', async () => {
    const { page, answered } = await open();
    await page.getByLabel('Promise', { exact: true }).selectOption({ label: 'Felt time at most' });
    await page.getByLabel('Bound').fill('soon');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.standards-panel .fault').waitFor();
    expect(await page.locator('.standards-panel .fault').textContent()).toMatch(/^Expected a duration/);
    await answered();
    expect(await page.locator('.standards li').count()).toBe(4);
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
    expect(await page.locator('.message.shown').count()).toBe(0);
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
