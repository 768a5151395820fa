import fc from 'fast-check';
import { Marked } from 'marked';
import { expect, test } from 'vitest';
import { oneLine } from '../../../src/words/one-line';
import { pageMarkdown } from '../../../src/words/page';
import { everythingSaid } from './hostile-names';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A page as a browser shows it: which tags there are, and the text between them. */
function rendered(markdown: string): { readonly tags: readonly string[]; readonly texts: readonly string[] } {
  const html = new Marked({ gfm: true }).parse(markdown, { async: false });
  const pieces = html.split(/(<[^>]*>)/);
  const isTag = (piece: string): boolean => piece.startsWith('<');
  return {
    tags: pieces.filter(isTag).map((tag) => tag.replace(/^<\/?|[\s/>].*$/g, '')),
    texts: pieces
      .filter((piece) => !isTag(piece))
      .map((text) => text.replace(/&(#?\w+);/g, (_, name: string) => entities[name]!).trim())
      .filter((text) => text !== ''),
  };
}

/** What a reader sees of a text: spaces as one. */
const read = (text: string): string => oneLine(text).replace(/\s+/g, ' ').trim();

const names = [
  ...[
    '*optional*',
    '**bold**',
    '_it_',
    '__x__',
    'check_in_desk_a',
    '~~gone~~',
    '~5 min~',
    '`code`',
    '``a`b``',
    '| a | b |',
    'a\\|b',
    'a\\',
    '\\*',
  ],
  ...[
    '[pay](https://example.invalid)',
    '![x](y.png)',
    '[ref][1]',
    '[1]: /url',
    '[^1]',
    '[^1]: note',
    '[ ] task',
    '<b>x</b>',
    '<!-- x -->',
    '</td>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<https://example.invalid>',
    '<a@example.invalid>',
    'a < b > c',
    '&amp;',
    '&#35;',
    '&copy',
    'R&D',
    '$x^2$',
  ],
  ...['http://example.invalid/a_b', 'HTTPS://example.invalid', 'www.example.invalid', 'ftp://example.invalid', 'a.b+c@example.invalid'],
  ...[
    '# title',
    '####### seven',
    'C #',
    'C#',
    '> said',
    '- item',
    '+ item',
    '* item',
    '1. first',
    '2) second',
    '1986. A year',
    '---',
    '***',
    '===',
    '- - -',
  ],
  ...[
    '    code',
    '\tcode',
    '```',
    '~~~',
    ':---',
    '| --- |',
    'a\n# H',
    'a\n\n- b',
    'a  \nb',
    'a\u2028# H',
    '1.5 min',
    '-5',
    '+3',
    '=',
    '#1',
    '!important',
  ],
  ...['check-in (desk 2)', '待ち時間', '👩‍👩‍👧', 'it\'s "so"', 'a: b', '50 %', 'x → y', '', ' '],
];

const page = (name: string): string =>
  pageMarkdown([
    { title: name },
    { prose: name },
    { prose: [name, `${name} and ${name}`] },
    { points: [name, name] },
    {
      table: {
        head: [name, 'x'],
        rows: [
          [name, name],
          ['y', name],
        ],
      },
    },
  ]);

const expectedTags = rendered(page('plain')).tags;

function expectLiteral(name: string): void {
  const { tags, texts } = rendered(page(name));
  const plain = read(name);
  const expected = [plain, plain, plain, read(`${plain} and ${plain}`), plain, plain, plain, 'x', plain, plain, 'y', plain].filter(
    (text) => text !== '',
  );
  expect(texts.map(read), name).toEqual(expected);
  expect(tags, name).toEqual(expectedTags);
}

test.each(names.filter((name) => name.trim() !== '').map((name) => [name]))('a name reads as it is written: %j', (name) =>
  expectLiteral(name),
);

test('names made of what Markdown and HTML act on read as they are written: 1,500 of seed 7', () => {
  const piece = fc.constantFrom(
    ...'\\`*_[]()<>#+-.!|~&$=:@/^{}"\'0123456789aAxwW ;'.split(''),
    ...['http://', 'www.', '](', '![', '&amp;', '<b>', '</', '**', '__', '~~', '```', '- ', '1. ', '\n', '@a.bc', 'é', '中'],
  );
  const name = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      name.filter((text) => text.trim() !== ''),
      expectLiteral,
    ),
    { seed: 7, numRuns: 1500 },
  );
});

test('ordinary names stay as they are', () => {
  const words = 'check-in (desk 2), R&D, a/b, 5 - 10 min: 50 % + tax; "so" it\'s, no. 3!';
  expect(pageMarkdown([{ prose: words }])).toBe(words);
});

test('pages about hostile names hold no tag but those of tables, headings, paragraphs and lists', () => {
  const allowed = new Set('h3 p ul li table thead tbody tr th td'.split(' '));
  for (const name of ['<img src=x>', '[a](javascript:b)', '**b** _c_ `d` | e', '# f\n# g', 'http://h.invalid &lt;']) {
    for (const text of everythingSaid(name).pages)
      expect(
        [...new Set(rendered(text).tags)].filter((tag) => !allowed.has(tag)),
        text,
      ).toEqual([]);
  }
});
