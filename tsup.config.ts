import { copyFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';

const schema = 'schema/journey.schema.json';

/**
 * What is published: one key of `entry` for each code entry in package.json's `exports`, and the JSON Schema beside them.
 * zod, immer and seedrandom's alea file are bundled (docs/decisions/0002-bundled-dependencies.md). Splitting keeps what entries share in one
 * place, so that there is one JourneyError whichever entry it comes from.
 */
export default defineConfig({
  entry: { index: 'src/index.ts', charts: 'src/charts.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  treeshake: true,
  noExternal: ['zod', 'immer', 'seedrandom'],
  outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
  async onSuccess() {
    if (existsSync(schema)) await copyFile(schema, 'dist/schema.json');
  },
});
