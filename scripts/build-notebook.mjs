// Makes examples/own-data/own-data.ipynb from the program and the output stored beside it: a cell for each of its sections. Part of `npm run docs`;
// a test runs the cells and holds what they print to what stands there.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../examples/own-data/', import.meta.url);
const program = readFileSync(new URL('own-data.mjs', folder), 'utf8');
const printed = readFileSync(new URL('own-data.out.txt', folder), 'utf8');

const [, about, code] = /^\/\*\*\n([\s\S]*?)\n \*\/\n([\s\S]*)$/.exec(program);
const text = about
  .split('\n')
  .map((line) => line.replace(/^ \* ?/, ''))
  .filter((line) => !line.includes('npm run'))
  .join('\n')
  .trim();
const lines = (source) => source.split(/(?<=\n)/);
const id = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
const markdown = (name, source) => ({ cell_type: 'markdown', id: id(name), metadata: {}, source: lines(source) });
const cell = (name, source, output) => ({
  cell_type: 'code',
  execution_count: null,
  id: id(name),
  metadata: {},
  outputs: output === '' ? [] : [{ name: 'stdout', output_type: 'stream', text: lines(output) }],
  source: lines(source.trim()),
});

const [head, ...sections] = code.split(/^title\('(.*)'\);\n/m);
const outputs = printed.split(/\n── .* ─+\n\n/).slice(1);
const cells = [
  markdown('about', `# Your own data\n\n${text}`),
  // A notebook runs in its folder; its cells have titles of their own.
  cell('setup', head.replace('new URL(name, import.meta.url)', 'name').replace(/^const title = .*\n/m, ''), ''),
];
for (let k = 0; k < sections.length; k += 2) {
  const title = sections[k].replaceAll("\\'", "'");
  cells.push(markdown(`title ${title}`, `## ${title}`), cell(title, sections[k + 1], outputs[k / 2]));
}
const metadata = {
  kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
  language_info: { file_extension: '.ts', mimetype: 'text/x.typescript', name: 'typescript' },
};
writeFileSync(new URL('own-data.ipynb', folder), `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`);
