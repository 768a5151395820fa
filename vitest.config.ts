import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { peakend: fileURLToPath(new URL('./src/index.ts', import.meta.url)) };

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { resolve: { alias }, test: { name: 'laws', include: ['test/laws/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 } },
    ],
  },
});
