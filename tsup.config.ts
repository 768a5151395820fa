import { existsSync, readFileSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import type { Options } from 'tsup';

/** Each JSON Schema by the name under which it is published. */
const schemas = { journey: 'schema.json', edits: 'edits.schema.json', segments: 'segments.schema.json' };

/** One entry for each code key of package.json's `exports`: `.` is src/index.ts, `./charts` is src/charts.ts. */
const { exports: published } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
const entry = Object.fromEntries(
  Object.keys(published)
    .filter((key) => !key.endsWith('.json'))
    .map((key) => (key === '.' ? 'index' : key.slice(2)))
    .map((name) => [name, `src/${name}.ts`]),
);

/**
 * zod keeps its settings on `globalThis`, where an application's own zod would find ours and we its. Ours get an object of their own, so that
 * importing the library leaves no trace and nobody's settings change its errors. A test holds the build to it.
 */
const privateZodSettings: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'private-zod-settings',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](core|registries)\.js$/ }, async ({ path }) => ({
      contents: `const settings = {};\n${(await readFile(path, 'utf8')).replaceAll('globalThis', 'settings')}`,
      loader: 'js',
    }));
  },
};

/**
 * What is published: the entries, and the JSON Schemas beside them. zod, immer and seedrandom's alea file are bundled
 * (docs/decisions/0002-bundled-dependencies.md). Splitting keeps what entries share in one place, so that there is one JourneyError whichever
 * entry it comes from.
 */
export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  treeshake: true,
  noExternal: ['zod', 'immer', 'seedrandom', 'ml-matrix'],
  // immer asks for it; a browser without a bundler has no `process`.
  env: { NODE_ENV: 'production' },
  // Its modules, of which what is not used is left out; what the package offers is one file of CommonJS.
  esbuildOptions(options) {
    options.alias = { 'ml-matrix': './node_modules/ml-matrix/src/index.js' };
  },
  esbuildPlugins: [privateZodSettings],
  outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
  async onSuccess() {
    for (const [name, target] of Object.entries(schemas)) {
      const file = `schema/${name}.schema.json`;
      if (existsSync(file)) await copyFile(file, `dist/${target}`);
    }
  },
});
