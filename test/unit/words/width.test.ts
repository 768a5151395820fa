import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { simulate, toText } from 'peakend';
import { tableText } from '../../../src/words/table';
import { beginning, clusters, shortened, widthOf } from '../../../src/words/width';
import { lineWidth, wrapLines } from '../../../src/words/wrap';
import { everythingSaid } from './hostile-names';

describe('columns on a terminal', () => {
  it('are two for every wide or fullwidth character of Unicode and for emoji, none for marks, one for all else', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code <= 0x3ffff; code++) {
      const character = code >= 0xd800 && code <= 0xdfff ? ' ' : String.fromCodePoint(code);
      if (/[\p{Cn}\p{Cc}]/u.test(character)) continue;
      if (widthOf(character) !== stringWidth(character)) wrong.push(`U+${code.toString(16)}: ${widthOf(character)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['日本語', 6],
    ['ｶﾀｶﾅ', 4],
    ['ＡＢＣ', 6],
    ['한국어', 6],
    ['\u1112\u1161\u11ab', 2],
    ['e\u0301', 1],
    ['שָׁלוֹם', 4],
    ['สวัสดี', 4],
    ['👩‍👩‍👧‍👦', 2],
    ['👍🏽', 2],
    ['🇩🇪🇫🇷', 4],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['a\u200bb', 2],
  ])('%s takes %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
    expect(clusters(text).join('')).toBe(text);
  });
});

describe('names that are too long', () => {
  const character = fc.constantFrom('a', ' ', '語', 'ｱ', 'e\u0301', '👩‍👩‍👧', '🇩🇪', '❤️', 'न्दी', '한');
  const name = fc.array(character, { maxLength: 120 }).map((parts) => parts.join(''));

  it('are cut between what is seen as characters, and fit', () => {
    expect(shortened('日本語日本語', 6)).toBe('日本…');
    expect(shortened('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toBe('👩‍👩‍👧👩‍👩‍👧…');
    expect(shortened('cafe\u0301s', 5)).toBe('cafe\u0301s');
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 60 }), (text, columns) => {
        expect(widthOf(shortened(text, columns))).toBeLessThanOrEqual(columns);
        expect(text.startsWith(beginning(text, columns))).toBe(true);
        expect(
          clusters(text)
            .slice(0, clusters(beginning(text, columns)).length)
            .join(''),
        ).toBe(beginning(text, columns));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('are broken where prose has no room, and nothing is lost', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 4, max: 60 }), (text, columns) => {
        const lines = wrapLines(text, columns);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('keep a table as wide as a terminal, its columns under their headings, its figures whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(name, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (cells, columns) => {
          const head = cells[0]!.slice(0, columns);
          const figure = '+12.34 (+11.23 to +13.45)';
          const text = tableText({
            head,
            rows: cells.map((row) => row.slice(0, columns).map((cell, index) => (index === 0 ? cell : figure))),
          });
          for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(lineWidth);
          expect(text.split(figure).length - 1).toBe(cells.length * (columns - 1));
        },
      ),
      { seed: 13, numRuns: 200 },
    );
  });

  it('align whatever the script', () => {
    const head = ['', 'x'];
    const rows = ['日本語', 'ｶﾀｶﾅ', '👩‍👩‍👧', 'cafe\u0301', '한국어', 'plain', '🇩🇪', 'สวัสดี'].map((name) => [name, '1']);
    const ends = tableText({ head, rows })
      .split('\n')
      .map((line) => stringWidth(line));
    expect(new Set(ends).size).toBe(1);
  });

  it('fit 100 columns in all that is printed, but for the notes of a journey and the story of a customer', () => {
    for (const long of [' and so on'.repeat(20), '語'.repeat(90), 'x'.repeat(300)]) {
      const said = everythingSaid(long);
      const isStory = (text: string): boolean => text.includes('In brackets after a draw');
      for (const text of said.texts.slice(0, -2).filter((each) => !isStory(each))) {
        for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(lineWidth);
      }
    }
  });

  it('are not cut where there is room', () => {
    const journey = { name: 'J', interactions: [{ id: 'a', name: 'n'.repeat(50), duration: 60 }] };
    expect(toText(simulate({ journey, seed: 1, customers: 100 }))).toContain('n'.repeat(50));
    expect(toText(journey)).toContain('n'.repeat(50));
  });
});
