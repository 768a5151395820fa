import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { noBrowser } from '../browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built playground. */
    playground: string;
  }
}

/** Builds the playground once for all its tests, with the packed library as its users have it. */
export default function setup(project: TestProject): (() => void) | undefined {
  if (noBrowser !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'peakend-playground-'));
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const library = join(project.getProvidedContext().consumer, 'node_modules/peakend');
  const words = ['build', '--config', 'examples/playground/vite.config.ts', '--logLevel', 'error'];
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PEAKEND_LIBRARY: library, PLAYGROUND_OUT: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  project.provide('playground', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
