import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../scripts/fuzz/run.mjs', import.meta.url));
const plants = new URL('./plants.mjs', import.meta.url).href;

/** The fuzz of one function in which a fault was planted. */
function fuzz(kind: string, more: readonly string[] = []): { readonly status: number | null; readonly output: string } {
  const plant = `${plants}?${encodeURIComponent(kind)}`;
  const settings = ['--seed', '1', '--cases', '150', '--limit', '3', '--only', 'main.seconds', '--plant', plant];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...settings, ...more], { encoding: 'utf8', timeout: 120_000 });
  return { status, output: `${stdout}${stderr}` };
}

it.each([
  ['not a number', 'not finite: result is NaN'],
  ['negative zero', 'negative zero: result'],
  ['a hole', 'undefined in result: result.a'],
  ['a function', 'function in result: result.a'],
  ['a wrong error', 'wrong error: TypeError'],
  ['a getter run', 'unreadable: the error of the getter of id came through'],
  ['a frozen input', 'input frozen: args'],
  ['a changed input', 'input changed: keys of args'],
  ['pollution', 'pollution: object 0'],
])('the fuzz finds %s, and tells a case that shows it', (kind, told) => {
  const { status, output } = fuzz(kind);
  expect(output).toContain(told);
  expect(output).toMatch(/const args = \[.*\];\n[^]*seconds\(\.\.\.args\);\n {2}again: npm run fuzz -- --seed 1 --case \d+/);
  expect(output).toMatch(/fuzz: 150 cases, [1-9]\d* faults, seed 1\n$/);
  expect(status).toBe(1);
});

it('the fuzz passes over what never ends, tells the change that does it, and goes on', () => {
  const { status, output } = fuzz('an endless loop', ['--cases', '4']);
  expect(output).toContain('does not end: more than 3 s');
  expect(output).toMatch(/const args = \[5\];\n {2}.*args.*;\n {2}seconds\(\.\.\.args\);/);
  expect(output).toMatch(/fuzz: 4 cases, [1-9]\d* faults, seed 1\n$/);
  expect(status).toBe(1);
});

it('the fuzz survives what eats all memory, tells it, and goes on', () => {
  const { status, output } = fuzz('all memory', ['--cases', '3', '--limit', '60']);
  expect(output).toContain('the thread died: ERR_WORKER_OUT_OF_MEMORY');
  expect(output).toMatch(/fuzz: 3 cases, [1-9]\d* faults, seed 1\n$/);
  expect(status).toBe(1);
});

it('the fuzz is the same for the same seed, and finds nothing where nothing is wrong', () => {
  const [first, second] = [fuzz('sound', ['--case', '7']), fuzz('sound', ['--case', '7'])];
  expect(first.output.replace(/\d+ s\b/g, '')).toBe(second.output.replace(/\d+ s\b/g, ''));
  expect(fuzz('sound', ['--only', 'main.minutes']).status).toBe(0);
});
