import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed tarball. */
    tarball: string;
    /** An empty project in which nothing is installed but the tarball. */
    consumer: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packs the build as a release would be, and installs the tarball, without a network, into an empty project. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-package-'));
  const npm = (directory: string, ...words: string[]) =>
    execFileSync('npm', [...words, '--silent', '--no-audit', '--no-fund'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  npm(root, 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  npm(folder, 'install', '--offline', '--ignore-scripts', tarball);
  project.provide('tarball', tarball);
  project.provide('consumer', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
