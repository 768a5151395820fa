import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, inject, it } from 'vitest';

const consumer = inject('consumer');
const installed = join(consumer, 'node_modules/peakend');

/** What a page that says this would load: bundled and minified for browsers from the installed package. */
async function bundle(program: string): Promise<{ text: string; gzipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: consumer },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const { contents, text } = outputFiles[0]!;
  return { text, gzipped: gzipSync(contents, { level: 9 }).byteLength };
}

/** Ceilings in bytes, gzipped. They are there so that growth is seen and meant: raise one in the change that needs it. */
const ceilings = [
  {
    program: `export * from 'peakend'`,
    bytes: 174_000,
    because:
      '20 kB of zod, immer and alea; the rest is ours, nearly all of it reached from simulate, compare and explain; half of it reads and answers what people write',
  },
  {
    program: `export * from 'peakend/data'`,
    bytes: 250_000,
    because: 'the engine, and a library of matrices of which a few are used',
  },
  { program: `export * from 'peakend/formats'`, bytes: 110_000, because: 'parsers of CSV and XML, and the reader of journeys' },
  {
    program: `export * from 'peakend/charts'`,
    bytes: 26_000,
    because: 'SVG written as text, without a chart library; a third of it reads and answers what is handed over',
  },
];

describe('what users load', () => {
  it.each(ceilings)('$program stays below $bytes bytes: $because', async ({ program, bytes }) => {
    const { gzipped } = await bundle(program);
    expect(gzipped).toBeGreaterThan(0);
    expect(gzipped).toBeLessThan(bytes);
  });

  it.each(['peakend', 'peakend/charts', 'peakend/data', 'peakend/formats'])(
    'a bare import of %s does nothing, so bundlers drop it',
    async (entry) => {
      expect((await bundle(`import '${entry}'`)).text.trim()).toBe('');
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
