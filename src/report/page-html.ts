import { xmlText } from '../ribbon/svg';
import type { Table } from '../words/table';
import { rangeStrokes } from './range-strokes';
import type { Ranges, ReportBlock, ReportPage, ReportPicture, Section } from './report-blocks';
import { reportStyle } from './report-style';

/** What a report may load: nothing, but for the pictures and the style inside it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The report as one HTML file. Every text of the study is escaped; pictures are images, in which no script runs. */
export function reportHtml({ title, subtitle, finding, sections }: ReportPage): string {
  const numbered = sections.map((section, index) => ({ ...section, id: `section-${index + 1}` }));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xmlText(title)}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header>',
    `<h1>${text(title)}</h1>`,
    ...(subtitle === undefined ? [] : [`<p class="subtitle">${text(subtitle)}</p>`]),
    '</header>',
    '<section class="finding" aria-label="Finding">',
    ...finding.map(({ lead, more }) => `<p><strong>${text(lead)}</strong>${more.map((sentence) => ` ${text(sentence)}`).join('')}</p>`),
    '</section>',
    ...(numbered.length > 1 ? contents(numbered) : []),
    ...numbered.map(sectionHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Of one section there is nothing to choose from. */
function contents(sections: readonly { readonly id: string; readonly heading: string }[]): string[] {
  return [
    '<nav aria-label="Contents">',
    `<ol>${sections.map(({ id, heading }) => `<li><a href="#${id}">${text(heading)}</a></li>`).join('')}</ol>`,
    '</nav>',
  ];
}

function sectionHtml({ id, heading, blocks }: Section & { readonly id: string }): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${text(heading)}</h2>\n${blocks.map((block) => blockHtml(block, heading)).join('\n')}\n</section>`;
}

/** Names are kept apart from the text around them, whichever way they are written. */
function text(words: string): string {
  return `<bdi>${xmlText(words)}</bdi>`;
}

function blockHtml(block: ReportBlock, about: string): string {
  if ('title' in block) return `<h3>${text(block.title)}</h3>`;
  if ('lead' in block) return `<p class="lead"><strong>${text(block.lead)}</strong></p>`;
  if ('heading' in block) return `<h3>${text(block.heading)}</h3>`;
  if ('points' in block) return `<ul>${block.points.map((point) => `<li>${text(point)}</li>`).join('')}</ul>`;
  if ('prose' in block) {
    return (typeof block.prose === 'string' ? [block.prose] : block.prose).map((sentence) => `<p>${text(sentence)}</p>`).join('\n');
  }
  if ('table' in block) return tableHtml(block.table, about);
  if ('ranges' in block) return rangesHtml(block.ranges, about);
  if ('picture' in block) return pictureHtml(block.picture);
  if ('verbatim' in block) return `<pre>${block.verbatim.split('\n').map(xmlText).join('\n')}</pre>`;
  return `<details><summary>${text(block.summary)}</summary><pre>${block.data.split('\n').map(xmlText).join('\n')}</pre></details>`;
}

function tableHtml({ head, rows, hasNotes = false }: Table, about: string): string {
  const kind = hasNotes ? ' class="notes"' : '';
  return scrolling(
    `Table: ${about}`,
    `<table${kind}><thead><tr>${head.map((name) => headCell(name)).join('')}</tr></thead><tbody>` +
      rows.map((row) => rowHtml(head.map((_, column) => row[column] ?? ''))).join('') +
      '</tbody></table>',
  );
}

function rangesHtml(ranges: Ranges, about: string): string {
  const strokes = rangeStrokes(ranges);
  const [first, ...others] = ranges.head;
  return scrolling(
    `Table: ${about}`,
    `<table><thead><tr>${headCell(first!)}<td class="stroke"></td>${others.map((name) => headCell(name)).join('')}</tr></thead><tbody>` +
      ranges.rows.map(({ cells }, index) => rowHtml(cells, `<td class="stroke">${strokes[index]!}</td>`)).join('') +
      '</tbody></table>',
  );
}

function headCell(name: string): string {
  return name === '' ? '<td></td>' : `<th scope="col">${text(name)}</th>`;
}

function rowHtml([first, ...others]: readonly string[], beside = ''): string {
  return `<tr><th scope="row">${text(first!)}</th>${beside}${others.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
}

/** What is wider than the page scrolls on its own, by keyboard too: a table, and on a phone a picture, whose words nobody could read made small. */
function scrolling(label: string, within: string): string {
  return `<div class="wide" role="region" tabindex="0" aria-label="${xmlText(label)}">${within}</div>`;
}

function pictureHtml({ title, description, svg }: ReportPicture): string {
  // Half a surrogate has no place in an address.
  const whole = svg.replace(/\p{Cs}/gu, '\ufffd');
  const image = `<img alt="${xmlText(`${title}. ${description}`)}" src="data:image/svg+xml,${encodeURIComponent(whole)}">`;
  return scrolling(`Picture: ${title}`, `<figure>${image}</figure>`);
}
