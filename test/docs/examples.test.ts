import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  /** What a cell showed beside what it printed is compared where Deno's kernel runs it: `scripts/run-notebook.mjs`. */
  readonly outputs?: readonly { readonly text?: readonly string[] }[];
}

const notebooks = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ipynb'));

describe('notebooks print, cell after cell, what is stored in them', () => {
  it.each(notebooks)('%s', async (path) => {
    const { cells } = JSON.parse(readFileSync(join(examples, path), 'utf8')) as { cells: readonly Cell[] };
    const code = cells.filter(({ cell_type }) => cell_type === 'code');
    const folder = dirname(join(examples, path));
    // Beside the notebook, so that it finds the library and its files as the notebook does.
    const program = join(mkdtempSync(join(folder, 'cells-')), 'cells.mjs');
    try {
      writeFileSync(program, code.map(({ source }) => source.join('')).join('\n'));
      const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: folder, timeout: 120_000 });
      expect(stdout.replace(/\n$/, '')).toBe(
        code
          .flatMap(({ outputs = [] }) => outputs.flatMap(({ text = [] }) => text))
          .join('')
          .replace(/\n$/, ''),
      );
    } finally {
      rmSync(dirname(program), { recursive: true });
    }
  });
});
