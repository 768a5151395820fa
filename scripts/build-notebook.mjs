// Makes examples/own-data/own-data.ipynb from the program and the output stored beside it: a cell for each of its sections. Part of `npm run docs`;
// tests run the cells, on Node and in Deno's kernel, and hold what they print to what stands there.
import { readFileSync, writeFileSync } from 'node:fs';
import { codeCell, lines, markdownCell, notebookFile } from './notebooks/cells.mjs';

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
const cell = (name, source, output) =>
  codeCell(name, source, output === '' ? [] : [{ name: 'stdout', output_type: 'stream', text: lines(output) }]);

const [head, ...sections] = code.split(/^title\('(.*)'\);\n/m);
const outputs = printed.split(/\n── .* ─+\n\n/).slice(1);
const cells = [
  markdownCell('about', `# Your own data\n\n${text}`),
  // A notebook runs in its folder; its cells have titles of their own.
  cell('setup', head.replace('new URL(name, import.meta.url)', 'name').replace(/^const title = .*\n/m, ''), ''),
];
for (let k = 0; k < sections.length; k += 2) {
  const title = sections[k].replaceAll("\\'", "'");
  cells.push(markdownCell(`title ${title}`, `## ${title}`), cell(title, sections[k + 1], outputs[k / 2]));
}
writeFileSync(new URL('own-data.ipynb', folder), notebookFile(cells));
