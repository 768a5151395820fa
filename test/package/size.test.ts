import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { bundle, marks, pages, viteBundle } from '../../scripts/bundle.mjs';

const consumer = inject('consumer');
const root = fileURLToPath(new URL('../../', import.meta.url));
const installed = join(consumer, 'node_modules/peakend');

/** Ceilings in bytes, gzipped. They are there so that growth is seen and meant: raise one in the change that needs it. */
const ceilings = [
  {
    program: `export * from 'peakend'`,
    bytes: 200_000,
    because:
      '20 kB of zod, immer and alea; the rest is ours, nearly all of it reached from simulate, compare and explain; half of it reads and answers what people write',
  },
  {
    program: `export * from 'peakend/data'`,
    bytes: 250_000,
    because: 'the engine, and a library of matrices of which a few are used',
  },
  {
    program: `export * from 'peakend/decide'`,
    bytes: 187_000,
    because:
      'the engine, the reader of journeys, edits, standards and robustness, which a search asks; what is its own takes a sixth of it',
  },
  { program: `export * from 'peakend/formats'`, bytes: 112_500, because: 'parsers of CSV and XML, and the reader of journeys' },
  {
    program: `export * from 'peakend/charts'`,
    bytes: 62_000,
    because:
      'SVG written as text, the reader of results, and fifteen charts as data of about 2 kB each, those of decisions with the words of robustness and worth, without a chart library',
  },
  {
    program: `export * from 'peakend/report'`,
    bytes: 150_000,
    because: 'results in words, the readers of what is handed over, and the ribbon',
  },
  {
    program: `export * from 'peakend/workers'`,
    bytes: 9_000,
    because: 'a pool and the reader of its options; what tasks need is loaded by the workers',
  },
];

describe('what users load', () => {
  it.each(['forestChart', 'outcomeChart', 'standardsChart', 'watchChart'])(
    'a page that draws %s alone loads little of the others',
    async (name) => {
      expect((await bundle(`export { ${name} } from 'peakend/charts'`, consumer)).gzipped).toBeLessThan(22_500);
    },
  );

  it.each(ceilings)('$program stays below $bytes bytes: $because', async ({ program, bytes }) => {
    const { gzipped } = await bundle(program, consumer);
    expect(gzipped).toBeGreaterThan(0);
    expect(gzipped).toBeLessThan(bytes);
  });

  it.each(['peakend', 'peakend/charts', 'peakend/data', 'peakend/decide', 'peakend/formats', 'peakend/report', 'peakend/workers'])(
    'a bare import of %s does nothing, so bundlers drop it',
    async (entry) => {
      expect((await bundle(`import '${entry}'`, consumer)).text.trim()).toBe('');
    },
  );

  it('names that must not be in the main bundle are not', () => {
    const forbidden: Record<string, RegExp> = {
      'fast-check, which is a peer of another entry': /fast-check/,
      'a module of Node': /['"](node:|fs['"]|crypto['"]|worker_threads)/,
      'the crypto branch of seedrandom': /\bcrypto\b/,
      'the global object, but for the look whether it knows iterators': /\bglobalThis\b(?!\.Iterator)/,
      'a source of chance': /Math\.random/,
      'evaluated text': /\bnew Function\b|\beval\(/,
      'a clock': /\bDate\b|\bperformance\b/,
      'the environment': /\bprocess\.|\bimport\.meta\b|\bnavigator\b|\bdocument\b/,
      'a locale': /\bIntl\b|toLocale|localeCompare/,
      'JSON Schema made at run time': /toJSONSchema|draft-2020-12/,
    };
    for (const [file, text] of mainBundle()) {
      const found = Object.entries(forbidden).flatMap(([what, pattern]) =>
        pattern.test(text) ? [`${file}: ${what} (${pattern.exec(text)?.[0]})`] : [],
      );
      expect(found).toEqual([]);
    }
  });
});

describe('a page that only simulates', () => {
  it('is made of no room that it does not need', async () => {
    // From the source, so that every file is seen by its name; which of the installed files are loaded is asked below.
    const { files } = await bundle(pages[0]!.program, root);
    const rooms = new Set(files.map((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? file.replace(/^(node_modules\/[^/]+).*/, '$1')));
    const unneeded =
      'arbitraries charts comparison experiment explain fitting formats logs planning recordings redesign ribbon robustness standards surveys tables watching waterfall';
    expect(rooms).toContain('simulation');
    expect(unneeded.split(' ').filter((room) => rooms.has(room))).toEqual([]);
    expect([...rooms].filter((room) => room.startsWith('node_modules/')).sort()).toEqual(['node_modules/seedrandom', 'node_modules/zod']);
  });

  it('carries, as it is installed, nothing of charts, formats, edits or fast-check', async () => {
    const [page, ...others] = await Promise.all(
      [pages[0]!.program, ...['', '/charts', '/formats', '/data', '/arbitraries'].map((entry) => `export * from 'peakend${entry}'`)].map(
        (program) => bundle(program, consumer),
      ),
    );
    const entries = page!.files.flatMap((file) => /dist\/(\w+)\.js$/.exec(file)?.[1] ?? []);
    expect(entries).toEqual(['index']);
    for (const piece of ['<svg', 'concept:name', 'scaleDuration', 'immer', 'ewma', 'fast-check']) {
      expect(
        others.some(({ text }) => text.includes(piece)),
        `${piece} is met where it belongs`,
      ).toBe(true);
      expect(page!.text, piece).not.toContain(piece);
    }
  });
});

describe('the table of sizes in the guide to embedding', () => {
  const guide = readFileSync(join(root, 'docs/guides/embedding.md'), 'utf8');
  const table = guide.slice(guide.indexOf(marks[0]), guide.indexOf(marks[1]));

  it.each(pages)('$what is what it says, to a twentieth (else: npm run docs)', async ({ what, program }) => {
    const row = table.split('\n').find((line) => line.startsWith(`| ${what} |`));
    const printed = Array.from(row?.matchAll(/(\d+) kB/g) ?? [], ([, kilobytes]) => Number(kilobytes));
    const now = [await bundle(program, consumer), await viteBundle(program, consumer)].flatMap(({ minified, gzipped }) => [
      minified,
      gzipped,
    ]);
    expect(printed).toHaveLength(4);
    for (const [index, bytes] of now.entries()) expect(Math.abs(bytes / 1000 - printed[index]!)).toBeLessThan(0.5 + printed[index]! / 20);
  });
});

/** The main entry in both formats and the pieces it shares with others, without comments. */
function mainBundle(): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    const text = readFileSync(join(installed, 'dist', file), 'utf8');
    files.set(file, text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));
    for (const [, piece] of text.matchAll(/(?:from |require\()['"]\.\/([^'"]+)['"]/g)) visit(piece!);
  };
  visit('index.js');
  visit('index.cjs');
  return files;
}
