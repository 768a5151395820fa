import { defineConfig } from 'tsup';

/** Everything a user imports; one entry file per key. zod, immer and seedrandom's alea file are bundled (docs/decisions/0002-bundled-dependencies.md). */
export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  treeshake: true,
  noExternal: ['zod', 'immer', 'seedrandom'],
  outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
});
