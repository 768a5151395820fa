// Writes docs/guides/gallery.md and docs/pictures/gallery/*.svg from the built library: each picture is drawn by the very code that stands above it.
// With --check it writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import * as main from 'peakend';
import * as charts from 'peakend/charts';
import * as data from 'peakend/data';
import * as decide from 'peakend/decide';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { sections, setup } from './gallery/sections.mjs';

const file = (path) => fileURLToPath(new URL(`../docs/${path}`, import.meta.url));

// Without a browser vega takes every letter for a wide one; these are the widths of a common sans-serif face.
vega.textMetrics.width = (item, text) => {
  const size = item.fontSize ?? 11;
  const bold = Number(item.fontWeight) >= 600 || item.fontWeight === 'bold' ? 1.08 : 1;
  const width = (letter) =>
    /[iljtfrI.,:;!|'"`()[\]{}/\\ ]/.test(letter) ? 0.32 : /[mwMW@%—…]/.test(letter) ? 0.86 : letter >= 'A' && letter <= 'Z' ? 0.66 : 0.55;
  return [...(Array.isArray(text) ? text.join('') : String(text))].reduce((sum, letter) => sum + width(letter), 0) * size * bold;
};

/** The blocks of the page as one program, without its imports; each chart is handed over as it comes. */
function drawCharts() {
  const body = (code) => code.replace(/^import \{([^}]*)\} from '([^']*)';$/gm, (_, names, from) => `const {${names}} = from['${from}'];`);
  const program = [
    body(setup),
    ...sections.map(({ name, code }) => `${body(code.replace('const chart =', `const ${nameOf(name)} =`))}\nfound.push(${nameOf(name)});`),
  ].join('\n');
  const found = [];
  runInThisContext(`(from, found) => {\n${program}\n}`)(
    { peakend: main, 'peakend/charts': charts, 'peakend/data': data, 'peakend/decide': decide },
    found,
  );
  return found;
}

const nameOf = (name) => `${name.replaceAll('-', '')}Picture`;

async function pictureOf(chart) {
  const view = new vega.View(vega.parse(compile(chart).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg.replace(/<svg /, '<svg font-kerning="auto" ').replace(/ (aria-\w+|role)="[^"]*"/g, '')}\n`;
}

const text = (chart) => [chart.title.text].flat().join(' ');
const quoted = (words) => (words.includes("'") ? JSON.stringify(words) : `'${words}'`);

function pageOf(made) {
  const parts = sections.map(({ name, heading, words, code }, index) => {
    const title = text(made[index]);
    const check = Array.isArray(made[index].title.text) ? "chart.title.text.join(' ')" : 'chart.title.text';
    return `## ${heading}\n\n${words}\n\n![${title.replaceAll('[', '(').replaceAll(']', ')')}](../pictures/gallery/${name}.svg)\n\n\`\`\`js\n${code}\n${check}; // ${quoted(title)}\n\`\`\``;
  });
  return `# Gallery of charts

Every chart of \`peakend/charts\` beside the [emotion ribbon](charts.md), each drawn by the code that stands below it. This page and its pictures are
written by \`scripts/build-gallery.mjs\`. All charts take \`width\`, \`title\` and \`theme: 'dark'\`.

All of them are drawn from one visit to a clinic, who lives it, and three ways to redesign it:

\`\`\`js
${setup}
\`\`\`

${parts.join('\n\n')}
`;
}

const made = drawCharts();
const written = new Map([['guides/gallery.md', pageOf(made)]]);
for (const [index, { name }] of sections.entries()) written.set(`pictures/gallery/${name}.svg`, await pictureOf(made[index]));
const outdated = [...written].filter(([path, content]) => !existsSync(file(path)) || readFileSync(file(path), 'utf8') !== content);

if (process.argv.includes('--check')) {
  for (const [path] of outdated) console.error(`docs/${path} is out of date: run node scripts/build-gallery.mjs`);
  if (outdated.length > 0) process.exitCode = 1;
} else {
  mkdirSync(file('pictures/gallery'), { recursive: true });
  for (const [path, content] of outdated) writeFileSync(file(path), content);
  console.log(`${written.size} files of the gallery, ${outdated.length} written anew`);
}
