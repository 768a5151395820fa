// Writes schema/journey.schema.json, and with --dist also dist/schema.json. With --check it writes nothing and fails when the file is out of date.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('../', import.meta.url));
const published = `${root}schema/journey.schema.json`;
const bundle = `${root}node_modules/.cache/peakend/journey-json-schema-${process.pid}.mjs`;

await build({
  entryPoints: [`${root}scripts/journey-json-schema.ts`],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const { journeyJsonSchema } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const options = { ...(await resolveConfig(published)), parser: 'json' };
const text = await format(JSON.stringify(journeyJsonSchema(root)), options);

if (process.argv.includes('--check')) {
  if (readFileSync(published, 'utf8') !== text) {
    console.error('schema/journey.schema.json is out of date: run node scripts/build-schema.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(published, text);
  if (process.argv.includes('--dist')) {
    mkdirSync(`${root}dist`, { recursive: true });
    writeFileSync(`${root}dist/schema.json`, text);
  }
}
