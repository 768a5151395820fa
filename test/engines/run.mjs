/**
 * Runs one study on every JavaScript engine there is, on the build in dist, and asserts that all results are the same to the last bit.
 *
 *     npm run build && npm ci --prefix test/engines && npm run engines
 *
 * An engine that is not on this machine is left out, and named; with CI=true it is a failure, but for Firefox.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const modules = join(here, 'node_modules');
const patience = 120_000;
const bunCpu = process.arch === 'arm64' ? 'aarch64' : process.arch;

const engines = [
  { name: `node ${process.versions.node}`, program: process.execPath, arguments: ['print-golden.mjs'] },
  { name: `node ${process.versions.node} commonjs`, program: process.execPath, arguments: ['print-golden-commonjs.mjs'] },
  ...[22, 24].map((major) => ({
    name: `node ${major}`,
    program: join(modules, `node-${major}-${process.platform}-${process.arch}/bin/node`),
    arguments: ['print-golden.mjs'],
  })),
  {
    name: 'deno',
    program: join(modules, `@deno/${process.platform}-${process.arch}-glibc/deno`),
    // Deno reads the file of a worker with the permission of the program that starts it.
    arguments: ['run', '--no-config', '--no-remote', '--allow-read=../../dist', 'print-golden.mjs'],
  },
  { name: 'bun', program: join(modules, `@oven/bun-${process.platform}-${bunCpu}/bin/bun`), arguments: ['run', 'print-golden.mjs'] },
  {
    name: 'chromium',
    program: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? 'chromium',
    opening: (profile) => [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--disable-quic', '--no-first-run', `--user-data-dir=${profile}`],
    ],
  },
  {
    name: 'firefox',
    program: ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync) ?? 'firefox',
    opening: (profile) => ['--headless', '--no-remote', '--profile', profile],
    isOptional: true,
  },
];

const page = `<!doctype html><script type="module">
  try {
    const entries = ['workers', 'index', 'data', 'formats', 'decide'].map((entry) => import('/dist/' + entry + '.js'));
    const helpers = ['golden', 'pooled'].map((name) => import('/test/engines/' + name + '.mjs'));
    const [{ golden }, { pooled }, workers, ...library] = await Promise.all([...helpers, ...entries]);
    const body = JSON.stringify({ ...golden(...library), ...(await pooled(workers, library[0])) });
    await fetch('/answer', { method: 'POST', body });
  } catch (error) {
    await fetch('/answer', { method: 'POST', body: JSON.stringify({ default: String(error.stack) }) });
  }
</script>`;

let expected;
let passed = 0;
let failed = 0;
let skipped = 0;
for (const engine of engines) {
  if (!existsSync(engine.program)) {
    if (process.env.CI === 'true' && engine.isOptional !== true) failed += 1;
    else skipped += 1;
    console.log(`absent  ${engine.name}`);
    continue;
  }
  try {
    const got = engine.opening === undefined ? await runInShell(engine) : await runInBrowser(engine);
    expected ??= got;
    const different = Object.keys(expected).filter((model) => expected[model] !== got[model]);
    if (different.length > 0)
      throw new Error(different.map((model) => `${model}: ${got[model]} instead of ${expected[model]}`).join('\n        '));
    passed += 1;
    console.log(`same    ${engine.name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${engine.name}\n        ${error.stderr || error.message}`);
  }
}
for (const [model, print] of Object.entries(expected ?? {})) console.log(`        ${model.padEnd(12)} ${print}`);
console.log(`engines: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 && passed > 1 ? 0 : 1;

async function runInShell(engine) {
  const environment = { ...process.env, NO_COLOR: '1' };
  delete environment.NODE_OPTIONS;
  const { stdout } = await promisify(execFile)(engine.program, engine.arguments, { cwd: here, timeout: patience, env: environment });
  return JSON.parse(stdout);
}

/** Serves the build on this machine only, opens a page that imports it, and waits for the page to send its result back. */
async function runInBrowser({ name, program, opening }) {
  const profile = mkdtempSync(join(tmpdir(), `peakend-${name}-`));
  let browser;
  let server;
  try {
    const answer = new Promise((resolve, reject) => {
      server = createServer((request, response) => void serve(request, response, resolve).catch(reject));
      setTimeout(() => reject(new Error('no answer from the page')), patience).unref();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${server.address().port}/page`;
    // In a process group of its own: it starts others, which must end with it.
    browser = spawn(program, [...opening(profile), address], { stdio: 'ignore', detached: true });
    browser.on('error', () => {});
    return JSON.parse(await answer);
  } finally {
    server?.close();
    if (browser?.exitCode === null) {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      process.kill(-browser.pid, 'SIGKILL');
      await ended;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function serve(request, response, resolve) {
  if (request.url === '/page') return void response.setHeader('content-type', 'text/html').end(page);
  if (request.url === '/answer') {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end();
    return resolve(body);
  }
  const path = join(root, new URL(request.url, 'http://127.0.0.1').pathname);
  const allowed = (path.startsWith(join(root, 'dist/')) || path.startsWith(here)) && ['.js', '.mjs'].includes(extname(path));
  if (!allowed || !existsSync(path)) return void response.writeHead(404).end();
  response.setHeader('content-type', 'text/javascript').end(await readFile(path));
}
