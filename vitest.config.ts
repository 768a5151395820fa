import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests of the source import what users import: `peakend` is src/index.ts, `peakend/charts` is src/charts.ts. */
const resolve = {
  alias: [
    { find: /^peakend$/, replacement: source('index.ts') },
    { find: /^peakend\/([a-z]+)$/, replacement: source('$1.ts') },
  ],
};

/** These see the packed and installed build, as users do; they spawn compilers and package tools, so they are given time. */
const installed = { globalSetup: ['test/package/install-packed.ts'], testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // Left to itself it keeps a core free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      { resolve, test: { name: 'pictures', include: ['test/pictures/**/*.test.ts'], testTimeout: 60_000 } },
      // Loading all of src for each file anew took as long as testing it: these share it. What a test changes of the world, it puts back.
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000, isolate: false } },
      { resolve, test: { name: 'laws', include: ['test/laws/**/*.test.ts'], testTimeout: 120_000 } },
      { resolve, test: { name: 'reference', include: ['test/reference/**/*.test.ts'], testTimeout: 120_000 } },
      { resolve, test: { name: 'replications', include: ['test/replications/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], testTimeout: 60_000 } },
      // These drive the playground in a browser, built with what is packed.
      {
        test: {
          name: 'playground',
          include: ['test/playground/**/*.test.ts'],
          globalSetup: ['test/package/install-packed.ts', 'test/playground/build-playground.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'], ...installed } },
      { test: { name: 'docs', include: ['test/docs/**/*.test.ts'], ...installed } },
    ],
  },
});
