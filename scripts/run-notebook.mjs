/**
 * Runs the notebooks of examples/ in Deno's Jupyter kernel, against the packed and installed build in dist, and compares what their cells show with what
 * is kept in the files, byte for byte; then turns each into a page and looks at it: every table a table, nothing left as markup.
 *
 *     npm run build && npm ci --prefix test/engines --ignore-scripts && node scripts/run-notebook.mjs [--write] [--pages FOLDER]
 *
 * `--write` puts what is shown now into analysis.ipynb, whose source is analysis.mjs. `--pages` keeps the pages, to be looked at. Deno comes with test/engines;
 * Jupyter is Debian's: `apt-get install --no-install-recommends jupyter-nbconvert`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cellsOfScript, lines, notebookFile } from './notebooks/cells.mjs';
import { installPacked } from './packed.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, pages: { type: 'string' } } });
const deno = join(root, `test/engines/node_modules/@deno/${process.platform}-${process.arch}-glibc/deno`);
/** Debian's, which is where Debian's Jupyter is. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const notebooks = [
  { file: 'examples/notebook/analysis.ipynb', source: 'examples/notebook/analysis.mjs' },
  { file: 'examples/own-data/own-data.ipynb' },
];

if (!existsSync(deno)) stop('Deno is missing: npm ci --prefix test/engines --ignore-scripts');
if (spawnSync(python, ['-c', 'import jupyter_client, nbconvert']).status !== 0)
  stop('Jupyter is missing: apt-get install --no-install-recommends jupyter-nbconvert');

const folder = mkdtempSync(join(tmpdir(), 'peakend-notebook-'));
const failures = [];
try {
  const kernel = join(folder, 'jupyter/kernels/deno');
  mkdirSync(kernel, { recursive: true });
  const argv = [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'];
  writeFileSync(join(kernel, 'kernel.json'), JSON.stringify({ argv, display_name: 'Deno', language: 'typescript' }));
  const project = join(folder, 'project');
  mkdirSync(project);
  installPacked(project);
  for (const notebook of notebooks) check(notebook, project);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures.length > 0) stop(failures.join('\n\n'));

/** What a notebook of the example folder shows when it is run anew in a project where the library is installed, against what it keeps. */
function check({ file, source }, project) {
  const home = dirname(join(root, file));
  for (const name of readdirSync(home)) if (/\.(csv|json)$/.test(name)) copyFileSync(join(home, name), join(project, name));
  const kept = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
  const cells = source === undefined ? JSON.parse(kept).cells : cellsOfScript(readFileSync(join(root, source), 'utf8'));
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  const started = performance.now();
  const shown = run(
    code.map((cell) => cell.source.join('')),
    project,
  );
  for (const [index, outputs] of shown.entries()) {
    const error = outputs.find(({ output_type }) => output_type === 'error');
    if (error !== undefined) return failures.push(`${file}, cell ${code[index].id}: ${error.traceback.join('\n')}`);
    code[index].outputs = outputs.map((output) => asKept(output, source === undefined ? null : index + 1));
    if (source !== undefined) code[index].execution_count = index + 1;
  }
  const now = notebookFile(cells);
  if (options.write && source !== undefined) writeFileSync(join(root, file), now);
  else if (now !== kept) failures.push(difference(file, JSON.parse(kept || '{"cells":[]}').cells, cells));
  lookAtPage(file, now, project);
  console.log(`${file}: ${code.length} cells in ${Math.round(performance.now() - started)} ms`);
}

/** The outputs of cells, one after the other, in a kernel of their own that reaches no network. */
function run(sources, project) {
  const env = {
    ...process.env,
    ...jupyter(),
    DENO_DIR: join(folder, 'deno'),
    NO_COLOR: '1',
    npm_config_registry: 'http://127.0.0.1:9',
  };
  const program = join(root, 'scripts/notebooks/run_cells.py');
  return JSON.parse(
    execFileSync(python, [program, 'deno'], {
      cwd: project,
      env,
      input: JSON.stringify(sources),
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'ignore'],
    }),
  );
}

function jupyter() {
  return {
    JUPYTER_PATH: join(folder, 'jupyter'),
    JUPYTER_CONFIG_DIR: join(folder, 'config'),
    JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
  };
}

/** An output as files hold it: texts as lists of lines, keys in order of the alphabet. */
function asKept(output, count) {
  const { data, text, ...rest } = output;
  const kept = { ...rest };
  if (output.output_type === 'execute_result') kept.execution_count = count;
  if (text !== undefined) kept.text = lines(text);
  if (data !== undefined)
    kept.data = Object.fromEntries(Object.entries(data).map(([type, value]) => [type, typeof value === 'string' ? lines(value) : value]));
  return Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function difference(file, kept, now) {
  if (kept.length !== now.length) return `${file}: ${kept.length} cells are kept, ${now.length} there now: run with --write`;
  const index = now.findIndex((cell, k) => JSON.stringify(cell) !== JSON.stringify(kept[k]));
  const part = (cell) => JSON.stringify(cell, null, 1).split('\n');
  const [before, after] = [part(kept[index]), part(now[index])];
  const line = after.findIndex((text, k) => text !== before[k]);
  return `${file}, cell ${now[index].id}: what is kept is not what is shown now. If it is meant, run with --write.\n- ${before[line]}\n+ ${after[line]}`;
}

/** The page a reader gets, made by nbconvert. */
function lookAtPage(file, notebook, project) {
  const name = basename(file, '.ipynb');
  const pages = options.pages ?? join(folder, 'pages');
  mkdirSync(pages, { recursive: true });
  writeFileSync(join(project, `${name}.ipynb`), notebook);
  const template = [`--TemplateExporter.extra_template_basedirs=${join(root, 'scripts/notebooks')}`, '--template', 'page'];
  const words = ['-m', 'nbconvert', '--to', 'html', ...template, '--log-level', 'ERROR', '--output-dir', resolve(pages), `${name}.ipynb`];
  execFileSync(python, words, { cwd: project, env: { ...process.env, ...jupyter() }, stdio: 'inherit' });
  const page = readFileSync(join(pages, `${name}.html`), 'utf8');
  const shown = JSON.parse(notebook).cells.flatMap(({ outputs = [] }) => outputs.flatMap(({ data }) => (data === undefined ? [] : [data])));
  const expected = {
    '<table': shown.flatMap((data) => data['text/markdown'] ?? []).filter((line) => /^\| ?:?-+/.test(line)).length,
    '<svg xmlns': shown.filter((data) => data['image/svg+xml'] !== undefined).length,
  };
  for (const [piece, count] of Object.entries(expected)) {
    const found = page.split(piece).length - 1;
    if (found !== count) failures.push(`${file}: its page has ${found} times ${piece}, its cells show ${count}`);
  }
  const raw = /^.*(\| ?:?---|&lt;svg|^#{2,} ).*$/m.exec(page.replace(/<(style|script|pre)[\s\S]*?<\/\1>/g, ''));
  if (raw !== null) failures.push(`${file}: its page has markup that nobody rendered: ${raw[0].slice(0, 200)}`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
