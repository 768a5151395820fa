// Builds the library where its build is missing or older than its source: the playground uses what is published, not the source.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist/index.js');
const changed = (folder) =>
  Math.max(
    ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => statSync(join(root, folder, path)).mtimeMs),
  );

if (!existsSync(built) || changed('src') > statSync(built).mtimeMs) {
  console.log('Building the library …');
  execFileSync('npm', ['run', '--silent', 'build', '--', '--silent'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
