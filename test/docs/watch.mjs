/** What an instrumented snippet calls. Collects every value, error and output that is not what the documentation says. */
import { format, inspect, isDeepStrictEqual } from 'node:util';
import { runInThisContext } from 'node:vm';

let differences = [];
let printed = [];
let line = 0;
let compared = 0;

/** Begins a new snippet. */
export function begin() {
  differences = [];
  printed = [];
  line = 0;
  compared = 0;
}

/** What came of the snippet since `begin`. */
export function report() {
  return { differences, line, compared };
}

export function at(number) {
  line = number;
}

export function beginBlock() {
  printed = [];
}

export function output(number, text) {
  compared += 1;
  const got = printed.join('\n');
  if (tidy(got) !== tidy(text)) differences.push({ line: number, said: text, got });
}

/** Runs a statement that prints, and compares what it printed with what is said behind it. */
async function printedBy(number, said, run) {
  line = number;
  const from = printed.length;
  await run();
  compare(number, said, printed.slice(from).join('\n'));
}
export { printedBy as printed };

/** Runs an expression and compares its value, or the error it throws, with what is said behind it. */
export async function value(number, said, run) {
  line = number;
  const [, code] = /^(?:→\s*)?throws ([a-z-]+)$/.exec(said) ?? [];
  if (code === undefined) return compare(number, said, await run());
  compared += 1;
  let got = 'no error';
  try {
    await run();
  } catch (error) {
    if (!Array.isArray(error?.issues)) throw error;
    const codes = error.issues.map((issue) => issue.code);
    if (codes.includes(code)) return;
    got = codes.join(', ');
  }
  differences.push({ line: number, said, got });
}

function compare(number, comment, got) {
  compared += 1;
  const said = comment.replace(/^→\s*/, '');
  if (!agrees(said, got)) differences.push({ line: number, said, got: typeof got === 'string' ? `'${got}'` : show(got) });
}

function agrees(said, got) {
  const [, rounded, decimals] = /^≈\s*([-−]?\d+(?:\.(\d+))?)$/.exec(said) ?? [];
  if (rounded !== undefined) return typeof got === 'number' && got.toFixed(decimals?.length ?? 0) === rounded.replace('−', '-');
  if (typeof got === 'string' && tidy(got) === tidy(said)) return true;
  if (said === show(got)) return true;
  try {
    return isDeepStrictEqual(got, runInThisContext(`(${said})`));
  } catch {
    return false;
  }
}

function show(value) {
  return inspect(value, { depth: Infinity, breakLength: Infinity, compact: true });
}

/** Spaces at the ends of lines and empty lines at the end are not compared. */
function tidy(text) {
  return text
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .trimEnd();
}

for (const method of ['log', 'info']) console[method] = (...words) => void printed.push(...format(...words).split('\n'));
