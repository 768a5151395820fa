import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leftOut, withBrowser, type Playground } from './playground';

/** Everything that a link or a file has to bring back. */
async function held({ page, order, proposal, verdict }: Playground): Promise<unknown> {
  return {
    title: await page.locator('h1').textContent(),
    order: await order(),
    proposal: await proposal(),
    verdict: await verdict(),
    segments: await page.locator('.segments').textContent(),
    standards: await page.locator('.standards').textContent(),
    ribbon: await page.locator('.ribbon').textContent(),
  };
}

async function work(playground: Playground): Promise<void> {
  const { page, answered, step, more } = playground;
  await step('pay').locator('.affect-number').fill('2.5');
  await step('queue').locator('.duration').fill('5 to 15 min');
  await (await more('queue')).getByRole('button', { name: 'Explain the wait' }).click();
  await (await more('parking')).getByRole('button', { name: /^Merge with/ }).click();
  await page.locator('.standards .remove').first().click();
  await answered();
}

async function share({ page }: Playground): Promise<string> {
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.locator('dialog.share[open]').waitFor();
  return page.locator('#share-link').inputValue();
}

describe.skipIf(leftOut)('sharing', () => {
  const open = withBrowser();

  it('by link: reloading it, or opening it elsewhere, gives the same state', async () => {
    const playground = await open();
    const { page, answered } = playground;
    await work(playground);
    const before = await held(playground);
    const link = await share(playground);
    expect(link).toBe(page.url());
    expect(link.length).toBeLessThan(2_500);

    await page.reload();
    await page.locator('.edits li').nth(3).waitFor();
    await answered();
    expect(await held(playground)).toEqual(before);

    const elsewhere = await open({}, new URL(link).hash);
    await elsewhere.page.locator('.edits li').nth(3).waitFor();
    await elsewhere.answered();
    expect(await held(elsewhere)).toEqual(before);
  });

  it('by link pasted over the address of an open page', async () => {
    const playground = await open();
    await work(playground);
    const before = await held(playground);
    const { hash } = new URL(await share(playground));
    const other = await open();
    await other.page.evaluate((shared) => (location.hash = shared), hash);
    await other.page.locator('.edits li').nth(3).waitFor();
    await other.answered();
    expect(await held(other)).toEqual(before);
  });

  it('by file: what is saved can be loaded again', async () => {
    const playground = await open();
    const { page, answered } = playground;
    await work(playground);
    const before = await held(playground);
    await page.getByRole('button', { name: 'Share…' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
    expect(download.suggestedFilename()).toBe('An-afternoon-at-the-clinic.json');
    const path = await download.path();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ playground: 1, journey: { name: 'An afternoon at the clinic' } });

    const elsewhere = await open();
    await elsewhere.page.getByRole('button', { name: 'Open…' }).click();
    await elsewhere.page.locator('#open-file').setInputFiles(path);
    await elsewhere.page.locator('.edits li').nth(3).waitFor();
    await elsewhere.answered();
    expect(await held(elsewhere)).toEqual(before);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await answered();
  });

  it('copies the link, and where it may not, says what to do', async () => {
    const copied = async (playground: Playground): Promise<string | null> => {
      await share(playground);
      await playground.page.getByRole('button', { name: 'Copy' }).click();
      await playground.page.locator('.said', { hasText: /./ }).waitFor();
      return playground.page.locator('.said').textContent();
    };
    const allowed = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    expect(await copied(allowed)).toBe('Copied.');
    expect(await allowed.page.evaluate(() => navigator.clipboard.readText())).toBe(allowed.page.url());
    expect(await copied(await open({ permissions: [] }))).toBe('Select the link and copy it with the keyboard.');
  });

  it.each([
    ['damaged', '#v1.AAAA', /damaged/],
    ['of another version', '#v9.abc', /another version/],
    ['of something else', '#top', /another version/],
  ])('a link that is %s is explained, and the sample is there', async (_what, hash, words) => {
    const playground = await open({}, hash);
    await playground.page.locator('.message.shown').waitFor();
    expect(await playground.page.locator('.message').textContent()).toMatch(words);
    expect(await playground.order()).toHaveLength(8);
    expect(playground.said).toEqual([]);
  });
});
