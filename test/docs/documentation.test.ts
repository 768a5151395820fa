import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { markdownSnippets, relativeLinks } from './markdown-snippets';
import { compileSnippets, runSnippets } from './run-snippets';
import { sourceExamples } from './source-examples';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesBelow = (folder: string, ending: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith(ending))
        .sort()
    : [];

const pages = [...['README.md'].filter((file) => existsSync(join(root, file))), ...filesBelow('docs', '.md')];
const fromPages = pages.flatMap((file) => markdownSnippets(file, read(file)));
const fromSource = filesBelow('src', '.ts').flatMap((file) => sourceExamples(file, read(file)));
const snippets = [...fromPages, ...fromSource];
const results = runSnippets(snippets, inject('consumer'));
const cases = snippets.map((snippet, index) => ({ name: `${snippet.file}:${snippet.line}`, ...results[index]! }));

describe('the documentation', () => {
  it('has a README with a program, and examples in the source', () => {
    expect(fromPages.map(({ file }) => file)).toContain('README.md');
    expect(fromSource.length).toBeGreaterThan(10);
  });

  it('compiles against the published declarations, where a page says it is TypeScript', () => {
    expect(compileSnippets(fromPages, inject('consumer'))).toBe('');
  });

  it.each(pages)('%s links to files that exist', (page) => {
    expect(relativeLinks(read(page)).filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});

describe('what the documentation shows is what happens', () => {
  it.each(cases)('$name', ({ name, thrown, differences, compared }) => {
    expect({ thrown, differences }).toEqual({ thrown: undefined, differences: [] });
    if (name.startsWith('src/')) expect(compared, 'an example states at least one value').toBeGreaterThan(0);
  });
});
