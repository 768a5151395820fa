// Writes what pages load into docs/guides/embedding.md, measured on the packed and installed build. Part of `npm run docs`; a test holds the table to within a twentieth.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, marks, pages, viteBundle } from './bundle.mjs';
import { installPacked } from './packed.mjs';

const guide = new URL('../docs/guides/embedding.md', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'peakend-sizes-'));
try {
  installPacked(folder);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  const rows = [];
  for (const { what, program } of pages) {
    const cells = [await bundle(program, folder), await viteBundle(program, folder)].flatMap(({ minified, gzipped }) => [
      minified,
      gzipped,
    ]);
    rows.push(`| ${what} | ${cells.map(kilobytes).join(' | ')} |`);
  }
  const table = ['| a page with | esbuild, minified | gzip | Vite, minified | gzip |', '| --- | ---: | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
  const page = readFileSync(guide, 'utf8');
  writeFileSync(guide, `${page.split(marks[0])[0]}${marks[0]}\n\n${table}\n\n${marks[1]}${page.split(marks[1])[1]}`);
  console.log(table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
