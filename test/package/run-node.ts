import { execFileSync } from 'node:child_process';

/** Runs a program given as text in a Node process of its own, from a folder, and returns what it prints. */
export function runNode(folder: string, program: string, type: 'module' | 'commonjs' = 'module'): string {
  return execFileSync(process.execPath, [`--input-type=${type}`, '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  }).trim();
}
