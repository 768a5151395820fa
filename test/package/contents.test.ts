import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { publint } from 'publint';
import { describe, expect, inject, it } from 'vitest';

const installed = join(inject('consumer'), 'node_modules/peakend');
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown> & { exports: object };

const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(installed, path)).isFile());
const read = (path: string) => readFileSync(join(installed, path), 'utf8');

describe('the packed tarball', () => {
  it('holds the build, the words and the licences, and nothing else', () => {
    const belongs =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|THIRD-PARTY-NOTICES\.md|dist\/[\w-]+\.(js|cjs|d\.ts|d\.cts|json|schema\.json)|docs\/[\w/-]+\.(md|svg))$/;
    expect(files.filter((path) => !belongs.test(path))).toEqual([]);
    for (const path of ['README.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md', 'dist/schema.json']) expect(files).toContain(path);
  });

  it('holds every page that its README links to', () => {
    const linked = [...read('README.md').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);
    expect(linked.length).toBeGreaterThan(5);
    // A photograph of the screen outweighs the pages around it: npmjs.com shows it from the repository.
    expect(linked.filter((path) => !files.includes(path))).toEqual(['docs/pictures/playground.png']);
  });

  it('asks for no other package', () => {
    expect(manifest['dependencies'] ?? {}).toEqual({});
    for (const name of Object.keys((manifest['peerDependencies'] ?? {}) as object)) {
      expect(manifest['peerDependenciesMeta']).toHaveProperty([name, 'optional'], true);
    }
  });

  it('names the licence of everything bundled into it', () => {
    const bundled = new Set(
      files
        .filter((path) => /\.c?js$/.test(path))
        .flatMap((path) => [...read(path).matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name)),
    );
    const noticed = [...read('THIRD-PARTY-NOTICES.md').matchAll(/^## (\S+)$/gm)].map(([, name]) => name);
    expect(bundled.size).toBeGreaterThan(0);
    expect([...bundled].filter((name) => !noticed.includes(name))).toEqual([]);
  });

  it('says nothing of the machine that built it', () => {
    const telltale = new RegExp(
      [process.cwd(), process.env['HOME'] ?? process.cwd()].map((path) => `${path.replace(/[.\\]/g, '\\$&')}/`).join('|'),
    );
    expect(files.filter((path) => /\.(c?js|c?ts|json)$/.test(path) && telltale.test(read(path)))).toEqual([]);
  });

  it('has a file behind every target of `exports`, types first, and behind every main field', () => {
    const targets: string[] = [];
    const visit = (target: unknown): void => {
      if (typeof target === 'string') targets.push(target);
      else {
        const conditions = Object.keys(target as object);
        if (conditions.includes('types')) expect(conditions[0]).toBe('types');
        Object.values(target as object).forEach(visit);
      }
    };
    visit(manifest.exports);
    targets.push(...['main', 'module', 'types'].map((field) => String(manifest[field])));
    expect(targets.filter((target) => !existsSync(join(installed, target)))).toEqual([]);
  });

  it.each(['schema.json', 'edits.schema.json', 'segments.schema.json'])('ships %s, a JSON Schema of draft 2020-12', (name) => {
    expect(JSON.parse(read(`dist/${name}`))).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});

describe('the package checkers', () => {
  it('publint finds nothing to say', async () => {
    const tarball = readFileSync(inject('tarball'));
    const buffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: buffer }, level: 'suggestion', strict: true });
    expect(messages).toEqual([]);
  });

  it('attw finds the types right for node16 (ESM and CommonJS) and bundlers', () => {
    const cli = createRequire(import.meta.url)
      .resolve('@arethetypeswrong/cli/package.json')
      .replace('package.json', 'dist/index.js');
    const words = [
      inject('tarball'),
      '--profile',
      'node16',
      '--no-definitely-typed',
      '--format',
      'table-flipped',
      '--no-color',
      '--no-emoji',
    ];
    const run = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
    expect({ status: run.status, said: run.status === 0 ? '' : run.stdout + run.stderr }).toEqual({ status: 0, said: '' });
  });
});
