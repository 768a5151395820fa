// Follows the checklists of CONTRIBUTING.md in a copy of the repository. With every step done the compiler and the tests are content and the new
// things work; with any one step in src left out, the compiler or a test says so.
//   node scripts/checklists.mjs [--only edit,outcome]
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { distribution } from './checklists/distribution.mjs';
import { edit } from './checklists/edit.mjs';
import { outcome } from './checklists/outcome.mjs';
import { waitCondition } from './checklists/wait-condition.mjs';

const checklists = { 'wait condition': waitCondition, outcome, edit, distribution };
const root = fileURLToPath(new URL('../', import.meta.url));
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : Object.keys(checklists);
const scratch = mkdtempSync(join(tmpdir(), 'peakend-checklists-'));
const at = (path) => join(scratch, path);
const probe = 'test/unit/checklists/probe.test.ts';

/** Everything but what is built; packages are linked one by one, so that caches are written here. */
function copyRepository() {
  const left = new Set(['node_modules', 'dist', 'coverage', '.git']);
  for (const name of readdirSync(root)) if (!left.has(name)) cpSync(join(root, name), at(name), { recursive: true });
  mkdirSync(at('node_modules'));
  for (const name of readdirSync(`${root}node_modules`)) {
    if (!name.startsWith('.')) symlinkSync(`${root}node_modules/${name}`, at(`node_modules/${name}`));
  }
}

/** Writes every file as it is with all steps but those left out. A step whose anchor is not there exactly once is a mistake in the checklist here. */
function write(lists, leftOut) {
  const files = new Map();
  for (const step of lists.flatMap(({ steps }) => steps)) {
    const before = step.create === undefined ? (files.get(step.file) ?? readFileSync(root + step.file, 'utf8')) : undefined;
    files.set(step.file, step === leftOut ? before : after(step, before));
  }
  for (const [file, text] of files) {
    if (text === undefined) rmSync(at(file), { force: true });
    else {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    }
  }
}

function after(step, before) {
  if (step.create !== undefined) return step.create;
  return step.edits.reduce((text, [anchor, replacement]) => {
    const found = text.split(anchor).length - 1;
    if (found !== 1) throw new Error(`${step.file}: ${JSON.stringify(anchor)} stands there ${found} times, not once`);
    return text.replace(anchor, () => replacement);
  }, before);
}

const texts = new Map();
/** The compiler over src and all tests; files that did not change keep what was found out about them. */
let builder;
function compilerFault(firstOnly) {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(at('tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    scratch,
  );
  // With either the builder would look at the changed file alone, and not at those that import it.
  Object.assign(options, { isolatedModules: false, verbatimModuleSyntax: false });
  const host = ts.createIncrementalCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...more) => {
    if (!name.startsWith(scratch)) return keptFile(name, () => read.call(host, name, ...more));
    return keptFile(`${name} ${host.createHash(ts.sys.readFile(name) ?? '')}`, () => read.call(host, name, ...more));
  };
  const next = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, host, builder);
  const whole = next.getProgram();
  const faults = [...whole.getOptionsDiagnostics(), ...whole.getSyntacticDiagnostics()];
  for (let file; faults.length === 0 && (file = next.getSemanticDiagnosticsOfNextAffectedFile());) faults.push(...file.result);
  if (!firstOnly) builder = next;
  const [fault] = faults;
  if (fault === undefined) return undefined;
  const where = fault.file === undefined ? '' : fault.file.fileName.slice(scratch.length + 1);
  return `${where}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ').slice(0, 90)}`;
}
function keptFile(key, make) {
  if (!texts.has(key)) texts.set(key, make());
  return texts.get(key);
}

function run(program, ...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: scratch, encoding: 'utf8' });
  return { failed: status !== 0, output: `${stdout}${stderr}` };
}

/** What the last step of each checklist writes: the JSON Schemas, and the page of the parameters, from the source in place of the build. */
function generate() {
  buildSync({
    absWorkingDir: scratch,
    entryPoints: ['scripts/build-docs-parameters.mjs'],
    outfile: 'scripts/parameters-page.mjs',
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', alias: { peakend: './src/index.ts' } },
  });
  for (const program of ['scripts/build-schema.mjs', 'scripts/parameters-page.mjs']) {
    const { failed, output } = run(program);
    if (failed) throw new Error(`${program}: ${output}`);
  }
}

/** The first test that fails, or undefined. */
function testFault(tests) {
  const { failed, output } = run('node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile=tests.json', ...new Set(tests));
  if (!failed) return undefined;
  let results;
  try {
    ({ testResults: results } = JSON.parse(readFileSync(at('tests.json'), 'utf8')));
  } catch {
    throw new Error(output);
  }
  const told = results.flatMap(({ name, message, assertionResults }) => {
    const wrong = assertionResults.filter(({ status }) => status === 'failed');
    const where = name.slice(scratch.length + 1);
    if (wrong.length > 0) return wrong.map(({ fullName, failureMessages }) => `${where}: ${fullName} ${verbose ? failureMessages[0] : ''}`);
    return message === '' ? [] : [`${where}: ${message}`];
  });
  return verbose ? told.join('\n') : (told[0] ?? output);
}

const verbose = process.argv.includes('--verbose');
const keep = process.argv.includes('--keep');
const nameOf = ({ file, what }) => (what === undefined ? file : `${file}, ${what}`);
const say = (text) => console.log(`${Math.round(performance.now() / 1000)} s  ${text}`);
let silent = 0;
try {
  copyRepository();
  const chosen = only.map((name) => checklists[name]);
  write(chosen);
  generate();
  // The probe speaks of all four.
  const probed = chosen.length === Object.keys(checklists).length ? [probe] : [];
  if (probed.length > 0) cpSync(join(root, 'scripts/checklists/probe.ts'), at(mkdirSync(at(dirname(probe)), { recursive: true }) && probe));
  const fault = compilerFault(false) ?? testFault([...chosen.flatMap(({ tests }) => tests), ...probed]);
  if (fault !== undefined) throw new Error(`with every step done: ${fault}`);
  say('with every step done the compiler and the tests are content');
  if (probed.length > 0) rmSync(at(probe));
  for (const name of only) {
    const { steps, tests } = checklists[name];
    for (const step of steps.filter(({ file }) => file.startsWith('src/'))) {
      write(chosen, step);
      let told = compilerFault(true);
      if (told === undefined) {
        generate();
        told = testFault(tests);
      }
      if (told === undefined) silent++;
      say(`${name} without ${nameOf(step)}\n        ${told ?? 'NOBODY SAYS SO'}`);
    }
  }
  console.log(silent === 0 ? 'every step that is left out is told' : `${silent} steps can be left out without a word`);
  process.exitCode = silent === 0 ? 0 : 1;
} finally {
  if (keep) console.log(scratch);
  else rmSync(scratch, { recursive: true, force: true });
}
