import { markdownParagraph, markdownText } from '../words/markdown-text';
import { pageMarkdown, pageText, type Block } from '../words/page';
import type { ReportBlock, ReportPage } from './report-blocks';

/** The report as GitHub Markdown. Pictures are described: Markdown has no place to keep one. */
export function reportMarkdown({ title, subtitle, finding, sections }: ReportPage): string {
  const parts = [`# ${markdownText(title)}`];
  if (subtitle !== undefined) parts.push(markdownParagraph(subtitle));
  parts.push(
    finding
      .map(({ lead, more }) => `> **${markdownText(lead)}**${more.map((sentence) => ` ${markdownText(sentence)}`).join('')}`)
      .join('\n>\n'),
  );
  for (const { heading, blocks } of sections) parts.push(`## ${markdownText(heading)}`, ...blocks.map(blockMarkdown));
  return `${parts.join('\n\n')}\n`;
}

/** The same for a terminal. */
export function reportText({ title, subtitle, finding, sections }: ReportPage): string {
  const blocks: Block[] = [
    { title },
    ...(subtitle === undefined ? [] : [{ prose: subtitle }]),
    { points: finding.map(({ lead, more }) => [lead, ...more].join(' ')) },
  ];
  for (const section of sections) blocks.push({ heading: section.heading }, ...section.blocks.flatMap(asWords));
  return pageText(blocks);
}

function blockMarkdown(block: ReportBlock): string {
  if ('data' in block) return `${markdownParagraph(block.summary)}\n\n${fenced('json', block.data)}`;
  if ('verbatim' in block) return fenced('text', block.verbatim);
  if ('lead' in block) return `**${markdownText(block.lead)}**`;
  return pageMarkdown(asWords(block));
}

/** Longer than any fence inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** What a page of words makes of a block; data are left to those who can copy them. */
function asWords(block: ReportBlock): Block[] {
  if ('picture' in block) return [{ prose: `Picture: ${block.picture.title}. ${block.picture.description}` }];
  if ('ranges' in block) return [{ table: { head: block.ranges.head, rows: block.ranges.rows.map(({ cells }) => cells) } }];
  if ('lead' in block) return [{ prose: block.lead }];
  if ('verbatim' in block) return [{ prose: block.verbatim.split('\n') }];
  if ('data' in block) return [];
  return [block];
}
