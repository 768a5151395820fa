import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installPacked } from '../../scripts/packed.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed tarball. */
    tarball: string;
    /** An empty project in which nothing is installed but the tarball. */
    consumer: string;
  }
}

/** Packs and installs the build once for all tests of a project. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-package-'));
  project.provide('tarball', installPacked(folder));
  project.provide('consumer', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
