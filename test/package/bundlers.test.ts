import nodeResolve from '@rollup/plugin-node-resolve';
import { build as buildWithEsbuild } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { build as buildWithVite } from 'vite';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { runNode } from './run-node';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'peakend-bundlers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project with nothing in it but what was packed, and React. */
mkdirSync(join(folder, 'node_modules'));
symlinkSync(join(inject('consumer'), 'node_modules/peakend'), join(folder, 'node_modules/peakend'));
for (const name of ['react', 'react-dom', 'scheduler']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));

const program = `
import { compare } from 'peakend';
import { forestChart } from 'peakend/charts';
import { costAndValue } from 'peakend/decide';
import { toJson } from 'peakend/formats';
import { report } from 'peakend/report';
const call = (mean) => ({ name: 'Call', interactions: [{ id: 'talk', duration: '5 min', affect: { type: 'normal', mean, sd: 2 } }] });
const verdict = compare({ baseline: call(0), variants: { kinder: call(2) }, customers: 500, seed: 1 });
console.log(JSON.stringify([verdict, forestChart(verdict), costAndValue(verdict), report(verdict).html, toJson(verdict.baseline.journey)]));
`;
writeFileSync(join(folder, 'page.mjs'), program);

const page = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { simulate } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
const journey = { name: 'Call', interactions: [{ id: 'talk', duration: '5 min', affect: 2 }] };
function Page() {
  const today = simulate({ journey, customers: 100, seed: 1 });
  const picture = emotionRibbon(today);
  return createElement('main', null, createElement('p', null, today.overall.satisfaction.mean), createElement('div', { dangerouslySetInnerHTML: { __html: picture.svg } }));
}
console.log(renderToString(createElement(Page)));
`;

/** What a program prints, bundled into files of a folder of its own where nothing of the library can be found. */
function printed(files: readonly { readonly name: string; readonly text: string }[], first: string): string {
  const alone = mkdtempSync(join(tmpdir(), 'peakend-bundled-'));
  try {
    for (const { name, text } of files) writeFileSync(join(alone, name), text);
    expect(readdirSync(alone)).toContain(first);
    return runNode(alone, `await import(${JSON.stringify(join(alone, first))});`);
  } finally {
    rmSync(alone, { recursive: true, force: true });
  }
}

describe('bundled without any setting it says what it says in Node', () => {
  const plain = runNode(folder, program);

  it('by esbuild', async () => {
    const { outputFiles } = await buildWithEsbuild({
      entryPoints: [join(folder, 'page.mjs')],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
    });
    expect(printed([{ name: 'page.mjs', text: outputFiles[0]!.text }], 'page.mjs')).toBe(plain);
  });

  it('by Rollup, with its plugin that finds packages', async () => {
    const warnings: string[] = [];
    const bundle = await rollup({
      input: join(folder, 'page.mjs'),
      plugins: [nodeResolve()],
      onwarn: ({ message }) => warnings.push(message),
    });
    const { output } = await bundle.generate({ format: 'es', entryFileNames: 'page.mjs' });
    const files = output.flatMap((one) => (one.type === 'chunk' ? [{ name: one.fileName, text: one.code }] : []));
    expect(warnings).toEqual([]);
    expect(printed(files, 'page.mjs')).toBe(plain);
  });

  it('by Vite', async () => {
    await buildWithVite({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: 'vite', rollupOptions: { input: join(folder, 'page.mjs'), output: { entryFileNames: 'page.mjs' } } },
    });
    expect(runNode(join(folder, 'vite'), `await import(${JSON.stringify(join(folder, 'vite/page.mjs'))});`)).toBe(plain);
  });
});

describe('rendered on a server', () => {
  it('a React component that simulates has in its markup what the library says', () => {
    const mean = runNode(
      folder,
      `import { simulate } from 'peakend';
      const journey = { name: 'Call', interactions: [{ id: 'talk', duration: '5 min', affect: 2 }] };
      console.log(simulate({ journey, customers: 100, seed: 1 }).overall.satisfaction.mean);`,
    ).trim();
    const markup = runNode(folder, page);
    expect(markup).toContain(`<main><p>${mean}</p><div><svg `);
  });

  it('the editor of the examples shows its steps before any script has run', async () => {
    const examples = join(root, 'examples/embedding/react');
    const text = `import { createElement } from 'react'; import { renderToString } from 'react-dom/server';
      import { Editor } from ${JSON.stringify(join(examples, 'editor.jsx'))}; console.log(renderToString(createElement(Editor)));`;
    const { outputFiles } = await buildWithEsbuild({
      stdin: { contents: text, resolveDir: folder },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      jsx: 'automatic',
      logLevel: 'silent',
      nodePaths: [join(folder, 'node_modules')],
    });
    writeFileSync(join(folder, 'editor.cjs'), outputFiles[0]!.text);
    const markup = runNode(folder, `await import('./editor.cjs');`);
    for (const name of ['Register', 'Waiting room', 'Doctor', 'Pay']) expect(markup).toContain(`value="${name}"`);
  });
});
