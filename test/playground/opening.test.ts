import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { leftOut, sample, withBrowser, type Playground } from './playground';

const table = 'id,name,duration,affect\ncall,Call,2 min,-1\nhold,On hold,5 to 15 min,-3\n';
const diagram = 'journey\n  title First order\n  section Order\n    Find it: 4: Customer\n    Pay: 2: Customer\n';

describe.skipIf(leftOut)('opening a journey', () => {
  const open = withBrowser();

  async function named({ page, answered, order }: Playground, name: string, steps: number): Promise<void> {
    await page.locator('h1', { hasText: name }).waitFor();
    await answered();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await order()).toHaveLength(steps);
    expect(await page.locator('.ribbon svg').count()).toBe(1);
  }

  it('begins with a sample and its own answer, and picks another', async () => {
    const playground = await open();
    await named(playground, 'An afternoon at the clinic', 8);
    expect(await playground.page.locator('.conclusion').textContent()).toBe('The journey as it is');
    const before = await playground.verdict();
    await playground.page.getByRole('button', { name: 'Open…' }).click();
    await playground.page.getByRole('button', { name: /Departing from San Francisco/ }).click();
    await named(playground, 'Departing from San Francisco', 14);
    expect(await playground.page.locator('.segments tbody tr').count()).toBe(7);
    expect(await playground.verdict()).not.toBe(before);
  });

  it('takes JSON, CSV and Mermaid as they are pasted, and says what they could not carry', async () => {
    const playground = await open();
    await playground.paste(
      JSON.stringify({
        name: 'Two steps',
        interactions: [
          { id: 'a', duration: 60, affect: 1 },
          { id: 'b', duration: 90, affect: -1 },
        ],
      }),
    );
    await named(playground, 'Two steps', 2);
    await playground.paste(table);
    await named(playground, 'Journey', 2);
    expect(await playground.step('hold').locator('.duration').inputValue()).toBe('5 to 15 min');
    expect(await playground.step('call').locator('.affect-number').inputValue()).toBe('-1');
    await playground.paste(diagram);
    await named(playground, 'First order', 2);
    const left = playground.page.locator('.left');
    expect(await left.textContent()).toContain('Read as Mermaid');
    await left.getByRole('button', { name: 'Close' }).click();
    expect(await left.isVisible()).toBe(false);
  });

  it('takes its own examples of a table and a diagram', async () => {
    const playground = await open();
    for (const example of ['an example table', 'an example diagram']) {
      await playground.page.getByRole('button', { name: 'Open…' }).click();
      await playground.page.getByRole('button', { name: example }).click();
      await playground.page.getByRole('button', { name: 'Open it' }).click();
      await playground.page.locator('dialog[open]').waitFor({ state: 'detached' });
      await playground.answered();
    }
    expect(await playground.page.locator('h1').textContent()).not.toBe('An afternoon at the clinic');
  });

  it('reads ratings on the scale that is said', async () => {
    const playground = await open();
    await playground.page.getByRole('button', { name: 'Open…' }).click();
    await playground.page.locator('#open-text').fill('id,duration,affect\nbest,5 min,5\nworst,5 min,1\n');
    await playground.page.locator('#open-scale').selectOption({ label: 'Ratings 1 to 5' });
    await playground.page.getByRole('button', { name: 'Open it' }).click();
    await named(playground, 'Journey', 2);
    expect(await playground.step('best').locator('.affect-number').inputValue()).toBe('10');
    expect(await playground.step('worst').locator('.affect-number').inputValue()).toBe('-10');
  });

  it('loads a file that is picked, dropped on the page, or pasted on it', async () => {
    const playground = await open();
    const { page } = playground;
    await page.getByRole('button', { name: 'Open…' }).click();
    await page
      .locator('#open-file')
      .setInputFiles({ name: 'claims.json', mimeType: 'application/json', buffer: Buffer.from(sample('claim.json')) });
    await named(playground, 'A claim by telephone', 6);

    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'hot line.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, table);
    await named(playground, 'hot line', 2);

    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, sample('weekend.json'));
    await named(playground, 'A weekend away', 20);
  });

  it('works from any host, in any folder of it', async () => {
    const server = createServer((request, response) => {
      const file = join(inject('playground'), request.url!.replace('/some/where/', '').replace(/^\/?$/, 'index.html'));
      const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const playground = await open();
      const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await playground.page.goto(`${host}/some/where/`);
      await playground.answered();
      await named(playground, 'An afternoon at the clinic', 8);
      expect(playground.said).toEqual([]);
      expect(playground.asked.filter((url) => url.startsWith('http')).every((url) => url.startsWith(`${host}/some/where/`))).toBe(true);
    } finally {
      server.close();
    }
  });
});
