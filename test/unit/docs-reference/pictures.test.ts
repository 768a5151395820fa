import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mechanismPages, readPage, root } from './read-page';

const { drawPictures } = (await import(`${root}scripts/docs-pictures/pictures.mjs`)) as { drawPictures: () => Map<string, string> };
const pictures = drawPictures();
const shown = mechanismPages().flatMap(([, text]) => [...text.matchAll(/!\[([^\]]+)\]\(\S*pictures\/([\w-]+)\.svg\)/g)]);

describe('the pictures of the mechanisms', () => {
  test.each([...pictures])('%s is what the library draws (else: node scripts/build-docs-pictures.mjs)', (name, svg) => {
    expect(existsSync(`${root}docs/pictures/${name}.svg`)).toBe(true);
    expect(readPage(`docs/pictures/${name}.svg`)).toBe(svg);
  });

  test('all have words for readers who do not see them, and all stand on a page', () => {
    expect(shown.map(([, words]) => words!.length).every((length) => length > 10)).toBe(true);
    expect([...new Set(shown.map(([, , name]) => name))].sort()).toEqual([...pictures.keys()].sort());
  });

  test('are small, plain SVG: no script, no style sheet, nothing from elsewhere', () => {
    for (const svg of pictures.values()) {
      expect(svg.length).toBeLessThan(20_000);
      expect(svg).not.toMatch(/<script|<style|href=|NaN|Infinity|undefined/);
    }
  });
});
