import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from './compose';
import { instrument } from './instrument';
import type { Snippet } from './snippet';

export interface SnippetResult {
  /** How many stated values and outputs were compared. */
  readonly compared: number;
  /** What did not come out as stated, as `file:line`. */
  readonly differences: readonly { readonly where: string; readonly said: string; readonly got: string }[];
  /** What stopped the program, if anything did. */
  readonly thrown?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = join(root, 'test/docs');

/** Runs all snippets in one process, in a project where the packed library is installed. */
export function runSnippets(snippets: readonly Snippet[], consumer: string): SnippetResult[] {
  const folder = mkdtempSync(join(consumer, 'run-docs-'));
  const watch = join(consumer, 'node_modules/docs-watch');
  mkdirSync(watch, { recursive: true });
  copyFileSync(join(here, 'watch.mjs'), join(watch, 'index.mjs'));
  writeFileSync(join(watch, 'package.json'), JSON.stringify({ name: 'docs-watch', exports: './index.mjs' }));
  copyFileSync(join(here, 'run-all.mjs'), join(folder, 'run-all.mjs'));

  const files = snippets.map((snippet, index) => {
    const text = instrument(compose(snippet), snippet);
    for (const [, name] of text.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)) linkPackage(name!, consumer);
    const file = `${String(index).padStart(4, '0')}.mjs`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  writeFileSync(join(folder, 'list.json'), JSON.stringify(files));
  writeFileSync(join(folder, 'results.json'), '[]');
  const run = spawnSync(process.execPath, [join(folder, 'run-all.mjs'), folder], { cwd: folder, encoding: 'utf8', timeout: 180_000 });
  const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as {
    line: number;
    compared: number;
    differences: { line: number; said: string; got: string }[];
    thrown?: string;
  }[];
  return snippets.map(({ file, line: firstLine }, index) => {
    const result = results[index];
    if (result === undefined) return { compared: 0, differences: [], thrown: `${file}:${firstLine} never ended\n${run.stderr}` };
    const { line, compared, differences, thrown } = result;
    return {
      compared,
      differences: differences.map((difference) => ({ where: `${file}:${difference.line}`, said: difference.said, got: difference.got })),
      ...(thrown === undefined ? {} : { thrown: `${file}:${line || firstLine} ${thrown}` }),
    };
  });
}

/** Compiles the TypeScript snippets strictly against the published declarations. What the compiler says, or nothing. */
export function compileSnippets(snippets: readonly Snippet[], consumer: string): string {
  const folder = mkdtempSync(join(consumer, 'compile-docs-'));
  const files = snippets
    .filter(({ language }) => language === 'ts')
    .map((snippet) => {
      const file = `${snippet.file.replaceAll(/\W+/g, '-')}-${snippet.line}.ts`;
      writeFileSync(join(folder, file), compose(snippet));
      return file;
    });
  if (files.length === 0) return '';
  const compilerOptions = {
    ...{ strict: true, noImplicitAny: false, noEmit: true, skipLibCheck: true, verbatimModuleSyntax: true },
    ...{ target: 'ES2022', lib: ['ES2023', 'DOM'], types: [], module: 'esnext', moduleResolution: 'bundler', moduleDetection: 'force' },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], { cwd: folder, encoding: 'utf8' }).stdout;
}

/** Makes a package that the repository has, such as fast-check, known to the snippets. */
function linkPackage(name: string, consumer: string): void {
  const target = join(root, 'node_modules', name);
  const link = join(consumer, 'node_modules', name);
  if (existsSync(link) || !existsSync(target)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link, 'dir');
}
