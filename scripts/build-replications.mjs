// Writes docs/background/replications.md from test/replications. With --check it writes nothing and fails when the file is out of date.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const published = `${root}docs/background/replications.md`;
const bundle = `${root}node_modules/.cache/peakend/replications-${process.pid}.mjs`;

await build({
  entryPoints: [`${root}test/replications/replications-page.ts`],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  alias: { peakend: `${root}src/index.ts` },
});
const { replicationsPage } = await import(pathToFileURL(bundle).href);
rmSync(bundle);
const text = replicationsPage();

if (process.argv.includes('--check')) {
  if (readFileSync(published, 'utf8') !== text) {
    console.error('docs/background/replications.md is out of date: run node scripts/build-replications.mjs');
    process.exitCode = 1;
  }
} else {
  mkdirSync(`${root}docs/background`, { recursive: true });
  writeFileSync(published, text);
}
