import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leftOut, sample, withBrowser, type Playground } from './playground';

const asItIs = ['parking', 'welcome', 'form', 'queue', 'nurse', 'doctor', 'pharmacy', 'pay'];

async function load({ page }: Playground, name: string, content: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.locator('#open-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** What the dialog says; the journey at hand is untouched. */
async function explained({ page, order }: Playground): Promise<string> {
  await page.locator('.outcome .what').waitFor();
  expect(await order()).toEqual(asItIs);
  return String(await page.locator('.outcome').textContent());
}

describe.skipIf(leftOut)('what cannot be read', () => {
  const open = withBrowser();

  const unreadable: readonly (readonly [what: string, name: string, content: string, words: RegExp])[] = [
    ['JSON with a slip, by line and column', 'slip.json', '{\n  "name": "x",\n  "interactions": [}\n}', /line 3, column 20/],
    [
      'JSON with wrong values, by path',
      'wrong.json',
      '{"name":"x","interactions":[{"id":"a","duration":"5 lemons","affect":30}]}',
      /interactions\[0\]\.duration.*5 lemons.*interactions\[0\]\.affect.*30/,
    ],
    ['JSON of something else', 'other.json', '[1, 2, 3]', /expected/],
    [
      'a journey within a project, by its path there',
      'part.json',
      '{"playground":1,"journey":{"name":"x","interactions":[{"id":"a","duration":1,"affect":"good"}]}}',
      /journey\.interactions\[0\]\.affect/,
    ],
    [
      'edits that do not fit',
      'edits.json',
      sample('clinic.json').replace('"edits": []', '"edits": [{"edit":"remove","id":"nobody"}]'),
      /edits\[0\]\.id|nobody/,
    ],
    ['a standard that cannot be read', 'standards.json', sample('clinic.json').replace('"margin": 0.5', '"margin": "much"'), /margin/],
    ['a broken table, by line', 'broken.csv', 'id,duration,affect\na,5 min,1\nb,"5 min,2\n', /line 3 expected a double quote/],
    ['a table with a wrong number, by row', 'wrong.csv', 'id,duration,affect\na,5 min,1\nb,soon,2\n', /line 3, duration.*soon/],
    ['a diagram that is none', 'wrong.mmd', 'journey\n  title X\n  section S\n    Pay: lots: Me\n', /line 4, column 10.*lots/],
    ['an empty file', 'empty.json', '', /expected/],
  ];

  it('is explained, with its place; the journey at hand stays, and the next file is read', async () => {
    const playground = await open();
    for (const [what, name, content, words] of unreadable) {
      await load(playground, name, content);
      expect((await explained(playground)).replaceAll('\n', ' '), what).toMatch(words);
      await playground.page.keyboard.press('Escape');
    }
    expect(playground.said).toEqual([]);
    await load(playground, 'claim.json', sample('claim.json'));
    await playground.page.locator('h1', { hasText: 'A claim by telephone' }).waitFor();
    await playground.answered();
  });

  it('a picture, and a file as large as a film', async () => {
    const playground = await open();
    await load(playground, 'photo.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xfe, 0x00]));
    expect(await explained(playground)).toContain('photo.json is no text in UTF-8');
    await playground.page.keyboard.press('Escape');
    const film = join(mkdtempSync(join(tmpdir(), 'film-')), 'film.json');
    writeFileSync(film, '');
    truncateSync(film, 21_000_000);
    await playground.page.getByRole('button', { name: 'Open…' }).click();
    await playground.page.locator('#open-file').setInputFiles(film);
    rmSync(dirname(film), { recursive: true });
    await playground.page.locator('.outcome .what', { hasText: 'too large' }).waitFor();
    expect(await explained(playground)).toContain('film.json has 21 MB');
  });

  it('more steps than can be simulated are refused, not hung upon', async () => {
    const playground = await open();
    const interactions = Array.from({ length: 30_000 }, (_, index) => ({ id: `s${index}`, duration: 60, affect: 'x' }));
    await load(playground, 'long.json', JSON.stringify({ name: 'long', interactions }));
    expect(await explained(playground)).toMatch(/interactions.*more|interactions/);
    expect(await playground.page.locator('.issues li').count()).toBeLessThan(200);
  });

  it('a link that unpacks to more than anybody writes', async () => {
    const hash = `#v1.${deflateRawSync(Buffer.alloc(6_000_000, 0x20)).toString('base64url')}`;
    const playground = await open({}, hash);
    await playground.page.locator('.message.shown', { hasText: 'damaged' }).waitFor();
    expect(await playground.order()).toEqual(asItIs);
  });

  const nasty = `<img src=x onerror=alert(1)><script>alert(2)</script>"'><svg onload=alert(3)>&amp;\u202e`;

  it('names that look like markup are only names, wherever they appear', async () => {
    const playground = await open();
    const { page, said, asked } = playground;
    const step = (affect: number, id: string) => ({ id, name: nasty + id, stage: nasty, duration: '5 min', affect, note: nasty });
    const project = {
      journey: { name: nasty, interactions: [step(1, nasty), step(2, '2'), step(-1, 'a b'), step(0, '../..')] },
      segments: [
        { id: nasty, name: nasty, share: 0.5 },
        { id: '</script>', name: nasty, share: 0.5 },
      ],
      standards: [{ outcome: 'satisfaction', atLeast: 40, segment: 'each' }],
    };
    await playground.paste(JSON.stringify(project));
    await page.locator('h1', { hasText: 'onerror' }).waitFor();
    await playground.answered();
    for (const key of ['ArrowDown', 'ArrowUp']) await page.locator('.affect-range').nth(1).press(key);
    await page.locator('.affect-range').nth(0).press('ArrowRight');
    await page.locator('.handle').nth(1).focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await page.locator('.more').first().click();
    await page
      .locator('.drawer:visible')
      .getByRole('button', { name: /^Merge with/ })
      .click();
    await playground.answered();
    await page.getByLabel('Segment shown').selectOption({ index: 1 });
    await playground.answered();
    expect(await page.locator('h1').textContent()).toBe(nasty);
    expect(await page.locator('img, script:not([src]), svg [onload], [onerror], [onload]').count()).toBe(0);
    // Sharing writes the address at once; else it follows a moment after.
    await page.getByRole('button', { name: 'Share…' }).click();
    await page.locator('dialog.share[open]').waitFor();
    await page.reload();
    await page.locator('h1', { hasText: 'onerror' }).waitFor();
    await playground.answered();
    expect(said).toEqual([]);
    expect(asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  });

  it('keys that would change what objects are change nothing', async () => {
    const playground = await open();
    const taken = ['constructor', '__proto__'].map((id) => ({ id, duration: 60 }));
    await playground.paste(JSON.stringify({ name: 'x', interactions: taken }));
    expect(await explained(playground)).toMatch(/constructor.*__proto__/);
    await playground.page.keyboard.press('Escape');
    const text =
      '{"playground":1,"__proto__":{"polluted":1},"journey":{"name":"x","interactions":[{"id":"a","duration":60,"affect":1,"__proto__":{"polluted":1}}]}}';
    await playground.paste(text);
    expect(await explained(playground)).toContain('__proto__');
    expect(await playground.page.evaluate(() => ({}) as Record<string, unknown>)).not.toHaveProperty('polluted');
    expect(playground.said).toEqual([]);
  });

  it('a fault in a message is text as well', async () => {
    const playground = await open();
    await playground.paste(JSON.stringify({ name: nasty, interactions: [{ id: 'a', duration: nasty, affect: 1 }] }));
    expect(await explained(playground)).toContain('onerror');
    expect(await playground.page.locator('.outcome img').count()).toBe(0);
    expect(playground.said).toEqual([]);
  });
});
