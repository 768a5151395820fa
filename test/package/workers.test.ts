import { build as buildWithEsbuild } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildWithVite } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, noBrowser, type Launched } from '../browser';
import { runNode } from './run-node';
import { serve } from './serve';

const consumer = inject('consumer');

/** What the shipped worker is given to do, and what it must say: the same as done here. */
const tasks = `planShards({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: '2 to 9 min', affect: 1 }] }, customers: 6000, seed: 1 },
  { shardSize: 2048 })`;
const doIt = `
  const pool = createPool({ workers: 2, ...options });
  const tasks = ${tasks};
  const same = JSON.stringify(await pool.run(tasks)) === JSON.stringify(tasks.map(runShard));
  const refused = await pool.run([{ kind: 'no such kind' }]).catch((error) => error);`;
const said = { same: true, shards: 3, code: 'invalid-type' };

describe('the installed pool in Node', () => {
  const tell = 'console.log(JSON.stringify({ same, shards: tasks.length, code: isJourneyError(refused) && refused.code }));';

  it('has tasks done by the installed worker, and a program that forgets to close it ends', () => {
    const program = `import { isJourneyError, planShards, runShard } from 'peakend'; import { createPool } from 'peakend/workers'; const options = {}; ${doIt} ${tell}`;
    expect(JSON.parse(runNode(consumer, program))).toEqual(said);
  });

  it('does so from CommonJS', () => {
    const program = `const { isJourneyError, planShards, runShard } = require('peakend'); const { createPool } = require('peakend/workers'); const options = {};
      (async () => { ${doIt} ${tell} })();`;
    expect(JSON.parse(runNode(consumer, program, 'commonjs'))).toEqual(said);
  });

  it('does so with workers that the caller starts, with limits of their own', () => {
    const program = `import { Worker } from 'node:worker_threads'; import { isJourneyError, planShards, runShard } from 'peakend'; import { createPool } from 'peakend/workers';
      const file = new URL(import.meta.resolve('peakend/worker'));
      const options = { createWorker: () => new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 64 }, execArgv: [] }) }; ${doIt} ${tell}`;
    expect(JSON.parse(runNode(consumer, program))).toEqual(said);
  });

  it('ends with its program while a worker is idle, also after one was lost and after a run was stopped', () => {
    const program = `import { planShards } from 'peakend'; import { createPool } from 'peakend/workers';
      const pool = createPool({ workers: 2 });
      await pool.run(${tasks}, undefined, { signal: AbortSignal.abort() }).catch(() => {});
      const stop = new AbortController();
      await Promise.allSettled([pool.run(${tasks}, undefined, { signal: stop.signal, onResult: () => stop.abort() }), pool.run(${tasks})]);
      console.log('end');`;
    expect(runNode(consumer, program)).toBe('end');
  });

  it('starts nothing where it or the worker is only imported', () => {
    const program = `import threads from 'node:worker_threads';
      let started = 0;
      threads.Worker = class { constructor() { started++; } };
      (await import('node:module')).syncBuiltinESMExports();
      const { createPool } = await import('peakend/workers');
      const { executeTask } = await import('peakend/worker');
      createPool();
      console.log(started, typeof executeTask);`;
    expect(runNode(consumer, program)).toBe('0 function');
  });
});

describe.skipIf(noBrowser !== undefined)('the installed pool in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-pool-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  let browser: Launched;
  let address: string;

  const page = (from: string, options: string, body = doIt) => `
    import { planShards, runShard } from '${from.replace('/workers.js', '/index.js').replace('/workers', '')}';
    import { createPool } from '${from}';
    const options = ${options};
    try { ${body}
      document.title = JSON.stringify({ same, shards: tasks.length, code: refused.code });
    } catch (error) { document.title = JSON.stringify(String(error)); }`;
  const html = (file: string) => `<!doctype html><script type="module" src="${file}"></script>`;

  beforeAll(async () => {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'plain'));
    symlinkSync(join(consumer, 'node_modules/peakend'), join(folder, 'node_modules/peakend'));
    const trial = fileURLToPath(new URL('../unit/workers/trial-worker.ts', import.meta.url));
    await buildWithEsbuild({ entryPoints: [trial], bundle: true, format: 'esm', outdir: join(folder, 'plain'), logLevel: 'silent' });
    const served = await serve({
      peakend: join(consumer, 'node_modules/peakend/dist'),
      plain: join(folder, 'plain'),
      esbuild: join(folder, 'esbuild'),
      vite: join(folder, 'vite'),
    });
    address = served.address;
    browser = await launch();
    closing.push(
      () => browser.close(),
      () => served.server.close(),
    );
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  async function titleOf(path: string): Promise<unknown> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/${path}`);
    const title = await page.waitForFunction(() => document.title);
    const text = JSON.parse(await title.jsonValue()) as unknown;
    await page.close();
    return text;
  }
  function plainPage(name: string, program: string): Promise<unknown> {
    writeFileSync(join(folder, 'plain', `${name}.mjs`), program);
    writeFileSync(join(folder, 'plain', `${name}.html`), html(`${name}.mjs`));
    return titleOf(`plain/${name}.html`);
  }

  it('without a bundler: the worker is the file beside it', async () => {
    expect(await plainPage('alone', page('/peakend/workers.js', '{}'))).toEqual(said);
  });

  it.each([
    ['by itself', '{}'],
    ['as the caller names it', `{ createWorker: () => new Worker(new URL('peakend/worker', import.meta.url), { type: 'module' }) }`],
  ])('bundled by Vite, which finds the worker %s', async (name, options) => {
    const file = `${name.replaceAll(' ', '-')}.html`;
    writeFileSync(join(folder, file.replace('html', 'mjs')), page('peakend/workers', options));
    writeFileSync(join(folder, file), html(`/${file.replace('html', 'mjs')}`));
    const input = join(folder, file);
    await buildWithVite({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'silent',
      build: { outDir: 'vite', emptyOutDir: false, rollupOptions: { input } },
    });
    expect(await titleOf(`vite/${file}`)).toEqual(said);
  });

  it('bundled by esbuild, with the worker as a second entry', async () => {
    const options = `{ createWorker: () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }) }`;
    writeFileSync(join(folder, 'page.mjs'), page('peakend/workers', options));
    const entryPoints = [
      { in: join(folder, 'page.mjs'), out: 'page' },
      { in: 'peakend/worker', out: 'worker' },
    ];
    const outdir = join(folder, 'esbuild');
    await buildWithEsbuild({
      entryPoints,
      absWorkingDir: folder,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      outdir,
      logLevel: 'silent',
    });
    writeFileSync(join(outdir, 'page.html'), html('page.js'));
    expect(await titleOf('esbuild/page.html')).toEqual(said);
  });

  it('passes errors on, stops workers that are busy, and tells of one that cannot start', async () => {
    const told = await plainPage(
      'trial',
      `import { createPool } from '/peakend/workers.js';
      const failure = (run) => run.then(() => 'went through', ({ name, code, message, issues }) => ({ name, code, message, paths: issues?.map(({ path }) => path) }));
      const at = (file) => ({ workers: 2, createWorker: () => new Worker(new URL(file, import.meta.url), { type: 'module' }) });
      const pool = createPool(at('./trial-worker.js'));
      const kinds = {};
      for (const kind of ['refuse', 'mistake', 'uncaught']) kinds[kind] = await failure(pool.run([{ kind }]));
      const stop = new AbortController();
      setTimeout(() => stop.abort('enough'), 100);
      kinds.spin = await failure(pool.run([{ kind: 'spin' }, { kind: 'spin' }, { kind: 'spin' }], undefined, { signal: stop.signal }));
      const after = await pool.run([{ kind: 'square', number: 5 }]);
      kinds.nowhere = await failure(createPool(at('./nowhere.js')).run([{ kind: 'square', number: 5 }]));
      const closed = failure(pool.run([{ kind: 'spin' }]));
      await pool.close();
      kinds.closed = await closed;
      document.title = JSON.stringify({ ...kinds, after });`,
    );
    expect(told).toMatchObject({
      refuse: { name: 'JourneyError', code: 'invalid-text', paths: ['interactions[2].duration', 'name'] },
      mistake: { name: 'TypeError', message: "Cannot read properties of undefined (reading 'of')" },
      uncaught: { code: 'worker-lost', paths: ['tasks[0]'], message: expect.stringContaining('nobody catches this') },
      spin: { name: 'AbortError', code: 'aborted' },
      after: [{ number: 5, square: 25 }],
      nowhere: { code: 'worker-lost', paths: ['createWorker'] },
      closed: { code: 'worker-lost', paths: ['pool'] },
    });
  });
});
