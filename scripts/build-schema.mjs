// Writes the files in schema/, and with --dist also those of dist. With --check it writes nothing and fails where a file is out of date.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('../', import.meta.url));
const bundle = `${root}node_modules/.cache/peakend/json-schemas-${process.pid}.mjs`;

await build({
  entryPoints: [`${root}scripts/json-schemas.ts`],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const { jsonSchemas } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

for (const [name, make] of Object.entries(jsonSchemas)) {
  const published = `${root}schema/${name}`;
  const options = { ...(await resolveConfig(published)), parser: 'json' };
  const text = await format(JSON.stringify(make(root)), options);
  if (process.argv.includes('--check')) {
    if (readFileSync(published, 'utf8') === text) continue;
    console.error(`schema/${name} is out of date: run node scripts/build-schema.mjs`);
    process.exitCode = 1;
    continue;
  }
  writeFileSync(published, text);
  if (process.argv.includes('--dist')) {
    mkdirSync(`${root}dist`, { recursive: true });
    writeFileSync(`${root}dist/${name.replace(/^journey\./, '')}`, text);
  }
}
