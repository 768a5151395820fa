import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const stored = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.out.txt'));

describe('example programs print what is stored beside them', () => {
  it('at least one does', () => {
    expect(stored.length).toBeGreaterThan(0);
  });

  it.each(stored)('%s', async (path) => {
    const program = join(examples, path.replace(/\.out\.txt$/, '.mjs'));
    expect(existsSync(program)).toBe(true);
    const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: join(examples, '..'), timeout: 120_000 });
    expect(stdout).toBe(readFileSync(join(examples, path), 'utf8'));
  });
});
