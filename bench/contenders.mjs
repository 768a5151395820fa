// The programs that are set beside the library, how each is started, and what is missing where one cannot be.
import { execFileSync } from 'node:child_process';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import alea from 'seedrandom/lib/alea.js';

const here = dirname(fileURLToPath(import.meta.url));
const python = '/usr/bin/python3';

/**
 * `rules`: whose model it is. `part`: of the customers, where all would take too long. `command`: what to start, or why it cannot be.
 * `line`: what it is told for a seed.
 */
export function contenders(customers, folder) {
  const of = (part) => String(Math.max(1, Math.round(customers * part)));
  const asSeed = (seed) => String(seed);
  const list = [
    { name: 'peakend', rules: "the library's", part: 1, make: () => script('peakend') },
    { name: 'C', rules: "the library's", part: 1, line: rootOf, make: () => compiled('peakend', folder) },
    { name: 'd3 script', rules: "the library's", part: 1 / 4, make: () => script('d3') },
    { name: 'C, simpler model', rules: 'simpler', part: 1, make: () => compiled('w', folder) },
    { name: 'numpy', rules: 'simpler', part: 1, make: () => pythonProgram('w_numpy.py', 'numpy') },
    { name: 'SimPy', rules: 'simpler', part: 1 / 50, make: () => pythonProgram('w_simpy.py', 'simpy') },
    { name: 'simscript', rules: 'simpler', part: 1 / 200, make: () => simscript() },
  ];
  return list.map(({ make, line = asSeed, part, ...rest }) => {
    try {
      return { ...rest, line, customers: Number(of(part)), command: [...make(), of(part)] };
    } catch (missing) {
      return { ...rest, missing: missing.message.split('\n')[0] };
    }
  });
}

function script(name) {
  return [process.execPath, join(here, 'contender.mjs'), name];
}

function compiled(name, folder) {
  const program = join(folder, name);
  execFileSync('gcc', ['-O3', '-march=native', '-o', program, join(here, 'c', `${name}.c`), '-lm'], { stdio: 'pipe' });
  return [program];
}

function pythonProgram(file, module) {
  execFileSync(python, ['-c', `import ${module}`], { stdio: 'pipe' });
  return [python, '-B', join(here, 'py', file)];
}

function simscript() {
  import.meta.resolve('simscript');
  return script('simscript');
}

/** The root key of a seed, which the C program makes its streams from. */
function rootOf(seed) {
  const text = encodeURIComponent(String(seed));
  const random = alea(`journey/1/${text.length}/${text}`);
  return [random.int32(), random.int32(), random.int32()].join(' ');
}
