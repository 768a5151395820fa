import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Packs the build as a release would be, and installs the tarball, without a network, into an empty project in a folder. */
export function installPacked(folder) {
  const npm = (directory, ...words) =>
    execFileSync('npm', [...words, '--silent', '--no-audit', '--no-fund'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  npm(root, 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  npm(folder, 'install', '--offline', '--ignore-scripts', tarball);
  return tarball;
}
